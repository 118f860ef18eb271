import { createWriteStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCopyFile } from "../../src/import/import.copy-file.js";

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "dateline-file-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

function entry(at: number): string {
  const text = `<p>The ferry number ${at} to Sorrel Island ran again on Wednesday. ${"It ran and ran. ".repeat(200)}</p>`;
  return `<item><title>Ferry ${at}</title><guid>urn:ferry:${at}</guid><content:encoded><![CDATA[${text}]]></content:encoded><wp:post_type>post</wp:post_type></item>\n`;
}

/** A file that is larger than what is read whole. */
async function largeExport(entries: number): Promise<string> {
  const file = join(root, "large.xml");
  const out = createWriteStream(file);
  out.write('<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>\n');
  for (let at = 1; at <= entries; at += 1) out.write(entry(at));
  out.end("</channel></rss>");
  await finished(out);
  return file;
}

describe("an export that is larger than a file may be", () => {
  it("comes out entry by entry long before it has been read to its end", async () => {
    const { format, pieces } = await openCopyFile(await largeExport(4000), {});
    expect(format).toBe("WXR");
    const shares: number[] = [];
    for await (const { share } of pieces) shares.push(share);
    expect(shares).toHaveLength(4000);
    expect(shares[0]).toBeLessThan(0.02);
    expect(shares[1999]).toBeLessThan(0.6);
    expect(shares.at(-1)).toBeGreaterThan(0.99);
  });
});

describe("another file that is larger", () => {
  it("is refused with its size", async () => {
    const file = join(root, "large.txt");
    await writeFile(file, "The ferry ran again.\n\n".repeat(500_000));
    await expect(openCopyFile(file, {})).rejects.toThrow(
      /the file has 11000000 bytes, where at most 10000000 are read/,
    );
  });
});

describe("a file in an encoding of its own", () => {
  it("is refused with the encodings in question, and read in the one of --encoding", async () => {
    const file = join(root, "short.txt");
    await writeFile(file, Buffer.from("Le caf\u00e9.\n", "latin1"));
    await expect(openCopyFile(file, {})).rejects.toThrow(/short\.txt:1: .+ may be in .+--encoding/);
    const { pieces } = await openCopyFile(file, { encoding: "windows-1252" });
    for await (const { piece } of pieces) expect(piece).toMatchObject({ kind: "story", content: "Le café.\n" });
  });

  it("is a letter whose parts are in encodings of their own", async () => {
    const file = join(root, "letter.eml");
    const head = "From: a@b.example\nSubject: Quay\nContent-Type: text/plain; charset=koi8-r\n\n";
    await writeFile(
      file,
      Buffer.concat([
        Buffer.from(head),
        Buffer.from([0xf0, 0xc1, 0xd2, 0xcf, 0xcd, 0x20, 0xc8, 0xcf, 0xc4, 0xc9, 0xd4, 0x2e]),
      ]),
    );
    const { pieces } = await openCopyFile(file, {});
    for await (const { piece } of pieces) {
      const read = piece.kind === "story" ? await piece.read({}) : null;
      expect(read?.kind === "story" && read.story.elements.map(({ text }) => text)).toEqual(["Паром ходит."]);
    }
  });
});
