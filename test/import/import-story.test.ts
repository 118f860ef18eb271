import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { joinTransaction } from "../../src/auth/work.js";
import { createPerson } from "../../src/person/person.service.js";
import { lockNames } from "../../src/import/import.known.service.js";
import { importStory } from "../../src/import/import.service.js";
import { matchPersons } from "../../src/import/import.persons.service.js";
import { readPlainCopy, type StoryElement, type StoryPerson, type CopyStory } from "@dateline/copy-reader";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { done, Newsroom } from "../support/newsroom.js";
import { PATIENTLY } from "../support/patiently.js";

const COPY = `2026-02-11 PORT MALDEN – The ferry to Sorrel Island runs again.

“The quay is safe again,” harbour master Ilse Harrow told reporters.

The quay is safe again after twelve weeks. — Ilse Harrow (@iharrow) February 11, 2026

“We have waited,” skipper Marek Tolland said.
`;

let opened: TestDatabase;
let made: Newsroom;
beforeAll(async () => {
  opened = await createTestDatabase();
  made = new Newsroom(opened.database);
});
afterAll(() => opened.close());

/** How many rows each table has. */
async function rows(): Promise<Record<string, number>> {
  const { rows: tables } = await opened.database.pool.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename",
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows: counted } = await opened.database.pool.query(`SELECT count(*)::int AS count FROM "${name}"`);
    counts[name] = counted[0].count;
  }
  return counts;
}

function reported(name: string, more: Partial<StoryPerson> = {}): StoryPerson {
  return { key: name, name, role: null, aliases: [], handles: [], confidence: 0.9, reasons: [], ...more };
}

/** A story in which each of these persons says something. */
function storyOf(text: string, persons: readonly StoryPerson[]): CopyStory {
  const elements = persons.map(({ key }, at): StoryElement => {
    const quote = { start: 1, end: 1 + text.length, text, kind: "DIRECT", speakerKey: key, speakerText: key } as const;
    const rest = { speakerRole: null, saidOn: null, sourcePost: null, utterance: at, confidence: 0.9, reasons: [] };
    return {
      kind: "paragraph",
      text: `“${text}” ${key}.`,
      role: "text",
      style: "BODY",
      line: 1,
      quotes: [{ ...quote, ...rest }],
    };
  });
  return { ...readPlainCopy(COPY), elements, persons, proposals: [], warnings: [] };
}

/** Everything the newsroom has of persons. */
function allPersons() {
  return opened.database.prisma.person.findMany({
    include: {
      names: { orderBy: { position: "asc" } },
      accounts: { orderBy: { position: "asc" } },
      slugs: { orderBy: { slug: "asc" } },
    },
    orderBy: { id: "asc" },
  });
}

/** Who speaks in an article, in the order of its paragraphs. */
async function speakersOf(articleId: string | undefined): Promise<(string | undefined)[]> {
  const paragraphs = await opened.database.prisma.paragraph.findMany({
    where: { articleId: articleId ?? "" },
    orderBy: { position: "asc" },
    include: { quotes: { include: { speaker: true } } },
  });
  return paragraphs.flatMap(({ quotes }) => quotes.map(({ speaker }) => speaker?.slug));
}

describe("a failure in the middle of an import", () => {
  const story = readPlainCopy(COPY);

  it("leaves nothing behind, wherever it comes", async () => {
    const before = await rows();
    for (let last = 0; ; last += 1) {
      let keys = 0;
      const newId = (): string => {
        keys += 1;
        if (keys > last) throw new Error("The disk is full.");
        return made.work.newId();
      };
      const outcome = await importStory({ ...made.work, newId }, story).catch((error: unknown) => error);
      if (!(outcome instanceof Error)) break;
      expect(outcome.message).toBe("The disk is full.");
      expect(await rows()).toEqual(before);
    }
    expect(await rows()).toMatchObject({ article: 1, person: 2, embedded_post: 1, import_key: 1 });
  });

  it.each<[string, StoryElement]>([
    [
      "a paragraph is too long",
      { kind: "paragraph", text: "a".repeat(100_001), role: "text", style: "BODY", line: 9, quotes: [] },
    ],
    ["a paragraph is empty", { kind: "paragraph", text: " ", role: "text", style: "BODY", line: 9, quotes: [] }],
  ])("such as that %s", async (_, element) => {
    const persons = [...story.persons, reported("Runa Vestergard")];
    const before = await rows();
    const refused = await importStory(made.work, { ...story, persons, elements: [...story.elements, element] });
    expect(refused).toHaveProperty("code", expect.stringMatching(/VALIDATION|CONFLICT/));
    expect(await rows()).toEqual(before);
  });
});

