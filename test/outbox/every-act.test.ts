import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schema } from "../../src/schema.js";
import { decodeNodeId, type NodeType } from "../../src/graphql/node-id.js";
import { Desk, present } from "../support/desk.js";
import { done } from "../support/newsroom.js";
import { makePicture, upload } from "../support/pictures.js";
import { bringTo, makeStory, type Story } from "../support/story.js";
import { createApiToken } from "../../src/auth/token.service.js";
import { deleteArticle } from "../../src/publishing/trash.service.js";
import { encodeUuid } from "../../src/lib/uuid.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

interface EventRow {
  readonly act: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly articleVersion: number | null;
  readonly actor: string;
  readonly actorId: string | null;
  /** Whether the entry of the audit log was written by the same transaction. */
  readonly isOfAct: boolean;
}

/** Runs a write and returns the events that it wrote. */
async function eventsOf(write: () => Promise<unknown>): Promise<readonly EventRow[]> {
  const { database } = desk.app;
  const [last] = await database.read<{ id: number }>("SELECT coalesce(max(id), 0) AS id FROM event");
  await write();
  return database.read<EventRow>(
    `SELECT act, subject, subject_id AS "subjectId", article_version AS "articleVersion", actor, actor_id AS "actorId",
       EXISTS (SELECT FROM audit_entry a WHERE a.xmin::text = e.xmin::text AND a.subject_id = e.subject_id
         AND a.act = e.act) AS "isOfAct"
     FROM event e WHERE id > $1 ORDER BY id`,
    [last?.id],
  );
}

type Input = Readonly<Record<string, unknown>>;

const at = ({ id, version }: Pick<Story, "id" | "version">) => ({ id, expectedVersion: version });
const inside = ({ id, version }: Pick<Story, "id" | "version">) => ({ articleId: id, expectedVersion: version });

async function topicOf(name: string): Promise<string> {
  await desk.newsroom.draft({ topics: [name] });
  const { id } = await desk.app.database.prisma.topic.findFirstOrThrow({ where: { name } });
  return `top_${encodeUuid(id)}`;
}

async function draftIn(state: Parameters<typeof bringTo>[2]) {
  return bringTo(desk.newsroom, await desk.newsroom.draft(), state);
}

async function trashed() {
  const draft = await desk.newsroom.draft();
  done(await deleteArticle(desk.newsroom.work, at(draft)));
  return { id: draft.id };
}

async function token(): Promise<Input> {
  const { tokenId } = done(await createApiToken(desk.newsroom.work, { name: "Leaving", role: "AUTHOR" }));
  return { id: encodeUuid(tokenId) };
}

const COPY = "2026-02-11 PORT MALDEN – The ferry will run again from Monday, the harbour office said.";

