import { describe, expect, test } from "vitest";
import { readWireCopy } from "../../src/wire/wire.text.js";

interface Head {
  readonly headline: string | null;
  readonly byline?: string;
  readonly place?: string;
  readonly date?: string;
  readonly agency?: string;
  /** What stands above the text that follows, or instead of it. */
  readonly body?: readonly string[];
}

const TITLE = "Ice closes harbour of Ostwick";
const FIRST = "The harbour of the old town froze on Tuesday, the port office said.";
const SECOND = "Ferries and trawlers were sent to Port Ardle until the ice breaks, which may take a week.";
const TEXT = `${FIRST}\n\n${SECOND}`;

function readHead(copy: string): Head {
  const { headline, byline, dateline, elements } = readWireCopy(copy);
  const { place = null, date = null, agency = null } = dateline ?? {};
  return {
    headline,
    ...(byline === null ? {} : { byline }),
    ...(place === null ? {} : { place }),
    ...(date === null ? {} : { date }),
    ...(agency === null ? {} : { agency }),
    body: elements.map(({ text }) => text),
  };
}

type Case = readonly [name: string, copy: string, head: Head];

function check(cases: readonly Case[]): void {
  test.each(cases)("%s", (_, copy, head) => {
    expect(readHead(copy)).toEqual({ body: [FIRST, SECOND], ...head });
  });
}

describe("a line that is only a day is no headline, and gives the dateline its day", () => {
  check([
    ["above the headline", `May 26, 2025\n\n${TITLE}\n\n${TEXT}`, { headline: TITLE, date: "2025-05-26" }],
    ["below it", `${TITLE}\n\nMay 26, 2025\n\n${TEXT}`, { headline: TITLE, date: "2025-05-26" }],
    ["with its weekday", `Monday, 26 May 2025\n\n${TITLE}\n\n${TEXT}`, { headline: TITLE, date: "2025-05-26" }],
    ["with the time", `${TITLE}\n\n26 May 2025, 10:04\n\n${TEXT}`, { headline: TITLE, date: "2025-05-26" }],
    ["as ISO 8601 writes it", `2025-05-26\n\n${TITLE}\n\n${TEXT}`, { headline: TITLE, date: "2025-05-26" }],
    ["in German", `26. Mai 2025, 10:04 Uhr\n\n${TITLE}\n\n${TEXT}`, { headline: TITLE, date: "2025-05-26" }],
    ["in German figures", `${TITLE}\n\n26.05.2025, 10:04 Uhr\n\n${TEXT}`, { headline: TITLE, date: "2025-05-26" }],
    ["in French", `Publié le 26 mai 2025 à 10h04\n\n${TITLE}\n\n${TEXT}`, { headline: TITLE, date: "2025-05-26" }],
    ["in Spanish", `${TITLE}\n\nPublicado: 26 de mayo de 2025\n\n${TEXT}`, { headline: TITLE, date: "2025-05-26" }],
    ["without a headline", `May 26, 2025\n\n${TEXT}`, { headline: null, date: "2025-05-26" }],
    ["published", `${TITLE}\n\nPublished: 26 May 2025, 10:04\n\n${TEXT}`, { headline: TITLE, date: "2025-05-26" }],
    [
      "published and updated",
      `${TITLE}\n\nPublished: 26 May 2025, 10:04\nUpdated: 27 May 2025, 8:15 a.m. EDT\n\n${TEXT}`,
      { headline: TITLE, date: "2025-05-26" },
    ],
    [
      "published and updated on one line",
      `${TITLE}\n\nPublished 10:04 AM EDT, May 26, 2025 | Updated 8:15 AM EDT, May 27, 2025\n\n${TEXT}`,
      { headline: TITLE, date: "2025-05-26" },
    ],
    [
      "updated alone",
      `${TITLE}\n\nUpdated 8:15 AM EDT, May 27, 2025\n\n${TEXT}`,
      { headline: TITLE, date: "2025-05-27" },
    ],
    ["posted", `${TITLE}\n\nPosted May 26, 2025 at 10:04 am\n\n${TEXT}`, { headline: TITLE, date: "2025-05-26" }],
    [
      "in two parts",
      `${TITLE}\n\nMay 26, 2025 10:04 AM GMT+2 Updated 3 hours ago\n\n${TEXT}`,
      { headline: TITLE, date: "2025-05-26" },
    ],
    ["as how long ago", `${TITLE}\n\n3 hours ago\n\n${TEXT}`, { headline: TITLE }],
    [
      "beside a dateline without a year",
      `${TITLE}\n\nMay 26, 2025\n\nOSTWICK, May 25 (AP) — ${TEXT}`,
      { headline: TITLE, place: "OSTWICK", date: "2025-05-25", agency: "AP" },
    ],
    [
      "beside a dateline without a day",
      `${TITLE}\n\nMay 26, 2025\n\nOSTWICK (AP) — ${TEXT}`,
      { headline: TITLE, place: "OSTWICK", date: "2025-05-26", agency: "AP" },
    ],
    ["in Arabic", `26 مايو 2025\n\n${TITLE}\n\n${TEXT}`, { headline: TITLE, date: "2025-05-26" }],
  ]);
});

