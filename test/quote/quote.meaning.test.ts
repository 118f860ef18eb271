import { describe, expect, it } from "vitest";
import { checkQuote } from "../../src/quote-check/check.js";

/** Quoted words and the source that they are compared with. */
type Case = readonly [quoted: string, source: string];

function verdicts(cases: readonly Case[]): readonly string[] {
  return cases.map(([quoted, source]) => `${checkQuote(quoted, source).verdict}: ${quoted} | ${source}`);
}

/** What `verdicts` returns when all cases have one verdict. */
function all(verdict: string, cases: readonly Case[]): readonly string[] {
  return cases.map(([quoted, source]) => `${verdict}: ${quoted} | ${source}`);
}

describe("a figure that differs in one sign alters a quotation", () => {
  it.each<[string, readonly Case[]]>([
    [
      "a range or score",
      [
        ["The pier takes 34 boats a day", "The pier takes 3-4 boats a day"],
        ["They won it 21 in the end", "They won it 2–1 in the end"],
        ["They won it 2 1 in the end", "They won it 2–1 in the end"],
        ["1 in the end and went home", "They won it 2–1 in the end and went home"],
        ["From 201920 on it was closed", "From 2019 – 20 on it was closed"],
      ],
    ],
    [
      "a date, share or clock time",
      [
        ["Since 711 nobody sleeps here", "Since 7/11 nobody sleeps here"],
        ["Since 7 11 nobody sleeps here", "Since 7/11 nobody sleeps here"],
        ["The office is open 247 again", "The office is open 24/7 again"],
        ["The ferry leaves at 1030 today", "The ferry leaves at 10:30 today"],
      ],
    ],
    [
      "a sign",
      [
        ["3 degrees is what we expect", "-3 degrees is what we expect"],
        ["It was 3 degrees at dawn", "It was −3 degrees at dawn"],
        ["It was 3 degrees at dawn", "It was –3 degrees at dawn"],
        ["It was 3 degrees at dawn", "It was ±3 degrees at dawn"],
        ["Fewer than that: 3 boats a day", "Fewer than that: > 3 boats a day"],
        ["We are the 1 port of the coast", "We are the #1 port of the coast"],
      ],
    ],
    [
      "a separator",
      [
        ["It grew by 1,5 metres a year", "It grew by 1.5 metres a year"],
        ["It grew by 15 metres a year", "It grew by 1,5 metres a year"],
        ["نما 15 متر كل عام هنا", "نما ١٫٥ متر كل عام هنا"],
      ],
    ],
    [
      "a fraction, exponent or ordinal",
      [
        ["We need 1 of the money now", "We need ½ of the money now"],
        ["We need 2 of the money now", "We need 2½ of the money now"],
        ["There are 102 ways to sail home", "There are 10² ways to sail home"],
        ["It was the 1 boat of the day", "It was the 1st boat of the day"],
      ],
    ],
    [
      "a unit, a currency or a magnitude, also at the end of the quotation",
      [
        ["The ticket costs 9 for a child", "The ticket costs €9 for a child"],
        ["The ticket costs $9 for a child", "The ticket costs €9 for a child"],
        ["9 for a child is what it costs", "€9 for a child is what it costs"],
        ["Prices went up by 9", "Prices went up by 9 % in May"],
        ["Prices went up by 9‰ in May", "Prices went up by 9% in May"],
        ["The repair costs 9", "The repair costs 9 million kroner"],
        ["Die Reparatur kostet 9", "Die Reparatur kostet 9 Milliarden Kronen"],
      ],
    ],
    ["digits that are grouped otherwise", [["There were 12 3 boats in the bay", "There were 1 23 boats in the bay"]]],
  ])("%s", (_, cases) => {
    expect(verdicts(cases)).toEqual(all("ALTERED", cases));
  });
});

describe("a boundary that differs alters a quotation", () => {
  it.each<[string, readonly Case[]]>([
    ["the end of a sentence after a short word", [["No boats will leave today", "No. Boats will leave today"]]],
    [
      "a comma or dash after a negative answer",
      [
        ["No boats will leave today", "No, boats will leave today"],
        ["No boats will leave today", "No – boats will leave today"],
        ["No zarpan los barcos hoy", "No, zarpan los barcos hoy"],
        ["لا نغلق المرفأ اليوم", "لا، نغلق المرفأ اليوم"],
      ],
    ],
    [
      "the end of a sentence after one letter",
      [["We follow plan B nobody objects", "We follow plan B. Nobody objects"]],
    ],
    ["a statement made of a question", [["Shall we close the pier.", "Shall we close the pier?"]]],
  ])("%s", (_, cases) => {
    expect(verdicts(cases)).toEqual(all("ALTERED", cases));
  });
});

