import { existsSync } from "node:fs";
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectionToRunning } from "../../src/database/embedded.js";
import {
  build,
  cleanUp,
  copyOf,
  dataFolder,
  type Ended,
  runCommand,
  type Server,
  startServer,
  temporaryFolder,
  withClient,
} from "./support/processes.js";

const FERRY = `2026-02-11 PORT MALDEN – The ferry to Sorrel Island will run again from Monday, the harbour office said.

“The quay is safe again after eleven weeks of repairs,” harbour master Ilse Harrow told reporters.

The quay is safe again after twelve weeks of repairs. — Port Malden Harbour (@portmalden) February 11, 2026

“We have waited long enough,” she added.
`;

const TIDE_GATE = `2026-02-12 PORT MALDEN – The tide gate closed for the first time this winter on Thursday.

“It held,” said engineer Bram Oster.
`;

/** The first line is text, the third is not. */
const BROKEN = "2026-02-13 PORT MALDEN – A text.\n\nBroken \0 here.\n";

const FULL_STORY = `query ($id: ID!) {
  article(id: $id) {
    headline
    state
    dateline { text place date }
    body {
      ... on Paragraph { text quotes { text kind speaker { id name } source { id } check { verdict differences { kind } } } }
      ... on EmbeddedPost { id platform authorName authorHandle text postedOn }
    }
    persons { name role }
  }
}`;

interface FullStory {
  readonly headline: string;
  readonly state: string;
  readonly dateline: { readonly text: string; readonly place: string; readonly date: string };
  readonly body: readonly {
    readonly id?: string;
    readonly platform?: string;
    readonly authorHandle?: string;
    readonly postedOn?: string;
    readonly text: string;
    readonly quotes?: readonly {
      readonly text: string;
      readonly kind: string;
      readonly speaker: { readonly name: string } | null;
      readonly source: { readonly id: string } | null;
      readonly check: { readonly verdict: string; readonly differences: readonly object[] };
    }[];
  }[];
  readonly persons: readonly { readonly name: string; readonly role: string | null }[];
}

/** A folder with these files. */
async function files(texts: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(await temporaryFolder(), "copy");
  await mkdir(folder);
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
  return folder;
}

/** The paths of such files. */
async function listed(texts: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = await files(texts);
  return Object.keys(texts).map((name) => join(folder, name));
}

let dir: string;
let server: Server;
let empty: string;

function importCopy(args: readonly string[], folder = dir): Promise<Ended> {
  return runCommand(["import", ...args], { DATA_DIR: folder });
}

/** What the newsroom holds, drafts with it. */
async function counts(): Promise<Record<string, number>> {
  return withClient((await connectionToRunning(dir)) ?? "", async (client) => {
    const { rows } = await client.query(`SELECT (SELECT count(*)::int FROM article) AS articles,
      (SELECT count(*)::int FROM person) AS persons, (SELECT count(*)::int FROM embedded_post) AS posts`);
    return { ...rows[0] };
  });
}

async function readersStory(id: string | undefined): Promise<FullStory | null> {
  const { data, errors } = await server.ask(FULL_STORY, { id });
  expect(errors).toBeUndefined();
  // The document above says what is in it.
  return (data as { readonly article: FullStory | null }).article;
}

beforeAll(async () => {
  await build();
  empty = await dataFolder();
  await startServer({ DATA_DIR: empty, DEMO: "off" }).then(({ process }) => process.stop());
  dir = await copyOf(empty);
  server = await startServer({ DATA_DIR: dir, DEMO: "off" });
});
afterAll(cleanUp);

