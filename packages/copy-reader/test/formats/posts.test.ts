import { describe, expect, test } from "vitest";
import { readHtml } from "../../src/formats/page/page.js";
import type { DocumentPost } from "../../src/formats/document-parts.js";
import { readDocument } from "./documents.js";

function postsIn(html: string): readonly DocumentPost[] {
  return readHtml(`<p>Before it.</p>${html}<p>After it.</p>`).blocks.filter((block) => block.kind === "post");
}

const harbour = { authorName: "Port Malden Harbour", text: "The quay is safe again.\nFerries from Monday #sorrel" };
const words = 'The quay is safe again.<br>Ferries from Monday <a href="https://example.org/t/sorrel">#sorrel</a>';

describe("the embed markup of each platform is read as a post", () => {
  const cases: readonly (readonly [string, string, Partial<DocumentPost>])[] = [
    [
      "X",
      `<blockquote class="twitter-tweet" data-lang="en"><p lang="en" dir="ltr">${words}</p>&mdash; Port Malden Harbour (@portmalden) <a href="https://twitter.com/portmalden/status/1234567?ref_src=twsrc%5Etfw">February 11, 2026</a></blockquote> <script async src="https://platform.twitter.com/widgets.js"></script>`,
      {
        ...harbour,
        platform: "X",
        authorHandle: "@portmalden",
        postedOn: "2026-02-11",
        url: "https://twitter.com/portmalden/status/1234567",
        language: "en",
      },
    ],
    [
      "X whose paragraph an editor dropped",
      `<blockquote class="twitter-tweet">${words} — Port Malden Harbour (@portmalden) <a href="https://x.com/portmalden/status/1234567">11. Februar 2026</a></blockquote>`,
      { ...harbour, platform: "X", authorHandle: "@portmalden", postedOn: "2026-02-11" },
    ],
    [
      "Bluesky",
      `<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:abc/app.bsky.feed.post/3kx"><p lang="en">${words}<br><br><a href="https://bsky.app/profile/did:plc:abc/post/3kx?ref_src=embed">[image or embed]</a></p>&mdash; Port Malden Harbour (<a href="https://bsky.app/profile/did:plc:abc?ref_src=embed">@malden.bsky.social</a>) <a href="https://bsky.app/profile/did:plc:abc/post/3kx?ref_src=embed">February 11, 2026 at 3:04 PM</a></blockquote>`,
      {
        ...harbour,
        platform: "BLUESKY",
        authorHandle: "@malden.bsky.social",
        postedOn: "2026-02-11",
        url: "https://bsky.app/profile/did:plc:abc/post/3kx",
      },
    ],
    [
      "Mastodon",
      `<blockquote class="mastodon-embed" data-embed-url="https://harbour.social/@malden/1122/embed"><p>${words}</p>&mdash; Port Malden Harbour (@malden@harbour.social) <a href="https://harbour.social/@malden/1122"><time datetime="2026-02-11T08:00:00Z">11 Feb</time></a></blockquote>`,
      {
        ...harbour,
        platform: "MASTODON",
        authorHandle: "@malden@harbour.social",
        postedOn: "2026-02-11",
        url: "https://harbour.social/@malden/1122",
      },
    ],
    [
      "Instagram",
      `<blockquote class="instagram-media" data-instgrm-captioned data-instgrm-permalink="https://www.instagram.com/p/Cx12_/?utm_source=ig_embed"><div><a href="https://www.instagram.com/p/Cx12_/">View this post on Instagram</a></div><p><a href="https://www.instagram.com/p/Cx12_/">The quay is safe again.</a></p><p><a href="https://www.instagram.com/p/Cx12_/">A post shared by Port Malden Harbour (@port.malden) on <time datetime="2026-02-11T12:00:00+00:00">Feb 11, 2026 at 4:00am PST</time></a></p></blockquote>`,
      {
        platform: "INSTAGRAM",
        authorName: "Port Malden Harbour",
        authorHandle: "@port.malden",
        text: "The quay is safe again.",
        postedOn: "2026-02-11",
        url: "https://www.instagram.com/p/Cx12_/",
      },
    ],
    [
      "Facebook",
      `<div class="fb-post" data-href="https://www.facebook.com/portmalden/posts/99" data-width="500"><blockquote cite="https://www.facebook.com/portmalden/posts/99" class="fb-xfbml-parse-ignore"><p>${words}</p>Posted by <a href="https://www.facebook.com/portmalden/">Port Malden Harbour</a> on&nbsp;<a href="https://www.facebook.com/portmalden/posts/99">Wednesday, February 11, 2026</a></blockquote></div>`,
      {
        ...harbour,
        platform: "FACEBOOK",
        authorHandle: null,
        postedOn: "2026-02-11",
        url: "https://www.facebook.com/portmalden/posts/99",
      },
    ],
    [
      "Telegram as its channel shows it",
      `<div class="tgme_widget_message" data-post="portmalden/68"><a class="tgme_widget_message_owner_name" href="https://t.me/portmalden"><span dir="auto">Port Malden Harbour</span></a><div class="tgme_widget_message_text">${words}</div><a class="tgme_widget_message_date" href="https://t.me/portmalden/68"><time datetime="2026-02-11T09:30:00+00:00">09:30</time></a></div>`,
      {
        ...harbour,
        platform: "TELEGRAM",
        authorHandle: "@portmalden",
        postedOn: "2026-02-11",
        url: "https://t.me/portmalden/68",
      },
    ],
    [
      "TikTok",
      `<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@portmalden/video/77" data-video-id="77"><section><a target="_blank" title="@portmalden" href="https://www.tiktok.com/@portmalden?refer=embed">@portmalden</a> <p>The quay is safe again. <a title="ferry" href="https://www.tiktok.com/tag/ferry">#ferry</a></p> <a title="♬ original sound" href="https://www.tiktok.com/music/1">♬ original sound - Port Malden</a></section></blockquote>`,
      {
        platform: "TIKTOK",
        authorName: "portmalden",
        authorHandle: "@portmalden",
        text: "The quay is safe again. #ferry",
        url: "https://www.tiktok.com/@portmalden/video/77",
      },
    ],
    [
      "YouTube in a frame",
      '<iframe width="560" height="315" src="https://www.youtube-nocookie.com/embed/aBcDeF12345?si=x" title="The ferry leaves Port Malden"></iframe>',
      {
        platform: "YOUTUBE",
        text: "The ferry leaves Port Malden",
        url: "https://www.youtube.com/watch?v=aBcDeF12345",
        postedOn: null,
      },
    ],
    [
      "YouTube in a light player",
      '<lite-youtube videoid="aBcDeF12345" playlabel="Play: The ferry leaves"></lite-youtube>',
      { platform: "YOUTUBE", text: "The ferry leaves", url: "https://www.youtube.com/watch?v=aBcDeF12345" },
    ],
    [
      "Threads",
      '<blockquote class="text-post-media" data-text-post-permalink="https://www.threads.net/@portmalden/post/DAx-1"><a href="https://www.threads.net/@portmalden/post/DAx-1"><div>Post by @portmalden</div><div>View on Threads</div></a></blockquote>',
      {
        platform: "THREADS",
        authorHandle: "@portmalden",
        text: "",
        url: "https://www.threads.net/@portmalden/post/DAx-1",
      },
    ],
    [
      "Truth Social",
      '<iframe src="https://truthsocial.com/@portmalden/114/embed" class="truthsocial-embed"></iframe>',
      {
        platform: "TRUTH_SOCIAL",
        authorHandle: "@portmalden",
        text: "",
        url: "https://truthsocial.com/@portmalden/114",
      },
    ],
    [
      "Telegram in a script",
      '<script async src="https://telegram.org/js/telegram-widget.js?22" data-telegram-post="portmalden/68"></script>',
      { platform: "TELEGRAM", authorHandle: "@portmalden", text: "", url: "https://t.me/portmalden/68" },
    ],
  ];
  test.each(cases)("%s", (_, html, expected) => {
    const posts = postsIn(html);
    expect(posts).toHaveLength(1);
    expect(posts[0]).toMatchObject(expected);
  });
});

