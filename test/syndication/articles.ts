import { articleAddress } from "../../src/syndication/addresses.js";
import type {
  SyndicatedArticle,
  SyndicatedParagraph,
  SyndicatedPost,
  SyndicatedQuote,
  SyndicatedSite,
} from "../../src/syndication/syndicated.js";

/** The newsroom of these tests. */
export const site: SyndicatedSite = {
  baseUrl: "https://lantern.example",
  articleUrl: null,
  title: "The Lantern Post",
  language: "en",
};

/** The identity of the publication in its Atom feed. */
export const FEED_ID = "urn:uuid:0b0f6a44-52a5-8d0e-9a4b-0d2d8a1c9b11";

/** An article with one paragraph; `fields` replace what a test cares about. */
export function article(fields: Partial<SyndicatedArticle> = {}): SyndicatedArticle {
  const slug = fields.slug ?? "harbour-opens";
  return {
    id: "art_harbourAAAAAAAAAAAAAAA",
    url: articleAddress(site, slug, "html"),
    slug,
    headline: "Harbour opens",
    standfirst: null,
    byline: null,
    language: "en",
    direction: "LTR",
    dateline: null,
    version: 1,
    isPreview: false,
    isPublished: true,
    wordCount: 3,
    firstPublishedAt: "2026-09-05T09:00:00.000Z",
    publishedAt: "2026-09-05T09:00:00.000Z",
    updatedAt: "2026-09-05T08:30:00.000Z",
    section: null,
    topics: [],
    authors: [],
    translations: [],
    originalId: null,
    persons: [],
    corrections: [],
    leadImage: null,
    body: [paragraph("The harbour opened.")],
    sources: [],
    ...fields,
  };
}

/** A paragraph whose quotes are found in it by their words. */
export function paragraph(
  text: string,
  quotes: readonly (Partial<SyndicatedQuote> & { readonly text: string })[] = [],
  fields: Partial<SyndicatedParagraph> = {},
): SyndicatedParagraph {
  return {
    kind: "paragraph",
    id: "par_1AAAAAAAAAAAAAAAAAAAAA",
    style: "BODY",
    text,
    marks: [],
    quotes: quotes.map((one) => quote(text, one)),
    ...fields,
  };
}

function quote(text: string, fields: Partial<SyndicatedQuote> & { readonly text: string }): SyndicatedQuote {
  const start = text.indexOf(fields.text);
  return {
    id: `quo_${start}`,
    start,
    end: start + fields.text.length,
    kind: "DIRECT",
    speaker: null,
    speakerRole: null,
    saidOn: null,
    occasion: null,
    sourceId: null,
    verdict: "UNSOURCED",
    similarity: null,
    differences: [],
    ...fields,
  };
}

/** A post with an author and a text. */
export function post(fields: Partial<SyndicatedPost> = {}): SyndicatedPost {
  return {
    kind: "post",
    id: "pst_1AAAAAAAAAAAAAAAAAAAAA",
    platform: "BLUESKY",
    url: "https://bsky.app/profile/odile.example/post/3k2",
    authorName: "Odile Marn",
    authorHandle: "@odile.example",
    author: null,
    text: "Every boat counts, and every hand on it.",
    language: "en",
    postedOn: "2026-09-04",
    postedAt: "2026-09-04T17:20:00.000Z",
    capturedAt: "2026-09-04T19:00:00.000Z",
    contentHash: "9f2c".repeat(16),
    availability: "LIVE",
    ...fields,
  };
}

const odile = { id: "per_odileAAAAAAAAAAAAAAAAA", slug: "odile-marn", name: "Odile Marn" };
const tomas = { id: "per_tomasAAAAAAAAAAAAAAAAA", slug: "tomas-veil", name: "Tomás Veil" };

const harbourPost = post({ author: odile });
const letter = post({
  id: "pst_2AAAAAAAAAAAAAAAAAAAAA",
  platform: "MASTODON",
  url: "https://social.lantern.example/@veil/11",
  authorName: "Tomás Veil",
  authorHandle: "@veil@social.lantern.example",
  author: tomas,
  text: "El puerto no se vende.\nNi hoy ni nunca.",
  language: "es",
  postedOn: "2026-09-03",
  postedAt: null,
  availability: "DELETED",
});

