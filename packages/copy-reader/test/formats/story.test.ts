import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { CopyStory } from "../../src/story/story-value.js";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";
import { readDocument, readNinjs } from "./documents.js";

const BODY = `<p>PORT MALDEN, Feb. 10 (AP) — The ferry to Sorrel Island will run again from Monday, the harbour office said.</p>
<p>“The quay is safe again after eleven weeks of repairs,” harbour master Ilse Harrow told reporters.</p>
<blockquote class="twitter-tweet"><p lang="en">The quay is safe again after eleven weeks of repairs.</p>&mdash; Ilse Harrow (@iharrow) <a href="https://twitter.com/iharrow/status/5">February 10, 2026</a></blockquote>
<h3>A long wait</h3><p>“We have waited long enough,” she added.</p><iframe class="mastodon-embed" src="https://harbour.social/@malden/1122/embed"></iframe>`;

const ITEM = {
  uri: "urn:coast:7",
  headlines: [{ role: "main", value: "Sorrel ferry runs again" }],
  by: "Edna Quill",
  language: "en-GB",
  located: "Port Malden",
  versionCreated: "2026-02-11T08:00:00Z",
  people: [{ name: "Ilse Harrow", title: "harbour master of Port Malden" }, { name: "Somebody Else" }],
  bodies: [{ contentType: "text/html", value: BODY }],
};

function quotesOf(story: CopyStory): readonly (readonly [string, string | undefined])[] {
  return story.elements.flatMap((element) =>
    element.kind === "post"
      ? []
      : element.quotes.map(
          ({ text, speakerKey }) => [text, story.persons.find(({ key }) => key === speakerKey)?.name] as const,
        ),
  );
}

describe("a document becomes a story as wire copy does", () => {
  const { story, ownId } = readDocument("NINJS", JSON.stringify(ITEM));

  test("its quotations have their speakers", () => {
    expect(quotesOf(story)).toEqual([
      ["The quay is safe again after eleven weeks of repairs,", "Ilse Harrow"],
      ["We have waited long enough,", "Ilse Harrow"],
    ]);
  });

  test("its embedded posts are in their place, with their author and as the source of a quotation", () => {
    expect(story.elements.map((element) => (element.kind === "post" ? "post" : element.role))).toEqual([
      "text",
      "text",
      "post",
      "subhead",
      "text",
      "post",
    ]);
    const [, quoted, post] = story.elements;
    expect(post).toMatchObject({ kind: "post", authorHandle: "@iharrow", postedOn: "2026-02-10" });
    expect(post?.kind === "post" && story.persons.find(({ key }) => key === post.authorKey)?.name).toBe("Ilse Harrow");
    expect(quoted?.kind === "paragraph" && quoted.quotes[0]?.sourcePost).toBe(2);
  });

  test("its own data win, and the publication sets the year of the dateline", () => {
    expect(story).toMatchObject({ headline: "Sorrel ferry runs again", byline: "Edna Quill", language: "en-GB" });
    expect(story.dateline).toMatchObject({ place: "Port Malden", date: "2026-02-10", agency: "AP" });
    expect(ownId).toBe("urn:coast:7");
  });

  test("a person it names gets its role, and one that the text does not name is left out", () => {
    expect(story.persons.map(({ name, role }) => [name, role])).toEqual([
      ["Ilse Harrow", "harbour master of Port Malden"],
    ]);
  });

  test("each proposal has a reason, in the order of the article", () => {
    const reasons = new Map(story.proposals.map(({ path, reason }) => [path, reason]));
    expect(reasons.get("headline")).toBe("The item has it as the headline.");
    expect(reasons.get("dateline.date")).toContain("its year is that of the publication on 2026-02-11");
    expect(reasons.get("elements[2].author")).toBe("The markup that embeds the post says so.");
    expect(reasons.size).toBe(story.proposals.length);
    expect(story.proposals.every(({ confidence }) => confidence > 0 && confidence <= 1)).toBe(true);
  });

  test("a post whose words are not in the markup is reported, and not invented", () => {
    expect(story.warnings.filter((warning) => warning.includes("https://harbour.social/@malden/1122"))).toHaveLength(1);
  });

  test("what the sender knows wins over the document", () => {
    const overridden = readDocument("NINJS", JSON.stringify(ITEM), { headline: "Ferry", language: "en-US" }).story;
    expect(overridden).toMatchObject({ headline: "Ferry", language: "en-US" });
    expect(overridden.proposals.find(({ path }) => path === "headline")?.reason).toBe("It was specified.");
  });
});

test("the same story has the same words and quotations in every format", () => {
  const paragraphs = [
    "The tide gate held on Thursday.",
    "“It held,” said engineer Bram Oster.",
    "Nobody was hurt, he said.",
  ];
  const marked = paragraphs.map((text) => `<p>${text}</p>`).join("\n");
  const nitf = `<nitf><body><body.head><hedline><hl1>Gate holds</hl1></hedline></body.head><body.content>${marked}</body.content></body></nitf>`;
  const stories = [
    readPlainCopy(paragraphs.join("\n\n"), { headline: "Gate holds" }),
    readDocument("HTML", `<h1>Gate holds</h1>${marked}`).story,
    readDocument("NITF", nitf).story,
    readDocument(
      "NEWSML_G2",
      `<newsItem><contentMeta><headline>Gate holds</headline></contentMeta><contentSet><inlineXML>${nitf}</inlineXML></contentSet></newsItem>`,
    ).story,
    readDocument("NINJS", JSON.stringify({ headline: "Gate holds", body_text: paragraphs.join("\n\n") })).story,
  ];
  for (const story of stories) {
    expect(story.headline).toBe("Gate holds");
    expect(story.elements.map(({ text }) => text)).toEqual(paragraphs);
    expect(quotesOf(story)).toEqual([["It held,", "Bram Oster"]]);
  }
});

test("a template's language is not believed against the script of the text", () => {
  const text = "أعلنت هيئة الميناء اليوم أن العبارة إلى الجزيرة ستعود إلى العمل يوم الاثنين بعد انتهاء أعمال الصيانة. ";
  const { story } = readDocument(
    "HTML",
    `<html lang="en-US"><head><title>x</title></head><body><p>${text.repeat(3)}</p></body></html>`,
  );
  expect(story.language).toBe("ar");
  expect(story.warnings.some((warning) => warning.includes("en-US"))).toBe(true);
});

const examples = join(dirname(fileURLToPath(import.meta.url)), "../../../../../shared/eval/ninjs/examples-3.0");
const isPresent = existsSync(examples);
/** Of a picture or an event the description is no story; an item that does not say what it is may be one. */
const example = z.object({ type: z.string().optional(), bodies: z.array(z.unknown()).optional() });

describe(`the examples that come with ninjs 3.0${isPresent ? "" : " (left out: they are not on this machine)"}`, () => {
  test.skipIf(!isPresent)("are read, or refused because they hold no text", () => {
    for (const name of isPresent ? readdirSync(examples).filter((each) => each.endsWith(".json")) : []) {
      const content = readFileSync(join(examples, name), "utf8");
      const { type, bodies } = example.parse(JSON.parse(content));
      const hasText = bodies !== undefined || type === undefined || type === "text";
      if (hasText) expect(readNinjs(content).blocks.length).toBeGreaterThan(0);
      else expect(() => readNinjs(content)).toThrow("holds no text");
    }
  });
});
