import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ArticleState } from "../../src/draft/article.type.js";
import { decodeNodeId } from "../../src/graphql/node-id.js";
import {
  DeskAddFigureDocument,
  DeskAddParagraphDocument,
  DeskAddQuoteDocument,
  DeskApproveArticleDocument,
  DeskCreateArticleDocument,
  DeskDeleteArticleDocument,
  DeskEmbedPostDocument,
  DeskKillArticleDocument,
  DeskMoveElementDocument,
  DeskPublishArticleDocument,
  DeskRejectArticleDocument,
  DeskRemoveElementDocument,
  DeskRemoveQuoteDocument,
  DeskReplaceBodyDocument,
  DeskRestoreRevisionDocument,
  DeskScheduleArticleDocument,
  DeskSubmitArticleDocument,
  DeskUnpublishArticleDocument,
  DeskUnscheduleArticleDocument,
  DeskUpdateArticleDocument,
  DeskUpdateFigureDocument,
  DeskUpdateParagraphDocument,
  DeskUpdateQuoteDocument,
} from "../generated/graphql.js";
import { Desk, type DeskArticle, type Write } from "../support/desk.js";
import { FAR_AHEAD, makeStory, type Story, unknownId } from "../support/story.js";

/*
 * What holds for every write to an article, whatever it does: who may not, what is not there, what somebody else
 * changed in between, and that nothing of a refused write is left behind.
 */

let desk: Desk;
let trashed: Story;
let killed: Story;
let killedBefore: Awaited<ReturnType<typeof everything>>;
beforeAll(async () => {
  desk = await Desk.open();
  killed = await makeStory(desk, "KILLED");
  killedBefore = await everything(killed);
  trashed = await makeStory(desk, "DRAFT");
  await desk.write(DeskDeleteArticleDocument, { id: trashed.id, expectedVersion: trashed.version });
});
afterAll(() => desk.app.close());

interface Refusal {
  readonly __typename: string;
}

/** One write, with an input that is accepted in the state given. */
interface Case {
  readonly name: string;
  readonly state: ArticleState;
  /** Sends it to a story, with what is to be different of its input. */
  readonly send: (story: Story, other: object, as: "READER" | "AUTHOR" | "EDITOR" | "ADMIN") => Promise<Refusal>;
  /** The input field that names the target, and what it is the id of. */
  readonly field: string;
  readonly type: "Article" | "Paragraph" | "Quote" | "Figure";
  /** Whether the write leaves the article's text as it is: the workflow's own acts. */
  readonly isAct: boolean;
}

/** What the writes name that do not name the article. */
const TYPES: Readonly<Record<string, Case["type"]>> = {
  updateParagraph: "Paragraph",
  addQuote: "Paragraph",
  updateQuote: "Quote",
  removeQuote: "Quote",
  updateFigure: "Figure",
};

function define<Data extends object, Input extends object>(
  name: string,
  document: Write<Data, Input>,
  state: ArticleState,
  input: (story: Story) => Input,
): Case {
  const field = ["articleId", "paragraphId", "id"].find((each) => each in input(BLANK)) ?? "id";
  const type = TYPES[name] ?? "Article";
  const isAct = /^(submit|approve|reject|publish|schedule|unschedule|unpublish|kill|delete)Article$/.test(name);
  const send: Case["send"] = (story, other, as) =>
    // Every result of a write is an object with its type's name.
    desk.write(document, { ...input(story), ...other }, as) as Promise<Refusal>;
  return { name, state, send, field, type, isAct };
}

const BLANK: Story = {
  id: "",
  version: 0,
  paragraphs: [],
  quotes: [],
  speaker: "",
  source: "",
  post: "",
  image: "",
  figure: "",
};

const at = ({ id, version }: Story) => ({ id, expectedVersion: version });
const inside = ({ id, version }: Story) => ({ articleId: id, expectedVersion: version });

