import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deleteArticle } from "../../src/publishing/trash.service.js";
import { killArticle, publishArticle } from "../../src/publishing/publishing.service.js";
import { ImportArticleDocument, type ImportArticleInput } from "../generated/graphql.js";
import { Desk, present } from "../support/desk.js";
import { done } from "../support/newsroom.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

const times = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

let made = 0;
beforeEach(() => {
  made += 1;
});

/** A text that no other test imports. */
function textBy(speaker: string, more = ""): string {
  return `PORT MALDEN, Feb. 11, 2026 – The lock number ${made} was opened again on Wednesday.

“It holds number ${made} well,” ${speaker} told reporters.
${more}`;
}

/** A document with a name of its own. */
function ninjs(uri: string, text: string): string {
  const body = text
    .split("\n\n")
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join("");
  return JSON.stringify({ uri, headline: "Lock opened", body_html: body });
}

type Input = ImportArticleInput;

async function send(input: Input, as: "AUTHOR" | "EDITOR" | "READER" = "EDITOR") {
  return desk.write(ImportArticleDocument, input, as);
}

async function take(content: string, more: Omit<Input, "content"> = {}) {
  const result = await send({ content, ...more });
  if (result.__typename !== "ImportArticlePayload") throw new Error(JSON.stringify(result));
  return result;
}

/** Everything that an import may write, counted. */
async function counts() {
  const { prisma } = desk.app.database;
  const [articles, keys, persons, names, accounts, posts, acts] = await Promise.all([
    prisma.article.count(),
    prisma.importKey.count(),
    prisma.person.count(),
    prisma.personName.count(),
    prisma.socialAccount.count(),
    prisma.embeddedPost.count(),
    prisma.auditEntry.count(),
  ]);
  return { articles, keys, persons, names, accounts, posts, acts };
}

describe("the language of the input", () => {
  it.each(["klingon", "x-private"])("is none when it is %s, and nothing is written", async (language) => {
    const before = await counts();
    const refused = await send({ content: textBy("engineer Bram Oster"), language });
    const message = `"${language}" is not a language.`;
    expect(refused).toMatchObject({
      __typename: "ValidationError",
      issues: [{ path: ["input", "language"], message }],
    });
    expect(await counts()).toEqual(before);
  });
});

describe("a story that comes again", () => {
  it("is found by its words without the name it came with", async () => {
    const text = textBy("engineer Bram Oster");
    const first = await take(ninjs("urn:lock:a", text));
    const before = await counts();
    const again = await take(text, { format: "TEXT" });
    expect(again.article).toMatchObject({ id: first.article?.id, version: 1 });
    expect(again.report.wasImportedBefore).toBe(true);
    const dry = await take(text, { format: "TEXT", dryRun: true });
    expect(dry.article).toBeNull();
    expect(dry.knownArticle?.id).toBe(first.article?.id);
    expect(again.report.warnings.at(-1)).toBe(
      `The story was imported before, as ${first.article?.id}; nothing was written.`,
    );
    expect(await counts()).toEqual(before);
  });

  it("is found by its sender's id with other words, which are reported and not stored", async () => {
    const text = textBy("engineer Bram Oster");
    const first = await take(ninjs("urn:lock:b", text));
    const before = await counts();
    const next = await take(ninjs("urn:lock:b", `${text}\n\nA second version.`));
    expect(next.article?.id).toBe(first.article?.id);
    expect(next.report.warnings.at(-1)).toContain("Its text differs from what was imported then.");
    expect(await counts()).toEqual(before);
    const alone = await take(`${text}\n\nA second version.`, { format: "TEXT" });
    expect(alone.report.wasImportedBefore).toBe(false);
  });

  it("is found by a name under which the same words came later, but for a dry run", async () => {
    const text = textBy("engineer Bram Oster");
    const first = await take(text, { format: "TEXT" });
    const before = await counts();
    await take(ninjs("urn:lock:c", text), { dryRun: true });
    expect(await counts()).toEqual(before);
    await take(ninjs("urn:lock:c", text));
    expect(await counts()).toEqual({ ...before, keys: before.keys + 1, acts: before.acts + 1 });
    const next = await take(ninjs("urn:lock:c", `${text}\n\nA second version.`));
    expect(next.article?.id).toBe(first.article?.id);
  });

  it("is found by its name before its words, where these lead to two articles", async () => {
    const text = textBy("engineer Bram Oster");
    const named = await take(ninjs("urn:lock:d", text));
    const other = await take(`${text}\n\nOther words.`, { format: "TEXT" });
    const both = await take(ninjs("urn:lock:d", `${text}\n\nOther words.`));
    expect([both.article?.id, both.article?.id === other.article?.id]).toEqual([named.article?.id, false]);
  });

  it("is named in a dry run with its article, killed as well, and refused in the trash", async () => {
    const text = textBy("engineer Bram Oster");
    const { article } = await take(text);
    const id = present(article).id;
    const lastWarning = async () => (await take(text, { dryRun: true })).report.warnings.at(-1);
    expect(await lastWarning()).toBe(`The story was imported before, as ${id}; nothing was written.`);
    const { work } = desk.newsroom;
    const published = done(await publishArticle(work, { id, expectedVersion: 1 }));
    done(await killArticle(work, { id, expectedVersion: published.version, reason: "Forged." }));
    expect(await lastWarning()).toBe(
      `The story was imported before, as ${id}, and was killed since; nothing was written.`,
    );
    const thrown = `${text}\n\nTo be thrown away.`;
    const trashed = present((await take(thrown)).article).id;
    done(await deleteArticle(work, { id: trashed, expectedVersion: 1 }));
    const words = `The story was imported before and lies in the trash as ${trashed}; restore it.`;
    for (const dryRun of [true, false])
      expect(await send({ content: thrown, dryRun })).toMatchObject({ __typename: "ConflictError", message: words });
  });
});