describe("import beside a server that runs on the same data", () => {
  it("prints what was read and why, and writes a draft that readers do not see", async () => {
    const folder = await files({ "gate.txt": TIDE_GATE });
    const { status, stdout, stderr } = await importCopy([join(folder, "gate.txt"), "--headline", "The gate held"]);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^what +value +sure +why/);
    expect(stdout).toMatch(/dateline\.place +PORT MALDEN +0\.\d\d +\S/);
    expect(stdout).toMatch(/headline +The gate held +0\.\d\d +It was specified\./);
    const [, id] = /gate\.txt: It is a draft now: (art_\S+), version 1\.\n$/.exec(stdout) ?? [];
    expect(status).toBe(0);
    expect(await readersStory(id)).toBeNull();
    const { persons } = await counts();
    const again = await importCopy([folder]);
    expect(again.stdout).toContain(`It was imported before, as ${id}; nothing was written.`);
    expect(await counts()).toMatchObject({ persons });
  });

  it("publishes with --publish; the story is found again and not doubled", async () => {
    const folder = await files({ "ferry.txt": FERRY });
    const first = await importCopy(["--publish", folder]);
    const [, id] = /It is published now: (art_\S+), version 2\./.exec(first.stdout) ?? [];
    const before = await counts();
    const story = await readersStory(id);
    expect(story?.dateline).toMatchObject({ place: "PORT MALDEN", date: "2026-02-11" });
    expect(story?.body.map(({ authorHandle }) => authorHandle ?? null)).toEqual([null, null, "@portmalden", null]);
    expect(story?.body[2]).toMatchObject({ platform: "X", postedOn: "2026-02-11" });
    const quotes = story?.body.flatMap((element) => element.quotes ?? []);
    expect(quotes?.map(({ speaker }) => speaker?.name)).toEqual(["Ilse Harrow", "Ilse Harrow"]);
    expect(quotes?.map(({ check }) => check.verdict)).toEqual(["ALTERED", "UNSOURCED"]);
    const other = await files({ "typed-otherwise.txt": FERRY.replaceAll(/[“”]/g, '"').replaceAll("\n\n", "\n\n\n") });
    const second = await importCopy([other]);
    expect(second.stdout).toContain(`It was imported before, as ${id}; nothing was written.`);
    expect([first.status, second.status]).toEqual([0, 0]);
    expect(await counts()).toEqual(before);
  });

  it("shows its progress through a folder; an unreadable file is reported with its line and the others are imported", async () => {
    const harbour = TIDE_GATE.replaceAll("tide gate", "harbour gate");
    const market = TIDE_GATE.replaceAll("tide gate", "market gate");
    const folder = await files({ "a.txt": harbour, "b.txt": BROKEN, "c.txt": market, "d.md": "Not copy." });
    const { articles } = await counts();
    const { status, stdout, stderr } = await importCopy([folder]);
    expect(stderr.trimEnd().split("\n")).toEqual([
      `[1/4] ${folder}/a.txt`,
      `[2/4] ${folder}/b.txt`,
      expect.stringMatching(new RegExp(`^dateline: ${folder}/b\\.txt:3: .+\\.$`)),
      `[3/4] ${folder}/c.txt`,
      `[4/4] ${folder}/d.md`,
      `dateline: ${folder}/d.md: files that end in .md are not read; name the file itself if it is copy.`,
    ]);
    expect(stdout.match(/It is a draft now/g)).toHaveLength(2);
    expect(stdout).toMatch(/\n4 files: 2 imported, 0 known before, 2 failed\.\n$/);
    expect(status).toBe(1);
    expect(await counts()).toMatchObject({ articles: Number(articles) + 2 });
  });

  it("writes out the control characters of a file's name, which a terminal would obey", async () => {
    const folder = await files({ "tide\u001b[2J\r.txt": TIDE_GATE.replaceAll("tide gate", "weir") });
    const { stdout, stderr } = await importCopy([folder, `${folder}/no\u001b]0;such`]);
    expect(stdout).toContain(`${folder}/tide\\x1b[2J\\x0d.txt: `);
    expect(stderr).toContain(`dateline: ${folder}/no\\x1b]0;such: there is no such file or folder.`);
    expect(stdout + stderr).not.toMatch(/[\u001b\r]/);
  });

  it("reports what cannot be read as a file and continues with the others, with one line per file if requested", async () => {
    const pier = TIDE_GATE.replaceAll("tide gate", "pier gate");
    const long = `The gate of the pier closed ${"and closed again ".repeat(12)}on Thursday, said engineer Bram Oster.\n`;
    const folder = await files({ "a.txt": pier, "d.txt": long });
    await symlink(join(folder, "nowhere"), join(folder, "b.txt"));
    await mkdir(join(folder, "c.txt"));
    await mkdir(join(folder, "older"));
    const { status, stdout, stderr } = await importCopy([join(folder, "no-such"), folder]);
    expect(stderr.split("\n").filter((line) => !line.startsWith("["))).toEqual([
      `dateline: ${folder}: 1 subfolder was skipped; name it to import what is in there.`,
      `dateline: ${folder}/no-such: there is no such file or folder.`,
      `dateline: ${folder}/b.txt: symbolic links are not followed; name the file itself.`,
      `dateline: ${folder}/c.txt cannot be read: it is a folder.`,
      "",
    ]);
    expect(stdout).toMatch(/\n5 files: 2 imported, 0 known before, 3 failed\.\n$/);
    expect(stdout).toMatch(/^format +TEXT +The copy looks like it\.$/m);
    expect(stdout).toMatch(/^headline +The gate of the pier closed and .+…  +The copy has none; the beginning/m);
    expect(status).toBe(1);
    const again = await importCopy([join(folder, "a.txt"), join(folder, "d.txt"), "--quiet", "--publish"]);
    expect(again.stderr).toBe("");
    expect(again.stdout.split("\n")).toEqual([
      expect.stringMatching(/a\.txt: It was imported before.+The article is a draft and was not published; .+\.$/),
      expect.stringMatching(/d\.txt: It was imported before, .+ 1 warning\.$/),
      "2 files: 0 imported, 2 known before, 0 failed.",
      "",
    ]);
    expect(again.status).toBe(0);
  });

  it("reports with --dry-run what an import would do, ends with the same status, and writes nothing", async () => {
    const sluice = TIDE_GATE.replaceAll("tide gate", "sluice");
    const folder = await files({ "a.txt": sluice, "b.txt": FERRY, "c.txt": sluice.replace("winter", "spring") });
    await importCopy([join(folder, "b.txt")]);
    const before = await counts();
    const dry = await importCopy([folder, "--dry-run", "--publish"]);
    expect(dry.stdout).toContain(`${folder}/a.txt: It would be published; nothing was written.\n`);
    expect(dry.stdout).toMatch(/b\.txt: It was imported before, as art_\S+; nothing was written\.\n/);
    expect(dry.stdout).toMatch(/\n3 files: 2 would be imported, 1 known before, 0 failed\.\n$/);
    expect(dry.stdout).toMatch(/persons\[0\]\.match +\S/);
    expect(await counts()).toEqual(before);
    const broken = await importCopy([...(await listed({ "a.txt": sluice, "b.txt": BROKEN })), "--dry-run"]);
    expect(broken.stdout).toMatch(/\n2 files: 1 would be imported, 0 known before, 1 failed\.\n$/);
    expect([dry.status, broken.status]).toEqual([0, 1]);
    expect(await counts()).toEqual(before);
  });

  it("reads copy as what --format and --language say it is", async () => {
    const [file = ""] = await listed({ "page.txt": "<p>Die Schleuse hielt.</p>\n<p>Niemand wurde verletzt.</p>" });
    const recognised = await importCopy([file, "--dry-run"]);
    const specified = await importCopy([file, "--dry-run", "--format", "text", "--language", "de-at"]);
    expect(specified.stdout).toMatch(/language +de-AT /);
    expect(recognised.stdout).not.toBe(specified.stdout);
    expect(await importCopy([file, "--format", "word"])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(
        /^dateline: --format is one of AUTO, TEXT, HTML, .+, not word\. Usage: npm run import -- --help\n$/,
      ),
    });
    for (const language of ["!", "klingon"])
      expect((await importCopy([file, "--language", language])).stderr).toMatch(/^dateline: --language is a tag such/);
  });

  it("writes nothing of a story that is refused after its persons and posts were read", async () => {
    const text = FERRY.replaceAll("Ilse Harrow", "Tove Rasmund").replaceAll("twelve", "thirteen");
    const folder = await files({ "long.txt": text });
    const before = await counts();
    const { status, stderr } = await importCopy([folder, "--headline", "Ferry ".repeat(200)]);
    expect(stderr).toMatch(/^dateline: \S+long\.txt: headline: .+at most 500.+\.\n$/);
    expect(status).toBe(1);
    expect(await counts()).toEqual(before);
  });
});

