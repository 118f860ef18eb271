import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  DeskAddParagraphDocument,
  DeskAddQuoteDocument,
  DeskApproveArticleDocument,
  DeskCreateArticleDocument,
  DeskDeleteArticleDocument,
  DeskKillArticleDocument,
  DeskMoveElementDocument,
  DeskPublishArticleDocument,
  DeskRejectArticleDocument,
  DeskRemoveElementDocument,
  DeskScheduleArticleDocument,
  DeskSubmitArticleDocument,
  DeskUnpublishArticleDocument,
  DeskUpdateArticleDocument,
  DeskUpdateParagraphDocument,
} from "../generated/graphql.js";
import { submitArticle, unpublishArticle } from "../../src/publishing/publishing.service.js";
import { Desk, present } from "../support/desk.js";
import { done } from "../support/newsroom.js";
import { FAR_AHEAD } from "../support/story.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

/** A published article of this many paragraphs, each with a quote of somebody and a post as its source. */
async function articleOf(size: number) {
  const { newsroom } = desk;
  const speakerId = await newsroom.person({ name: `Speaker Of${size}` });
  const sourceId = await newsroom.post({ text: "The harbour opens on Monday." });
  const body = Array.from({ length: size }, (_, at) => ({
    paragraph: {
      text: `“Word ${at} of it,” said Speaker Of${size}.`,
      quotes: [{ exact: `Word ${at} of it`, speakerId, sourceId }],
    },
  }));
  const { id, version } = await newsroom.published({ body, topics: ["Ports"] });
  const first = present((await desk.draft(id))?.body[0]);
  return { id, version, paragraph: first.id };
}

type Sized = Awaited<ReturnType<typeof articleOf>>;

/** Every statement of a write and its answer, BEGIN and COMMIT left out. */
async function statementsOf(write: () => Promise<{ readonly __typename: string }>): Promise<readonly string[]> {
  desk.app.statements.length = 0;
  const { __typename } = await write();
  expect(__typename).toMatch(/Payload$/);
  return desk.app.statements.map(({ sql }) => sql).filter((sql) => !/^(BEGIN|COMMIT|SET|DEALLOCATE)\b/i.test(sql));
}

const at = ({ id, version }: Sized) => ({ id, expectedVersion: version });
const inside = ({ id, version }: Sized) => ({ articleId: id, expectedVersion: version });

async function inReview(size: number): Promise<Sized> {
  const sized = await articleOf(size);
  const { newsroom } = desk;
  const unpublished = done(await unpublishArticle(newsroom.work, at(sized)));
  const target = { id: sized.id, expectedVersion: unpublished.version };
  return { ...sized, version: done(await submitArticle(newsroom.work, target)).version };
}

async function unpublished(size: number): Promise<Sized> {
  const sized = await articleOf(size);
  return { ...sized, version: done(await unpublishArticle(desk.newsroom.work, at(sized))).version };
}

/** A write, the article that it is sent to, and the statements that it costs, with those of the caller's token and the answer. */
interface Write {
  readonly name: string;
  readonly most: number;
  readonly write: (sized: Sized) => Promise<{ readonly __typename: string }>;
  readonly make?: (size: number) => Promise<Sized>;
}

const text = "Then: “Word 0 of it,” they said.";

const WRITES: readonly Write[] = [
  {
    name: "updateArticle",
    most: 7,
    write: (one) => desk.write(DeskUpdateArticleDocument, { ...at(one), headline: "Other" }),
  },
  {
    name: "addParagraph",
    most: 10,
    write: (one) => desk.write(DeskAddParagraphDocument, { ...inside(one), paragraph: { text: "One more." } }),
  },
  {
    name: "updateParagraph",
    most: 11,
    write: ({ paragraph, version }) =>
      desk.write(DeskUpdateParagraphDocument, { id: paragraph, expectedVersion: version, text }),
  },
  {
    name: "addQuote",
    most: 10,
    write: ({ paragraph, version }) => {
      const quote = { exact: "said", kind: "INDIRECT" } as const;
      return desk.write(DeskAddQuoteDocument, { paragraphId: paragraph, expectedVersion: version, quote });
    },
  },
  {
    name: "removeElement",
    most: 9,
    write: (one) => desk.write(DeskRemoveElementDocument, { ...inside(one), elementId: one.paragraph }),
  },
  {
    name: "moveElement",
    most: 9,
    write: (one) => desk.write(DeskMoveElementDocument, { ...inside(one), elementId: one.paragraph }),
  },
  { name: "submitArticle", most: 7, make: unpublished, write: (one) => desk.write(DeskSubmitArticleDocument, at(one)) },
  { name: "approveArticle", most: 7, make: inReview, write: (one) => desk.write(DeskApproveArticleDocument, at(one)) },
  {
    name: "rejectArticle",
    most: 6,
    make: inReview,
    write: (one) => desk.write(DeskRejectArticleDocument, { ...at(one), reason: "Too thin." }),
  },
  { name: "publishArticle", most: 11, write: (one) => desk.write(DeskPublishArticleDocument, at(one)) },
  {
    name: "scheduleArticle",
    most: 9,
    make: unpublished,
    write: (one) => desk.write(DeskScheduleArticleDocument, { ...at(one), publishAt: FAR_AHEAD.toISOString() }),
  },
  { name: "unpublishArticle", most: 7, write: (one) => desk.write(DeskUnpublishArticleDocument, at(one)) },
  {
    name: "killArticle",
    most: 9,
    write: (one) => desk.write(DeskKillArticleDocument, { ...at(one), reason: "Forged." }),
  },
  {
    name: "deleteArticle",
    most: 10,
    make: unpublished,
    write: (one) => desk.write(DeskDeleteArticleDocument, at(one)),
  },
];

describe("a write", () => {
  it.each(WRITES)(
    "$name costs $most statements, however long the article is",
    async ({ write, most, make = articleOf }) => {
      const [short, long] = [await make(2), await make(60)];
      const ofShort = await statementsOf(() => write(short));
      const ofLong = await statementsOf(() => write(long));
      expect(ofLong).toHaveLength(ofShort.length);
      expect(ofLong.length).toBe(most);
    },
  );

  it("claims the slug before the topics, whatever it is, so that two writers cannot wait for each other", async () => {
    const { id, version } = await articleOf(1);
    const create = await statementsOf(() =>
      desk.write(DeskCreateArticleDocument, { headline: "Order", slug: "order-one", topics: ["Order"] }),
    );
    const update = await statementsOf(() =>
      desk.write(DeskUpdateArticleDocument, {
        id,
        expectedVersion: version,
        slug: "order-two",
        topics: ["Order", "Other"],
      }),
    );
    for (const statements of [create, update]) {
      const at = (table: string): number =>
        statements.findIndex((sql) =>
          sql.replaceAll('"public".', "").replaceAll('"', "").trim().startsWith(`INSERT INTO ${table} `),
        );
      expect(at("article_slug")).toBeGreaterThan(0);
      expect(at("topic")).toBeGreaterThan(at("article_slug"));
    }
  });
});
