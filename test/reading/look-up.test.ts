import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../support/app.js";
import { Newsroom } from "../support/newsroom.js";

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
  const newsroom = new Newsroom(app.database);
  await newsroom.person({ name: "Ángel Österby", slug: "ángel-österby" });
  const said = "“Die STRASSE bleibt zu\\ende_100%”";
  const body = [{ paragraph: { text: `${said}, said Ángel Österby.`, quotes: [{ exact: said }] } }];
  await newsroom.published({ headline: "Café am Kai", slug: "café-am-kai", topics: ["Fähren"], body });
  await newsroom.published({ headline: "ΟΔΥΣΣΕΥΣ επιστρέφει", slug: "odysseus" });
  await newsroom.published({ headline: "STRASSE gesperrt", slug: "strasse" });
  await newsroom.published({ headline: "東京で会談", slug: "tokyo", language: "ja" });
  await newsroom.killed({ headline: "Señal falsa", slug: "señal-falsa" });
});
afterAll(() => app.close());

const decomposed = (text: string): string => text.normalize("NFD");

describe("a slug", () => {
  it.each([
    ["article", "café-am-kai"],
    ["article", "CAFÉ-am-kai"],
    ["person", "ángel-österby"],
    ["topic", "fahren"],
    ["killNotice", "señal-falsa"],
  ])("of %s is found in its decomposed spelling: %s", async (field, slug) => {
    const query = `query ($slug: String!) { ${field}(slug: $slug) { __typename } }`;
    expect(await app.data(query, { slug: decomposed(slug) })).toEqual({ [field]: { __typename: expect.any(String) } });
  });

  it.each(["\0", "café-am-kai\0", "\uD800", "a".repeat(100_000), "%", ""])(
    "that cannot be one finds nothing: %j",
    async (slug) => {
      const query =
        "query ($slug: String!) { article(slug: $slug) { id } person(slug: $slug) { id } topic(slug: $slug) { id } }";
      expect(await app.data(query, { slug })).toEqual({ article: null, person: null, topic: null });
    },
  );

  it("leads from its decomposed address to the address in force", async () => {
    const answer = await app.http.inject(`/articles/${encodeURIComponent(decomposed("café-am-kai"))}.html`);
    expect(answer.statusCode).toBe(301);
    expect(answer.headers.location).toBe("https://cms.example/articles/caf%C3%A9-am-kai.html");
  });
});

describe("a filter by characters", () => {
  it.each(["οδυσσευς", "Οδυσσευς", "ΟΔΥΣΣΕΥΣ"])("finds Greek in any case: %s", async (wanted) =>
    expect(await headlines(wanted)).toEqual(["ΟΔΥΣΣΕΥΣ επιστρέφει"]),
  );

  it.each([
    ["straße", "STRASSE gesperrt"],
    [decomposed("CAFÉ"), "Café am Kai"],
  ])("finds %s in %s", async (wanted, headline) => expect(await headlines(wanted)).toEqual([headline]));

  const [cafe, odysseus, street, tokyo] = [
    "Café am Kai",
    "ΟΔΥΣΣΕΥΣ επιστρέφει",
    "STRASSE gesperrt",
    "東京で会談",
  ] as const;
  it.each([
    ["ß", [street]],
    [decomposed("É"), [street, cafe]],
    ["ai", [cafe]],
    ["E ", [street, cafe]],
    ["ς", [odysseus]],
    ["京", [tokyo]],
    ["東京", [tokyo]],
    ["東で", []],
    ["zq", []],
    ["%", []],
    ["_", []],
    ["", [tokyo, street, odysseus, cafe]],
    ["\u00AD", [tokyo, street, odysseus, cafe]],
  ])("finds %j, which is shorter than a trigram, exactly where it is", async (wanted, expected) =>
    expect(await headlines(wanted)).toEqual(expected),
  );

  it("finds quotes and persons in the same way, and reads no character as a wildcard", async () => {
    const query = `query ($words: String!, $name: String!) {
      quotes(filter: { textContains: $words }) { totalCount } persons(filter: { nameContains: $name }) { totalCount }
    }`;
    const count = async (words: string, name: string): Promise<unknown> => app.data(query, { words, name });
    const [found, none] = [{ totalCount: 1 }, { totalCount: 0 }];
    expect(await count("straße bleibt zu\\ENDE_100%", decomposed("österby"))).toEqual({
      quotes: found,
      persons: found,
    });
    expect(await count("ende%100", "_ngel")).toEqual({ quotes: none, persons: none });
  });

  async function headlines(headlineContains: string): Promise<string[]> {
    const query = "query ($filter: ArticleFilter) { articles(filter: $filter) { nodes { headline } } }";
    const { articles } = await app.data<{ articles: { nodes: { headline: string }[] } }, object>(query, {
      filter: { headlineContains },
    });
    return articles.nodes.map(({ headline }) => headline);
  }
});

describe("a language that is none", () => {
  it("is refused in a filter, and the argument is named", async () => {
    const { errors } = await app.ask('{ articles(filter: { language: "klingon" }) { totalCount } }');
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "filter.language" } }]);
  });
});
