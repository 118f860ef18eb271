import { article, paragraph, post } from "./articles.js";

/** What breaks markup, feeds and scripts when it is not escaped, and what no document may hold. */
export const HOSTILE =
  "</script><script>alert(1)</script> <!-- ]]> & &amp; \"double\" 'single' </title></style> \u0000\u0008\u000B\u001B\u007F\uFFFE\uFFFF \uD800 \u2028\u2029 \u202Eevil\u202C \u202Eunclosed \u2067 \" onmouseover=alert(1) x=' onfocus='alert(1) `${1}` {moment} $& 🧨 ظ\u200C";

/** What a link may not lead to, in the disguises in which browsers still follow it, and one that would break out. */
export const BAD_LINKS = [
  "javascript:alert(1)",
  " \u0001JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:alert(1)",
  "//evil.example",
  'https://e.example/"onmouseover="alert(1)',
] as const;

/** An article in which every text is hostile. */
export const hostile = article({
  headline: HOSTILE,
  standfirst: HOSTILE,
  byline: HOSTILE,
  dateline: { text: HOSTILE, place: HOSTILE, date: null },
  topics: [{ slug: "x", name: HOSTILE }],
  persons: [
    {
      id: "per_xAAAAAAAAAAAAAAAAAAAAA",
      slug: "x",
      name: HOSTILE,
      role: HOSTILE,
      accounts: [{ platform: "OTHER", handle: HOSTILE }],
    },
  ],
  corrections: [{ kind: "RETRACTION", note: HOSTILE, correctedAt: "2026-09-05T09:00:00.000Z" }],
  body: [
    paragraph(HOSTILE, [
      {
        text: "<script>alert(1)</script>",
        speaker: { id: "per_xAAAAAAAAAAAAAAAAAAAAA", slug: "x", name: HOSTILE },
        speakerRole: HOSTILE,
        occasion: HOSTILE,
        sourceId: "pst_xAAAAAAAAAAAAAAAAAAAAA",
        verdict: "ALTERED",
        similarity: 0.5,
        differences: [{ kind: "CHANGED", quoted: HOSTILE, original: HOSTILE }],
      },
    ]),
    post({
      id: "pst_xAAAAAAAAAAAAAAAAAAAAA",
      platform: "OTHER",
      url: 'javascript:alert("1")',
      authorName: HOSTILE,
      authorHandle: HOSTILE,
      text: HOSTILE,
      language: null,
      postedAt: null,
      postedOn: null,
    }),
    paragraph(HOSTILE, [], {
      id: "par_linksAAAAAAAAAAAAAAAAA",
      marks: BAD_LINKS.map((href, index) => ({ kind: "link", start: index * 3, end: index * 3 + 3, href })),
    }),
    post({ id: "pst_yAAAAAAAAAAAAAAAAAAAAA", url: 'https://e.example/a|b?c="d"&e=[f]#g#h<i>', text: HOSTILE }),
  ],
});
