import { describe, expect, it } from "vitest";
import { type Catalogue, messagesOf, type Plural } from "../../src/languages/catalogue.ts";
import { LANGUAGE_CODES, LANGUAGES, localeOf } from "../../src/languages/languages.ts";

const english = await LANGUAGES.en.load();

function formsOf(message: string | Plural): readonly string[] {
  return typeof message === "string" ? [message] : Object.values(message);
}

function placeholdersOf(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g))].sort().join(" ");
}

/** Whether a message is the same for every number. */
function isInvariable(message: string | Plural): boolean {
  return typeof message === "string" || Object.keys(message).length === 1;
}

function entriesOf(catalogue: Catalogue): readonly (readonly [string, string | Plural])[] {
  return Object.entries(catalogue);
}

describe.each(LANGUAGE_CODES)("the interface in %s", (language) => {
  it("has the placeholders of the English message in every message, but for a number that a form spells out", async () => {
    const source = new Map(entriesOf(english));
    const wrong = entriesOf(await LANGUAGES[language].load()).flatMap(([key, message]) => {
      const wanted = placeholdersOf(formsOf(source.get(key) ?? "").at(-1) ?? "");
      const least = typeof message === "string" ? wanted : placeholdersOf(wanted.replace("{count}", ""));
      return formsOf(message)
        .filter((form) => ![wanted, least].includes(placeholdersOf(form)))
        .map((form) => `${key}: ${form}`);
    });
    expect(wrong).toEqual([]);
  });

  it("has a form for every plural category that the language uses for whole numbers", async () => {
    const rules = new Intl.PluralRules(language);
    const used = new Set(Array.from({ length: 1000 }, (_none, number) => rules.select(number)));
    const missing = entriesOf(await LANGUAGES[language].load()).flatMap(([key, message]) =>
      isInvariable(message)
        ? []
        : [...used].filter((rule) => !Object.hasOwn(Object(message), rule)).map((rule) => `${key}: ${rule}`),
    );
    expect(missing).toEqual([]);
  });

  it("fills in names and numbers as the language writes them", async () => {
    const { direction, load } = LANGUAGES[language];
    const { t } = messagesOf(language, direction, await load());
    expect(t("articles.arrived", { count: 1234 })).toContain(new Intl.NumberFormat(language).format(1234));
    expect(t("articles.restored", { headline: "Quay {count}" })).toContain("Quay {count}");
  });

  it("keeps the order of a message around names of another direction", async () => {
    const { direction, load } = LANGUAGES[language];
    const { t } = messagesOf(language, direction, await load());
    const [own, foreign] = direction === "rtl" ? ["بندر", "Quay"] : ["Quay", "بندر"];
    expect(t("articles.restored", { headline: own })).not.toContain("\u2068");
    expect(t("articles.restored", { headline: foreign })).toContain(`\u2068${foreign}\u2069`);
  });
});

describe("dates and numbers", () => {
  it.each([
    ["en", ["en-GB", "en-US"], "en-GB"],
    ["en", ["de-DE", "en"], "en"],
    ["de", ["en-GB", "de-AT", "de"], "de-AT"],
    ["fr", ["en-GB"], "fr"],
    ["en", ["en_broken", "en-x", "en-AU"], "en-AU"],
  ] as const)("are in %s, for a browser that prefers %j, written as in %s", (language, preferred, wanted) => {
    expect(localeOf(language, preferred)).toBe(wanted);
  });
});
