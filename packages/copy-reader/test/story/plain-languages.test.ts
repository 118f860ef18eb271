import { describe, expect, test } from "vitest";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";

interface Read {
  readonly quotes: readonly string[];
  readonly persons: readonly string[];
}

/** Each quotation with the words that name its speaker and the person behind them. */
function read(text: string, language: string): Read {
  const story = readPlainCopy(text, { headline: "-", language });
  const names = new Map(story.persons.map(({ key, name }) => [key, name]));
  const quotes = story.elements.flatMap((element) => (element.kind === "paragraph" ? element.quotes : []));
  return {
    quotes: quotes.map((q) => `${q.text} | ${q.speakerText} | ${names.get(q.speakerKey ?? "") ?? null}`),
    persons: [...names.values()],
  };
}

describe("the verb of saying beside a quotation names its speaker", () => {
  const cases: readonly (readonly [language: string, text: string, ...quotes: string[]])[] = [
    ["sv", "”Spåren är för gamla”, sade Edna Berg, chef för banan.", "Spåren är för gamla | Edna Berg | Edna Berg"],
    ["sv", "Enligt Edna Berg är ”spåren alldeles för gamla”.", "spåren alldeles för gamla | Edna Berg | Edna Berg"],
    ["da", "»Skinnerne er for gamle,« siger Edna Berg.", "Skinnerne er for gamle, | Edna Berg | Edna Berg"],
    ["no", "«Skinnene er for gamle», sier Edna Berg.", "Skinnene er for gamle | Edna Berg | Edna Berg"],
    ["nb", "«Skinnene er for gamle», sier Edna Berg.", "Skinnene er for gamle | Edna Berg | Edna Berg"],
    [
      "nl",
      "“De rails zijn te oud”, zegt opzichter Edna Berg.",
      "De rails zijn te oud | opzichter Edna Berg | Edna Berg",
    ],
    [
      "ru",
      "«Рельсы слишком старые», — сказала Эдна Орлова, глава депо.",
      "Рельсы слишком старые | Эдна Орлова | Эдна Орлова",
    ],
    ["ru", "Эдна Орлова заявила: «Рельсы слишком старые».", "Рельсы слишком старые | Эдна Орлова | Эдна Орлова"],
    ["uk", "«Рейки занадто старі», — сказала Една Орлова.", "Рейки занадто старі | Една Орлова | Една Орлова"],
    ["pl", "„Szyny są za stare” – powiedziała Edna Nowak.", "Szyny są za stare | Edna Nowak | Edna Nowak"],
    ["pl", "Jak podkreśliła Edna Nowak, „szyny są za stare”.", "szyny są za stare | Edna Nowak | Edna Nowak"],
    ["cs", "„Koleje jsou příliš staré,“ řekla Edna Nová.", "Koleje jsou příliš staré, | Edna Nová | Edna Nová"],
    [
      "ro",
      "„Șinele sunt prea vechi”, a declarat Edna Pop, șefa depoului.",
      "Șinele sunt prea vechi | Edna Pop | Edna Pop",
    ],
    [
      "el",
      "«Οι ράγες είναι πολύ παλιές», δήλωσε η Έδνα Παππά.",
      "Οι ράγες είναι πολύ παλιές | η Έδνα Παππά | Έδνα Παππά",
    ],
    ["tr", "Edna Kaya, “Raylar çok eski” dedi.", "Raylar çok eski | Edna Kaya | Edna Kaya"],
    ["tr", "“Raylar çok eski” diyen Edna Kaya, bekledi.", "Raylar çok eski | Edna Kaya | Edna Kaya"],
  ];
  test.each(cases)("%s: %s", (language, text, ...quotes) => {
    expect(read(text, language).quotes).toEqual(quotes);
  });
});

describe("speech behind a dash is a quotation", () => {
  const cases: readonly (readonly [language: string, text: string, ...quotes: string[]])[] = [
    [
      "fr",
      "— Les rails sont trop vieux, a déclaré Edna Berg, cheffe du dépôt.",
      "Les rails sont trop vieux | Edna Berg, cheffe du dépôt | Edna Berg",
    ],
    [
      "es",
      "—Los raíles son viejos —dijo Edna Lima—. La línea cierra el lunes.",
      "Los raíles son viejos | Edna Lima | Edna Lima",
      "La línea cierra el lunes. | Edna Lima | Edna Lima",
    ],
    ["pt", "— Os trilhos são velhos — disse Edna Lima.", "Os trilhos são velhos | Edna Lima | Edna Lima"],
    ["it", "— Le rotaie sono vecchie, ha detto Edna Lima.", "Le rotaie sono vecchie | Edna Lima | Edna Lima"],
    ["sv", "– Spåren är för gamla, säger Edna Berg, chef.", "Spåren är för gamla | Edna Berg | Edna Berg"],
    ["da", "- Skinnerne er for gamle, siger Edna Berg.", "Skinnerne er for gamle | Edna Berg | Edna Berg"],
    [
      "pl",
      "– Szyny są za stare – powiedziała Edna Nowak. – Linia będzie zamknięta.",
      "Szyny są za stare | Edna Nowak | Edna Nowak",
      "Linia będzie zamknięta. | Edna Nowak | Edna Nowak",
    ],
    [
      "ru",
      "— Рельсы слишком старые, — сказала Эдна Орлова. — Линию закроют.",
      "Рельсы слишком старые | Эдна Орлова | Эдна Орлова",
      "Линию закроют. | Эдна Орлова | Эдна Орлова",
    ],
  ];
  test.each(cases)("%s: %s", (language, text, ...quotes) => {
    expect(read(text, language).quotes).toEqual(quotes);
  });

  test("a line of a dialogue without a reporting clause is the turn of somebody else", () => {
    const { quotes } = read("— Les rails sont vieux, dit Edna Berg.\n\n— Depuis quand ?", "fr");
    expect(quotes).toEqual(["Les rails sont vieux | Edna Berg | Edna Berg", "Depuis quand ? | null | null"]);
  });

  test("the items of a list are none", () => {
    expect(read("Vi kräver:\n\n– Nya spår i vår\n\n– Lägre priser nu", "sv").quotes).toEqual([]);
    expect(read("— La mairie a publié un avis.\n\n— Une réunion aura lieu mardi.", "fr").quotes).toEqual([]);
    expect(read("— The works office met, said a note.", "en").quotes).toEqual([]);
  });
});

describe("nobody is named by a guess", () => {
  const cases: readonly (readonly [language: string, text: string, quote: string])[] = [
    ["tr", "Ayrıca, “Raylar çok eski artık” dedi.", "Raylar çok eski artık"],
    ["tr", "Böylece, “Bu hat ne zaman açılacak?” diye sordu.", "Bu hat ne zaman açılacak?"],
    ["sv", "Som tur är håller bron. ”Spåren är för gamla.”", "Spåren är för gamla."],
    ["ru", "Совет собрался в среду. «Рельсы слишком старые».", "Рельсы слишком старые"],
    ["fi", "Kuten Helsinki tietää. ”Kiskot ovat liian vanhat”, sanoi Edna Laine.", "Kiskot ovat liian vanhat"],
    ["hu", "Ezért Budapest vár. „A sínek túl régiek” – mondta Nagy Edna.", "A sínek túl régiek"],
    ["id", "Namun, “Rel itu sudah sangat tua,” kata Edna Putri.", "Rel itu sudah sangat tua,"],
  ];
  test.each(cases)("%s: %s", (language, text, quote) => {
    expect(read(text, language)).toEqual({ quotes: [`${quote} | null | null`], persons: [] });
  });
});
