import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  DeskAddParagraphDocument,
  DeskCreateArticleDocument,
  DeskMoveElementDocument,
  DeskPublishArticleDocument,
  DeskUpdateArticleDocument,
  DeskUpdateParagraphDocument,
} from "../generated/graphql.js";
import { Desk, present } from "../support/desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

/** A published article of so many paragraphs, each with a quote of somebody and a post as its source. */
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

/** Each write with the most statements that it may cost, the caller's token and the answer included. */
const WRITES = [
  {
    name: "updateArticle",
    most: 9,
    write: ({ id, version }: Sized) =>
      desk.write(DeskUpdateArticleDocument, { id, expectedVersion: version, headline: "Another headline" }),
  },
  {
    name: "addParagraph",
    most: 18,
    write: ({ id, version }: Sized) =>
      desk.write(DeskAddParagraphDocument, {
        articleId: id,
        expectedVersion: version,
        paragraph: { text: "One more." },
      }),
  },
  {
    name: "updateParagraph",
    most: 22,
    write: ({ paragraph, version }: Sized) =>
      desk.write(DeskUpdateParagraphDocument, {
        id: paragraph,
        expectedVersion: version,
        text: "Then: “Word 0 of it,” they said.",
      }),
  },
  {
    name: "moveElement",
    most: 20,
    write: ({ id, version, paragraph }: Sized) =>
      desk.write(DeskMoveElementDocument, { articleId: id, expectedVersion: version, elementId: paragraph }),
  },
  {
    name: "publishArticle",
    most: 28,
    write: ({ id, version }: Sized) => desk.write(DeskPublishArticleDocument, { id, expectedVersion: version }),
  },
] as const;

describe("a write", () => {
  it.each(WRITES)("$name costs at most $most statements, however long the article is", async ({ write, most }) => {
    const [short, long] = [await articleOf(2), await articleOf(60)];
    const ofShort = await statementsOf(() => write(short));
    const ofLong = await statementsOf(() => write(long));
    expect(ofLong).toHaveLength(ofShort.length);
    expect(ofLong.length).toBeLessThanOrEqual(most);
  });

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
        statements.findIndex((sql) => sql.startsWith(`INSERT INTO "public"."${table}"`));
      expect(at("article_slug")).toBeGreaterThan(0);
      expect(at("topic")).toBeGreaterThan(at("article_slug"));
    }
  });
});