describe("bylines", () => {
  check([
    ["alone", `${TITLE}\nBy Ann Smith\n\n${TEXT}`, { headline: TITLE, byline: "By Ann Smith" }],
    ["in capitals", `${TITLE}\n\nBY ANN SMITH\n\n${TEXT}`, { headline: TITLE, byline: "BY ANN SMITH" }],
    [
      "of two",
      `${TITLE}\n\nBy Ann Smith and Edna Quill\n\n${TEXT}`,
      { headline: TITLE, byline: "By Ann Smith and Edna Quill" },
    ],
    [
      "with a particle",
      `${TITLE}\n\nBy Ann van der Smit\n\n${TEXT}`,
      { headline: TITLE, byline: "By Ann van der Smit" },
    ],
    [
      "with a paper",
      `${TITLE}\n\nBy Ann Smith, Coast News\n\n${TEXT}`,
      { headline: TITLE, byline: "By Ann Smith, Coast News" },
    ],
    [
      "with a bar",
      `${TITLE}\n\nBy Ann Smith | Coast News\n\n${TEXT}`,
      { headline: TITLE, byline: "By Ann Smith | Coast News" },
    ],
    [
      "of an agency",
      `${TITLE}\n\nBy The Associated Press\n\n${TEXT}`,
      { headline: TITLE, byline: "By The Associated Press" },
    ],
    [
      "with a title below",
      `${TITLE}\n\nBy Ann Smith\nStaff Writer\n\n${TEXT}`,
      { headline: TITLE, byline: "By Ann Smith, Staff Writer" },
    ],
    [
      "with the agency below",
      `${TITLE}\n\nBy ANN SMITH\nAssociated Press Writer\n\nOSTWICK (AP) — ${TEXT}`,
      { headline: TITLE, byline: "By ANN SMITH, Associated Press Writer", place: "OSTWICK", agency: "AP" },
    ],
    [
      "with an address",
      `${TITLE}\n\nBy Ann Smith\nann.smith@coast.example\n\n${TEXT}`,
      { headline: TITLE, byline: "By Ann Smith" },
    ],
    [
      "with title and address",
      `${TITLE}\n\nBy Ann Smith\nCity Editor\nann.smith@coast.example\n@annsmith\n\n${TEXT}`,
      { headline: TITLE, byline: "By Ann Smith, City Editor" },
    ],
    [
      "with an address in brackets",
      `${TITLE}\n\nBy Ann Smith (ann.smith@coast.example)\n\n${TEXT}`,
      { headline: TITLE, byline: "By Ann Smith" },
    ],
    ["in German", `${TITLE}\n\nVon Anna Schmidt\n\n${TEXT}`, { headline: TITLE, byline: "Von Anna Schmidt" }],
    [
      "in German with the agency",
      `${TITLE}\n\nVon Anna Schmidt, dpa\n\n${TEXT}`,
      { headline: TITLE, byline: "Von Anna Schmidt, dpa" },
    ],
    ["in French", `${TITLE}\n\nPar Anne Lefort\n\n${TEXT}`, { headline: TITLE, byline: "Par Anne Lefort" }],
    [
      "in French with place and day",
      `${TITLE}\n\nPar Anne Lefort, à Ostwick, le 26 mai 2025\n\n${TEXT}`,
      { headline: TITLE, byline: "Par Anne Lefort, à Ostwick", date: "2025-05-26" },
    ],
    ["in Spanish", `${TITLE}\n\nPor Ana Lima\n\n${TEXT}`, { headline: TITLE, byline: "Por Ana Lima" }],
    ["in Italian", `${TITLE}\n\ndi Anna Bianchi\n\n${TEXT}`, { headline: TITLE, byline: "di Anna Bianchi" }],
    [
      "with its day",
      `${TITLE}\n\nBy Ann Smith, May 26, 2025\n\n${TEXT}`,
      { headline: TITLE, byline: "By Ann Smith", date: "2025-05-26" },
    ],
    ["above the headline", `By Ann Smith\n\n${TITLE}\n\n${TEXT}`, { headline: TITLE, byline: "By Ann Smith" }],
    [
      "in Arabic",
      `الجليد يغلق ميناء المدينة\n\nكتب: أحمد سالم\n\nأعلنت هيئة الميناء اليوم إغلاق المرفأ بسبب الجليد الكثيف.`,
      {
        headline: "الجليد يغلق ميناء المدينة",
        byline: "كتب: أحمد سالم",
        body: ["أعلنت هيئة الميناء اليوم إغلاق المرفأ بسبب الجليد الكثيف."],
      },
    ],
    [
      "that is none",
      `${TITLE}\n\nBy Tuesday the ice was thick enough to walk on, and the town came out to see it.\n\n${SECOND}`,
      {
        headline: TITLE,
        body: ["By Tuesday the ice was thick enough to walk on, and the town came out to see it.", SECOND],
      },
    ],
    [
      "that is a subhead",
      `${TITLE}\n\n${FIRST}\n\nBy the numbers\n\n${SECOND}`,
      { headline: TITLE, body: [FIRST, "By the numbers", SECOND] },
    ],
  ]);
});

