import { describe, expect, test } from "vitest";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";
import { checkHeads, FIRST, SECOND, TEXT, TITLE } from "./heads-of-copy.js";

describe("a line that is only a day is no headline, and sets the day of the dateline", () => {
  checkHeads([
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
  checkHeads([
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
  checkHeads([
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
    [
      "a slug with a region and the number of its version",
      `BC-EU--Ostwick-Harbour Ice,5th Ld-Writethru\n${TITLE}\n\nOSTWICK (AP) — ${TEXT}`,
      { headline: TITLE, place: "OSTWICK", agency: "AP" },
    ],
    [
      "a slug with a region and a count of words",
      `BC-EU--Ostwick-Harbour Ice, 1st Ld, 410\n\n${TITLE}\n\n${TEXT}`,
      { headline: TITLE },
    ],
    [
      "a keyword with its urgency",
      `(Eil) Hafeneis\n\nOstwick sperrt den Hafen\n\nOstwick (dpa) - ${TEXT}`,
      { headline: "Ostwick sperrt den Hafen", place: "Ostwick", agency: "dpa" },
    ],
    [
      "a keyword of a summary",
      `(Zusammenfassung 1600 - neu: Fähren) Hafeneis\nOstwick sperrt den Hafen\n\nOstwick (dpa) - ${TEXT}`,
      { headline: "Ostwick sperrt den Hafen", place: "Ostwick", agency: "dpa" },
    ],
    [
      "keywords with bars",
      `Wetter/Hafen/Eis/\nOstwick sperrt den Hafen\n\nOstwick (dpa) - ${TEXT}`,
      { headline: "Ostwick sperrt den Hafen", place: "Ostwick", agency: "dpa" },
    ],
    [
      "and a headline with its urgency stays one where no other follows",
      `(Eil) Hafen gesperrt\n\nOstwick (dpa) - ${TEXT}`,
      { headline: "(Eil) Hafen gesperrt", place: "Ostwick", agency: "dpa" },
    ],
    [
      "and so does a headline with a state before a hyphen",
      `BC-based ferries stop, town is cut off\n\n${TEXT}`,
      { headline: "BC-based ferries stop, town is cut off" },
    ],
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

  test("an embargo is reported to the editor", () => {
    const { warnings } = readPlainCopy(`EMBARGOED UNTIL 26 MAY 2025 0001 GMT\n\n${TITLE}\n\n${TEXT}`);
    expect(warnings.join("\n")).toContain("EMBARGOED UNTIL 26 MAY 2025 0001 GMT");
  });
});