/** An accepted input of each mutation, and what its event is about; null where the act is no editorial one. */
const ACTS: Readonly<Record<string, readonly [subject: NodeType | null, input: () => Promise<Input> | Input]>> = {
  createArticle: ["Article", () => ({ headline: "New", topics: ["Ferries"] })],
  updateArticle: ["Article", async () => ({ ...at(await desk.newsroom.draft()), headline: "Other" })],
  replaceBody: [
    "Article",
    async () => ({ ...inside(await makeStory(desk)), body: [{ paragraph: { text: "All new." } }] }),
  ],
  deleteArticle: ["Article", async () => at(await desk.newsroom.draft())],
  restoreArticle: ["Article", trashed],
  addParagraph: ["Article", async () => ({ ...inside(await makeStory(desk)), paragraph: { text: "More." } })],
  updateParagraph: ["Article", async () => partOf(await makeStory(desk), "paragraphs", { style: "HEADING" })],
  removeElement: ["Article", async () => element(await makeStory(desk))],
  moveElement: ["Article", async () => ({ ...element(await makeStory(desk)), afterId: null })],
  addQuote: ["Article", async () => quoteOf(await makeStory(desk))],
  updateQuote: ["Article", async () => partOf(await makeStory(desk), "quotes", { occasion: "A briefing" })],
  removeQuote: ["Article", async () => partOf(await makeStory(desk), "quotes", {})],
  embedPost: [
    "Article",
    async () => ({ ...inside(await makeStory(desk)), post: { platform: "X", authorName: "Port", text: "New." } }),
  ],
  addFigure: ["Article", async () => figureOf(await makeStory(desk))],
  updateFigure: ["Article", async () => captionOf(await makeStory(desk))],
  updateEmbeddedPost: [
    "EmbeddedPost",
    async () => ({ id: await desk.newsroom.post(), expectedVersion: 1, text: "Changed." }),
  ],
  createPerson: ["Person", () => ({ name: "Ilse Harrow" })],
  updatePerson: ["Person", async () => ({ id: await desk.newsroom.person(), expectedVersion: 1, role: "Pilot" })],
  mergePersons: ["Person", async () => ({ id: await desk.newsroom.person(), intoId: await desk.newsroom.person() })],
  deletePerson: ["Person", async () => ({ id: await desk.newsroom.person() })],
  updateTopic: ["Topic", async () => ({ id: await topicOf("Tides"), name: "Tides and currents" })],
  mergeTopics: ["Topic", async () => ({ id: await topicOf("Boats"), intoId: await topicOf("Ships") })],
  createSection: ["Section", () => ({ name: "Harbour" })],
  updateSection: ["Section", async () => ({ id: await desk.newsroom.section(), name: "Sea" })],
  deleteSection: ["Section", async () => ({ id: await desk.newsroom.section() })],
  updateImage: ["Image", async () => ({ id: await desk.newsroom.image(), expectedVersion: 1, alt: "A quay" })],
  deleteImage: ["Image", async () => ({ id: await desk.newsroom.image() })],
  submitArticle: ["Article", async () => at(await desk.newsroom.draft())],
  approveArticle: ["Article", async () => at(await draftIn("IN_REVIEW"))],
  rejectArticle: ["Article", async () => ({ ...at(await draftIn("IN_REVIEW")), reason: "Too thin." })],
  publishArticle: ["Article", async () => at(await makeStory(desk, "DRAFT"))],
  scheduleArticle: ["Article", async () => ({ ...at(await desk.newsroom.draft()), publishAt: "2100-01-01T00:00:00Z" })],
  unscheduleArticle: ["Article", async () => at(await draftIn("SCHEDULED"))],
  unpublishArticle: ["Article", async () => at(await draftIn("PUBLISHED"))],
  killArticle: ["Article", async () => ({ ...at(await draftIn("PUBLISHED")), reason: "Forged." })],
  restoreRevision: ["Article", async () => ({ ...inside(await draftIn("PUBLISHED")), number: 1 })],
  importArticle: ["Article", () => ({ content: COPY })],
  importArticles: ["Article", () => ({ content: COPY.replace("ferry", "bridge") })],
  touchArticle: [null, async () => ({ id: (await desk.newsroom.draft()).id })],
  createPreviewToken: [null, async () => ({ articleId: (await desk.newsroom.draft()).id })],
  createApiToken: [null, () => ({ name: "Robot", role: "READER" })],
  revokeApiToken: [null, token],
};

/** Imports create an article; the audit log calls it so too. */
const RECORDED: Readonly<Record<string, string>> = { importArticle: "createArticle", importArticles: "createArticle" };

function partOf(story: Story, part: "paragraphs" | "quotes", input: Input): Input {
  return { id: present(story[part][0]), expectedVersion: story.version, ...input };
}

function element(story: Story): Input {
  return { ...inside(story), elementId: story.post };
}

function quoteOf({ paragraphs, version }: Story): Input {
  return {
    paragraphId: present(paragraphs[0]),
    expectedVersion: version,
    quote: { exact: "she said", kind: "INDIRECT" },
  };
}

function figureOf(story: Story): Input {
  return { ...inside(story), figure: { imageId: story.image } };
}

