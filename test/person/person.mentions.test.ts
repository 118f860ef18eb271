import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_CANDIDATES, findMentions, foldName, nameCandidates } from "../../src/person/person.mentions.js";

const PERSONS = [
  { id: "ilse", names: ["Ilse Brandt", "Mayor Brandt"] },
  { id: "omar", names: ["Omar al-Rashid", "عمر الراشد"] },
  { id: "ann", names: ["Ann O’Hara", "Annie"] },
  { id: "lena", names: ["Lena van der Meer"] },
  { id: "yuki", names: ["山田花子"] },
  { id: "reza", names: ["رضا کریمی"] },
  { id: "tom", names: ["Tom Frost"] },
  { id: "tim", names: ["Tim Frost"] },
  { id: "one", names: ["Eva Lind"] },
  { id: "two", names: ["Eva Lind"] },
  { id: "king", names: ["Paul King Jr."] },
];

/** `paragraph id text`, one a mention. */
function tell(...texts: string[]): string[] {
  return findMentions(texts, PERSONS).map(({ paragraph, personId, text }) => `${paragraph} ${personId} ${text}`);
}

describe("the fold of a name", () => {
  it.each([
    ["case", "ILSE BRANDT", "Ilse Brandt"],
    ["diacritics", "Łukasz Nuñez-Größe", "lukasz nunez grosse"],
    ["apostrophes", "Ann O'Hara", "Ann O’Hara"],
    ["hyphens", "Omar al-Rashid", "Omar Al Rashid"],
    ["points", "J. D. Moor", "J.D. Moor"],
    ["a possessive ending", "Ilse Brandt’s", "Ilse Brandt"],
    ["Arabic and Persian letters", "علي كريمي", "علی کریمی"],
    ["Arabic vowel signs", "مُحَمَّد", "محمد"],
    ["wide letters", "Ｉｌｓｅ", "Ilse"],
    ["the middle dot", "弗拉基米尔·林", "弗拉基米尔林"],
  ])("does not mind %s", (_, one, other) => {
    expect(foldName(one)).toBe(foldName(other));
  });

  it("does not change when folded again", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            "a",
            "Å",
            "ß",
            "ø",
            "'",
            "’s",
            "-",
            ".",
            " ",
            "·",
            "山",
            "ي",
            "ة",
            "\u0301",
            "\u064B",
            "İ",
            "ı",
            "5",
          ),
        }),
        (name) => {
          expect(foldName(foldName(name))).toBe(foldName(name));
        },
      ),
    );
  });
});

describe("name candidates", () => {
  it("are the runs of capitalised words, with particles inside and before", () => {
    expect(nameCandidates(["said Lena van der Meer’s aide"])).toEqual([
      "lena van der meer",
      "lena",
      "van der meer",
      "der meer",
      "meer",
    ]);
  });

  it("do not run over the end of a sentence or a comma", () => {
    expect(nameCandidates(["asked Brandt. Omar, Ann"])).toEqual(["brandt", "omar", "ann"]);
  });

  it("are all runs of words in scripts without capitals", () => {
    expect(nameCandidates(["گفت رضا کریمی"])).toContain("رضا کریمی");
    expect(nameCandidates(["市長山田花子は"])).toContain(foldName("山田花子"));
  });

  it("leave out handles, tags and addresses", () => {
    expect(nameCandidates(["@Ilse #Brandt https://Example.org/Ann Harbour_Watch"])).toEqual([]);
  });

  it("are limited in number", () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `Name${index}`).join(" ");
    expect(nameCandidates([text])).toHaveLength(MOST_CANDIDATES);
  });
});

describe("mentions", () => {
  it.each([
    ["a full name", ["Then Ilse Brandt spoke."], ["0 ilse Ilse Brandt"]],
    ["a possessive without its ending", ["Ilse Brandt’s plan"], ["0 ilse Ilse Brandt"]],
    [
      "another case and other marks",
      ["ILSE BRANDT and OMAR AL RASHID"],
      ["0 ilse ILSE BRANDT", "0 omar OMAR AL RASHID"],
    ],
    ["an alias of one word", ["Only Annie knew."], ["0 ann Annie"]],
    ["an alias of several words", ["So Mayor Brandt said"], ["0 ilse Mayor Brandt"]],
    ["a name in Persian script", ["دیروز رضا كريمي گفت"], ["0 reza رضا كريمي"]],
    ["a name in Arabic script", ["قال عمر الراشد اليوم"], ["0 omar عمر الراشد"]],
    ["a name without spaces", ["市長山田花子は語った"], ["0 yuki 山田花子"]],
    ["nobody in small letters", ["the ilse brandt prize"], []],
    ["nobody inside longer words", ["Ilse Brandtner and Annies"], []],
    ["nobody when two bear the name", ["Eva Lind spoke"], []],
    ["the longest name", ["Lena van der Meer came"], ["0 lena Lena van der Meer"]],
  ])("find %s", (_, texts, mentions) => {
    expect(tell(...texts)).toEqual(mentions);
  });

  it.each([
    ["after the full name", ["Ilse Brandt came.", "Later Brandt left."], ["0 ilse Ilse Brandt"]],
    ["also across paragraphs", ["Ilse Brandt came.", "Then, as Brandt left,"], ["0 ilse Ilse Brandt", "1 ilse Brandt"]],
    ["not before it", ["“Here,” Brandt said. Ilse Brandt left."], ["0 ilse Ilse Brandt"]],
    [
      "with its particles",
      ["Lena van der Meer came; van der Meer left."],
      ["0 lena Lena van der Meer", "0 lena van der Meer"],
    ],
    [
      "not when two of the persons bear it",
      ["Tom Frost and Tim Frost: when Frost left,"],
      ["0 tom Tom Frost", "0 tim Tim Frost"],
    ],
    ["not as part of another name", ["Ilse Brandt met Karl Brandt at Brandt Square."], ["0 ilse Ilse Brandt"]],
    [
      "behind a title",
      ["Ilse Brandt came. It was President Brandt who left."],
      ["0 ilse Ilse Brandt", "0 ilse Brandt"],
    ],
    ["without its suffix", ["Paul King Jr. came, then King left."], ["0 king Paul King Jr", "0 king King"]],
  ])("find a surname %s", (_, texts, mentions) => {
    expect(tell(...texts)).toEqual(mentions);
  });

  it("have the exact offsets, in order and without overlaps, all of them among the candidates", () => {
    const part = fc.constantFrom(
      "Ilse",
      "Brandt",
      "Mayor",
      "Omar",
      "al-Rashid",
      "’s",
      ",",
      ".",
      "\n",
      "Annie",
      "van",
      "der",
      "Meer",
      "Lena",
      "🏁",
      "رضا",
      "کریمی",
      "山田花子",
    );
    fc.assert(
      fc.property(fc.array(fc.array(part, { maxLength: 12 }).map((parts) => parts.join(" "))), (texts) => {
        const candidates = new Set(nameCandidates(texts));
        let [paragraph, end] = [0, 0];
        for (const mention of findMentions(texts, PERSONS)) {
          if (mention.paragraph !== paragraph) [paragraph, end] = [mention.paragraph, 0];
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(texts[paragraph]?.slice(mention.start, mention.end)).toBe(mention.text);
          expect(candidates).toContain(foldName(mention.text));
          end = mention.end;
        }
      }),
    );
  });
});