/** An English article with everything an article can have: quotes of all kinds and verdicts, posts, corrections. */
export const english = article({
  headline: "Lantern harbour opens its third quay after nine years of dispute",
  standfirst:
    "The council promised berths for forty boats; the fishers’ guild wants the rents in writing before winter.",
  byline: "Mara Quill and the Coast Desk",
  dateline: { text: "PORT LANTERN, Sept. 5", place: "Port Lantern", date: "2026-09-05" },
  version: 7,
  wordCount: 164,
  publishedAt: "2026-09-06T07:15:00.000Z",
  updatedAt: "2026-09-06T07:10:00.000Z",
  topics: [
    { slug: "harbour", name: "Harbour" },
    { slug: "fisheries", name: "Fisheries & trade" },
  ],
  persons: [
    {
      ...odile,
      role: "Mayor of Port Lantern",
      accounts: [{ platform: "BLUESKY", handle: "@odile.example" }],
    },
    { ...tomas, role: "Head of the fishers’ guild", accounts: [] },
    { id: "per_inesAAAAAAAAAAAAAAAAAA", slug: "ines-farrow", name: "Ines Farrow", role: null, accounts: [] },
  ],
  corrections: [
    {
      kind: "CORRECTION",
      note: "An earlier version gave the number of berths as fourteen. It is forty.",
      correctedAt: "2026-09-06T07:15:00.000Z",
    },
    {
      kind: "UPDATE",
      note: "The guild has since received the council’s letter.",
      correctedAt: "2026-09-06T07:15:00.000Z",
    },
  ],
  body: [
    paragraph(
      "The third quay of Port Lantern took its first boats on Saturday, nine years after the plan was drawn and two courts had ruled on it. The plan itself can be read in the archive.",
      [],
      {
        id: "par_1AAAAAAAAAAAAAAAAAAAAA",
        marks: [
          { kind: "link", start: 133, end: 176, href: "https://archive.lantern.example/plan?year=2017&part=3" },
          { kind: "emphasis", start: 4, end: 14 },
        ],
      },
    ),
    paragraph(
      "“Every boat counts, and every hand on it,” Mayor Odile Marn wrote the evening before. She told the council later that the rents would “stay where they are for five whole years”.",
      [
        {
          id: "quo_1AAAAAAAAAAAAAAAAAAAAA",
          text: "Every boat counts, and every hand on it,",
          speaker: odile,
          speakerRole: "Mayor of Port Lantern",
          saidOn: "2026-09-04",
          occasion: "Post on the eve of the opening",
          sourceId: "pst_1AAAAAAAAAAAAAAAAAAAAA",
          verdict: "EXACT",
          similarity: 1,
        },
        {
          id: "quo_2AAAAAAAAAAAAAAAAAAAAA",
          text: "stay where they are for five whole years",
          kind: "PARTIAL",
          speaker: odile,
          speakerRole: "Mayor of Port Lantern",
          saidOn: "2026-09-05",
          verdict: "UNSOURCED",
        },
      ],
      { id: "par_2AAAAAAAAAAAAAAAAAAAAA" },
    ),
    harbourPost,
    paragraph(
      "Tomás Veil of the guild was not content: “El puerto no se vende. Ni hoy ni mañana.” He said that a promise without a signature was weather, and that the guild would wait.",
      [
        {
          id: "quo_3AAAAAAAAAAAAAAAAAAAAA",
          text: "El puerto no se vende. Ni hoy ni mañana.",
          speaker: tomas,
          speakerRole: "Head of the fishers’ guild",
          saidOn: "2026-09-03",
          occasion: "Post, since deleted",
          sourceId: "pst_2AAAAAAAAAAAAAAAAAAAAA",
          verdict: "ALTERED",
          similarity: 0.8734,
          differences: [{ kind: "CHANGED", quoted: "mañana", original: "nunca" }],
        },
        {
          id: "quo_4AAAAAAAAAAAAAAAAAAAAA",
          text: "a promise without a signature was weather",
          kind: "INDIRECT",
          speaker: tomas,
          saidOn: "2026-09-05",
        },
      ],
      { id: "par_3AAAAAAAAAAAAAAAAAAAAA" },
    ),
    paragraph(
      "A skipper who asked not to be named put it more shortly. “We have seen quays before,” she said. Ines Farrow, who drew the plan, did not answer a call.",
      [
        {
          id: "quo_5AAAAAAAAAAAAAAAAAAAAA",
          text: "We have seen quays before,",
          saidOn: "2026-09-05",
          occasion: "On the quay",
        },
      ],
      { id: "par_4AAAAAAAAAAAAAAAAAAAAA" },
    ),
  ],
  sources: [letter],
});

