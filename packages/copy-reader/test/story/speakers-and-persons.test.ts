import { describe, expect, test } from "vitest";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";
import type { CopyStory } from "../../src/story/story-value.js";

function storyOf(text: string, language: string): CopyStory {
  return readPlainCopy(text, { headline: "-", language });
}

/** Each quotation of three or more words with the words that name its speaker and the person behind them. */
function quotesOf(text: string, language: string): readonly string[] {
  const { elements, persons } = storyOf(text, language);
  const quotes = elements.flatMap((element) => (element.kind === "paragraph" ? element.quotes : []));
  const names = new Map(persons.map(({ key, name }) => [key, name]));
  return quotes.map((q) => `${q.speakerText} = ${names.get(q.speakerKey ?? "") ?? null}`);
}

function personsOf(text: string, language: string): readonly string[] {
  return storyOf(text, language).persons.map(({ name }) => name);
}

describe("the right words name the speaker", () => {
  const cases: readonly (readonly [language: string, text: string, ...quotes: string[]])[] = [
    [
      "en",
      "The Quill campaign projects that “closing two of the lines” would save money.",
      "The Quill campaign = null",
    ],
    ["en", "The Quill office forecasts that “closing two of the lines” would save money.", "The Quill office = null"],
    [
      "en",
      "At the meeting, Harrow claimed that posters put up by driver Tom Reed calling for a halt of tram traffic makes her “the only friend of the rails.”",
      "Harrow = Harrow",
    ],
    [
      "en",
      "Harrow was asked by host Tom Reed whether her plan, which the Works Board estimates would cost a million, would mean “another bill for the island.”",
      "host Tom Reed = Tom Reed",
    ],
    [
      "en",
      "“She did it twice and is doing it again,” said former Ardle Gov. and Works Board Chairman Tom Reed.",
      "former Ardle Gov. and Works Board Chairman Tom Reed = Tom Reed",
    ],
    [
      "en",
      "Harrow's friends wrote to the office. Governor Tom Reed himself has praised the plan.\n\nThen there's Quill.\n\n“It is hard to see why anybody wants this now,” he wrote in May.",
      "he = Quill",
    ],
    ["fr", "« Le tram ne roulera pas cet hiver, » a publié Edna Berg dans un billet mardi.", "Edna Berg = Edna Berg"],
    ["it", '"Il tram non passerà questo inverno", ha twittato martedì in rete Edna Lima.', "Edna Lima = Edna Lima"],
    ["es", "«El tren no pasará este invierno», ha tuiteado el martes Edna Lima.", "Edna Lima = Edna Lima"],
    [
      "de",
      "Hauke Brodersen, ein Reporter des Senders, fragte Immen am Montag: „Wann kommt der Damm?“ Einen Tag später spielte Immen den Streit herunter. „Mir tut nichts davon leid.“",
      "Hauke Brodersen, ein Reporter des Senders = Hauke Brodersen",
      "Immen = Immen",
    ],
    ["de", "Ergänzend fügt Immen hinzu: „Der Damm darf kein Denkmal werden.“", "Immen = Immen"],
  ];
  test.each(cases)("%s: %s", (language, text, ...quotes) => {
    expect(quotesOf(text, language)).toEqual(quotes);
  });
});

describe("what was said is no title", () => {
  test("a cry with a capital on every word behind a verb of saying", () => {
    expect(quotesOf("He declared “What a Fine Night!” and left.", "en")).toEqual(["He = null"]);
  });
  test("the predicate of a thing that may have a name", () => {
    expect(quotesOf("Tom Reed called the series “the best evenings of the year.”", "en")).toEqual([
      "Tom Reed = Tom Reed",
    ]);
  });
  test("a song that somebody sang stays a title", () => {
    expect(quotesOf("She sang “What a Fine Night!” at the quay.", "en")).toEqual([]);
  });
});

describe("a person is made only of a person's name", () => {
  const none: readonly (readonly [language: string, text: string])[] = [
    ["en", "Great Britain and South Korea signed. “We signed last night,” said Great Britain."],
    ["fr", "« Nous avons signé hier soir », a déclaré la Corée du Sud."],
    ["es", "«Firmamos ayer por la noche», dijo Corea del Sur."],
    ["en", "Port Ardle Rovers beat Ostwick Town. “We won it at last,” said Port Ardle Rovers. The Rovers are glad."],
    ["en", "“We build it this year,” said Ardle Turbine. Turbine shares rose."],
    ["en", "A group in “We Are Ardle” T-shirts marched. X-rays were taken. E-mails were sent."],
    ["fr", "Jean Martin Energie a gagné le marché du tram."],
  ];
  test.each(none)("%s: %s", (language, text) => {
    expect(personsOf(text, language)).toEqual([]);
  });

  test("a description before a name is no part of it", () => {
    const text = "Right-hander Fred Quill pitched. “I am glad of it,” said Fred Quill. Left-hander Tom Reed sat out.";
    expect(personsOf(text, "en")).toEqual(["Fred Quill", "Tom Reed"]);
  });

  test("a nickname in quotation marks is part of the name", () => {
    const text = "Juan “Chico” Reed of Ardle carried a photo. “I cried the whole way down,” he said.";
    expect(quotesOf(text, "en")).toEqual(["he = Juan Reed"]);
    expect(personsOf(text, "en")).toEqual(["Juan Reed"]);
  });
});

describe("a confidence depends on the evidence", () => {
  const confidenceOf = (text: string, path: RegExp): number =>
    storyOf(text, "en").proposals.find((each) => path.test(each.path))?.confidence ?? -1;
  const person = (text: string): number => confidenceOf(text, /^persons\[0\]\.name$/u);
  const speaker = (text: string): number => confidenceOf(text, /speaker$/u);
  const words = (text: string): number => confidenceOf(text, /quotes\[0\]\.text$/u);

  test("a person who is named often, in full and with an office is surer", () => {
    const lone = person("“The rails are old,” said Quill.");
    const full = person("“The rails are old,” said Zelka Quill.");
    const most = person("“The rails are old,” said Mayor Anna Quill. Quill left. Mayor Quill came back.");
    expect(lone).toBeLessThan(full);
    expect(full).toBeLessThan(most);
  });

  test("a name beside the verb is surer than a pronoun, and a pronoun is surer with one person in sight", () => {
    const named = speaker("“The rails are old,” said Anna Quill.");
    const alone = speaker("Anna Quill came back. “The rails are old,” she said.");
    const among = speaker("Anna Quill met Rita Sand and Edna Harrow on the quay. “The rails are old,” she said.");
    expect(named).toBeGreaterThan(alone);
    expect(alone).toBeGreaterThan(among);
  });

  test("words that nobody is seen to say are less sure to be a quotation", () => {
    expect(words("“The rails are old and worn,” said Anna Quill.")).toBeGreaterThan(
      words("“The rails are old and worn”"),
    );
    expect(words("“The rails are old and worn,” said Anna Quill.")).toBeGreaterThan(words("“Old,” said Anna Quill."));
  });
});
