import { describe, expect, test } from "vitest";
import type { StoryQuote } from "../../src/story/story-value.js";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";

function quotesOf(text: string, language: string): readonly StoryQuote[] {
  const story = readPlainCopy(text, { language });
  return story.elements.flatMap((element) => (element.kind === "paragraph" ? element.quotes : []));
}

function spoken(text: string, language = "en"): readonly (readonly [string, string | null])[] {
  return quotesOf(text, language).map((quote) => [quote.text, quote.speakerText]);
}

function speakers(text: string, language = "en"): readonly (string | null)[] {
  const story = readPlainCopy(text, { language });
  const names = new Map(story.persons.map((person) => [person.key, person.name]));
  const quotes = story.elements.flatMap((element) => (element.kind === "paragraph" ? element.quotes : []));
  return quotes.map((quote) => names.get(quote.speakerKey ?? "") ?? null);
}

describe("every style of quotation marks is read", () => {
  const styles: readonly (readonly [string, string])[] = [
    ["curly", "“We will rebuild the harbour,” said Mayor Edna Quill."],
    ["straight", '"We will rebuild the harbour," said Mayor Edna Quill.'],
    ["TeX", "``We will rebuild the harbour,'' said Mayor Edna Quill."],
    ["doubled apostrophes", "''We will rebuild the harbour,'' said Mayor Edna Quill."],
    ["single curly", "‘We will rebuild the harbour,’ said Mayor Edna Quill."],
    ["single straight", "'We will rebuild the harbour,' said Mayor Edna Quill."],
    ["guillemets", "«We will rebuild the harbour», said Mayor Edna Quill."],
    ["guillemets with spaces", "« We will rebuild the harbour », said Mayor Edna Quill."],
    ["low and high", "„We will rebuild the harbour“, said Mayor Edna Quill."],
    ["low and high right", "„We will rebuild the harbour”, said Mayor Edna Quill."],
    ["reversed guillemets", "»We will rebuild the harbour«, said Mayor Edna Quill."],
    ["a curly opening closed straight", '“We will rebuild the harbour," said Mayor Edna Quill.'],
  ];
  test.each(styles)("%s", (_, text) => {
    const [quote] = quotesOf(text, "en");
    expect(quote?.text.replace(/,$/u, "")).toBe("We will rebuild the harbour");
    expect(quote?.speakerText).toBe("Mayor Edna Quill");
    expect(text.slice(quote?.start, quote?.end)).toBe(quote?.text);
  });

  test("corner brackets", () => {
    expect(quotesOf("市長は「港を必ず再建します」と述べた。", "ja")[0]?.text).toBe("港を必ず再建します");
  });
});

describe("the speaker is found wherever the sentence puts them", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["after", "“The bridge is safe again,” Edna Quill said on Monday.", "Edna Quill"],
    ["inverted", "“The bridge is safe again,” said Edna Quill, an engineer from Port Ardle.", "Edna Quill"],
    [
      "split by an apposition",
      "“The bridge is safe again,” Edna Quill, the chief engineer, told reporters.",
      "Edna Quill",
    ],
    ["before", "Edna Quill told reporters: “The bridge is safe again.”", "Edna Quill"],
    ["before, with a participle", "Edna Quill dismissed the report, adding, “The bridge is safe again.”", "Edna Quill"],
    ["a source", "The bridge is “as safe as any road in town,” according to Edna Quill.", "Edna Quill"],
    [
      "at the end of the sentence",
      "The plan is “a gift to the ferry owners” and should be dropped, said Edna Quill.",
      "Edna Quill",
    ],
    [
      "a description before the name",
      "“The bridge is safe again,” the chief engineer, Edna Quill, said.",
      "Edna Quill",
    ],
    ["an unknown verb", "“The bridge is safe again,” Edna Quill bellowed.", "Edna Quill"],
    ["a possessive", "Nobody forgot Edna Quill's “twelve years of patient work” on the bridge.", "Edna Quill"],
  ];
  test.each(cases)("%s", (_, text, name) => {
    expect(speakers(text)).toEqual([name]);
  });

  test("titles are kept as the role", () => {
    const story = readPlainCopy(
      "“Not one stone is missing,” said Culture Minister Ilvo Tarn.\n\n“We counted twice,” Tarn said.",
    );
    expect(story.persons).toMatchObject([{ name: "Ilvo Tarn", role: "Culture Minister", aliases: ["Tarn"] }]);
  });
});

describe("pronouns and offices stand for a person of the text", () => {
  test("he and she are distinguished by first names and courtesies", () => {
    const text =
      "Maria Dorn met Mr. Peter Falk in Ostwick on Monday.\n\n“We found common ground at last,” she said.\n\n“It was a frank talk,” he said.";
    expect(speakers(text)).toEqual(["Maria Dorn", "Peter Falk"]);
  });

  test("a row of pronouns leads back to the subject before it", () => {
    const text =
      "Thomas Brill praised Ruth Aster on Friday. He had doubted her at first. He was wrong, he admitted. “She saved the whole season,” he said.";
    expect(speakers(text)).toEqual(["Thomas Brill"]);
  });

  test("an office leads to the person who holds it", () => {
    const text =
      "Governor Ilse Brandt opened the dam on Sunday. Reporters waited outside.\n\n“The water will reach every village,” the governor said.";
    expect(speakers(text)).toEqual(["Ilse Brandt"]);
  });

  test("nobody is invented for an unnamed source", () => {
    const [quote] = quotesOf("“They knew for months,” said a person close to the talks.", "en");
    expect(quote).toMatchObject({ speakerKey: null, speakerText: "a person close to the talks" });
  });
});