describe("what agencies put above a story", () => {
  check([
    ["URGENT", `URGENT\n\n${TITLE}\n\nOSTWICK (AP) — ${TEXT}`, { headline: TITLE, place: "OSTWICK", agency: "AP" }],
    ["a lead's number", `1st Ld-Writethru\n${TITLE}\n\n${TEXT}`, { headline: TITLE }],
    [
      "slug and priority",
      `r a BC-Ostwick-Ice 05-26 0312\nBC-Ostwick-Ice, 1st Ld-Writethru,310\n${TITLE}\n\nOSTWICK (AP) _ ${TEXT}`,
      {
        headline: TITLE,
        place: "OSTWICK",
        agency: "AP",
      },
    ],
    ["a slug with bars", `AM-Ostwick Ice,0312\n\n${TITLE}\n\n${TEXT}`, { headline: TITLE }],
    ["notes on the text", `(Recasts, adds quotes)\n\n${TITLE}\n\n${TEXT}`, { headline: TITLE }],
    [
      "notes below the headline",
      `${TITLE}\n\n(Adds details, comment by port office)\n\nOSTWICK, May 26 (Reuters) - ${TEXT}`,
      {
        headline: TITLE,
        place: "OSTWICK",
        agency: "Reuters",
      },
    ],
    ["notes to editors", `${TITLE}\n\n(Eds: Updates with quotes. With AP Photos.)\n\n${TEXT}`, { headline: TITLE }],
    ["Eds without brackets", `${TITLE}\n\nEds: APNewsNow. Will be updated.\n\n${TEXT}`, { headline: TITLE }],
    [
      "the number of an update",
      `UPDATE 2-${TITLE}\n\nOSTWICK, May 26 (Reuters) - ${TEXT}`,
      { headline: TITLE, place: "OSTWICK", agency: "Reuters" },
    ],
    ["a wrap-up", `WRAPUP 1-${TITLE}\n\n${TEXT}`, { headline: TITLE }],
    ["a repeated update", `RPT-UPDATE 1-${TITLE}\n\n${TEXT}`, { headline: TITLE }],
    ["a refiled story", `REFILE-${TITLE}\n\n${TEXT}`, { headline: TITLE }],
    [
      "the kind of a story, which readers want to know",
      `FACTBOX-${TITLE}\n\n${TEXT}`,
      { headline: `FACTBOX-${TITLE}` },
    ],
    ["a kicker", `EXCLUSIVE\n\n${TITLE}\n\n${TEXT}`, { headline: TITLE }],
    ["an embargo", `EMBARGOED UNTIL 26 MAY 2025 0001 GMT\n\n${TITLE}\n\n${TEXT}`, { headline: TITLE }],
    ["a German embargo", `Sperrfrist: 26. Mai 2025, 10.00 Uhr\n\n${TITLE}\n\n${TEXT}`, { headline: TITLE }],
    [
      "a release",
      `FOR IMMEDIATE RELEASE\n\n${TITLE}\n\nOSTWICK, Maine, May 26, 2025 /PRNewswire/ -- ${TEXT}`,
      {
        headline: TITLE,
        place: "OSTWICK, Maine",
        date: "2025-05-26",
        agency: "PRNewswire",
      },
    ],
    [
      "a German slug",
      `dpa-Ost 0123 4 vm 312\n\n${TITLE}\n\nOstwick (dpa) - ${TEXT}`,
      { headline: TITLE, place: "Ostwick", agency: "dpa" },
    ],
    ["a slug of words", `ostwick-ice-harbour\n\n${TITLE}\n\n${TEXT}`, { headline: TITLE }],
    [
      "a label with the headline",
      `Headline: ${TITLE}\nDateline: OSTWICK\nByline: Ann Smith\n\n${TEXT}`,
      {
        headline: TITLE,
        byline: "Ann Smith",
        place: "OSTWICK",
      },
    ],
    [
      "Arabic urgency",
      `عاجل\n\nالجليد يغلق ميناء المدينة\n\nالقاهرة (رويترز) - أعلنت هيئة الميناء اليوم إغلاق المرفأ بسبب الجليد الكثيف.`,
      {
        headline: "الجليد يغلق ميناء المدينة",
        place: "القاهرة",
        agency: "رويترز",
        body: ["أعلنت هيئة الميناء اليوم إغلاق المرفأ بسبب الجليد الكثيف."],
      },
    ],
  ]);

  test("an embargo is told to the editor", () => {
    const { warnings } = readWireCopy(`EMBARGOED UNTIL 26 MAY 2025 0001 GMT\n\n${TITLE}\n\n${TEXT}`);
    expect(warnings.join("\n")).toContain("EMBARGOED UNTIL 26 MAY 2025 0001 GMT");
  });
});

