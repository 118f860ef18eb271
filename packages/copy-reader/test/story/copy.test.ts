import { describe, expect, test } from "vitest";
import { readDateline } from "../../src/head/dateline.js";
import { readDay } from "../../src/text/days.js";
import { CopyError } from "../../src/story/fault.js";
import { recogniseLanguage } from "../../src/text/language.js";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";

function failureOf(content: string): CopyError {
  try {
    readPlainCopy(content);
  } catch (error) {
    if (error instanceof CopyError) return error;
    throw error;
  }
  throw new Error("The copy was read although it should not have been.");
}

function textsOf(content: string): readonly string[] {
  return readPlainCopy(content).elements.map((element) => element.text);
}

describe("datelines", () => {
  const cases: readonly (readonly [string, string | null, string | null, string | null])[] = [
    ["OSTWICK, March 5 - The harbour froze.", "OSTWICK", null, null],
    ["OSTWICK, Maine, March 5, 2024 (AP) — The harbour froze.", "OSTWICK, Maine", "2024-03-05", "AP"],
    ["OSTWICK, Feb. 10 (AP) — The harbour froze.", "OSTWICK", null, "AP"],
    ["OSTWICK, Sept. 5, 2024 (AP) — The harbour froze.", "OSTWICK", "2024-09-05", "AP"],
    ["OSTWICK (Reuters) - The harbour froze.", "OSTWICK", null, "Reuters"],
    ["Ostwick (dpa) - Der Hafen ist zugefroren.", "Ostwick", null, "dpa"],
    ["PORT ARDLE — The harbour froze.", "PORT ARDLE", null, null],
    ["PORT ARDLE/OSTWICK, 12 mars 2024 (AFP) - Le port a gelé.", "PORT ARDLE/OSTWICK", "2024-03-12", "AFP"],
    ["2024-03-05 OSTWICK – The harbour froze.", "OSTWICK", "2024-03-05", null],
    ["OSTWICK, March 5. /TASS/. The harbour froze.", "OSTWICK", null, "TASS"],
    ["القاهرة (رويترز) - تجمد الميناء.", "القاهرة", null, "رويترز"],
  ];
  test.each(cases)("%s", (text, place, date, agency) => {
    expect(readDateline(text)?.dateline).toMatchObject({ place, date, agency });
  });

  const none = [
    "The harbour froze - for the first time.",
    "SHIPPING NEWS - HARBOUR CLOSED FOR WINTER",
    "Mayor Quill — who was born here — said nothing.",
    "JUST IN: The harbour is closed.",
  ];
  test.each(none)("%s is no dateline", (text) => {
    expect(readDateline(text)).toBeNull();
  });
});

describe("days in the notations of many languages", () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ["May 26, 2025", "2025-05-26"],
    ["26 May 2025", "2025-05-26"],
    ["26. Mai 2025", "2025-05-26"],
    ["26 mai 2025", "2025-05-26"],
    ["1er février 2025", "2025-02-01"],
    ["26 de mayo de 2025", "2025-05-26"],
    ["26 мая 2025 г.", "2025-05-26"],
    ["26 Mayıs 2025", "2025-05-26"],
    ["2025年5月26日", "2025-05-26"],
    ["٢٦ مايو ٢٠٢٥", "2025-05-26"],
    ["3:15 PM · May 26, 2025", "2025-05-26"],
    ["2025-05-26T08:15:00Z", "2025-05-26"],
    ["February 30, 2025", null],
    ["March 5", null],
  ];
  test.each(cases)("%s", (text, date) => {
    expect(readDay(text)?.date ?? null).toBe(date);
  });
});