const CASES: readonly Case[] = [
  define("updateArticle", DeskUpdateArticleDocument, "PUBLISHED", (story) => ({ ...at(story), headline: "Changed" })),
  define("replaceBody", DeskReplaceBodyDocument, "PUBLISHED", (story) => ({
    ...inside(story),
    body: [{ paragraph: { text: "All new." } }],
  })),
  define("deleteArticle", DeskDeleteArticleDocument, "DRAFT", at),
  define("addParagraph", DeskAddParagraphDocument, "PUBLISHED", (story) => ({
    ...inside(story),
    paragraph: { text: "One more." },
  })),
  define("updateParagraph", DeskUpdateParagraphDocument, "PUBLISHED", ({ version, paragraphs }) => ({
    id: paragraphs[0] ?? "",
    expectedVersion: version,
    text: "Then: “The harbour opens on Monday,” she said.",
  })),
  define("removeElement", DeskRemoveElementDocument, "PUBLISHED", (story) => ({
    ...inside(story),
    elementId: story.post,
  })),
  define("moveElement", DeskMoveElementDocument, "PUBLISHED", (story) => ({
    ...inside(story),
    elementId: story.post,
    afterId: null,
  })),
  define("addQuote", DeskAddQuoteDocument, "PUBLISHED", ({ version, paragraphs }) => ({
    paragraphId: paragraphs[0] ?? "",
    expectedVersion: version,
    quote: { exact: "she said", kind: "INDIRECT" as const },
  })),
  define("updateQuote", DeskUpdateQuoteDocument, "PUBLISHED", ({ version, quotes }) => ({
    id: quotes[0] ?? "",
    expectedVersion: version,
    occasion: "A briefing",
  })),
  define("removeQuote", DeskRemoveQuoteDocument, "PUBLISHED", ({ version, quotes }) => ({
    id: quotes[0] ?? "",
    expectedVersion: version,
  })),
  define("embedPost", DeskEmbedPostDocument, "PUBLISHED", (story) => ({
    ...inside(story),
    post: { platform: "X" as const, authorName: "Port", text: "A new post." },
  })),
  define("addFigure", DeskAddFigureDocument, "PUBLISHED", (story) => ({
    ...inside(story),
    figure: { imageId: story.image },
  })),
  define("updateFigure", DeskUpdateFigureDocument, "PUBLISHED", ({ version, figure }) => ({
    id: figure,
    expectedVersion: version,
    caption: "The quay at dawn.",
  })),
  define("submitArticle", DeskSubmitArticleDocument, "DRAFT", at),
  define("approveArticle", DeskApproveArticleDocument, "IN_REVIEW", at),
  define("rejectArticle", DeskRejectArticleDocument, "IN_REVIEW", (story) => ({ ...at(story), reason: "Too thin." })),
  define("publishArticle", DeskPublishArticleDocument, "DRAFT", at),
  define("scheduleArticle", DeskScheduleArticleDocument, "DRAFT", (story) => ({
    ...at(story),
    publishAt: FAR_AHEAD.toISOString(),
  })),
  define("unscheduleArticle", DeskUnscheduleArticleDocument, "SCHEDULED", at),
  define("unpublishArticle", DeskUnpublishArticleDocument, "PUBLISHED", at),
  define("killArticle", DeskKillArticleDocument, "PUBLISHED", (story) => ({ ...at(story), reason: "Forged." })),
  define("restoreRevision", DeskRestoreRevisionDocument, "PUBLISHED", (story) => ({ ...inside(story), number: 1 })),
];

/** What a refused write must have left as it was. */
async function everything({ id }: Story) {
  const { prisma } = desk.app.database;
  const [draft, published] = [await desk.draft(id), await desk.published(id)];
  const key = decodeNodeId(id)?.uuid ?? "";
  const revisions = await prisma.revision.count({ where: { articleId: key } });
  const entries = await prisma.auditEntry.count({ where: { subjectId: key } });
  return { draft, published, revisions, entries };
}

