import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACTS } from "../../src/auth/acts.js";
import { installationKey } from "../../src/auth/installation-key.service.js";
import type { Role } from "../../src/auth/role.js";
import { createApiToken } from "../../src/auth/token.service.js";
import { encodeUuid } from "../../src/lib/uuid.js";
import { encodeNodeId, type NodeType } from "../../src/graphql/node-id.js";
import { PREVIEW_KEY } from "../../src/auth/preview.js";
import { schema } from "../../src/schema.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { done, Newsroom } from "../support/newsroom.js";

const CALLERS = ["anonymous", "READER", "AUTHOR", "EDITOR", "ADMIN"] as const;
type Caller = (typeof CALLERS)[number];

let app: TestApp;
let headers: Readonly<Record<Caller, Readonly<Record<string, string>>>>;

beforeAll(async () => {
  app = await createTestApp();
  const { work } = new Newsroom(app.database);
  // Created once for an installation, whichever request asks for the first preview.
  await installationKey(app.database, PREVIEW_KEY);
  const bearer = async (role: Role): Promise<Readonly<Record<string, string>>> => {
    const { token } = done(await createApiToken(work, { name: `A ${role}`, role }));
    return { authorization: `Bearer ${token}` };
  };
  headers = {
    anonymous: {},
    READER: await bearer("READER"),
    AUTHOR: await bearer("AUTHOR"),
    EDITOR: await bearer("EDITOR"),
    ADMIN: await bearer("ADMIN"),
  };
});
afterAll(() => app.close());

const NOWHERE = "00000000-0000-7000-8000-000000000000";
const nowhere = (type: NodeType): string => encodeNodeId(type, NOWHERE);
const article = { id: nowhere("Article"), expectedVersion: 1 };
const ofArticle = { articleId: nowhere("Article"), expectedVersion: 1 };

/** An input that is invalid for callers with permission, so that the matrix writes nothing; and the expected error. */
interface Try {
  readonly input: object;
  readonly outcome: "NotFoundError" | "ValidationError" | "ImportArticlesPayload";
  readonly allowed: readonly Caller[];
}

const WRITERS: readonly Caller[] = ["AUTHOR", "EDITOR", "ADMIN"];
const EDITORS: readonly Caller[] = ["EDITOR", "ADMIN"];
const ADMINS: readonly Caller[] = ["ADMIN"];

const find = (allowed: readonly Caller[], input: object): Try => ({ input, outcome: "NotFoundError", allowed });
const judge = (allowed: readonly Caller[], input: object): Try => ({ input, outcome: "ValidationError", allowed });

/** The rights once more, written down by hand: the program's own table is compared with it. */
const TRIES: Readonly<Record<string, Try>> = {
  createArticle: judge(WRITERS, { headline: "" }),
  importArticle: judge(WRITERS, { content: "" }),
  // Every story of the content is judged by itself.
  importArticles: { ...judge(WRITERS, { content: "" }), outcome: "ImportArticlesPayload" },
  updateArticle: find(WRITERS, article),
  replaceBody: find(WRITERS, { ...ofArticle, body: [] }),
  deleteArticle: find(WRITERS, article),
  restoreArticle: find(WRITERS, { id: article.id }),
  addParagraph: find(WRITERS, { ...ofArticle, paragraph: { text: "New." } }),
  updateParagraph: find(WRITERS, { id: nowhere("Paragraph"), expectedVersion: 1, text: "New." }),
  removeElement: find(WRITERS, { ...ofArticle, elementId: nowhere("Paragraph") }),
  moveElement: find(WRITERS, { ...ofArticle, elementId: nowhere("Paragraph") }),
  addQuote: find(WRITERS, { paragraphId: nowhere("Paragraph"), expectedVersion: 1, quote: { exact: "New" } }),
  updateQuote: find(WRITERS, { id: nowhere("Quote"), expectedVersion: 1 }),
  removeQuote: find(WRITERS, { id: nowhere("Quote"), expectedVersion: 1 }),
  embedPost: find(WRITERS, { ...ofArticle, post: { id: nowhere("EmbeddedPost") } }),
  addFigure: find(WRITERS, { ...ofArticle, figure: { imageId: nowhere("Image") } }),
  updateFigure: find(WRITERS, { id: nowhere("Figure"), expectedVersion: 1 }),
  updateEmbeddedPost: find(WRITERS, { id: nowhere("EmbeddedPost") }),
  createPerson: judge(WRITERS, { name: "" }),
  updatePerson: find(WRITERS, { id: nowhere("Person") }),
  updateImage: find(WRITERS, { id: nowhere("Image") }),
  deleteImage: find(EDITORS, { id: nowhere("Image") }),
  mergePersons: find(EDITORS, {
    id: nowhere("Person"),
    intoId: encodeNodeId("Person", "00000000-0000-7000-8000-000000000001"),
  }),
  deletePerson: find(EDITORS, { id: nowhere("Person") }),
  updateTopic: find(WRITERS, { id: nowhere("Topic") }),
  mergeTopics: find(EDITORS, {
    id: nowhere("Topic"),
    intoId: encodeNodeId("Topic", "00000000-0000-7000-8000-000000000001"),
  }),
  createSection: judge(EDITORS, { name: "" }),
  updateSection: find(EDITORS, { id: nowhere("Section") }),
  deleteSection: find(EDITORS, { id: nowhere("Section") }),
  submitArticle: find(WRITERS, article),
  approveArticle: find(EDITORS, article),
  rejectArticle: find(EDITORS, { ...article, reason: "No." }),
  publishArticle: find(EDITORS, article),
  scheduleArticle: find(EDITORS, { ...article, publishAt: "2100-01-01T00:00:00Z" }),
  unscheduleArticle: find(EDITORS, article),
  unpublishArticle: find(EDITORS, article),
  killArticle: find(EDITORS, { ...article, reason: "No." }),
  restoreRevision: find(WRITERS, { ...ofArticle, number: 1 }),
  createPreviewToken: find(WRITERS, { articleId: article.id }),
  touchArticle: find(WRITERS, { id: article.id }),
  createApiToken: judge(ADMINS, { name: "", role: "READER" }),
  revokeApiToken: find(ADMINS, { id: encodeUuid(NOWHERE) }),
};

