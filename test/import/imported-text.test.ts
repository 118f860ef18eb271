import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ImportArticleDocument, type ImportArticleInput } from "../generated/graphql.js";
import { Desk, paragraphsOf, present } from "../support/desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

async function take(input: ImportArticleInput) {
  const result = await desk.write(ImportArticleDocument, input);
  if (result.__typename !== "ImportArticlePayload") throw new Error(JSON.stringify(result));
  return result;
}

/** The draft that copy becomes. */
async function draftOf(content: string) {
  const { article } = await take({ content });
  return present(await desk.draft(present(article).id));
}

function ninjs(uri: string, body: string, more: object = {}): string {
  return JSON.stringify({ uri, type: "text", headline: "Gates bent", body_html: body, ...more });
}

describe("the text of an import", () => {
  it("keeps links and emphasis, with quotations and speakers in their places", async () => {
    const body =
      '<p>“We <em>truly</em> saw it,” lock keeper Ines Varga said on Tuesday.</p><p>The <a href="https://wold.example/plan">plan</a> is <strong>open</strong>.</p>';
    const paragraphs = paragraphsOf(await draftOf(ninjs("urn:wold:1", body)));
    expect(paragraphs.map(({ html }) => html)).toEqual([
      "“We <em>truly</em> saw it,” lock keeper Ines Varga said on Tuesday.",
      'The <a href="https://wold.example/plan" rel="noopener">plan</a> is <strong>open</strong>.',
    ]);
    expect(paragraphs[0]?.quotes.map(({ text }) => text)).toEqual(["We truly saw it,"]);
  });

  it("keeps the place of marks behind letters that are composed", async () => {
    const body = "<p>Cafe\u0301 keepers of the <em>Ardent\u0301</em> met on Tuesday.</p><p>They left.</p>";
    const [first] = paragraphsOf(await draftOf(ninjs("urn:wold:2", body)));
    expect(first?.html).toBe("Café keepers of the <em>Ardent\u0301</em> met on Tuesday.");
  });
});

describe("the structure of an import", () => {
  it("keeps headings, lists and block quotes as styles of the draft's paragraphs", async () => {
    const body =
      "<p>The keepers of the lock met on Tuesday.</p><h2>The plan</h2><p>They want new gates.</p><h3>Costs</h3><ul><li>Oak</li></ul><ol><li>Measure</li></ol><blockquote><p>Lift them.</p></blockquote>";
    const paragraphs = paragraphsOf(await draftOf(ninjs("urn:wold:10", body)));
    expect(paragraphs.map(({ style, text }) => `${style}: ${text}`)).toEqual([
      "BODY: The keepers of the lock met on Tuesday.",
      "HEADING: The plan",
      "BODY: They want new gates.",
      "SUBHEADING: Costs",
      "BULLET: Oak",
      "NUMBERED: Measure",
      "BLOCK_QUOTE: Lift them.",
    ]);
  });

  it("reports the pictures with captions and credits, and neither fetches nor places them", async () => {
    const body =
      '<p>The gates of the lock were bent by ice on Tuesday.</p><figure><img src="https://wold.example/gate.jpg" alt="A gate"><figcaption>The bent gate. (Photo: Ines Varga)</figcaption></figure>';
    const { article, report } = await take({ content: ninjs("urn:wold:11", body) });
    const pictures = report.proposals.filter(({ path }) => path.startsWith("images["));
    expect(pictures.map(({ path, value, isApplied }) => [path, value, isApplied])).toEqual([
      ["images[0].url", "https://wold.example/gate.jpg", false],
      ["images[0].caption", "The bent gate.", false],
      ["images[0].credit", "Ines Varga", false],
      ["images[0].alt", "A gate", false],
    ]);
    expect(pictures[0]).toMatchObject({ reason: expect.stringContaining("not fetched") });
    const draft = present(await desk.draft(present(article).id));
    expect(draft.body.map(({ __typename }) => __typename)).toEqual(["Paragraph"]);
    expect(await desk.app.database.prisma.image.count()).toBe(0);
  });
});

describe("the head of an import", () => {
  it("has the sender's summary as its standfirst, and the subjects as its topics", async () => {
    const summary = "Ice has bent the gates, and keepers want them lifted before the floods.";
    const more = { description_text: summary, subjects: [{ name: "Canals" }, { name: "Ice" }] };
    const draft = await draftOf(ninjs("urn:wold:3", "<p>The keepers of the lock met on Tuesday.</p>", more));
    expect(draft.standfirst).toBe(summary);
    expect(draft.topics.map(({ name }) => name)).toEqual(["Canals", "Ice"]);
  });
});

/** The posts of a draft, by their addresses. */
function postsOf({ body }: Awaited<ReturnType<typeof draftOf>>) {
  return body.flatMap((element) => (element.__typename === "EmbeddedPost" ? [element.id] : []));
}

describe("a post that copy shows twice", () => {
  const post = "https://x.com/woldlock/status/1712345678901230017";
  const text = (first: string, second: string): string =>
    `Gates bent by ice\n\nThe keepers of the lock met on Tuesday.\n\n${first}\n\nThey spoke for two hours.\n\n${second}\n\nThen they left.`;

  it.each([
    ["by one address", post, post],
    ["by two addresses", post, post.replace("x.com", "twitter.com")],
  ])("%s is placed once with a warning, and a dry run says the same", async (_, first, second) => {
    const content = text(first, second).replace("met on", `met number ${first.length + second.length} on`);
    const dry = await take({ content, dryRun: true });
    const real = await take({ content });
    expect(dry.report).toEqual(real.report);
    expect(real.report.warnings.join()).toContain("is shown again (line 9)");
    expect(postsOf(present(await desk.draft(present(real.article).id)))).toHaveLength(1);
  });

  it("in markup is placed once as well", async () => {
    const embed = `<blockquote class="twitter-tweet"><a href="${post}"></a></blockquote>`;
    const draft = await draftOf(
      ninjs("urn:wold:4", `<p>The keepers met.</p>${embed}<p>They spoke.</p>${embed}<p>They left.</p>`),
    );
    expect(postsOf(draft)).toHaveLength(1);
  });
});

describe("a dry run", () => {
  it("refuses what the import refuses, and writes nothing", async () => {
    const { prisma } = desk.app.database;
    const before = await prisma.person.count();
    const content = "Gates bent\n\n“They hold,” lock keeper Odile Marsh said on Tuesday.\n\nThe keepers left.";
    const input = { content, headline: "Gates ".repeat(150) };
    const [dry, real] = [
      await desk.write(ImportArticleDocument, { ...input, dryRun: true }),
      await desk.write(ImportArticleDocument, input),
    ];
    expect(dry.__typename).toBe("ValidationError");
    expect(dry).toEqual(real);
    expect(await prisma.person.count()).toBe(before);
  });
});