describe("persons", () => {
  const account = (handle: string) => ({ handles: [{ platform: "X", handle }] }) as const;

  it("who are known stay as they are; new facts about them are proposed", async () => {
    await made.person({
      name: "Petra Osei",
      role: "Lock keeper",
      aliases: ["Petra Osei-Lund"],
      accounts: [{ platform: "X", handle: "@posei" }],
    });
    await made.person({ name: "Silvan Okoro" });
    const before = await allPersons();
    const story = storyOf("It holds.", [
      reported("Petra Osei-Lund", { role: "spokeswoman", ...account("@petra_osei") }),
      reported("Silvan Okoro", { role: "skipper", aliases: ["Okoro", "Captain Okoro"] }),
      reported("Petra O.", account("@POSEI")),
    ]);
    const { article, proposals, warnings } = done(await importStory(made.work, story));
    expect(await speakersOf(article?.articleId)).toEqual(["petra-osei", "silvan-okoro", "petra-osei"]);
    expect(await allPersons()).toEqual(before);
    const news = proposals.filter(({ path }) => /\.match\./.test(path));
    expect(news.map(({ path, value, isApplied }) => [path, value, isApplied])).toEqual([
      ["persons[0].match.role", "spokeswoman", false],
      ["persons[0].match.handle", "@petra_osei", false],
      ["persons[1].match.role", "skipper", false],
      ["persons[1].match.alias", "Captain Okoro", false],
      ["persons[2].match.alias", "Petra O.", false],
    ]);
    for (const { reason } of news) expect(reason).toMatch(/^The newsroom (has|does not have) .+\.$/);
    expect(warnings).toEqual([]);
  });

  it("that a story names twice are created once", async () => {
    const story = storyOf("It held.", [
      reported("Karo Lindqvist", account("@klind")),
      reported("K. L.", account("@klind")),
      reported("KARO LINDQVIST"),
    ]);
    const { article } = done(await importStory(made.work, story));
    expect(await speakersOf(article?.articleId)).toEqual(["karo-lindqvist", "karo-lindqvist", "karo-lindqvist"]);
  });

  it("that two concurrent stories name are created once, with their account", async () => {
    const before = await rows();
    const imports = Array.from({ length: 10 }, (_, at) => {
      const persons = [reported(`Guest Number${at}`), reported("Tove Rasmund", account("@trasmund"))];
      return importStory(made.work, storyOf(`Story ${at}.`, at % 2 ? persons : persons.reverse()));
    });
    for (const outcome of await Promise.all(imports)) done(outcome);
    const { article = 0, person = 0, social_account: accounts = 0 } = before;
    expect(await rows()).toMatchObject({ article: article + 10, person: person + 11, social_account: accounts + 1 });
  });
});

