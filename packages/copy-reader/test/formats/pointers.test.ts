import { describe, expect, test } from "vitest";
import { readHtml } from "../../src/formats/page/page.js";

function blocksOf(html: string) {
  return readHtml(`<p>Before it.</p>${html}<p>After it.</p>`).blocks.slice(1, -1);
}

const link = "https://x.com/sluice/status/1234567";

describe("markup that only points at a post keeps its place and its data", () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    [
      `<blockquote class="twitter-tweet"><p> — <a href="${link}">@sluice</a></p></blockquote>`,
      link,
      "sluice",
      "@sluice",
    ],
    [`<blockquote class="twitter-tweet"><a href="${link}"></a></blockquote>`, link, "sluice", "@sluice"],
    [
      `<blockquote class="twitter-tweet"><p><a href="${link}">View Tweet</a></p></blockquote>`,
      link,
      "sluice",
      "@sluice",
    ],
    [
      '<blockquote class="twitter-tweet"><p lang="zxx"></p>&mdash; Sluice Authority (@sluice) <a href="https://x.com/sluice/status/1234567">May 26, 2025</a></blockquote>',
      link,
      "Sluice Authority",
      "@sluice",
    ],
    [`<p>${link}</p>`, link, "sluice", "@sluice"],
    [
      `<figure class="wp-block-embed is-provider-x"><div class="wp-block-embed__wrapper">\n${link}\n</div></figure>`,
      link,
      "sluice",
      "@sluice",
    ],
    [`<figure class="media"><oembed url="${link}"></oembed></figure>`, link, "sluice", "@sluice"],
    [
      `<div class="twitter-tweet twitter-tweet-rendered"><iframe src="https://platform.twitter.com/embed/Tweet.html?id=1234567&amp;lang=en" data-tweet-id="1234567"></iframe></div>`,
      "https://twitter.com/i/status/1234567",
      "",
      "",
    ],
    ['<amp-twitter data-tweetid="1234567"></amp-twitter>', "https://twitter.com/i/status/1234567", "", ""],
    ['<amp-instagram data-shortcode="Cx12_"></amp-instagram>', "https://www.instagram.com/p/Cx12_/", "", ""],
    [
      '<amp-facebook data-href="https://www.facebook.com/sluice.wold/posts/99"></amp-facebook>',
      "https://www.facebook.com/sluice.wold/posts/99",
      "sluice.wold",
      "",
    ],
    [
      '<amp-tiktok data-src="https://www.tiktok.com/@sluice/video/77"></amp-tiktok>',
      "https://www.tiktok.com/@sluice/video/77",
      "sluice",
      "@sluice",
    ],
    [
      '<amp-youtube data-videoid="aBcDeF12345"></amp-youtube>',
      "https://www.youtube.com/watch?v=aBcDeF12345",
      "YouTube",
      "",
    ],
    [
      '<div class="rll-youtube-player" data-src="https://www.youtube.com/embed/aBcDeF12345"></div>',
      "https://www.youtube.com/watch?v=aBcDeF12345",
      "YouTube",
      "",
    ],
    [
      '<iframe src="about:blank" data-lazy-src="https://www.youtube-nocookie.com/embed/aBcDeF12345" title="YouTube video player"></iframe>',
      "https://www.youtube.com/watch?v=aBcDeF12345",
      "YouTube",
      "",
    ],
    [
      '<object><embed src="http://www.youtube.com/v/aBcDeF12345"></object>',
      "https://www.youtube.com/watch?v=aBcDeF12345",
      "YouTube",
      "",
    ],
    [
      '<iframe src="https://sluice.social/@wold/112233/embed" class="mastodon-embed"></iframe>',
      "https://sluice.social/@wold/112233",
      "wold",
      "@wold@sluice.social",
    ],
    [
      '<blockquote class="mastodon-embed" data-embed-url="https://sluice.social/@wold/112233/embed"><a href="https://sluice.social/@wold/112233"><svg></svg><div>Post by @wold@sluice.social</div><div>View on Mastodon</div></a></blockquote>',
      "https://sluice.social/@wold/112233",
      "wold",
      "@wold@sluice.social",
    ],
    [
      '<iframe src="https://truthsocial.com/@sluice/114/embed" class="truthsocial-embed"></iframe>',
      "https://truthsocial.com/@sluice/114",
      "sluice",
      "@sluice",
    ],
    [
      '<blockquote class="text-post-media" data-text-post-permalink="https://www.threads.com/@sluice/post/DAx-1"><a href="https://www.threads.com/@sluice/post/DAx-1"><div>Post by @sluice</div><div>View on Threads</div></a></blockquote>',
      "https://www.threads.com/@sluice/post/DAx-1",
      "sluice",
      "@sluice",
    ],
    [
      '<iframe class="instagram-media" src="https://www.instagram.com/reel/Cx12_/embed/captioned/?cr=1"></iframe>',
      "https://www.instagram.com/reel/Cx12_/",
      "",
      "",
    ],
    [
      '<iframe src="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fsluice.wold%2Fposts%2F99&amp;show_text=true"></iframe>',
      "https://www.facebook.com/sluice.wold/posts/99",
      "sluice.wold",
      "",
    ],
    [
      '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@sluice/video/77" data-video-id="77"><section></section></blockquote>',
      "https://www.tiktok.com/@sluice/video/77",
      "sluice",
      "@sluice",
    ],
    ['<iframe src="https://t.me/sluice/68?embed=1"></iframe>', "https://t.me/sluice/68", "sluice", "@sluice"],
    [
      '<div class="bluesky-embed" data-bluesky-uri="at://did:plc:abc/app.bsky.feed.post/3kx"><iframe src="https://embed.bsky.app/embed/did:plc:abc/app.bsky.feed.post/3kx?id=1"></iframe></div>',
      "https://bsky.app/profile/did:plc:abc/post/3kx",
      "",
      "",
    ],
    [
      '<iframe src="//cdn.embedly.com/widgets/media.html?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DaBcDeF12345"></iframe>',
      "https://www.youtube.com/watch?v=aBcDeF12345",
      "YouTube",
      "",
    ],
  ];
  test.each(cases)("%s", (html, url, authorName, handle) => {
    expect(blocksOf(html)).toMatchObject([{ kind: "post", url, authorName, authorHandle: handle || null, text: "" }]);
  });

  const others = [
    '<iframe src="https://www.google.com/maps/embed?pb=x"></iframe>',
    '<iframe src="https://www.facebook.com/plugins/page.php?href=https%3A%2F%2Fwww.facebook.com%2Fsluice"></iframe>',
    '<blockquote class="wp-embedded-content"><a href="https://sluice.example/story/">Another story</a></blockquote>',
    `<p>Its accounts (@sluice, @wold) are on <a href="https://x.com/sluice">X</a>, and <a href="${link}">one post</a> says so.</p>`,
    "<p>https://x.com/sluice</p>",
    `<ul><li>${link}</li></ul>`,
    '<div class="twitter-timeline" data-src="https://x.com/sluice">Posts by the authority</div>',
  ];
  test.each(others)("but there is no post in: %s", (html) => {
    expect(blocksOf(html).filter(({ kind }) => kind === "post")).toEqual([]);
  });
});

test("one post has one address, however it is written", () => {
  const url = (address: string): string | null =>
    blocksOf(`<p>${address}</p>`).flatMap((block) => (block.kind === "post" ? [block.url] : []))[0] ?? null;
  expect(url("http://mobile.twitter.com/sluice/statuses/1234567/photo/1?s=20")).toBe(
    "https://twitter.com/sluice/status/1234567",
  );
  expect(url("https://m.facebook.com/story.php?story_fbid=1&id=2&refid=3")).toBe(
    "https://www.facebook.com/story.php?story_fbid=1&id=2",
  );
  expect(url("https://youtu.be/aBcDeF12345?t=3")).toBe("https://www.youtube.com/watch?v=aBcDeF12345");
  expect(url("https://t.me/s/sluice/68")).toBe("https://t.me/sluice/68");
  expect(url("https://www.instagram.com/sluice/p/Cx12_?igshid=1")).toBe("https://www.instagram.com/p/Cx12_/");
  expect(url("https://truthsocial.com/@sluice/posts/114")).toBe("https://truthsocial.com/@sluice/114");
});
