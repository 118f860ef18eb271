import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FolderStore } from "../../src/image/folder-store.js";
import { pictureIntake } from "../../src/image/picture-intake.service.js";
import { importFile } from "../../src/import/import-file.command.js";
import { IMAGE_LIMITS } from "../support/app.js";
import { Desk, present } from "../support/desk.js";
import { makePicture, upload } from "../support/pictures.js";
import { openPictureServer, type PictureServer } from "./support/picture-server.js";

const FIELDS = `article { id leadImage { ...F } body { __typename ... on Paragraph { text } ... on Figure { ...F } } }
  report { wasImportedBefore warnings proposals { path value reason isApplied } }`;
const FIGURE = "fragment F on Figure { caption alt image { id alt caption credit fileName contentHash } }";

interface Figure {
  readonly __typename?: string;
  readonly caption: string | null;
  readonly alt: string;
  readonly image: Readonly<Record<"id" | "alt" | "caption" | "credit" | "fileName" | "contentHash", string | null>>;
}
interface Taken {
  readonly __typename: string;
  readonly article: { readonly id: string; readonly leadImage: Figure | null; readonly body: readonly Figure[] } | null;
  readonly report: {
    readonly wasImportedBefore: boolean;
    readonly warnings: readonly string[];
    readonly proposals: readonly { readonly path: string; readonly isApplied: boolean; readonly reason: string }[];
  };
}

let server: PictureServer;
let fetching: Desk;
let strict: Desk;
beforeAll(async () => {
  server = await openPictureServer();
  fetching = await Desk.open({ fetchRules: server.rules });
  strict = await Desk.open();
});
afterAll(async () => {
  await fetching.app.close();
  await strict.app.close();
  await server.close();
});
beforeEach(() => {
  server.files.clear();
  server.requested.length = 0;
});

let seed = 0;
const picture = (): Promise<Buffer> => makePicture({ width: 60, height: 40, format: "png", seed: ++seed });

async function serve(...names: readonly string[]): Promise<void> {
  for (const name of names) server.files.set(`/${name}`, await picture());
}

async function take(desk: Desk, input: object): Promise<Taken> {
  const document = `mutation ($input: ImportArticleInput!) { did: importArticle(input: $input) {
    __typename ... on UserError { code message } ... on ImportArticlePayload { ${FIELDS} } } } ${FIGURE}`;
  const data = await desk.app.data<{ did: Taken }, object>(
    document,
    { input: { format: "HTML", ...input } },
    { ...desk.headers.EDITOR, "x-content-view": "draft" },
  );
  return data.did;
}

/** The words of a paragraph that no other test has. */
const words = (name: string): string =>
  `The ${name} of lock ${seed} were opened on Wednesday, the harbour office of Port Malden said.`;
const outline = ({ article }: Taken): readonly string[] =>
  present(article).body.map(({ __typename, image }) =>
    __typename === "Figure" ? String(image.fileName) : String(__typename),
  );

function page(head: string, body: string): string {
  return `<html lang="en"><head><title>Lock ${seed} opened</title>${head}</head><body><article><h1>Lock ${seed} opened</h1>${body}</article></body></html>`;
}