describe("two imports that name one person", () => {
  it("run one after the other, so that the second finds the persons of the first", async () => {
    const { database } = opened;
    let second: Promise<unknown> = Promise.resolve();
    await database.transaction(async (tx) => {
      await lockNames(tx, ["runa vestergard"]);
      second = importStory(made.work, storyOf("It waits.", [reported("Runa Vestergard")]));
      const waiting = `SELECT 1 FROM pg_locks WHERE NOT granted AND locktype = 'advisory'
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
      await vi.waitUntil(async () => (await database.pool.query(waiting)).rowCount === 1, PATIENTLY);
      // With another slug, on which the second would not wait.
      done(await createPerson(joinTransaction(made.work, tx), { name: "Runa Vestergard", slug: "the-first" }));
    });
    expect(await second).toMatchObject({
      proposals: [{ path: "persons[0].match", value: "Runa Vestergard (the-first)" }],
    });
    expect(await database.prisma.person.count({ where: { name: "Runa Vestergard" } })).toBe(1);
  });
});

describe("looking up persons", () => {
  beforeAll(async () => {
    // So many that a look-up without an index would be seen in the plan.
    await opened.database.pool.query(`
      INSERT INTO person (id, slug, name) SELECT gen_random_uuid(), 'crowd-' || n, 'Crowd ' || n FROM generate_series(1, 20000) n;
      INSERT INTO person_name (person_id, position, name, folded)
        SELECT id, 0, name, 'crowd' || right(slug, 3) || ' member' || substr(slug, 7) FROM person WHERE slug LIKE 'crowd-%';
      INSERT INTO social_account (platform, folded, person_id, handle, position)
        SELECT 'X', slug, id, '@' || slug, 0 FROM person WHERE slug LIKE 'crowd-%';
      ANALYZE person, person_name, social_account`);
    await made.person({ name: "Mohammed Tarzi" });
    await made.person({ name: "Ute von der Lohe" });
    await made.person({ name: "Pilar Ocaña" });
  });

  const match = (persons: readonly StoryPerson[]) => matchPersons(opened.database.prisma, persons);

  it.each([
    ["Muhammad Tarzi", "Mohammed Tarzi"],
    ["Tarzi Mohammed", "Mohammed Tarzi"],
    ["Mohammed A. Tarzi", "Mohammed Tarzi"],
    ["Tarzi", "Mohammed Tarzi"],
    ["von der Lohe", "Ute von der Lohe"],
    ["Ute Lohe", "Ute von der Lohe"],
    ["Pilar Ocaña Ruiz", "Pilar Ocaña"],
    ["Pilár Ocana", null],
    ["Mohammed Tarz", null],
  ])("finds that %s may be %s", async (name, possible) => {
    const [verdict] = await match([reported(name)]);
    expect(verdict?.possible.map(({ known }) => known.name)).toEqual(possible === null ? [] : [possible]);
  });

  it("takes two statements, however many persons there are, and none without persons", async () => {
    const statementsOf = async (persons: readonly StoryPerson[]): Promise<number> => {
      opened.statements.length = 0;
      await match(persons);
      return opened.statements.length;
    };
    expect(await statementsOf([])).toBe(0);
    expect(await statementsOf([reported("Mohammed Tarzi")])).toBe(1);
    expect(await statementsOf([reported("Runa Unknown")])).toBe(2);
    expect(await statementsOf(Array.from({ length: 60 }, (_, at) => reported(`Runa Unknown${at}`)))).toBe(2);
  });

  it("leans on indexes", async () => {
    opened.statements.length = 0;
    const handles = [{ platform: "X", handle: "@crowd-17" }] as const;
    await match([
      { ...reported("Muhammad Tarzi"), handles: [] },
      { ...reported("Crowd Seventeen"), handles },
      reported("Lohe"),
    ]);
    expect(opened.statements).toHaveLength(2);
    for (const { sql, params } of opened.statements.splice(0)) {
      const { rows: plan } = await opened.database.pool.query(`EXPLAIN ${sql}`, [...params]);
      const text = plan.map((row) => row["QUERY PLAN"]).join("\n");
      expect(text).not.toMatch(/Seq Scan on (person|person_name|social_account)\b/);
      expect(text).toMatch(/person_name_marks|person_name_folded_idx/);
    }
  });

  it("reads the accounts and all names of the persons it finds", async () => {
    const handles = [{ platform: "X", handle: "@CROWD-17" }] as const;
    const [verdict] = await match([{ ...reported("Crowd 17"), handles }]);
    expect(verdict?.known).toMatchObject({ slug: "crowd-17", names: ["Crowd 17"], accounts: ["X crowd-17"] });
  });
});