describe("signatures in other languages", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["أعلنت الهيئة إغلاق الميناء.", "٢٦ مايو ٢٠٢٥", "2025-05-26"],
    ["港は再開した。", "2025年5月26日", "2025-05-26"],
    ["Le port est rouvert.", "26 mai 2025", "2025-05-26"],
    ["El puerto ha reabierto.", "26 de mayo de 2025", "2025-05-26"],
    ["Порт снова открыт.", "26 мая 2025 г.", "2025-05-26"],
  ];
  test.each(cases)("%s", (text, day, expected) => {
    const html = `<blockquote class="twitter-tweet"><p>${text}</p>&mdash; Malden – Hafen (@portmalden) <a href="https://twitter.com/portmalden/status/9">${day}</a></blockquote>`;
    expect(postsIn(html)).toMatchObject([
      { authorName: "Malden – Hafen", authorHandle: "@portmalden", text, postedOn: expected },
    ]);
  });
});

describe("the notice in the place of a deleted post is no post", () => {
  const gone = [
    '<blockquote class="twitter-tweet"><p></p></blockquote>',
    '<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:abc/app.bsky.feed.post/3kx"><p>The author has requested their posts not be displayed on external sites.</p></blockquote>',
    '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Cx12_/"><div>The link to this photo or video may be broken, or the post may have been removed.</div></blockquote>',
    '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@portmalden/video/77"><section>Dieses Video ist nicht verfügbar.</section></blockquote>',
    '<div class="tgme_widget_message" data-post="portmalden/68"><div class="tgme_widget_message_error">Post not found</div></div>',
    '<iframe src="https://www.youtube.com/embed/aBcDeF12345" title="This video is unavailable"></iframe>',
    '<iframe src="https://www.youtube.com/embed/videoseries?list=PLabc"></iframe>',
    '<blockquote class="text-post-media" data-text-post-permalink="https://www.threads.net/@portmalden/post/DAx-1"><p>Este post não está disponível.</p></blockquote>',
    '<blockquote class="twitter-tweet"><p>This Tweet was deleted by its author.</p></blockquote>',
    '<blockquote class="bluesky-embed"><p>Post not found</p></blockquote>',
    '<blockquote class="mastodon-embed"><p>Dieser Beitrag ist nicht mehr verfügbar.</p></blockquote>',
    '<div class="fb-post"><p>Cette publication a été supprimée.</p></div>',
  ];
  test.each(gone)("%s", (html) => {
    const { blocks } = readHtml(`<p>Before it.</p>${html}<p>After it.</p>`);
    const shown = blocks.filter((block) => block.kind === "text" || block.isGone !== true);
    expect(shown.map(({ text }) => text)).toEqual(["Before it.", "After it."]);
  });

  const ownNotices = [
    "This Post was deleted by the Post author. Learn more",
    "This Post is from an account that no longer exists. Learn more",
    "This Post is from a suspended account. Learn more",
    "You’re unable to view this Post because this account owner limits who can view their Posts. Learn more",
    "This Post is unavailable",
    "Hmm...this page doesn’t exist",
    "Dieser Post wurde vom Verfasser des Posts gelöscht. Mehr erfahren",
    "Ce post a été supprimé par son auteur. En savoir plus",
    "El autor de este post lo eliminó. Más información",
  ];
  test.each(ownNotices)("with a link to the post, its day on it, a warning keeps the place: %s", (notice) => {
    const link = '<a href="https://twitter.com/lockwarden/status/1788">November 24, 2026</a>';
    const html = `<h1>The lock holds</h1><p>The lock of Port Malden held overnight, its warden said.</p>
<blockquote class="twitter-tweet"><p>${notice}</p>${link}</blockquote><p>The water fell in the morning.</p>`;
    const { story } = readDocument("HTML", html);
    expect(story.elements.map(({ kind }) => kind)).toEqual(["paragraph", "paragraph"]);
    expect(story.warnings).toEqual([
      "The embedded post https://twitter.com/lockwarden/status/1788 is gone: the document holds only the platform's notice (line 2), so no post was made of it.",
    ]);
  });

  test("a post that the document shows elsewhere is not gone", () => {
    const gone =
      '<blockquote class="twitter-tweet"><p>This Post is unavailable</p><a href="https://x.com/lockwarden/status/9">x</a></blockquote>';
    const shown =
      '<blockquote class="twitter-tweet"><p>The lock holds.</p>&mdash; Warden (@lockwarden) <a href="https://x.com/lockwarden/status/9">March 5, 2024</a></blockquote>';
    const { story } = readDocument("HTML", `<p>The lock of Port Malden held overnight.</p>${gone}${shown}`);
    expect(story.elements.map(({ text }) => text)).toEqual([
      "The lock of Port Malden held overnight.",
      "The lock holds.",
    ]);
    expect(story.warnings.join()).not.toContain("gone");
  });

  test("but a signed post that speaks of a deletion is one", () => {
    const html =
      '<blockquote class="twitter-tweet"><p>This video was deleted, and we have it.</p>&mdash; Edna Quill (@ednaquill) <a href="https://twitter.com/ednaquill/status/5">March 5, 2024</a></blockquote>';
    expect(postsIn(html)).toMatchObject([
      { authorName: "Edna Quill", text: "This video was deleted, and we have it." },
    ]);
  });
});
