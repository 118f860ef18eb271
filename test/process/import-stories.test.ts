import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  build,
  cleanUp,
  copyOf,
  dataFolder,
  type Ended,
  runCommand,
  startServer,
  temporaryFolder,
} from "./support/processes.js";

const COPY = `2026-02-12 PORT MALDEN – The tide gate closed for the first time this winter on Thursday.

“It held,” said engineer Bram Oster.
`;

let empty: string;
let dir: string;

beforeAll(async () => {
  await build();
  empty = await dataFolder();
  await startServer({ DATA_DIR: empty, DEMO: "off" }).then(({ process }) => process.stop());
  dir = await copyOf(empty);
});
afterAll(cleanUp);

/** The paths of files with these texts. */
async function listed(texts: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = join(await temporaryFolder(), "copy");
  await mkdir(folder);
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
  return Object.keys(texts).map((name) => join(folder, name));
}

function importCopy(args: readonly string[]): Promise<Ended> {
  return runCommand(["import", ...args], { DATA_DIR: dir });
}

describe("a file with several stories", () => {
  const entry = (
    at: number,
    type: string,
    text = `The ferry ${at} to the outer island ran again, the office said.`,
  ): string =>
    `<item><title>Outer ferry ${at}</title><guid>urn:outer:${at}</guid><content:encoded><![CDATA[<p>${text}</p>]]></content:encoded><wp:status>publish</wp:status><wp:post_type>${type}</wp:post_type></item>`;
  const wxr = (...entries: readonly string[]): string =>
    `<?xml version="1.0"?>\n<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>\n${entries.join("\n")}\n</channel></rss>`;

  it("becomes a draft for each, with a line for each and one on what was skipped; a fault keeps no other", async () => {
    const [file = ""] = await listed({
      "site.xml": wxr(entry(1, "post"), entry(2, "attachment"), entry(3, "post", ""), entry(4, "post")),
    });
    const first = await importCopy([file]);
    expect(first.stdout.split("\n")).toEqual([
      expect.stringMatching(/site\.xml:3: It is a draft now: art_\S+, version 1\./),
      expect.stringMatching(/site\.xml:6: It is a draft now: art_\S+, version 1\./),
      "3 stories: 2 imported, 0 known before, 1 failed.",
      "",
    ]);
    expect(first.stderr).toMatch(/^dateline: \S+site\.xml:5: The entry has no text of a story\.$/m);
    expect(first.stderr).toMatch(/site\.xml: 1 attachment was skipped\.$/m);
    expect(first.status).toBe(1);
    const again = await importCopy([file, "--quiet"]);
    expect(again.stdout).toContain("3 stories: 0 imported, 2 known before, 1 failed.");
  });

  it("is refused with --headline, which applies to one story, and nothing is written", async () => {
    const [file = ""] = await listed({ "two.xml": wxr(entry(7, "post"), entry(8, "post")) });
    const { status, stderr } = await importCopy([file, "--headline", "Ferry"]);
    expect(stderr).toMatch(/two\.xml: it contains several stories, and --headline goes with one\.\n$/);
    expect(status).toBe(1);
    // Both are new to the next import.
    expect((await importCopy([file])).stdout).toContain("2 stories: 2 imported, 0 known before, 0 failed.");
  });
});

describe("the compiled server", () => {
  it("reads copy that is sent to it in a thread, and ends when it is asked to", async () => {
    const own = await copyOf(empty);
    const other = await startServer({ DATA_DIR: own, DEMO: "off" });
    const { stdout } = await runCommand(["token", "create", "--role", "EDITOR", "--name", "Wire"], { DATA_DIR: own });
    const token = stdout.trimEnd().split("\n").at(-1) ?? "";
    const query = `mutation ($input: ImportArticleInput!) { importArticle(input: $input) { __typename } }`;
    const sent = await other.ask(query, { input: { content: COPY } }, token);
    expect(sent.data).toEqual({ importArticle: { __typename: "ImportArticlePayload" } });
    expect((await other.process.stop()).status).toBe(0);
  });
});