describe("an import that may fetch pictures", () => {
  it("makes the picture of the whole story the lead image, and figures of the others at their places", async () => {
    await serve("lead.png", "gate.png", "boat.png");
    const { base } = server;
    const content = page(
      `<meta property="og:image" content="${base}/lead.png"><meta property="og:image:alt" content="A lock">`,
      `<p>${words("gates")}</p><figure><img src="${base}/gate.png" alt="A gate"><figcaption>The gate in spring. Photo: Ines Varga</figcaption></figure><p>${words("sluices")}</p><img src="${base}/boat.png" alt=""><p>${words("docks")}</p>`,
    );
    const taken = await take(fetching, { content });
    expect(taken.article?.leadImage).toMatchObject({ alt: "A lock", image: { fileName: "lead.png" } });
    expect(outline(taken)).toEqual(["Paragraph", "gate.png", "Paragraph", "boat.png", "Paragraph"]);
    expect(taken.article?.body[1]).toMatchObject({
      caption: "The gate in spring.",
      alt: "A gate",
      image: { alt: "A gate", caption: "The gate in spring.", credit: "Ines Varga" },
    });
    const proposed = taken.report.proposals.filter(({ path }) => path.startsWith("images["));
    expect(proposed.every(({ isApplied }) => isApplied)).toBe(true);
    expect(proposed[0]?.reason).toContain("The draft shows it.");
    expect(taken.report.warnings.filter((warning) => warning.includes("picture"))).toEqual([]);
  });

  it("makes the first picture the lead image where the copy names none", async () => {
    await serve("one.png", "two.png");
    const content = `<p>${words("gates")}</p><img src="${server.base}/one.png"><p>${words("docks")}</p><img src="${server.base}/two.png"><p>${words("piers")}</p>`;
    const taken = await take(fetching, { content });
    expect(taken.article?.leadImage?.image.fileName).toBe("one.png");
    expect(outline(taken)).toEqual(["Paragraph", "Paragraph", "two.png", "Paragraph"]);
  });

  it("names the address and the reason of each picture that it cannot have, and imports the story", async () => {
    await serve("good.png");
    const { base, files } = server;
    files.set("/page", Buffer.from("<!doctype html><html><body>No picture at all, but a page</body></html>"));
    files.set("/cut.png", (await picture()).subarray(0, 90));
    files.set(
      "/inside",
      (_request, response) => void response.writeHead(302, { location: "http://intranet.example/a.png" }).end(),
    );
    const names = ["good.png", "missing.png", "page", "cut.png", "inside"];
    const desk = await Desk.open({ fetchRules: { ...server.rules, mostOfStory: 50 } });
    const shown = [
      ...names.map((name) => `${base}/${name}`),
      "http://intranet.example/b.png",
      "http://pictures.example:22/c.png",
    ];
    const content = `<p>${words("gates")}</p>${shown.map((url) => `<img src="${url}">`).join("")}<p>${words("docks")}</p>`;
    const { article, report } = await take(desk, { content });
    await desk.app.close();
    expect(article?.leadImage?.image.fileName).toBe("good.png");
    const warned = report.warnings.filter((warning) => warning.startsWith("The picture"));
    expect(warned).toEqual([
      `The picture ${base}/missing.png was not taken over: Its server answers with the status 404.`,
      expect.stringMatching(/page was not taken over: The file is .*HTML.* Accepted are/u),
      `The picture ${base}/cut.png was not taken over: The picture is damaged or cut off: it cannot be decoded to its end.`,
      `The picture ${base}/inside was not taken over: The port 80 is not allowed.`,
      "The picture http://intranet.example/b.png was not taken over: The port 80 is not allowed.",
      "The picture http://pictures.example:22/c.png was not taken over: The port 22 is not allowed.",
    ]);
  });

  it("ends a picture that is too large as soon as that is seen", async () => {
    const { base, files } = server;
    let sent = 0;
    files.set(
      "/announced.png",
      (_request, response) => void response.writeHead(200, { "content-length": "6000000" }).write("x"),
    );
    const head = await picture();
    files.set("/endless.png", (_request, response) => {
      response.write(head);
      const more = (): void => {
        if (response.destroyed) return;
        sent += 100_000;
        response.write(Buffer.alloc(100_000), more);
      };
      more();
    });
    const content = `<p>${words("gates")}</p>${["announced", "endless"].map((name) => `<img src="${base}/${name}.png">`).join("")}<p>${words("docks")}</p>`;
    const { article, report } = await take(fetching, { content });
    expect(article?.leadImage).toBeNull();
    const warned = report.warnings.filter((warning) => warning.startsWith("The picture"));
    expect(warned.map((warning) => warning.replace(/^.*over: /u, ""))).toEqual([
      "The file is larger than 5000000 bytes (MAX_IMAGE_BYTES).",
      "The file is larger than 5000000 bytes (MAX_IMAGE_BYTES).",
    ]);
    expect(sent).toBeLessThan(20_000_000);
  });

  it("ends a picture that does not come", async () => {
    server.files.set("/silent.png", () => {});
    const desk = await Desk.open({ fetchRules: { ...server.rules, timeoutMs: 200 } });
    const content = `<p>${words("gates")}</p><img src="${server.base}/silent.png"><p>${words("docks")}</p>`;
    const { article, report } = await take(desk, { content });
    await desk.app.close();
    expect(article?.leadImage).toBeNull();
    expect(report.warnings).toContainEqual(
      expect.stringContaining("silent.png was not taken over: It takes too long."),
    );
  });

  it("fetches no more pictures of a story than the limit says", async () => {
    const names = ["1.png", "2.png", "3.png", "4.png", "5.png", "6.png"];
    await serve(...names);
    const content = `<p>${words("gates")}</p>${names.map((name) => `<img src="${server.base}/${name}">`).join("")}<p>${words("docks")}</p>`;
    const { report } = await take(fetching, { content });
    expect(server.requested.toSorted()).toEqual(["/1.png", "/2.png", "/3.png", "/4.png"]);
    expect(report.warnings.filter((warning) => warning.includes("MAX_IMPORTED_IMAGES"))).toHaveLength(2);
  });

  it("fetches outside of the transaction", async () => {
    const open: unknown[] = [];
    const content = await picture();
    server.files.set("/seen.png", async (_request, response) => {
      const [row] = await fetching.app.database.prisma.$queryRaw<{ count: bigint }[]>`
        SELECT count(*) AS count FROM pg_stat_activity
        WHERE datname = current_database() AND state LIKE 'idle in transaction%'`;
      open.push(Number(row?.count));
      response.end(content);
    });
    const { article } = await take(fetching, {
      content: `<p>${words("gates")}</p><img src="${server.base}/seen.png"><p>${words("docks")}</p>`,
    });
    expect(article?.leadImage?.image.fileName).toBe("seen.png");
    expect(open).toEqual([0]);
  });

  it("fetches nothing in a dry run, of a known story, of one that is refused, and of what an editor decided", async () => {
    await serve("dry.png");
    const url = `${server.base}/dry.png`;
    const content = `<p>${words("gates")}</p><img src="${url}"><p>${words("docks")}</p>`;
    const images = await fetching.app.database.prisma.image.count();
    const dry = await take(fetching, { content, dryRun: true });
    expect(dry.report.proposals).toContainEqual(expect.objectContaining({ path: "images[0].url", isApplied: true }));
    expect((await take(fetching, { content, headline: "x".repeat(600) })).__typename).toBe("ValidationError");
    expect(server.requested).toEqual([]);
    expect(await fetching.app.database.prisma.image.count()).toBe(images);
    const refused = await take(fetching, { content, decisions: [{ path: "images[0]", isAccepted: false }] });
    expect(refused.article?.leadImage).toBeNull();
    expect(server.requested).toEqual([]);
    expect((await take(fetching, { content })).report.wasImportedBefore).toBe(true);
    expect(server.requested).toEqual([]);
  });

  it("finds a picture that the library has, keeps its words, and says which words of the copy it lacks", async () => {
    const content = await picture();
    server.files.set("/known.png", content);
    const known = await upload(fetching.app, fetching.headers.AUTHOR, content, { alt: "Kept", credit: "Own" });
    const html = `<p>${words("gates")}</p><figure><img src="${server.base}/known.png" alt="A gate"><figcaption>In spring. Photo: Ines Varga</figcaption></figure><p>${words("docks")}</p>`;
    const { article, report } = await take(fetching, { content: html });
    expect(article?.leadImage).toMatchObject({
      caption: "In spring.",
      alt: "A gate",
      image: { id: known.body["id"], alt: "Kept", caption: null, credit: "Own" },
    });
    expect(report.warnings).toContain(
      `The library has the picture ${server.base}/known.png already, with the credit “Own”; the copy has “Ines Varga”.`,
    );
  });
});

