import { describe, expect, test } from "vitest";
import { judgeLanguage } from "../../src/text/language.js";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";

describe("a language is named only as surely as the words show it", () => {
  const unclear: readonly string[] = [
    "Tram stops, rails old: works",
    "Copper falls 3 pct",
    "Port notice\n\nPilots strike\n\nTug crews join",
    "Ostwick 3, Malden 1",
  ];
  test.each(unclear)("copy without words of any language is undetermined, with a warning: %s", (copy) => {
    const { language, proposals, warnings } = readPlainCopy(copy, { headline: "-" });
    expect(language).toBe("und");
    expect(proposals.find(({ path }) => path === "language")?.confidence).toBeLessThan(0.5);
    expect(warnings.join(" ")).toContain("does not show its language");
  });

  test("a few words show a language without certainty", () => {
    const { language, proposals, warnings } = readPlainCopy("The tram stops", { headline: "-" });
    expect(language).toBe("en");
    expect(proposals.find(({ path }) => path === "language")?.confidence).toBeLessThan(0.6);
    expect(warnings.join(" ")).toContain("“en” is not certain");
  });

  test("more words make it surer", () => {
    const copy = "The rails on the quay are old, and the works office will close the line for a week.";
    const [one, two] = [judgeLanguage("The rails are old."), judgeLanguage(`${copy} ${copy}`)];
    expect([one.tag, two.tag]).toEqual(["en", "en"]);
    expect(two.confidence).toBeGreaterThan(one.confidence);
    expect(two.confidence).toBeGreaterThan(0.9);
  });

  test("the reporter's words outside of quotation marks decide", () => {
    const copy =
      "The rails are old, the mayor said in a letter to the board. “No podemos esperar más de un año para que la línea vuelva a la isla con todos los vecinos de la zona.”";
    expect(readPlainCopy(copy, { headline: "-" }).language).toBe("en");
  });

  test("a language that the sender names is not judged", () => {
    const { language, warnings } = readPlainCopy("Copper falls 3 pct", { headline: "-", language: "en" });
    expect([language, warnings]).toEqual(["en", []]);
  });

  const long: readonly (readonly [string, string])[] = [
    ["no", "Skinnene er gamle, og kontoret vil stenge banen etter helgen fordi den ikke er trygg."],
    ["fi", "Kiskot ovat vanhat, ja toimisto sulkee radan, mutta se ei ole vielä päättänyt, kun on talvi."],
    ["hu", "A sínek régiek, és a hivatal azt mondta, hogy a vonal egy hétre bezár, de már nem sokáig."],
    ["hr", "Tračnice su stare, a ured je rekao da će se pruga zatvoriti na tjedan dana jer nije sigurna."],
    ["ro", "Șinele sunt vechi, iar biroul a spus că linia va fi închisă pentru o săptămână din martie."],
  ];
  test.each(long)("%s", (tag, copy) => {
    expect(judgeLanguage(copy).tag).toBe(tag);
  });
});