describe("headline, byline and furniture", () => {
  const raw =
    "HARBOUR OF OSTWICK CLOSED BY ICE\n    By Edna Quill, Coast News\n    OSTWICK, March 5 - The harbour of this small\ntown was closed by mid-\nwinter ice on Tuesday, the\nport office said.\n    Ships were sent to Port Ardle.\n REUTER\n";
  const story = readPlainCopy(raw);

  test("are taken off the text", () => {
    expect(story.headline).toBe("HARBOUR OF OSTWICK CLOSED BY ICE");
    expect(story.byline).toBe("By Edna Quill, Coast News");
    expect(story.dateline?.text).toBe("OSTWICK, March 5 -");
  });

  test("leave paragraphs joined from their wrapped lines", () => {
    expect(story.elements.map((element) => element.text)).toEqual([
      "The harbour of this small town was closed by mid-winter ice on Tuesday, the port office said.",
      "Ships were sent to Port Ardle.",
    ]);
  });

  test("a specified headline is not repeated in the text", () => {
    const titled = readPlainCopy("Ice closes harbour\n\nThe harbour of Ostwick was closed on Tuesday.", {
      headline: "Ice Closes Harbour",
    });
    expect(titled.headline).toBe("Ice Closes Harbour");
    expect(titled.elements).toHaveLength(1);
  });

  test("lines of an agency are dropped", () => {
    expect(textsOf("The harbour of Ostwick was closed on Tuesday.\n\nMORE\n\nShips waited outside.\n\n(END)")).toEqual([
      "The harbour of Ostwick was closed on Tuesday.",
      "Ships waited outside.",
    ]);
  });

  test("lists and subheads keep their places", () => {
    const body =
      "The council named three tasks on Tuesday.\n\n• Clear the ice\n\n• Move the ferries\n\nWhat comes next\n\nThe council will meet again in a week to judge the work and its cost.";
    const roles = readPlainCopy(body).elements.map((element) =>
      element.kind === "paragraph" ? element.role : element.kind,
    );
    expect(roles).toEqual(["text", "list", "list", "subhead", "text"]);
  });
});

describe("posts with a plain signature", () => {
  const cases: readonly (readonly [string, string, string, string, string | null])[] = [
    [
      "The ice is gone. — Port of Ostwick (@portostwick) May 26, 2025",
      "Port of Ostwick",
      "@portostwick",
      "X",
      "2025-05-26",
    ],
    [
      "Das Eis ist weg.— Hafen Ostwick (@hafen_ostwick) 26. Mai 2025",
      "Hafen Ostwick",
      "@hafen_ostwick",
      "X",
      "2025-05-26",
    ],
    [
      "The ice is gone – really – Port (@port.bsky.social) May 26, 2025",
      "Port",
      "@port.bsky.social",
      "BLUESKY",
      "2025-05-26",
    ],
    [
      "The ice is gone. — Port (@port@coast.example) May 26, 2025",
      "Port",
      "@port@coast.example",
      "MASTODON",
      "2025-05-26",
    ],
  ];
  test.each(cases)("%s", (text, name, handle, platform, day) => {
    const [post, ...rest] = readPlainCopy(`The harbour opened on Monday, the town said.\n\n${text}`).elements.slice(1);
    expect(rest).toEqual([]);
    expect(post).toMatchObject({ kind: "post", authorName: name, authorHandle: handle, platform, postedOn: day });
    expect(post?.text).not.toContain("@");
  });

  test("a post of several lines keeps them", () => {
    const copy =
      "The harbour opened on Monday, and the town could hardly believe it.\n\nThe ice is gone!\nAll of it!\n— Port (@port) May 26, 2025\n\nShips came in at once.";
    const elements = readPlainCopy(copy).elements;
    expect(elements.map(({ text }) => text).slice(1)).toEqual([
      "The ice is gone!\nAll of it!",
      "Ships came in at once.",
    ]);
  });

  test("a link under a post is its address", () => {
    const copy =
      "The harbour opened on Monday.\n\nThe ice is gone. — Port (@port) May 26, 2025\n\nhttps://x.com/port/status/12345";
    expect(readPlainCopy(copy).elements[1]).toMatchObject({ platform: "X", url: "https://x.com/port/status/12345" });
  });

  test("the placeholder of a deleted post is no post", () => {
    const copy = "The harbour opened on Monday.\n\nThis post has been deleted. — Port (@port) May 26, 2025";
    expect(readPlainCopy(copy).elements.map((element) => element.kind)).toEqual(["paragraph"]);
  });

  test("a quotation is tied to the post that holds its words", () => {
    const copy =
      "“The northern channel will stay closed until Friday evening,” said harbour master Edna Quill.\n\nThe northern channel will stay closed until Friday evening. Sorry! — Edna Quill (@ednaquill) May 26, 2025";
    const [paragraph] = readPlainCopy(copy).elements;
    expect(paragraph?.kind === "paragraph" && paragraph.quotes[0]?.sourcePost).toBe(1);
  });
});

