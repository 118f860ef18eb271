import { describe, expect, test } from "vitest";
import { readHtml } from "../../src/formats/page/page.js";
import type { DocumentPost } from "../../src/formats/document-parts.js";

function blocksOf(html: string) {
  return readHtml(`<p>Before it.</p>${html}<p>After it.</p>`).blocks.slice(1, -1);
}

function postsIn(html: string): readonly DocumentPost[] {
  return blocksOf(html).filter((block) => block.kind === "post");
}

const words = "The sluice holds.";
const day = "2025-05-26";
const link = "https://x.com/sluice/status/1234567";
const signature = `&mdash; Sluice Authority (@sluice) <a href="${link}?ref_src=twsrc%5Etfw">May 26, 2025</a>`;
const embed = `<blockquote class="twitter-tweet"><p lang="en" dir="ltr">${words}</p>${signature}</blockquote>`;
const read = { authorName: "Sluice Authority", authorHandle: "@sluice", postedOn: day, url: link, text: words };

describe("plain copy into which the code of a post was pasted", () => {
  test("keeps its paragraphs, which blank lines part", () => {
    const { blocks } = readHtml(`Gates hold\n\nThe water rose.\nIt rained.\n\n${embed}\n\nNobody was hurt.`);
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ["text", "Gates hold"],
      ["text", "The water rose. It rained."],
      ["post", words],
      ["text", "Nobody was hurt."],
    ]);
  });
});

describe("a post of X is read whatever became of its markup", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["as it came in 2012", embed.replace("twitter-tweet", "twitter-tweet tw-align-center")],
    [
      "with a video",
      embed.replace("twitter-tweet", "twitter-video").replace("<blockquote", "<blockquote data-lang='en'"),
    ],
    [
      "its signature in a paragraph",
      `<blockquote class="twitter-tweet"><p>${words}</p><p>${signature}</p></blockquote>`,
    ],
    ["all in one paragraph", `<blockquote class="twitter-tweet"><p>${words} ${signature}</p></blockquote>`],
    ["without paragraphs", `<blockquote class="twitter-tweet">${words} ${signature}</blockquote>`],
    ["in other elements", `<div class="twitter-tweet"><div>${words}</div><div>${signature}</div></div>`],
    ["with two hyphens", embed.replace("&mdash;", "--")],
    ["without its class", `<blockquote><p>${words}</p><p>${signature}</p></blockquote>`],
    [
      "in a figure of a content system",
      `<figure class="wp-block-embed"><div>${embed}</div><figcaption>X</figcaption></figure>`,
    ],
    ["in an element called social", `<div class="social-embed">${embed}</div>`],
    ["as a fallback", `<div class="lazy"><noscript>${embed}</noscript></div>`],
    ["in a script of text", `<script type="text/template">${embed}</script>`],
    ["in a script of text, encoded", `<script type="text/template">${Buffer.from(embed).toString("base64")}</script>`],
    ["in an attribute", `<div class="lazy" data-html="${escaped(embed)}"></div>`],
    ["escaped into text", `<p>${escaped(embed)}</p>`],
    [
      "within AMP",
      `<amp-twitter data-tweetid="1234567">${embed.replace("<blockquote", "<blockquote placeholder")}</amp-twitter>`,
    ],
    ["beside its address", `<div data-oembed-url="${link}">${embed}</div>`],
  ];
  test.each(cases)("%s", (_, html) => {
    expect(blocksOf(html)).toMatchObject([read]);
  });

  test("with emoji that the site shows as pictures", () => {
    const html = `<blockquote class="twitter-tweet"><p>${words} <img class="emoji" alt="🎉"></p>— Sluice <img alt="🌊"> (@sluice) <a href="${link}">26 mai 2025</a></blockquote>`;
    expect(postsIn(html)).toMatchObject([{ authorName: "Sluice 🌊", text: `${words} 🎉`, postedOn: day }]);
  });

  test("with the day that only its attribute has", () => {
    const html = `<blockquote class="twitter-tweet"><p>${words}</p>— Sluice (@sluice) <a href="https://twitter.com/#!/sluice/status/12345" data-datetime="2025-05-26T20:20:20+00:00">long ago</a></blockquote>`;
    expect(postsIn(html)).toMatchObject([{ postedOn: day, url: "https://twitter.com/sluice/status/12345" }]);
  });
});