function capital(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

async function tryAs(caller: Caller, name: string, input: object): Promise<string> {
  const document = `mutation Try($input: ${capital(name)}Input!) { did: ${name}(input: $input) { __typename } }`;
  const { did } = await app.data<{ did: { __typename: string } }, object>(document, { input }, headers[caller]);
  return did.__typename;
}

/** Everything that a write could leave: one row count for each table. */
async function rowCounts(): Promise<unknown> {
  const tables = await app.database.read<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename",
  );
  const counts = tables.map(({ name }) => `(SELECT count(*) FROM "${name}") AS "${name}"`);
  return app.database.read(`SELECT ${counts.join(", ")}`);
}

describe("the table of rights", () => {
  it("covers every mutation there is, and so does this test", () => {
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {}).toSorted();
    expect(Object.keys(TRIES).toSorted()).toEqual(mutations);
    expect(
      Object.keys(ACTS)
        .filter((act) => !act.startsWith("read") && act !== "recheckQuotes")
        .toSorted(),
      // Files do not travel inside of GraphQL.
    ).toEqual([...mutations, "uploadImage"].toSorted());
  });

  it.each(Object.entries(TRIES))(
    "lets those do %s who may, forbids all others, and leaves nothing",
    async (name, { input, outcome, allowed }) => {
      const before = await rowCounts();
      for (const caller of CALLERS) {
        const expected = allowed.includes(caller) ? outcome : "ForbiddenError";
        expect(`${caller}: ${await tryAs(caller, name, input)}`).toBe(`${caller}: ${expected}`);
      }
      expect(await rowCounts()).toEqual(before);
    },
  );

  it("names the required right and the actor, and nothing of the input", async () => {
    const document = `mutation { did: killArticle(input: { id: "${article.id}", expectedVersion: 1, reason: "No." }) {
      ... on UserError { code message path } } }`;
    const { did } = await app.data<{ did: object }, object>(document, {}, headers.AUTHOR);
    expect(did).toEqual({
      code: "FORBIDDEN",
      message: "killArticle needs one of the roles EDITOR, ADMIN; the caller is AUTHOR.",
      path: null,
    });
  });

  it.each(["apiTokens", "auditLog"])("opens %s to ADMIN alone", async (field) => {
    for (const caller of CALLERS) {
      const answer = await app.ask<object, object>(
        `{ ${field} { totalCount nodes { name: __typename } } }`,
        {},
        headers[caller],
      );
      const codes = (answer.errors ?? []).map(({ extensions }) => extensions["code"]);
      expect([caller, codes]).toEqual([caller, caller === "ADMIN" ? [] : ["FORBIDDEN"]]);
      expect([caller, answer.data !== null && answer.data !== undefined]).toEqual([caller, caller === "ADMIN"]);
    }
  });
});
