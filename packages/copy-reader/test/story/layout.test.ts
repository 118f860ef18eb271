import { describe, expect, test } from "vitest";
import { layOutCopy } from "../../src/layout/blocks.js";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";

const FIRST =
  "The harbour of the old town froze on Tuesday, the port office said, and the ferries that serve the islands were sent to Port Ardle until the ice breaks.";
const SECOND =
  "Mayor Edna Quill asked the coast guard for an ice-breaker; the nearest one, she said, lies in a dock forty-two miles to the south with a broken shaft.";
const THIRD = "“We have seen worse,” said Ilse Harrow, who runs the fish market and remembers the winter of 1963.";

/** The paragraphs as a wire would set them: lines of at most this many characters. */
function wrap(text: string, width: number, indent = ""): string {
  const lines: string[] = [indent];
  for (const word of text.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last.length + word.length + 1 > width && last.trim() !== "") lines.push(word);
    else lines[lines.length - 1] = last === indent && last.trim() === "" ? `${last}${word}` : `${last} ${word}`;
  }
  return lines.join("\n");
}

function textsOf(copy: string): readonly string[] {
  return layOutCopy(copy).map(({ text }) => text);
}

describe("paragraphs come back whole", () => {
  const all = [FIRST, SECOND, THIRD];
  const widths = [48, 64, 72, 80];
  test.each(widths)("from lines of %d characters with blank lines between", (width) => {
    expect(textsOf(all.map((text) => wrap(text, width)).join("\n\n"))).toEqual(all);
  });
  test.each(widths)("from lines of %d characters with indents", (width) => {
    expect(textsOf(all.map((text) => wrap(text, width, "    ")).join("\n"))).toEqual(all);
    expect(textsOf(all.map((text) => wrap(text, width, "\t")).join("\n"))).toEqual(all);
    expect(textsOf(all.map((text) => wrap(text, width, "  ")).join("\n"))).toEqual(all);
    expect(textsOf(all.map((text) => wrap(text, width, "\u3000")).join("\n"))).toEqual(all);
  });
  // A line that leaves no room for the next word does not show where it ends.
  test.each(widths.slice(0, 3))("from lines of %d characters with neither", (width) => {
    expect(textsOf(all.map((text) => wrap(text, width)).join("\n"))).toEqual(all);
  });

  const forms: readonly (readonly [string, string])[] = [
    ["lines without end", all.join("\n\n")],
    ["a line for each", all.join("\n")],
    ["Windows line ends", all.join("\r\n\r\n")],
    [
      "wrapped lines with Windows line ends",
      all
        .map((text) => wrap(text, 64))
        .join("\n\n")
        .replaceAll("\n", "\r\n"),
    ],
    [
      "old Mac line ends",
      all
        .map((text) => wrap(text, 64))
        .join("\n\n")
        .replaceAll("\n", "\r"),
    ],
    ["line and paragraph separators", all.join("\u2029")],
    ["form feeds between", all.join("\f")],
    ["form feeds at line ends", all.join("\n\f\n")],
    ["vertical tabs", all.join("\v")],
    [
      "all lines indented",
      all
        .map((text) => wrap(text, 64))
        .join("\n\n")
        .replace(/^(?=.)/gmu, "      "),
    ],
    ["hanging indents", all.map((text) => wrap(text, 64).replaceAll("\n", "\n   ")).join("\n\n")],
    [
      "trailing spaces",
      all
        .map((text) => wrap(text, 64))
        .join("\n\n")
        .replace(/$/gmu, "   "),
    ],
    ["several blank lines", all.join("\n \n\t\n\n")],
    ["a tab before each", all.map((text) => `\t${text}`).join("\n")],
    ["two spaces before each", all.map((text) => `  ${text}`).join("\n")],
    [
      "quoted mail",
      all
        .map((text) => wrap(text, 64))
        .join("\n\n")
        .replace(/^/gmu, "> "),
    ],
    ["transmission codes", `\u0001\u0002${all.join("\u001e\n\n")}\u0003\u0004`],
  ];
  test.each(forms)("from %s", (_, copy) => {
    expect(textsOf(copy)).toEqual(all);
  });

  test("from words broken at the line's end, which keep a hyphen of their own alone", () => {
    const own =
      "The mid-\nwinter ice of the harbour closed the pier on Tuesday and the ice-\nbreaker came too late for the ferries.";
    expect(textsOf(own)).toEqual([own.replaceAll("\n", "")]);
    const held =
      "The harbour of the old town froze on Tuesday, and the har-\nbour of Port Ardle froze a day later, the office said.";
    expect(textsOf(held)).toEqual([held.replace("har-\nbour", "harbour")]);
    const set =
      "Der Hafen der alten Stadt ist am Dienstag zuge-\nfroren, und die Fähren, die zu den Inseln fah-\nren, wurden nach Bad Ardle geschickt, bis das Was-\nser wieder offen ist, wie der Hafenmeister sagte.";
    expect(textsOf(set)).toEqual([set.replaceAll("-\n", "").replaceAll("\n", " ")]);
    const soft = "The har\u00ad\nbour of the old town froze on Tues\u00ad\nday, the port office said, and more.";
    expect(textsOf(soft)).toEqual(["The harbour of the old town froze on Tuesday, the port office said, and more."]);
    expect(
      textsOf("A dash at the end of the line is kept in its place here —\nand what follows it is joined with a space."),
    ).toEqual([
      "A dash at the end of the line is kept in its place here — and what follows it is joined with a space.",
    ]);
  });

  test("from wrapped lines of scripts without spaces", () => {
    const copy =
      "港は火曜日に凍結したと港湾局が発表した。島へ向かうフェリーは氷が割れるまで\n別の港へ回されることになり、市長は砕氷船の派遣を求めたが、もっとも近い船は\n南の造船所で修理を受けている。";
    expect(textsOf(copy)).toEqual([copy.replaceAll("\n", "")]);
  });

  test("and nothing is lost or doubled, whatever the form", () => {
    const letters = (text: string): string => text.replace(/[\s>\p{Cc}]+/gu, "");
    for (const [, copy] of forms) expect(letters(textsOf(copy).join(""))).toBe(letters(all.join("")));
  });
});