describe("what pages put around a story", () => {
  const DECK = "Ferries wait outside as the coast guard looks for a way through";
  check([
    ["a reading time", `${TITLE}\n\n5 min read\n\n${TEXT}`, { headline: TITLE }],
    ["a reading time in German", `${TITLE}\n\nLesezeit: 4 Min.\n\n${TEXT}`, { headline: TITLE }],
    ["buttons", `${TITLE}\n\nShare this\nSave\nComments\nListen to this article\n\n${TEXT}`, { headline: TITLE }],
    ["a photo credit", `${TITLE}\n\nPhoto: Ann Smith/Coast News\n\n${TEXT}`, { headline: TITLE }],
    [
      "a caption",
      `${TITLE}\n\nThe harbour of Ostwick on Tuesday. (AP Photo/Ann Smith)\n\n${TEXT}`,
      { headline: TITLE },
    ],
    ["a German credit", `${TITLE}\n\nFoto: Anna Schmidt/dpa\n\n${TEXT}`, { headline: TITLE }],
    [
      "headline, deck, byline, day and dateline",
      `${TITLE}\n\n${DECK}\n\nBy Ann Smith\n\nMay 26, 2025\n\nOSTWICK (AP) — ${TEXT}`,
      {
        headline: TITLE,
        byline: "By Ann Smith",
        place: "OSTWICK",
        date: "2025-05-26",
        agency: "AP",
        body: [DECK, FIRST, SECOND],
      },
    ],
    [
      "headline and deck over a dateline",
      `${TITLE}\n\n${DECK}\n\nOSTWICK (AP) — ${TEXT}`,
      { headline: TITLE, place: "OSTWICK", agency: "AP", body: [DECK, FIRST, SECOND] },
    ],
    [
      "headline and deck of one sentence over a byline",
      `${TITLE}\n\n${DECK}.\n\nBy Ann Smith\n\n${TEXT}`,
      { headline: TITLE, byline: "By Ann Smith", body: [`${DECK}.`, FIRST, SECOND] },
    ],
    ["a site's path", `Home > News > Local\n\n${TITLE}\n\n${TEXT}`, { headline: TITLE }],
    ["a headline that asks", `Why did the harbour freeze?\n\n${TEXT}`, { headline: "Why did the harbour freeze?" }],
    [
      "a headline with a colon",
      `Ice in the harbour: what is known\n\n${TEXT}`,
      { headline: "Ice in the harbour: what is known" },
    ],
    ["a headline in marks", `“We saw it coming”\n\n${TEXT}`, { headline: "“We saw it coming”" }],
    ["a headline in markdown", `# ${TITLE}\n\n${TEXT}`, { headline: TITLE }],
    ["a headline in bold", `**${TITLE}**\n\n${TEXT}`, { headline: TITLE }],
    [
      "a headline in capitals over lines",
      `ICE CLOSES HARBOUR\n${FIRST}\n${SECOND}`,
      { headline: "ICE CLOSES HARBOUR" },
    ],
    [
      "a headline right on the text",
      `${TITLE}\nOSTWICK (AP) — ${FIRST}\n${SECOND}`,
      { headline: TITLE, place: "OSTWICK", agency: "AP" },
    ],
    ["no headline", TEXT, { headline: null }],
    [
      "a dateline alone on its line",
      `${TITLE}\n\nOSTWICK, May 26, 2025 (AP) —\n\n${TEXT}`,
      {
        headline: TITLE,
        place: "OSTWICK",
        date: "2025-05-26",
        agency: "AP",
      },
    ],
  ]);
});