describe("languages", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["en", "The harbour of the town was closed and it is not known when it will open."],
    ["de", "Der Hafen der Stadt ist geschlossen und es ist nicht bekannt, wann er wieder öffnet."],
    ["fr", "Le port de la ville est fermé et on ne sait pas quand il sera ouvert."],
    ["es", "El puerto de la ciudad está cerrado y no se sabe cuándo se abrirá."],
    ["ar", "تم إغلاق ميناء المدينة ولا يعرف متى سيتم فتحه من جديد في هذا العام."],
    ["fa", "بندر این شهر بسته شده است و معلوم نیست که چه زمانی باز می‌شود."],
    ["ja", "この町の港は閉鎖されました。"],
    ["ru", "Порт города закрыт, и неизвестно, когда он откроется."],
  ];
  test.each(cases)("%s", (language, text) => {
    expect(recogniseLanguage(text)).toBe(language);
  });
});

describe("unreadable copy is refused with its line", () => {
  const cases: readonly (readonly [string, string, number, RegExp])[] = [
    ["nothing", "  \n ", 1, /empty/],
    ["an archive", "PK\u0003\u0004rest", 1, /zip/],
    ["binary data", "First line.\nSecond\0line.", 2, /binary/],
    ["UTF-16 read as UTF-8", "T\0h\0e\0 \0i\0c\0e\0", 1, /UTF-16/],
    ["a wrong encoding", "Line one is fine.\nK\ufffdln und M\ufffdnchen\ufffd\ufffd", 2, /encoding/],
    ["no words", "--- 123 ---", 1, /no words/],
    ["an archive of stories", "A line of the archive.\n\n".repeat(5001), 4001, /5001 paragraphs/],
    [
      "more parts than a body has",
      `The ice is gone.\n\n${"The harbour opens.\n\n".repeat(2001)}`,
      4001,
      /at most 2000/,
    ],
    ["a longer paragraph than a body has", `The ice is gone.\n\n${"The harbour opens. ".repeat(5500)}`, 3, /100000/],
    [
      "more quotations than a paragraph has",
      `The ice is gone.\n\n${"“It is open,” said Edna Quill. ".repeat(201)}`,
      3,
      /at most 200/,
    ],
  ];
  test.each(cases)("%s", (_, content, line, message) => {
    const failure = failureOf(content);
    expect(failure.line).toBe(line);
    expect(failure.message).toMatch(message);
  });
});

test("everything that was read is proposed with a reason and a confidence", () => {
  const story = readPlainCopy("OSTWICK, March 5, 2024 (AP) — “The ice is gone,” said Mayor Edna Quill.");
  expect(story.proposals.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      "language",
      "dateline.place",
      "dateline.date",
      "persons[0].name",
      "persons[0].role",
      "elements[0].quotes[0].speaker",
    ]),
  );
  for (const { confidence, reason } of story.proposals) {
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
    expect(reason).toMatch(/\.$/u);
  }
});

describe("hostile copy is read to its end", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["unclosed marks", "“a ".repeat(5000)],
    ["straight marks", '"a '.repeat(5000)],
    ["opened handles", "(@".repeat(5000) + "a"],
    ["one long word", "a".repeat(100_000)],
    ["spaces", `a${" ".repeat(200_000)}b`],
    ["commas and names", "Smith, ".repeat(10_000)],
  ];
  test.each(cases)("%s", (_, content) => {
    expect(readPlainCopy(content).elements.length).toBeGreaterThan(0);
  });
});