describe("many imports at once", () => {
  it("of one story end in one article", async () => {
    const text = textBy("engineer Karo Lindqvist");
    const before = await counts();
    const results = await Promise.all(
      times(10).map((at) => take(at % 2 ? ninjs("urn:lock:many", text) : text, { format: at % 2 ? "NINJS" : "TEXT" })),
    );
    expect(new Set(results.map(({ article }) => article?.id)).size).toBe(1);
    expect(results.filter(({ report }) => report.wasImportedBefore)).toHaveLength(9);
    const after = await counts();
    expect(after).toMatchObject({ articles: before.articles + 1, persons: before.persons + 1, keys: before.keys + 2 });
  });
});

describe("the persons of a story", () => {
  /** Everything the newsroom has of persons. */
  const allPersons = () =>
    desk.app.database.prisma.person.findMany({
      include: {
        names: { orderBy: { position: "asc" } },
        accounts: { orderBy: { position: "asc" } },
        slugs: { orderBy: { slug: "asc" } },
      },
      orderBy: { id: "asc" },
    });

  it("are reported in a dry run as the import makes them, and a dry run leaves nothing written", async () => {
    await desk.newsroom.person({ name: "Odile Ferrand", role: "Harbour pilot" });
    await desk.newsroom.person({ name: "Marek J. Tolland" });
    const text = textBy(
      "harbour pilot Odile Ferrand",
      "\n“We wait,” skipper Marek Tolland said.\n\n“So do we,” cook Runa Vestergard said.\n",
    );
    const before = [await counts(), await allPersons()];
    const dry = await take(text, { dryRun: true });
    expect([await counts(), await allPersons()]).toEqual(before);
    const real = await take(text);
    expect(dry.article).toBeNull();
    expect(dry.report).toEqual(real.report);
    const byWords = (one: readonly unknown[], other: readonly unknown[]) => (String(one) < String(other) ? -1 : 1);
    const nameOf = ({ path }: { readonly path: string }) =>
      real.report.proposals.find((each) => each.path === path.replace("match", "name"))?.value;
    const matches = real.report.proposals.filter(({ path }) => path.endsWith(".match"));
    expect(matches.map((match) => [nameOf(match), match.value, match.isApplied]).sort(byWords)).toEqual([
      ["Marek Tolland", "Marek J. Tolland (marek-j-tolland)", false],
      ["Marek Tolland", "a new person", true],
      ["Odile Ferrand", "Odile Ferrand, Harbour pilot (odile-ferrand)", true],
      ["Runa Vestergard", "a new person", true],
    ]);
    expect(real.report.warnings.slice(-1)).toEqual([
      "Marek Tolland is taken for a new person, but may be Marek J. Tolland (marek-j-tolland): merge them if so.",
    ]);
  });

  it("with a name of two known persons are new, and each of the two is proposed", async () => {
    const two = [
      await desk.newsroom.person({ name: "Ines Varga" }),
      await desk.newsroom.person({ name: "Inés Varga" }),
    ];
    const { article, report } = await take(textBy("engineer Ines Varga"));
    const speaker = article?.quotes[0]?.speaker;
    expect([speaker?.name, two.includes(speaker?.id ?? "")]).toEqual(["Ines Varga", false]);
    const matches = report.proposals.filter(({ path }) => path === "persons[0].match");
    expect(matches.map(({ isApplied }) => isApplied)).toEqual([true, false, false]);
    expect(matches[1]).toMatchObject({ confidence: 0.4, reason: "2 persons of the newsroom bear this name." });
  });
});

describe("what a draft has no place for", () => {
  it("is reported and not marked as written", async () => {
    const text = textBy("they", "\n“We wait,” skipper Marek Tolland said, “and we fish.”\n");
    const { report } = await take(text, { dryRun: true });
    const listed = report.proposals.flatMap(({ path, value, isApplied }) => {
      const field = /quotes\[\d+\]\.(speaker|continues)$/.exec(path)?.[1];
      return field ? [[field, value, isApplied]] : [];
    });
    expect(listed).toEqual([
      ["speaker", "they", false],
      ["speaker", "Marek Tolland", true],
      ["speaker", "Marek Tolland", true],
      ["continues", "elements[2].quotes[0]", false],
    ]);
  });
});

describe("an import that is not done", () => {
  it("is refused for readers, a dry run as well, and nothing is written", async () => {
    const before = await counts();
    for (const dryRun of [false, true]) {
      const refused = await send({ content: textBy("engineer Nell Brandt"), dryRun }, "READER");
      expect(refused.__typename).toBe("ForbiddenError");
    }
    expect(await counts()).toEqual(before);
  });

  it("leaves no persons and posts behind when the article is refused", async () => {
    const before = await counts();
    const post = "\nIt holds well. — Nell Brandt (@nbrandt) February 11, 2026\n";
    const headline = "Lock ".repeat(150);
    const refused = await send({ content: textBy("engineer Nell Brandt", post), headline });
    expect(refused).toMatchObject({ __typename: "ValidationError", issues: [{ path: ["input", "headline"] }] });
    expect(await counts()).toEqual(before);
  });
});
