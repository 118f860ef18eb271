import { describe, expect, test } from "vitest";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";
import { readAnyCopy } from "../formats/documents.js";

const TITLE = "Lock of Port Malden holds";
const FIRST = "The lock of Port Malden held overnight, its warden said on Tuesday, and the town slept.";
const LAST = "The water fell in the morning, and the first ships went through before noon.";

const addresses: readonly (readonly [line: string, platform: string, url: string, authorName: string])[] = [
  ["https://x.com/lockwarden/status/1788?s=20", "X", "https://x.com/lockwarden/status/1788", "lockwarden"],
  ["x.com/lockwarden/status/1788", "X", "https://x.com/lockwarden/status/1788", "lockwarden"],
  ["<https://t.me/portmalden/68>", "TELEGRAM", "https://t.me/portmalden/68", "portmalden"],
  [
    "https://bsky.app/profile/lock.example/post/3kx",
    "BLUESKY",
    "https://bsky.app/profile/lock.example/post/3kx",
    "lock.example",
  ],
  [
    "https://www.threads.net/@lockwarden/post/DAx-1",
    "THREADS",
    "https://www.threads.net/@lockwarden/post/DAx-1",
    "lockwarden",
  ],
  ["https://coast.example/@lockwarden/112233", "MASTODON", "https://coast.example/@lockwarden/112233", "lockwarden"],
  ["https://www.instagram.com/p/Cx12_/", "INSTAGRAM", "https://www.instagram.com/p/Cx12_/", "Instagram"],
  [
    "https://www.tiktok.com/@lockwarden/video/77",
    "TIKTOK",
    "https://www.tiktok.com/@lockwarden/video/77",
    "lockwarden",
  ],
  ["https://youtu.be/aBcDeF12345", "YOUTUBE", "https://www.youtube.com/watch?v=aBcDeF12345", "YouTube"],
  [
    "https://www.facebook.com/portmalden/posts/991",
    "FACEBOOK",
    "https://www.facebook.com/portmalden/posts/991",
    "portmalden",
  ],
  [
    "https://truthsocial.com/@lockwarden/posts/112233",
    "TRUTH_SOCIAL",
    "https://truthsocial.com/@lockwarden/112233",
    "lockwarden",
  ],
];

describe("a line that is only the address of a post is that post without its words", () => {
  test.each(addresses)("%s", (line, platform, url, authorName) => {
    const text = readPlainCopy(`${TITLE}\n\n${FIRST}\n\n${line}\n\n${LAST}`);
    expect(text.headline).toBe(TITLE);
    expect(text.elements).toMatchObject([
      { kind: "paragraph", text: FIRST },
      { kind: "post", platform, url, authorName, text: "", line: 5 },
      { kind: "paragraph", text: LAST },
    ]);
    expect(text.warnings.join("\n")).toContain(
      `elements[1]: the words of the post ${url} are not in the document (line 5)`,
    );
  });

  test("in text as in HTML, with the same warnings", () => {
    const url = "https://x.com/lockwarden/status/1788";
    const text = readAnyCopy({ content: `${TITLE}\n\n${FIRST}\n\n\n${url}\n\n${LAST}`, format: "TEXT" }).story;
    const html = readAnyCopy({
      content: `<h1>${TITLE}</h1>\n\n<p>${FIRST}</p>\n\n\n<p>${url}</p>\n\n<p>${LAST}</p>`,
      format: "HTML",
    }).story;
    expect(text.elements).toEqual(html.elements);
    expect(text.warnings).toEqual(html.warnings);
    expect(text.warnings).toHaveLength(1);
  });

  test("above the text it hides neither headline nor dateline", () => {
    const url = "https://x.com/lockwarden/status/1788";
    for (const copy of [
      `${url}\n\n${TITLE}\n\nPORT MALDEN (AP) — ${FIRST}\n\n${LAST}`,
      `${TITLE}\n${url}\n\nPORT MALDEN (AP) — ${FIRST}\n\n${LAST}`,
    ]) {
      const { headline, dateline, elements } = readPlainCopy(copy);
      expect([headline, dateline?.place]).toEqual([TITLE, "PORT MALDEN"]);
      expect(elements.map(({ text }) => text)).toEqual(["", FIRST, LAST]);
    }
  });

  test("in a line under a paragraph without a blank line too", () => {
    const { elements } = readPlainCopy(`${TITLE}\n\n${FIRST}\nhttps://x.com/lockwarden/status/1788\n${LAST}`);
    expect(elements.map(({ text }) => text)).toEqual([FIRST, "", LAST]);
  });
});

test("the address under a signed post is that of the post, and one among its words stays there", () => {
  const signed = "The lock holds. — Warden (@lockwarden) May 26, 2025\n\nhttps://x.com/lockwarden/status/1788";
  expect(readPlainCopy(`${FIRST}\n\n${signed}\n\n${LAST}`).elements[1]).toMatchObject({
    text: "The lock holds.",
    url: "https://x.com/lockwarden/status/1788",
  });
  const quoting = "Look at this:\nhttps://x.com/portmalden/status/4\n— Warden (@lockwarden) May 26, 2025";
  expect(readPlainCopy(`${FIRST}\n\n${quoting}\n\n${LAST}`).elements[1]).toMatchObject({
    text: "Look at this:\nhttps://x.com/portmalden/status/4",
  });
});

test("its author is proposed by its address, not by a signature", () => {
  const { proposals } = readPlainCopy([FIRST, "https://x.com/lockwarden/status/1788", LAST].join("\n\n"), {
    headline: TITLE,
  });
  expect(proposals.find(({ path }) => path === "elements[1].author")).toMatchObject({
    value: "lockwarden (@lockwarden)",
    reason: "The address of the post names its account; its words are not in the copy.",
  });
});

test("the address of no post stays a paragraph, and a sentence with an address stays whole", () => {
  const copy = `${TITLE}\n\n${FIRST}\n\nhttps://portmalden.example/lock\n\nThe warden wrote at https://x.com/lockwarden/status/1788 that it holds.`;
  expect(readPlainCopy(copy).elements.map(({ kind }) => kind)).toEqual(["paragraph", "paragraph", "paragraph"]);
});

test("an address alone is no story", () => {
  expect(() => readPlainCopy("https://x.com/lockwarden/status/1788")).toThrow("holds no text of a story");
});