describe("the command", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "dateline-pictures-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Imports an export of WordPress with the featured picture behind the story, and reads the article. */
  async function takeExport(alt: string) {
    await serve("featured.png");
    const wxr = `<?xml version="1.0"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<item><title>Lock ${seed} opened</title><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><content:encoded><![CDATA[<p>${words("gates")}</p>]]></content:encoded>
<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>8</wp:meta_value></wp:postmeta></item>
<item><wp:post_id>8</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>${server.base}/featured.png</wp:attachment_url>
<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>${alt}</wp:meta_value></wp:postmeta></item></channel></rss>`;
    const file = join(folder, `${seed}.xml`);
    await writeFile(file, wxr);
    const { database, images } = fetching.app;
    const store = { store: new FolderStore(images), folder: join(folder, "incoming") };
    const pictures = { intake: pictureIntake(store, IMAGE_LIMITS), fetching: server.rules };
    const steps = [];
    for await (const step of importFile(fetching.newsroom.work, file, { isPublished: true, pictures }))
      steps.push(step);
    const slug = `lock-${seed}-opened`;
    const found = await database.prisma.articleHead.findMany({ where: { slug }, select: { head: true } });
    return { step: steps[0], heads: found.map(({ head }) => head).toSorted() };
  }

  it("publishes a story with its picture, whose entry may be behind it", async () => {
    const { step, heads } = await takeExport("A lock");
    expect(step).toMatchObject({ kind: "story", end: "imported" });
    expect(heads).toEqual(["DRAFT", "PUBLISHED"]);
    expect(server.requested).toEqual(["/featured.png"]);
  });

  it("leaves a story a draft whose picture may not be published, and says why", async () => {
    const { step, heads } = await takeExport("");
    expect(step).toMatchObject({ kind: "story", end: "held", outcome: expect.stringMatching(/alternative text/u) });
    expect(heads).toEqual(["DRAFT"]);
  });
});

