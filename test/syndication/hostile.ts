import { article, paragraph, post } from "./articles.js";

/** What breaks markup, feeds and scripts when it is not escaped, and what no document may hold. */
export const HOSTILE =
  "</script><script>alert(1)</script> <!-- ]]> & &amp; \"double\" 'single' </title></style> \u0000\u0008\u000B\u001B\u007F\uFFFE\uFFFF \uD800 \u2028\u2029 \u202Eevil\u202C {moment} $& 🧨 ظ\u200C";

/** An article in which every text is hostile. */
export const hostile = article({
  headline: HOSTILE,
  standfirst: HOSTILE,
  byline: HOSTILE,
  dateline: { text: HOSTILE, place: HOSTILE, date: null },
  topics: [{ slug: "x", name: HOSTILE }],
  persons: [
    { id: "per_x", slug: "x", name: HOSTILE, role: HOSTILE, accounts: [{ platform: "OTHER", handle: HOSTILE }] },
  ],
  corrections: [{ kind: "RETRACTION", note: HOSTILE, correctedAt: "2026-09-05T09:00:00.000Z" }],
  body: [
    paragraph(HOSTILE, [
      {
        text: "<script>alert(1)</script>",
        speaker: { id: "per_x", slug: "x", name: HOSTILE },
        speakerRole: HOSTILE,
        occasion: HOSTILE,
        sourceId: "pst_x",
        verdict: "ALTERED",
        similarity: 0.5,
        differences: [{ kind: "CHANGED", quoted: HOSTILE, original: HOSTILE }],
      },
    ]),
    post({
      id: "pst_x",
      platform: "OTHER",
      url: 'javascript:alert("1")',
      authorName: HOSTILE,
      authorHandle: HOSTILE,
      text: HOSTILE,
      language: null,
      postedAt: null,
      postedOn: null,
    }),
    post({ id: "pst_y", url: 'https://e.example/a|b?c="d"&e=[f]#g#h<i>', text: HOSTILE }),
  ],
});