const laleh = { id: "per_lalehAAAAAAAAAAAAAAAAA", slug: "laleh-mehran", name: "لاله مهران" };

/** A Persian article, written from the right, with a post in English among its paragraphs. */
export const persian = article({
  id: "art_persianAAAAAAAAAAAAAAA",
  slug: "بندر-فانوس",
  url: articleAddress(site, "بندر-فانوس", "html"),
  headline: "بندر فانوس اسکلهٔ سوم خود را پس از نُه سال گشود",
  standfirst: "شورا برای چهل قایق جا وعده داده است؛ صنف صیادان می‌خواهد اجاره‌ها تا زمستان نوشته شود",
  byline: "گروه ساحل",
  language: "fa",
  direction: "RTL",
  dateline: { text: "بندر فانوس، ۱۴ شهریور –", place: "بندر فانوس", date: "2026-09-05" },
  wordCount: 60,
  topics: [{ slug: "harbour", name: "بندر" }],
  persons: [{ ...laleh, role: "شهردار بندر فانوس", accounts: [{ platform: "TELEGRAM", handle: "@laleh_m" }] }],
  corrections: [
    { kind: "CORRECTION", note: "شمار جایگاه‌ها چهل است، نه چهارده.", correctedAt: "2026-09-06T07:15:00.000Z" },
  ],
  body: [
    paragraph(
      "لاله مهران، شهردار بندر فانوس، گفت: «هر قایق به شمار می‌آید و هر دستی که بر آن است.» او پیش‌تر نوشته بود که اسکله «forty berths» خواهد داشت.",
      [
        {
          id: "quo_fa1AAAAAAAAAAAAAAAAAAA",
          text: "هر قایق به شمار می‌آید و هر دستی که بر آن است.",
          speaker: laleh,
          speakerRole: "شهردار بندر فانوس",
          saidOn: "2026-09-04",
          occasion: "آیین گشایش",
          sourceId: "pst_faAAAAAAAAAAAAAAAAAAAA",
          verdict: "ALTERED",
          similarity: 0.92,
          differences: [
            { kind: "ADDED", quoted: "به شمار", original: null },
            { kind: "REMOVED", quoted: null, original: "در بندر ما" },
          ],
        },
        {
          id: "quo_fa2AAAAAAAAAAAAAAAAAAA",
          text: "forty berths",
          kind: "PARTIAL",
          speaker: laleh,
          sourceId: "pst_enAAAAAAAAAAAAAAAAAAAA",
          verdict: "EXACT",
          similarity: 1,
        },
      ],
    ),
    post({
      id: "pst_enAAAAAAAAAAAAAAAAAAAA",
      text: "Forty berths, no more, no less 🛶",
      authorName: "Laleh Mehran",
      availability: "EDITED",
    }),
    post({
      id: "pst_faAAAAAAAAAAAAAAAAAAAA",
      platform: "TELEGRAM",
      url: "https://t.me/laleh_m/42",
      authorName: "لاله مهران",
      authorHandle: "@laleh_m",
      author: laleh,
      text: "هر قایق در بندر ما می‌آید و هر دستی که بر آن است.",
      language: "fa",
    }),
    paragraph("ساخت اسکله دو سال طول کشید.", [], { id: "par_2AAAAAAAAAAAAAAAAAAAAA" }),
  ],
});