describe("an import that fetches no pictures", () => {
  it("proposes those that the copy refers to, and takes over those that it contains", async () => {
    await serve("far.png");
    const own = (await picture()).toString("base64");
    const content = `<p>${words("gates")}</p><img src="${server.base}/far.png"><img src="data:image/png;base64,${own}" alt="Within"><p>${words("docks")}</p>`;
    const taken = await take(strict, { content });
    expect(server.requested).toEqual([]);
    expect(taken.article?.leadImage).toMatchObject({ alt: "Within" });
    expect(
      taken.report.proposals.filter(({ path }) => path.endsWith(".url")).map(({ isApplied }) => isApplied),
    ).toEqual([false, true]);
    expect(taken.report.warnings.join()).not.toMatch(/picture/u);
  });

  it("takes over the pictures of a letter, at their places", async () => {
    const own = [(await picture()).toString("base64"), (await picture()).toString("base64")];
    const part = (name: string, content = "") =>
      `--b\nContent-Type: image/png; name="${name}.png"\nContent-Transfer-Encoding: base64\nContent-ID: <${name}@x>\nContent-Disposition: inline; filename="${name}.png"\n\n${content}\n`;
    const html = `<p>${words("gates")}</p><img src="cid:one@x" alt="One"><p>${words("docks")}</p><img src="cid:two@x" alt="Two"><p>${words("piers")}</p>`;
    const content = `From: Mara <press@harbour.example>\nTo: desk@gazette.example\nSubject: Lock ${seed} opens\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset=utf-8\n\n${html}\n${part("one", own[0])}${part("two", own[1])}--b--\n`;
    const taken = await take(strict, { content, format: "EMAIL" });
    expect(taken.article?.leadImage?.alt).toBe("One");
    expect(taken.article?.body.map(({ __typename, alt }) => (__typename === "Figure" ? alt : __typename))).toEqual([
      "Paragraph",
      "Paragraph",
      "Two",
      "Paragraph",
    ]);
  });

  it("imports the story where a picture within it is none", async () => {
    const content = `<p>${words("gates")}</p><img src="data:image/png;base64,${Buffer.from("no picture at all, but text").toString("base64")}"><p>${words("docks")}</p>`;
    const { article, report } = await take(strict, { content });
    expect(article?.body).toHaveLength(2);
    expect(report.warnings.join()).toMatch(/The picture data:image\/png \(line 1\) was not taken over: The file is/u);
  });
});
