import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../support/app.js";
import { Newsroom } from "../support/newsroom.js";
import { headersOf } from "../support/tokens.js";

let app: TestApp;
let admin: Record<string, string>;

beforeAll(async () => {
  app = await createTestApp();
  admin = await headersOf(app.database, "ADMIN");
});
afterAll(() => app.close());

interface Refused {
  readonly result: {
    readonly __typename: string;
    readonly issues: readonly {
      readonly path: string[];
      readonly reason: string | null;
      readonly limit: number | null;
    }[];
  };
}

const ISSUES = "__typename ... on ValidationError { issues { path reason limit } }";

/** The last step of the path of each issue with its reason and limit. */
async function reasonsOf(mutation: string, type: string, input: object): Promise<unknown> {
  const document = `mutation ($input: ${type}!) { result: ${mutation}(input: $input) { ${ISSUES} } }`;
  const { result } = await app.data<Refused, object>(document, { input }, admin);
  expect(result.__typename).toBe("ValidationError");
  return result.issues.map(({ path, reason, limit }) => [path.at(-1), reason, limit]);
}

it("names each violated rule of an article, with the limit of a length", async () => {
  const input = {
    headline: " ",
    standfirst: "x".repeat(2001),
    language: "x-private",
    slug: "No slug!",
    dateline: { place: "Port Aldren", date: "2099-01-01" },
    body: [{ post: { url: "ftp://social.example/1", authorName: "A", text: "Words." } }],
  };
  expect(await reasonsOf("createArticle", "CreateArticleInput", input)).toEqual(
    expect.arrayContaining([
      ["headline", "EMPTY", null],
      ["standfirst", "TOO_LONG", 2000],
      ["language", "NOT_A_LANGUAGE", null],
      ["slug", "NOT_A_SLUG", expect.any(Number)],
      ["date", "DAY_IN_FUTURE", null],
      ["url", "ADDRESS_NOT_HTTP", null],
    ]),
  );
});

it("names the reason that an embargo needs, and a moment that has passed", async () => {
  const { id, version } = await new Newsroom(app.database).draft({ embargoedUntil: new Date("2099-01-01T00:00:00Z") });
  const lifted = { id, expectedVersion: version, embargoedUntil: null };
  expect(await reasonsOf("updateArticle", "UpdateArticleInput", lifted)).toEqual([
    ["embargoReason", "REASON_REQUIRED", null],
  ]);
  const token = { name: "Late", role: "AUTHOR", expiresAt: "2001-01-01T00:00:00Z" };
  expect(await reasonsOf("createApiToken", "CreateApiTokenInput", token)).toEqual([
    ["expiresAt", "MOMENT_PASSED", null],
  ]);
});

it("leaves the reason null where only the message says which rule is violated", async () => {
  const quotes = [{ exact: "Words", start: 0, end: 5 }];
  const body = [{ paragraph: { text: "Words.", quotes } }];
  const found = await reasonsOf("createArticle", "CreateArticleInput", { headline: "Kept", body });
  expect(found).toEqual([[expect.any(String), null, null]]);
});

it("names the rules of lists, quotes, references and names", async () => {
  const twice = [{ id: await new Newsroom(app.database).person() }].map(({ id }) => ({ personId: id }));
  const input = {
    headline: "Rules",
    dateline: { date: "2026-01-01" },
    topics: Array.from({ length: 200 }, (_none, at) => `Topic ${at}`),
    authors: [...twice, ...twice],
    body: [
      { paragraph: { text: "Words.", quotes: [{ exact: "Other words" }] } },
      { paragraph: { text: "A \u0007 bell." } },
    ],
  };
  const found = await reasonsOf("createArticle", "CreateArticleInput", input);
  expect(found).toEqual(
    expect.arrayContaining([
      [expect.any(String), "TOO_MANY", expect.any(Number)],
      [expect.any(String), "LISTED_TWICE", null],
      ["exact", "WORDS_NOT_FOUND", null],
      ["text", "INVALID_CHARACTERS", null],
      ["dateline", "PLACE_REQUIRED", null],
    ]),
  );
});

const REFUSED = "__typename ... on ConflictError { conflict: reason } ... on ForbiddenError { forbidden: reason }";

/** The reason of a refusal that is no invalid input. */
async function refusalOf(mutation: string, type: string, input: object, headers = admin): Promise<unknown> {
  const document = `mutation ($input: ${type}!) { result: ${mutation}(input: $input) { ${REFUSED} } }`;
  const { result } = await app.data<{ result: { conflict?: string; forbidden?: string } }, object>(
    document,
    { input },
    headers,
  );
  return result.conflict ?? result.forbidden ?? null;
}

it("names what a write conflicts with, and what forbids it beyond the role", async () => {
  const newsroom = new Newsroom(app.database);
  const [speakerId, sectionId] = [await newsroom.person(), await newsroom.section({ name: "Harbour" })];
  const portrait = await newsroom.person({ name: "Ada Seen", role: "Mayor" });
  const quotes = [{ exact: "Words", speakerId }];
  const body = [{ paragraph: { text: "Words.", quotes } }, { paragraph: { text: "Seen.", quotes: [] } }];
  await newsroom.published({ slug: "taken", sectionId, body, authors: [{ personId: portrait }] });
  const author = await headersOf(app.database, "AUTHOR");
  const { version } = await app.database.prisma.person.findFirstOrThrow({ where: { name: "Ada Seen" } });
  const update = { id: portrait, expectedVersion: version, role: "Harbour master" };
  expect([
    await refusalOf("createArticle", "CreateArticleInput", { headline: "A", slug: "taken" }),
    await refusalOf("deletePerson", "DeletePersonInput", { id: speakerId }),
    await refusalOf("deletePerson", "DeletePersonInput", { id: portrait }),
    await refusalOf("mergePersons", "MergePersonsInput", { id: speakerId, intoId: speakerId }),
    await refusalOf("deleteSection", "DeleteSectionInput", { id: sectionId }),
    await refusalOf("updateSection", "UpdateSectionInput", { id: sectionId, parentId: sectionId }),
    await refusalOf("updatePerson", "UpdatePersonInput", update, author),
    await refusalOf("deletePerson", "DeletePersonInput", { id: portrait }, author),
  ]).toEqual([
    "SLUG_TAKEN",
    "PERSON_IS_QUOTED",
    "PERSON_IS_AUTHOR",
    "SAME_OBJECT",
    "SECTION_HAS_ARTICLES",
    "SECTION_BELOW_ITSELF",
    "APPROVED_TEXT",
    null,
  ]);
});