describe("import without a server", () => {
  it("starts the database of the data folder, writes, and stops it again", async () => {
    const folder = await files({ "ferry.txt": FERRY });
    const own = await copyOf(empty);
    const first = await importCopy([folder], own);
    const second = await importCopy([folder], own);
    expect(first.stdout).toMatch(/It is a draft now: art_\S+, version 1\./);
    expect(second.stdout).toContain("It was imported before");
    expect([first.status, second.status]).toEqual([0, 0]);
    expect(existsSync(join(own, "postgres", "postmaster.pid"))).toBe(false);
  });

  it("starts nothing when the command is not understood or a file does not exist", async () => {
    const unused = await dataFolder();
    const missing = await importCopy(["no-such-file.txt"], unused);
    const unnamed = await importCopy([], unused);
    const taken = await importCopy([...(await listed({ "all.jsonl": "{}" })), "--dry-run"], unused);
    expect(missing.stderr).toBe("dateline: no-such-file.txt: there is no such file or folder.\n");
    expect(unnamed.stderr).toBe("dateline: Name a file or folder to import. Usage: npm run import -- --help\n");
    expect(taken.stderr).toMatch(/^dateline: --dry-run goes with copy, not with an export\. Usage: npm run import/);
    expect([missing.status, unnamed.status, taken.status]).toEqual([1, 1, 1]);
    expect(existsSync(unused)).toBe(false);
  });
});