describe("lists keep their items", () => {
  const items = ["Clear the ice from the quay", "Move the ferries to the outer pier", "Tell the islands by radio"];
  const numbered = new Set(["%n. ", "%n) ", "(%n) ", "%l) "]);
  const bullets = [
    "• ",
    "- ",
    "– ",
    "* ",
    "‣ ",
    "▪ ",
    "◦ ",
    "· ",
    "■ ",
    "● ",
    "○ ",
    "➤ ",
    "✓ ",
    "•\t",
    "+ ",
    ...numbered,
  ];
  test.each(bullets)("behind the bullet %s", (bullet) => {
    const listed = items.map((text, index) => {
      const mark = bullet.replace("%n", String(index + 1)).replace("%l", "abc"[index] ?? "");
      return [`${mark}${text}`, numbered.has(bullet) ? `${mark}${text}` : text] as const;
    });
    for (const joint of ["\n", "\n\n"]) {
      const blocks = layOutCopy(
        `The council named three tasks on Tuesday:\n\n${listed.map(([line]) => line).join(joint)}\n\n${FIRST}`,
      );
      expect(blocks.map(({ text }) => text)).toEqual([
        "The council named three tasks on Tuesday:",
        ...listed.map(([, text]) => text),
        FIRST,
      ]);
      expect(blocks.map(({ isList }) => isList)).toEqual([false, true, true, true, false]);
    }
  });

  test("that are wrapped", () => {
    const copy = `The council named its tasks on Tuesday after a meeting of\nthree hours behind closed doors:\n- ${wrap(FIRST, 60).replaceAll("\n", "\n  ")}\n- ${wrap(SECOND, 60).replaceAll("\n", "\n  ")}\n\n${wrap(THIRD, 60)}`;
    expect(textsOf(copy).slice(1)).toEqual([FIRST, SECOND, THIRD]);
  });

  test("and a number, a dash of speech or a figure below zero begins none", () => {
    const lines = [
      "1963 was the coldest winter of all.",
      "-12 degrees were measured on the pier.",
      "– “We have seen worse,” she said.",
      "3.5 million tons wait outside.",
    ];
    for (const line of lines) expect(layOutCopy(`${FIRST}\n\n${line}`)[1]).toMatchObject({ text: line, isList: false });
  });
});

describe("subheads stay apart", () => {
  const subheads = [
    "What comes next",
    "WHAT COMES NEXT",
    "## What comes next",
    "**What comes next**",
    "### What comes next ###",

    "ماذا بعد",
  ];
  test.each(subheads)("%s", (line) => {
    const text = line.replace(/^[#*\s]+|[#*\s]+$/gu, "");
    const wrapped = `${wrap(FIRST, 64)}\n\n${line}\n\n${wrap(SECOND, 64)}`;
    const elements = readPlainCopy(`Ice closes harbour\n\n${wrapped}\n\n${THIRD}`).elements;
    expect(elements.map((each) => each.text)).toEqual([FIRST, text, SECOND, THIRD]);
    expect(elements[1]).toMatchObject({ role: "subhead" });
  });
});

describe("copy in capitals", () => {
  test("is cut as other copy is", () => {
    const copy = `ICE CLOSES HARBOUR\n\n    OSTWICK, MARCH 5 (AP) -- ${wrap(FIRST.toUpperCase(), 64)}\n    ${wrap(SECOND.toUpperCase(), 64)}\n`;
    const story = readPlainCopy(copy);
    expect(story.headline).toBe("ICE CLOSES HARBOUR");
    expect(story.dateline).toMatchObject({ place: "OSTWICK", agency: "AP" });
    expect(story.elements.map(({ text }) => text)).toEqual([FIRST.toUpperCase(), SECOND.toUpperCase()]);
  });
});

describe("tables", () => {
  test("of figures keep each row", () => {
    const rows = [
      "Port        Ships   Tons",
      "Ostwick        12  3,400",
      "Port Ardle     30  9,150",
      "Malden          4    870",
    ];
    expect(textsOf(`${FIRST}\n\n${rows.join("\n")}\n\n${SECOND}`)).toEqual([
      FIRST,
      ...rows.map((row) => row.replace(/ {2,}/gu, " ")),
      SECOND,
    ]);
  });

  test("with tabs and with bars keep each row", () => {
    for (const joint of ["\t", " | "]) {
      const rows = [
        ["Port", "Ships"],
        ["Ostwick", "12"],
        ["Malden", "4"],
      ].map((cells) => cells.join(joint));
      expect(
        textsOf(`${FIRST}\n\n${rows.join("\n")}`)
          .slice(1)
          .map((row) => row.replace(/\s+/gu, " ")),
      ).toEqual(rows.map((row) => row.replace(/\s+/gu, " ")));
    }
  });
});