function escaped(html: string): string {
  return html.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;").replace(/"/gu, "&quot;");
}

describe("a post of Bluesky is read whatever tool wrote its signature", () => {
  const about = 'class="bluesky-embed" data-bluesky-uri="at://did:plc:abc/app.bsky.feed.post/3kx"';
  const profile = "https://bsky.app/profile/did:plc:abc";
  const signatures = [
    `Sluice Authority (<a href="${profile}">@sluice.example</a>) <a href="${profile}/post/3kx">May 26, 2025 at 3:04 PM</a>`,
    `<a href="${profile}">Sluice Authority (@sluice.example)</a> <a href="${profile}/post/3kx">2025-05-26T15:04:05.000Z</a>`,
    `Sluice Authority (@sluice.example) (<a href="${profile}">@sluice.example</a>) <a href="${profile}/post/3kx">May 26, 2025</a>`,
  ];
  test.each(signatures)("%s", (signed) => {
    const html = `<blockquote ${about}><p lang="">${words}<br><br>[image or embed]</p>&mdash; ${signed}</blockquote>`;
    expect(postsIn(html)).toMatchObject([
      { ...read, authorHandle: "@sluice.example", url: "https://bsky.app/profile/did:plc:abc/post/3kx" },
    ]);
  });
});

describe("a post of Instagram is signed in many languages", () => {
  const time = '<time datetime="2025-05-26T22:55:42+00:00">May 26, 2025 at 3:55pm PDT</time>';
  const signatures = [
    '<a href="x">A post shared by Sluice de Wold (@sluice.wold)</a>',
    `A post shared by <a href="https://www.instagram.com/sluice.wold/"> Sluice de Wold</a> (@sluice.wold) on ${time}`,
    `<a href="x">A photo posted by Sluice de Wold (@sluice.wold)</a> on ${time}`,
    "Ein Beitrag geteilt von Sluice de Wold (@sluice.wold)",
    "Ein von Sluice de Wold (@sluice.wold) gepostetes Foto",
    "Une publication partagée par Sluice de Wold (@sluice.wold)",
    "Una publicación compartida de Sluice de Wold (@sluice.wold)",
    "Uma publicação compartilhada por Sluice de Wold (@sluice.wold)",
    "Un post condiviso da Sluice de Wold (@sluice.wold)",
    "Een bericht gedeeld door Sluice de Wold (@sluice.wold)",
    "Post udostępniony przez Sluice de Wold (@sluice.wold)",
    "Ett inlägg delat av Sluice de Wold (@sluice.wold)",
    "Příspěvek sdílený Sluice de Wold (@sluice.wold)",
    "Публикация от Sluice de Wold (@sluice.wold)",
    "Sluice de Wold (@sluice.wold)'in paylaştığı bir gönderi",
    "Sluice de Wold(@sluice.wold)がシェアした投稿",
    "Sluice de Wold(@sluice.wold)님의 공유 게시물",
    "Sluice de Wold（@sluice.wold）分享的帖子",
    "تمت مشاركة منشور بواسطة \u200fSluice de Wold\u200f (@\u200fsluice.wold\u200f)",
    "پستی که توسط Sluice de Wold (@sluice.wold) به اشتراک گذاشته شده است",
    "Sluice de Wold (@sluice.wold) द्वारा साझा की गई पोस्ट",
    "โพสต์ที่แชร์โดย Sluice de Wold (@sluice.wold)",
  ];
  const around = (caption: string, signed: string): string =>
    `<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Cx12_/?utm_source=ig_embed" data-instgrm-version="14"><div><a href="https://www.instagram.com/p/Cx12_/"><div></div><div>View this post on Instagram</div></a>${caption}<p>${signed}</p></div></blockquote>`;
  test.each(signatures)("%s", (signed) => {
    const expected = {
      authorName: "Sluice de Wold",
      authorHandle: "@sluice.wold",
      url: "https://www.instagram.com/p/Cx12_/",
    };
    expect(postsIn(around(`<p><a href="x">${words}</a></p>`, signed))).toMatchObject([{ ...expected, text: words }]);
    expect(postsIn(around("", signed))).toMatchObject([{ ...expected, text: "" }]);
    if (signed.includes("<time")) expect(postsIn(around("", signed))).toMatchObject([{ postedOn: day }]);
  });

  test("also without a name", () => {
    expect(postsIn(around("", "Ein von @sluice.wold geteilter Beitrag"))).toMatchObject([
      { authorName: "sluice.wold", authorHandle: "@sluice.wold" },
    ]);
  });
});

