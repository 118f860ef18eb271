import { describe, expect, test } from "vitest";
import { checkHeads, FIRST, readHead, SECOND, TEXT, TITLE } from "./heads-of-copy.js";

describe("what pages put around a story", () => {
  const DECK = "Ferries wait outside as the coast guard looks for a way through";
  checkHeads([
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

describe("what is below a story", () => {
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