describe.each(CASES)("$name", ({ name, state, send, field, type, isAct }) => {
  let story: Story;
  let before: Awaited<ReturnType<typeof everything>>;
  beforeAll(async () => {
    story = await makeStory(desk, state);
    before = await everything(story);
  });

  it("is forbidden to readers, who learn nothing", async () => {
    const result = await send(story, {}, "READER");
    expect(result).toEqual({
      __typename: "ForbiddenError",
      code: "FORBIDDEN",
      message: expect.stringContaining(name),
      path: null,
    });
    // The same answer where there is nothing.
    expect(await send(story, { [field]: unknownId(type) }, "READER")).toEqual(result);
    expect(await everything(story)).toEqual(before);
  });

  it("is refused with the current article when another write came in between", async () => {
    for (const expectedVersion of [story.version - 1, story.version + 1, -1]) {
      expect(await send(story, { expectedVersion }, "EDITOR")).toEqual({
        __typename: "StaleVersionError",
        code: "STALE_VERSION",
        message: expect.stringContaining(String(story.version)),
        path: ["input", "expectedVersion"],
        currentVersion: story.version,
        article: { id: story.id, version: story.version, headline: "Harbour to open" },
      });
    }
    expect(await everything(story)).toEqual(before);
  });

  it("finds nothing under an unknown id, one of another type, or no id at all", async () => {
    const { speaker } = story;
    const others = [unknownId(type), speaker, story.id.slice(0, -1), "", "x".repeat(5000), `${story.id}\u0000`];
    for (const id of others) {
      expect(await send(story, { [field]: id }, "EDITOR")).toMatchObject({
        __typename: "NotFoundError",
        code: "NOT_FOUND",
        path: ["input", field],
      });
    }
    expect(await everything(story)).toEqual(before);
  });

  it("changes nothing in a killed article", async () => {
    expect(await send(killed, {}, "ADMIN")).toMatchObject({
      __typename: "TransitionError",
      code: "TRANSITION",
      from: "KILLED",
      allowed: [],
    });
    expect(await everything(killed)).toEqual(killedBefore);
  });

  it("finds nothing in the trash", async () => {
    const thrown = { ...trashed, version: trashed.version + 1 };
    expect(await send(thrown, {}, "EDITOR")).toMatchObject({ __typename: "NotFoundError" });
    expect(await desk.app.database.prisma.article.findFirst({ where: { trashedAt: { not: null } } })).toMatchObject({
      version: thrown.version,
    });
  });

  it("is done by an editor, makes the next version, and is recorded", async () => {
    const result = await send(story, {}, "EDITOR");
    expect(result).toMatchObject({
      __typename: `${name.charAt(0).toUpperCase()}${name.slice(1)}Payload`,
      article: { id: story.id, version: story.version + 1 },
    });
    const after = await everything(story);
    // What it answers is what can be read back; a deleted draft cannot be read at all.
    const { article } = result as Refusal & { readonly article: DeskArticle };
    expect(after.draft).toEqual(name === "deleteArticle" ? null : article);
    // The text that readers see changes by the workflow's acts alone.
    const untouched = [before.published, true, before.draft?.state];
    const { hasUnpublishedChanges, state: now } = article;
    expect(isAct || [after.published, hasUnpublishedChanges, now]).toEqual(isAct || untouched);
    expect(after.entries).toBe(before.entries + 1);
    const entry = await desk.app.database.prisma.auditEntry.findFirst({ orderBy: { id: "desc" } });
    expect(entry).toMatchObject({ act: name, actor: "Test editor", role: "EDITOR", subject: "Article" });
  });
});

it("readers make no articles", async () => {
  const count = await desk.app.database.prisma.article.count();
  const result = await desk.write(DeskCreateArticleDocument, { headline: "Mine" }, "READER");
  expect(result).toMatchObject({ __typename: "ForbiddenError", path: null });
  expect(await desk.app.database.prisma.article.count()).toBe(count);
});