describe("what stands under a story", () => {
  const endings: readonly string[] = [
    "(Reporting by Ann Smith; editing by Edna Quill)",
    "Reporting by Ann Smith and Edna Quill; Editing by Ilse Harrow",
    "(Reporting by Ann Smith in Ostwick, Edna Quill in Port Ardle and Ilse Harrow at sea; Writing by Tom Reed; Editing by Sue Park and Jim Bell)",
    "© 2025 Coast News. All rights reserved.",
    "Copyright 2025 Coast News. All rights reserved. This material may not be published or rewritten.",
    "All rights reserved.",
    "###",
    "# # #",
    "(ENDS)",
    "-ENDS-",
    "ENDS",
    "— 30 —",
    "-30-",
    "--30--",
    "END",
    "(END)",
    "dpa as xx n1 ef",
    "Associated Press writer Ann Smith contributed to this report.",
    "Ann Smith and Edna Quill contributed to this report.",
    "(With inputs from agencies)",
    "Share this:",
    "Sign up for our newsletter",
    "Read more: Ferries wait for the thaw",
    "More: Ferries wait for the thaw",
    "AFP",
    "/PRNewswire/",
    "SOURCE Ostwick Ferries",
    "(Schluss) as/qu",
    "(Fin)",
    "***",
    "* * *",
    "___",
  ];
  test.each(endings)("%s", (ending) => {
    expect(readHead(`${TITLE}\n\n${TEXT}\n\n${ending}`)).toEqual({ headline: TITLE, body: [FIRST, SECOND] });
  });

  test("the contacts of a press release", () => {
    const contacts = [
      "Media contact:\nAnn Smith\nOstwick Ferries\n+1 555 0100\nann.smith@ferries.example",
      "Contact: Ann Smith, ann.smith@ferries.example, 555-0100",
      "Pressekontakt:\n\nAnna Schmidt\nTelefon: 0555 0100\nE-Mail: anna.schmidt@ferries.example",
      "For more information, contact:\nAnn Smith\nann.smith@ferries.example",
    ];
    for (const contact of contacts)
      expect(readHead(`${TITLE}\n\n${TEXT}\n\n${contact}`)).toEqual({ headline: TITLE, body: [FIRST, SECOND] });
  });

  const kept: readonly string[] = [
    "The report ends here, but the ice does not.",
    "More ships came on Friday.",
    "Ann Smith contributed to the fund and to this day regrets it.",
    "Contact with the ship was lost at noon.",
    "Copyright law protects the song that the sailors sang.",
    "12 30 45 18",
    "The end",
    "Photo shops had a good day.",
    "Published poets read on the ice.",
  ];
  test.each(kept)("but no sentence: %s", (line) => {
    expect(readHead(`${TITLE}\n\n${FIRST}\n\n${line}\n\n${SECOND}`).body).toEqual([FIRST, line, SECOND]);
  });
});