function captionOf({ figure, version }: Story): Input {
  return { id: figure, expectedVersion: version, caption: "The quay at dawn." };
}

/** Sends a mutation that must be accepted. */
async function act(name: string, input: Input): Promise<void> {
  const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  const document = `mutation ($input: ${type}Input!) { did: ${name}(input: $input) { __typename
    ... on UserError { message } } }`;
  const { did } = await desk.app.data<{ did: object }, object>(document, { input }, desk.headers.ADMIN);
  expect(did).toMatchObject({ __typename: `${type}Payload` });
}

describe("events", () => {
  it("are expected of every mutation of the schema", () => {
    expect(Object.keys(ACTS).toSorted()).toEqual(Object.keys(schema.getMutationType()?.getFields() ?? {}).toSorted());
  });

  it.each(Object.entries(ACTS))("%s writes exactly one, in its own transaction", async (name, [subject, make]) => {
    const input = await make();
    const events = await eventsOf(() => act(name, input));
    if (subject === null) {
      expect(events).toEqual([]);
      return;
    }
    const named = { act: RECORDED[name] ?? name, subject, actor: "Test admin", actorId: expect.any(String) };
    expect(events).toMatchObject([{ ...named, isOfAct: true }]);
    const [event] = events;
    const row = await desk.app.database.prisma.article.findUnique({ where: { id: event?.subjectId ?? "" } });
    expect(event?.articleVersion).toBe(subject === "Article" ? row?.version : null);
    const { id, articleId } = input;
    const target = decodeNodeId(String(articleId ?? id));
    if (target?.type === subject && !name.startsWith("merge")) expect(event?.subjectId).toBe(target.uuid);
  });

  it("an upload writes exactly one, and the same file again none", async () => {
    const content = await makePicture({ width: 20, height: 30 });
    const send = () => upload(desk.app, desk.headers.ADMIN, content);
    expect(await eventsOf(send)).toMatchObject([{ act: "uploadImage", subject: "Image", articleVersion: null }]);
    expect(await eventsOf(send)).toEqual([]);
  });

  it("are not written by what is refused, simulated or sent again", async () => {
    const { id, version } = await desk.newsroom.draft();
    const input = { headline: "Once", idempotencyKey: "once" };
    const fields = "__typename";
    const none = await eventsOf(async () => {
      await desk.run("updateArticle", { id, expectedVersion: version + 1, headline: "Stale" }, fields);
      await desk.run("updateArticle", { id, expectedVersion: version, headline: "" }, fields);
      await desk.run("updateArticle", { id, expectedVersion: version, headline: "Mine" }, fields, "READER");
      await desk.run("importArticle", { content: COPY.replace("ferry", "crane"), dryRun: true }, fields);
    });
    expect(none).toEqual([]);
    const twice = await eventsOf(async () => {
      await desk.run("createArticle", input, fields);
      await desk.run("createArticle", input, fields);
    });
    expect(twice).toMatchObject([{ act: "createArticle" }]);
  });

  it("an import of a story writes one for each person and article that it creates", async () => {
    const content = `2026-02-12 PORT MALDEN – The tide gate will be sold.\n\n“Nobody may know,” said engineer Bram Oster.\n`;
    const events = await eventsOf(() => act("importArticle", { content }));
    expect(events.map((event) => event.act).toSorted()).toEqual(["createArticle", "createPerson"]);
  });

  it("hold nothing of a text", async () => {
    const secret = "Unpublished words";
    await desk.newsroom.person({ name: secret });
    const draft = await desk.newsroom.draft({ headline: secret });
    await bringTo(desk.newsroom, draft, "IN_REVIEW");
    await act("rejectArticle", { id: draft.id, expectedVersion: draft.version + 1, reason: secret });
    const rows = await desk.app.database.read<{ row: string }>("SELECT to_jsonb(e)::text AS row FROM event e");
    expect(rows.filter(({ row }) => row.includes(secret))).toEqual([]);
  });
});