describe("one utterance stays one", () => {
  test("an interruption joins its halves", () => {
    const quotes = quotesOf("“The tide was high,” said Edna Quill, “and the wall did not hold.” She left early.", "en");
    expect(quotes.map((quote) => quote.utterance)).toEqual([0, 0]);
  });

  test("a half of two words is kept, and the halves are held against a post together", () => {
    const text =
      "“The tide,” said Edna Quill, “was high.”\n\nThe tide was high. — Edna Quill (@quill) May 26, 2025\n\nNobody was hurt.";
    const quotes = quotesOf(text, "en");
    expect(quotes.map(({ text: words, utterance, sourcePost }) => [words, utterance, sourcePost])).toEqual([
      ["The tide,", 0, 1],
      ["was high.", 0, 1],
    ]);
    const { proposals } = readPlainCopy(text);
    expect(proposals).toContainEqual(
      expect.objectContaining({ path: "elements[0].quotes[1].continues", value: "elements[0].quotes[0]" }),
    );
  });

  test("what a paragraph leaves open continues in the next, even if another person is named there", () => {
    const quotes = quotesOf(
      "The storm came at night.\n\n“The wall did not hold before\n\n“we could do anything about it,” Edna Quill said.",
      "en",
    );
    expect(quotes.map(({ utterance, speakerText }) => [utterance, speakerText])).toEqual([
      [0, "Edna Quill"],
      [0, "Edna Quill"],
    ]);
  });

  test("a new sentence of another speaker begins a new one", () => {
    const quotes = quotesOf("“The wall was weak,” said Edna Quill.\n\n“It was not,” said Ilvo Tarn.", "en");
    expect(quotes.map((quote) => quote.utterance)).toEqual([0, 1]);
  });

  test("an unclosed quotation continues in the next paragraph with the same speaker", () => {
    const text =
      "“First we count the boats,” said Edna Quill. “Then we ask who sank them.\n\n“Nobody will be spared, and nobody will be blamed without proof.”";
    const quotes = quotesOf(text, "en");
    expect(quotes).toHaveLength(3);
    expect(new Set(quotes.map((quote) => quote.speakerKey)).size).toBe(1);
    expect(quotes[2]?.utterance).toBe(quotes[1]?.utterance);
  });
});

describe("what nobody says is left alone", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["a title", "She wrote the novel “The Salt Road Home” in a single winter."],
    ["a broadcast", "He appeared on “The Morning Harbour Show” before the vote."],
    ["a word in scare quotes", "The “reform” cost the town its only ferry."],
    ["an attribute of markup", 'The page held <img alt="a picture of the harbour"> and nothing else.'],
    ["a nickname", "The so-called “bridge to nowhere at all” was never built."],
  ];
  test.each(cases)("%s", (_, text) => {
    expect(quotesOf(text, "en")).toEqual([]);
  });
});

describe("partial quotations are distinguished from whole ones", () => {
  test("words woven into the reporter's sentence are partial", () => {
    expect(quotesOf("Edna Quill called the plan “a leaking boat in a storm” on Monday.", "en")[0]?.kind).toBe(
      "PARTIAL",
    );
  });

  test("whole sentences are direct", () => {
    expect(quotesOf("“This plan is a leaking boat,” Edna Quill said.", "en")[0]?.kind).toBe("DIRECT");
  });
});

describe("German", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      "nachgestellt",
      "„Wir bauen den Hafen wieder auf“, sagte Bürgermeisterin Edna Quill.",
      "Bürgermeisterin Edna Quill",
    ],
    [
      "vorangestellt",
      "Innenminister Ilvo Tarn erklärte am Montag: „Niemand wird vergessen.“",
      "Innenminister Ilvo Tarn",
    ],
    [
      "mit so",
      "Die Mauer sei „an drei Stellen gebrochen“, so ein Sprecher der Feuerwehr.",
      "ein Sprecher der Feuerwehr",
    ],
    ["im Verbzweitsatz", "Über die Mauer sagte Tarn: „Sie war schon lange schwach.“", "Tarn"],
  ];
  test.each(cases)("%s", (_, text, speaker) => {
    expect(spoken(text, "de").map(([, who]) => who)).toEqual([speaker]);
  });

  test("indirect speech keeps the speaker of the sentence before", () => {
    const text = "Ministerin Ruth Aster verteidigte den Plan. Er sei „der einzige Weg aus der Krise“.";
    expect(speakers(text, "de")).toEqual(["Ruth Aster"]);
  });
});

describe("other languages are found and not mangled", () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    [
      "fr",
      "« Nous reconstruirons le port », a déclaré la ministre Edna Quill.",
      "Nous reconstruirons le port",
      "Edna Quill",
    ],
    [
      "es",
      "«Vamos a reconstruir el puerto», dijo la ministra Edna Quill.",
      "Vamos a reconstruir el puerto",
      "Edna Quill",
    ],
    [
      "ar",
      "وقال الوزير إدنا كويل: «سنعيد بناء الميناء في العام المقبل».",
      "سنعيد بناء الميناء في العام المقبل",
      "الوزير",
    ],
    ["fa", "وزیر راه در این نشست گفت: «بندر را دوباره خواهیم ساخت».", "بندر را دوباره خواهیم ساخت", "وزیر"],
  ];
  test.each(cases)("%s", (language, text, words, speaker) => {
    const [quote, ...more] = quotesOf(text, language);
    expect(more).toEqual([]);
    expect(quote?.text).toBe(words);
    expect(quote?.speakerText).toContain(speaker);
  });
});

test("the offsets of every quotation select its text", () => {
  const text =
    "Edna Quill, 61, said “it was the worst night of my life” and wept. “I lost the boat,” she said, “and the dog.”";
  for (const quote of quotesOf(text, "en")) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
});
