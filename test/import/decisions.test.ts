import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, present } from "../support/desk.js";
import { unknownId } from "../support/story.js";
import {
  type Decision,
  importAs,
  openNewsroom,
  pageOf,
  pathOfType,
  personNames,
  quotesOf,
  type Read,
  review,
  type Written,
} from "./support/review.js";

let desk: Desk;
let namesake: string;
beforeAll(async () => {
  ({ desk, namesake } = await openNewsroom());
});
afterAll(() => desk.app.close());

let made = 0;

/** A page that no other test imports. */
function page(): string {
  made += 1;
  return pageOf(made);
}

const take = (content: string, decisions: readonly Decision[]): Promise<Written> =>
  importAs<Written>(desk, { content, decisions });
const writtenQuotes = ({ article }: Written) => article.body.flatMap(({ quotes = [] }) => quotes);
const pathOf = (read: Read, words: string): string =>
  present(quotesOf(read).find(({ text }) => text.includes(words))).path;
const accept = (path: string, more: object = {}): Decision => ({ path, isAccepted: true, ...more });
const refuse = (path: string): Decision => ({ path, isAccepted: false });

describe("decisions", () => {
  it("that accept all write what an import without any writes", async () => {
    const content = page();
    const read = await review(desk, content);
    const all = [...quotesOf(read), ...read.preview.persons].map(({ path }) => accept(path));
    const decided = await take(content, [...all, accept(pathOfType(read, "ImportedPost"))]);
    const plain = await take(page(), []);
    const shape = (written: Written): string =>
      JSON.stringify(
        written.article.body.map(({ __typename, text, quotes }) => [
          __typename,
          text,
          quotes?.map((quote) => quote.text),
        ]),
      );
    expect(shape(decided)).toBe(shape(plain).replaceAll(String(made), String(made - 1)));
    expect(writtenQuotes(decided).some(({ source }) => source !== null)).toBe(true);
  });

  it("that refuse a quote leave its words in the text, and create no person for it", async () => {
    const content = page();
    const read = await review(desk, content);
    const written = await take(content, [refuse(pathOf(read, "Nobody asked"))]);
    expect(writtenQuotes(written).map(({ text }) => text)).not.toContain(`Nobody asked us about number ${made},`);
    expect(written.article.body.some(({ text }) => text?.includes("Nobody asked us"))).toBe(true);
    expect(writtenQuotes(written)).toHaveLength(quotesOf(read).length - 1);
    const refused = written.report.proposals.filter(({ path }) => path.startsWith(pathOf(read, "Nobody asked")));
    expect(refused.map(({ isApplied }) => isApplied)).not.toContain(true);
  });

  it("that refuse a post leave it out, and no quote is checked against it", async () => {
    const content = page();
    const read = await review(desk, content);
    const written = await take(content, [refuse(pathOfType(read, "ImportedPost"))]);
    expect(written.article.body.map(({ __typename }) => __typename)).not.toContain("EmbeddedPost");
    expect(writtenQuotes(written).map(({ source }) => source)).toEqual(writtenQuotes(written).map(() => null));
    const others = read.preview.elements.flatMap(({ text, __typename }) =>
      __typename === "ImportedParagraph" ? [text] : [],
    );
    expect(written.article.body.flatMap(({ text }) => text ?? [])).toEqual(others);
  });

  it("that name a candidate give the quote to that person, with the office in the copy", async () => {
    const content = page();
    const read = await review(desk, content);
    const before = await personNames(desk);
    const written = await take(content, [accept(pathOf(read, "We painted"), { personId: namesake })]);
    const quote = present(writtenQuotes(written).find(({ text }) => text.includes("We painted")));
    expect(quote.speaker).toEqual({ id: namesake, name: "Bram Oster" });
    expect((await personNames(desk)).filter((name) => name === "Bram Oster")).toEqual(
      before.filter((name) => name === "Bram Oster"),
    );
    expect(written.report.warnings.join(" ")).not.toContain("may be Bram Oster");
  });

  it("that name another person make them the speaker, with their own office", async () => {
    const content = page();
    const read = await review(desk, content);
    const written = await take(content, [accept(pathOf(read, "holds well"), { personId: namesake })]);
    expect(writtenQuotes(written).find(({ text }) => text.includes("holds well"))).toMatchObject({
      speaker: { id: namesake },
      speakerRole: "Engineer",
    });
  });

  it("on a person hold for all that they said, and a refused person is not created", async () => {
    const [content, other] = [page(), page()];
    const pathOfPerson = (read: Read, name: string): string =>
      present(read.preview.persons.find((each) => each.name === name)).path;
    const read = await review(desk, content);
    const written = await take(content, [accept(pathOfPerson(read, "Bram Oster"), { personId: namesake })]);
    expect(writtenQuotes(written).find(({ text }) => text.includes("We painted"))?.speaker?.id).toBe(namesake);
    const second = await review(desk, other);
    const before = await personNames(desk);
    const without = await take(other, [refuse(pathOfPerson(second, "Bram Oster"))]);
    expect(writtenQuotes(without).find(({ text }) => text.includes("We painted"))?.speaker).toBeNull();
    expect((await personNames(desk)).filter((name) => name === "Bram Oster")).toEqual(
      before.filter((name) => name === "Bram Oster"),
    );
  });

  it("that name an image show it in the place of the picture, with the words of the copy", async () => {
    const content = page();
    const read = await review(desk, content);
    const gate = await desk.newsroom.image();
    const written = await take(content, [accept(pathOfType(read, "ImportedImage"), { imageId: gate })]);
    const at = written.article.body.findIndex(({ __typename }) => __typename === "Figure");
    expect(written.article.body[at]).toMatchObject({ image: { id: gate }, alt: "The gate" });
    expect(written.article.body[at - 1]?.text).toContain("holds well");
    expect(written.article.body[at + 1]?.text).toContain("We painted");
    expect(written.article.leadImage).toBeNull();
    expect((await take(page(), [])).article.body.map(({ __typename }) => __typename)).not.toContain("Figure");
  });

  it("that name an image for the picture of the whole story make it the lead image", async () => {
    made += 1;
    const content = JSON.stringify({
      uri: `urn:lead:${made}`,
      headline: "Lock opened",
      body_html: `<p>The lock number ${made} was opened again on Wednesday.</p>`,
      associations: {
        featureimage: {
          type: "picture",
          description_text: "The lock in spring.",
          renditions: { original: { href: `https://pictures.example/lead-${made}.jpg`, width: 100, height: 100 } },
        },
      },
    });
    const lead = await desk.newsroom.image();
    const decisions = [accept("images[0]", { imageId: lead })];
    const written = await importAs<Written>(desk, { content, format: "NINJS", decisions });
    expect(written.preview.elements[0]).toMatchObject({ __typename: "ImportedImage", path: "images[0]", isLead: true });
    expect(written.article.leadImage).toMatchObject({ image: { id: lead }, caption: "The lock in spring." });
    expect(written.article.body.map(({ __typename }) => __typename)).toEqual(["Paragraph"]);
  });

  it("are made on one story of several, which is named by its place", async () => {
    made += 2;
    const item = (number: number): object => ({
      uri: `urn:several:${number}`,
      headline: `Lock ${number}`,
      body_html: `<p>The lock was opened.</p><p>“Gate ${number} holds,” said Ada Whitcombe.</p>`,
    });
    const content = JSON.stringify([item(made - 1), item(made)]);
    const decisions = [refuse("elements[1].quotes[0]")];
    const written = await importAs<Written>(desk, { content, format: "NINJS", story: 1, decisions });
    expect(written.preview).toMatchObject({ headline: `Lock ${made}` });
    expect(written.article.body.map(({ text }) => text)).toContain(`“Gate ${made} holds,” said Ada Whitcombe.`);
    expect(writtenQuotes(written)).toEqual([]);
    for (const story of [2, -1]) {
      const refused = await importAs<object>(desk, { content, format: "NINJS", story, dryRun: true });
      expect(refused).toMatchObject({ code: "VALIDATION", path: ["input", "story"] });
    }
    // Without a place, content with several stories is refused as before.
    expect(await importAs<object>(desk, { content, format: "NINJS" })).toMatchObject({ code: "VALIDATION" });
  });

  it.each([
    ["a path that was not read", [accept("elements[99].quotes[0]")], ["input", "decisions", "0", "path"]],
    ["a paragraph, which is no part to decide on", [accept("elements[0]")], ["input", "decisions", "0", "path"]],
    [
      "a path twice",
      [accept("elements[1].quotes[0]"), refuse("elements[1].quotes[0]")],
      ["input", "decisions", "1", "path"],
    ],
    [
      "nobody",
      [accept("elements[1].quotes[0]", { personId: unknownId("Person") })],
      ["input", "decisions", "0", "personId"],
    ],
    [
      "what is no person",
      [accept("elements[1].quotes[0]", { personId: unknownId("Image") })],
      ["input", "decisions", "0", "personId"],
    ],
    [
      "a person for a picture",
      [accept("images[0]", { personId: unknownId("Person") })],
      ["input", "decisions", "0", "personId"],
    ],
    ["no image", [accept("images[0]", { imageId: unknownId("Image") })], ["input", "decisions", "0", "imageId"]],
    [
      "an image for a quote",
      [accept("elements[1].quotes[0]", { imageId: unknownId("Image") })],
      ["input", "decisions", "0", "imageId"],
    ],
  ])("that name %s are refused at their field, and nothing is written", async (_what, decisions, path) => {
    const before = [await desk.app.database.prisma.article.count(), await personNames(desk)];
    for (const dryRun of [true, false]) {
      const refused = await importAs<{ code: string; issues: readonly { path: readonly string[] }[] }>(desk, {
        content: page(),
        decisions,
        dryRun,
      });
      expect(refused.code).toBe("VALIDATION");
      expect(refused.issues[0]?.path).toEqual(path);
    }
    expect([await desk.app.database.prisma.article.count(), await personNames(desk)]).toEqual(before);
  });
});