describe("a post of Facebook is signed by two links in any language", () => {
  const post = "https://www.facebook.com/sluice.wold/posts/99";
  const name = '<a href="https://www.facebook.com/sluice.wold/">Sluice Authority</a>';
  const on = (text: string): string => `<a href="${post}">${text}</a>`;
  const signatures = [
    `Posted by ${name} on&nbsp;${on("Monday, May 26, 2025")}`,
    `Posted by ${name} on Monday, May 26, 2025`,
    "Posted by Sluice Authority on Monday, May 26, 2025",
    `Gepostet von ${name} am&nbsp;${on("Montag, 26. Mai 2025")}`,
    `Publiée par ${name} sur&nbsp;${on("Lundi 26 mai 2025")}`,
    `${name} tarafından ${on("26 Mayıs 2025 Pazartesi")} tarihinde gönderildi`,
    `${name}さんの投稿 ${on("2025年5月26日月曜日")}`,
    `تم النشر بواسطة ${name} في ${on("الاثنين، ٢٦ مايو ٢٠٢٥")}`,
  ];
  test.each(signatures)("%s", (signed) => {
    const html = `<div class="fb-post" data-href="${post}"><blockquote cite="${post}" class="fb-xfbml-parse-ignore"><p>${words}</p>${signed}</blockquote></div>`;
    expect(postsIn(html)).toMatchObject([{ ...read, authorHandle: null, url: post }]);
  });
});

describe("a megabyte of embeds is read to its end", () => {
  const flood = (part: string): string => part.repeat(Math.ceil(1_000_000 / part.length));
  const floods: readonly (readonly [string, string])[] = [
    ["one post over and over", flood(embed)],
    ["signatures in one post", `<blockquote class="twitter-tweet">${flood(signature)}</blockquote>`],
    ["links in one post", `<div class="fb-post" data-href="${link}">${flood(`<a href="${link}">May</a>`)}</div>`],
    ["posts within posts", '<blockquote class="twitter-tweet">'.repeat(900) + flood("words ")],
    ["wrappers within wrappers", `<div data-embed-src="${link}">`.repeat(900) + flood("words ")],
    ["markup in attributes", flood(`<div data-html="${escaped(embed)}"></div>`)],
    ["markup without end in an attribute", `<div data-html="${flood("&lt;div twitter ")}"></div>`],
    ["escaped tags", `<p>${flood("&lt;div twitter&gt; ")}</p>`],
    ["fallbacks within fallbacks", "<noscript>".repeat(900) + flood(embed)],
    ["handles without a day", `<p>${flood("— A (@a) 1 ")}</p>`],
    ["directions that stay open", `<p>${flood("\u2066a ")}</p>`],
  ];
  test.each(floods)("%s", (_, html) => {
    expect(readHtml(`${html}<p>After it.</p>`).blocks.length).toBeGreaterThan(0);
  });
});