describe("a negation that is left out or added alters a quotation", () => {
  it.each<[string, readonly Case[]]>([
    [
      "English",
      [
        ["They will … leave the bay", "They will not leave the bay"],
        ["They will [...] leave the bay", "They will, I swear, never leave the bay"],
        ["They [will] leave the bay", "They won't leave the bay"],
        ["They will [not] leave the bay", "They will leave the bay"],
        ["They can[not] leave the bay", "They can leave the bay"],
        ["They are [un]happy with the bay", "They are happy with the bay"],
        ["… they will leave the bay", "It is untrue that nobody asked and not right that they will leave the bay"],
        ["[They] will leave the bay", "Nobody will leave the bay"],
        ["They will leave it …", "They will leave it to nobody"],
      ],
    ],
    [
      "German",
      [
        ["Wir werden den Hafen … schließen", "Wir werden den Hafen nicht schließen"],
        ["Wir haben … Angst vor dem Meer", "Wir haben keine Angst vor dem Meer"],
        ["Wir schließen den Hafen", "Wir schließen den Hafen nicht"],
      ],
    ],
    [
      "French",
      [
        ["Nous … fermons le port", "Nous ne fermons pas le port"],
        ["Il … ira au port", "Il n'ira jamais au port"],
      ],
    ],
    [
      "Spanish",
      [
        ["Nosotros … cerramos el puerto", "Nosotros nunca cerramos el puerto"],
        ["Cerramos el puerto", "No cerramos el puerto"],
      ],
    ],
    [
      "Italian and Portuguese",
      [
        ["Noi … chiudiamo il porto", "Noi non chiudiamo il porto"],
        ["Nós … fechamos o porto", "Nós não fechamos o porto"],
      ],
    ],
    [
      "Arabic",
      [
        ["نحن … نترك البحر", "نحن لا نترك البحر"],
        ["نحن [لن] نترك البحر", "نحن نترك البحر"],
      ],
    ],
    [
      "Persian",
      [
        ["ما اینجا … روییم", "ما اینجا نمی‌روییم"],
        ["ما … دریا را رها کرده‌ایم", "ما هرگز دریا را رها کرده‌ایم"],
      ],
    ],
    [
      "Japanese and Chinese",
      [
        ["港を閉鎖し", "港を閉鎖しない"],
        ["海…会离开我们", "海不会离开我们"],
        ["会离开我们", "海不会离开我们"],
      ],
    ],
  ])("in %s", (_, cases) => {
    expect(verdicts(cases)).toEqual(all("ALTERED", cases));
  });

  it("names the words that are left out and those that are added", () => {
    const removed = checkQuote("They will … leave the bay", "They will not leave the bay").differences;
    expect(removed).toEqual([{ kind: "REMOVED", quoted: null, original: "not" }]);
    const added = checkQuote("They will [never] leave the bay", "They will leave the bay").differences;
    expect(added).toEqual([{ kind: "ADDED", quoted: "never", original: null }]);
  });

  it("but not where it belongs to a clause or sentence that is left out as a whole", () => {
    const cases: readonly Case[] = [
      ["They sail at noon … if the wind is right", "They sail at noon, not because they must, if the wind is right"],
      ["They sail at noon. […] The wind is right", "They sail at noon. Nobody asked. The wind is right"],
      ["They do not sail … today", "They do not sail, and they never did, today"],
      ["They [do not] sail today", "They never sail today"],
    ];
    expect(verdicts(cases)).toEqual(all("MARKED_EDIT", cases));
  });
});

describe("a passage out of a negated clause", () => {
  it("is altered when a capital shows it as a sentence of its own", () => {
    const cases: readonly Case[] = [
      ["We close the pier", "It is not true that we close the pier"],
      ["Close the pier", "We will never close the pier"],
      ["We will", "We will not close the pier"],
    ];
    expect(verdicts(cases)).toEqual(all("ALTERED", cases));
  });

  it("is exact as a fragment of an article's sentence, which can negate it, and after another clause", () => {
    const cases: readonly Case[] = [
      ["close the pier", "We will never close the pier"],
      ["We close the bay", "They never asked, and we close the bay"],
    ];
    expect(verdicts(cases)).toEqual(all("EXACT", cases));
  });
});

describe("spelling that carries no meaning leaves a quotation exact", () => {
  it.each<[string, readonly Case[]]>([
    [
      "Arabic vowel signs, tatweel and forms of alef",
      [
        ["قال ان البحر واسع", "قَالَ إِنَّ البَحْرَ وَاسِعٌ"],
        ["قال إن البحر واسع", "قـــال إن البحر واسع"],
        ["آخر الأخبار", "اخر الاخبار"],
      ],
    ],
    [
      "Persian compounds with a joiner, a space or neither",
      [
        ["ما میدانیم و برمیگردیم", "ما می‌دانیم و برمی‌گردیم"],
        ["ما می دانیم", "ما میدانیم"],
        ["ما می‌دانیم", "ما می دانیم"],
      ],
    ],
    [
      "the digits of any script",
      [
        ["हम 45 लोग हैं", "हम ४५ लोग हैं"],
        ["ما ٤٥ نفریم", "ما ۴۵ نفریم"],
        ["มี 45 ลำ", "มี ๔๕ ลำ"],
        ["আমরা 45 জন", "আমরা ৪৫ জন"],
        ["we are 45", "we are ４５"],
      ],
    ],
    ["Hebrew points", [["ברוכים הבאים לים", "בְּרוּכִים הַבָּאִים לַיָּם"]]],
    [
      "compatibility forms",
      [
        ["the first office", "the ﬁrst oﬃce"],
        ["CO2 rose", "CO₂ rose"],
      ],
    ],
    [
      "the style of dashes, minus signs and slashes",
      [
        ["They won it 2-1", "They won it 2–1"],
        ["It was -3 degrees", "It was −3 degrees"],
        ["Since 7⁄11", "Since 7/11"],
        ["1/2 of it", "½ of it"],
      ],
    ],
    [
      "spaces before units and in groups of digits",
      [
        ["It rose by 9 %", "It rose by 9%"],
        ["It has 10000 members", "It has 10\u00A0000 members"],
      ],
    ],
    [
      "full stops of abbreviations",
      [
        ["Dr Ahn and St John", "Dr. Ahn and St. John"],
        ["No 7 is alive", "No. 7 is alive"],
      ],
    ],
  ])("%s", (_, cases) => {
    expect(verdicts(cases)).toEqual(all("EXACT", cases));
  });
});