/** Real wire copy that is beside the checkout where somebody put it there; it is no part of the project. */
const SEED = fileURLToPath(new URL("../../../shared/seeds/000_bdbdb0f5ed90f0b4.txt", import.meta.url));
const leftOut = existsSync(SEED) ? "" : "LEFT OUT, there is no ../shared/seeds: ";

describe("the agency story of 27 May 2025", () => {
  it.skipIf(leftOut !== "")(`${leftOut}comes out whole`, async () => {
    const { status, stdout } = await importCopy([SEED, "--publish"]);
    const [, id] = /It is published now: (art_\S+), version 2\./.exec(stdout) ?? [];
    expect(status).toBe(0);
    const story = await readersStory(id);
    const [, place, handle] = /^.*?(\p{Lu}{3,}) –[^]*\((@\w+)\)/u.exec(await readFile(SEED, "utf8")) ?? [];
    expect(story?.dateline).toMatchObject({ place, date: "2025-05-27" });
    expect(story?.persons).toMatchObject([
      { role: expect.stringContaining("Leader") },
      { role: expect.stringContaining("Minister") },
    ]);
    const posts = story?.body.filter((element) => element.platform) ?? [];
    expect(posts).toMatchObject([{ platform: "X", authorHandle: handle, postedOn: "2025-05-26" }]);
    const paragraphs = story?.body.filter((element) => element.quotes) ?? [];
    expect(paragraphs.filter(({ text }) => text.includes(posts[0]?.text ?? "?"))).toEqual([]);
    const quotes = paragraphs.flatMap((element) => element.quotes ?? []);
    const speaker = story?.persons[0]?.name;
    expect(quotes.map((quote) => `${quote.kind} ${quote.speaker?.name}`)).toEqual(
      Array.from({ length: 2 }, () => `DIRECT ${speaker}`),
    );
    expect(quotes[0]?.source?.id).toBe(posts[0]?.id);
    expect(quotes[0]?.check.verdict).toBe("ALTERED");
    expect(quotes[0]?.check.differences.length).toBeGreaterThan(0);
  });
});
