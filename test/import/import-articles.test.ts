import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ImportArticleDocument, ImportArticlesDocument, type ImportArticlesInput } from "../generated/graphql.js";
import { Desk } from "../support/desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

type As = "READER" | "AUTHOR" | "EDITOR";

function send(input: ImportArticlesInput, as: As = "EDITOR") {
  return desk.write(ImportArticlesDocument, input, as);
}

async function take(input: ImportArticlesInput) {
  const result = await send(input);
  if (result.__typename !== "ImportArticlesPayload") throw new Error(JSON.stringify(result));
  return result;
}

function headlines({ items }: Awaited<ReturnType<typeof take>>) {
  return items.map(({ article, error }) => article?.headline ?? error?.message ?? null);
}

const lede = (about: string): string =>
  `The ${about} of Port Malden opened again on Wednesday, the harbour office said.`;

function ninjs(about: string): object {
  return {
    uri: `urn:several:${about}`,
    type: "text",
    headline: `The ${about} opens`,
    body_html: `<p>${lede(about)}</p>`,
  };
}

function newsItem(about: string, content = `<inlineXML><html><body><p>${lede(about)}</p></body></html></inlineXML>`) {
  return `<newsItem guid="urn:g2:${about}"><contentMeta><headline>The ${about} opens</headline></contentMeta><contentSet>${content}</contentSet></newsItem>`;
}

function wire(about: string): string {
  return `ZCZC CWI0071\nThe ${about} opens\n\nPORT MALDEN, Feb 11, 2026 (Coastwire) - ${lede(about)}\n\nNNNN\n`;
}

function letter(about: string): string {
  return `From mara@harbour.example Wed Feb 11 10:00:00 2026\nFrom: mara@harbour.example\nSubject: The ${about} opens\n\n${lede(about)}\n\n`;
}

const message = (...items: readonly string[]): string =>
  `<?xml version="1.0"?>\n<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>\n${items.join("\n")}</itemSet></newsMessage>`;

describe("content with several stories", () => {
  it.each([
    ["a ninjs list", "list", (...all: string[]) => JSON.stringify(all.map(ninjs)), []],
    [
      "a ninjs package",
      "pack",
      (...all: string[]) =>
        JSON.stringify({ type: "composite", associations: Object.fromEntries(all.map((each) => [each, ninjs(each)])) }),
      [],
    ],
    [
      "a ninjs answer with a picture",
      "answer",
      (...all: string[]) => JSON.stringify({ items: [{ uri: "urn:p", type: "picture" }, ...all.map(ninjs)] }),
      ['1 item of the type "picture" was skipped.'],
    ],
    ["lines of ninjs", "lines", (...all: string[]) => all.map((each) => JSON.stringify(ninjs(each))).join("\n"), []],
    [
      "a NewsML-G2 message with a picture",
      "g2",
      (...all: string[]) =>
        message(newsItem("pic", '<remoteContent href="a.jpg"/>'), ...all.map((each) => newsItem(each))),
      ["1 item without text was skipped."],
    ],
    ["messages of a wire", "wire", (...all: string[]) => all.map(wire).join("\n"), []],
    ["an mbox file", "mbox", (...all: string[]) => all.map(letter).join(""), []],
  ] as const)("becomes a draft for each, in its order: %s", async (_, name, write, warnings) => {
    const abouts = ["north quay", "south quay", "east quay"].map((each) => `${name} ${each}`);
    const content = write(...abouts);
    const result = await take({ content });
    expect(headlines(result)).toEqual(abouts.map((about) => `The ${about} opens`));
    expect(result.warnings).toEqual(warnings);
    const again = await take({ content });
    expect(again.items.map(({ article }) => article?.id)).toEqual(result.items.map(({ article }) => article?.id));
    expect(again.items.every(({ report }) => report?.wasImportedBefore)).toBe(true);
    const refused = await desk.write(ImportArticleDocument, { content });
    expect(refused).toMatchObject({
      __typename: "ValidationError",
      issues: [
        { path: ["input", "content"], message: expect.stringMatching(/ 3 stories; import them with importArticles/) },
      ],
    });
  });

  it("keeps every story except the faulty one, which has the reason", async () => {
    const content = [
      ninjs("west gate"),
      { uri: "urn:several:none", type: "text", headline: "Empty" },
      ninjs("tide gate"),
    ];
    const { items } = await take({ content: JSON.stringify(content) });
    expect(items.map(({ article }) => article?.headline ?? null)).toEqual([
      "The west gate opens",
      null,
      "The tide gate opens",
    ]);
    expect(items[1]).toMatchObject({
      article: null,
      report: null,
      error: { __typename: "ValidationError", path: ["input", "content"], message: expect.stringContaining("no text") },
    });
  });

  it("writes nothing in a dry run", async () => {
    const before = await desk.app.database.prisma.article.count();
    const { items } = await take({ content: JSON.stringify([ninjs("dry dock"), ninjs("wet dock")]), dryRun: true });
    expect(items.map(({ article, report }) => [article, report?.wasImportedBefore])).toEqual([
      [null, false],
      [null, false],
    ]);
    expect(await desk.app.database.prisma.article.count()).toBe(before);
  });

  it("may be one story alone", async () => {
    const { items } = await take({ content: `Lone pier opens\n\n${lede("lone pier")}` });
    expect(items.map(({ article }) => article?.headline)).toEqual(["Lone pier opens"]);
  });

  it.each([
    [{ content: "" }, ["input", "content"]],
    [{ content: "[]" }, ["input", "content"]],
    [{ content: lede("x"), language: "klingon" }, ["input", "language"]],
  ])("is refused as a whole where it is at fault: %j", async (input, path) => {
    const result = await send(input);
    const issues =
      result.__typename === "ImportArticlesPayload"
        ? result.items.map(({ error }) => error?.path)
        : "issues" in result && result.issues.map((issue) => issue.path);
    expect(issues).toEqual([path]);
  });

  it("is not read for a reader", async () => {
    expect(await send({ content: lede("x") }, "READER")).toMatchObject({ __typename: "ForbiddenError" });
    expect((await send({ content: lede("authors' quay") }, "AUTHOR")).__typename).toBe("ImportArticlesPayload");
  });
});
