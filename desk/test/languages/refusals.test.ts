import { describe, expect, it } from "vitest";
import { refusedBy } from "../../src/api/refused.ts";
import { messagesOf } from "../../src/languages/catalogue.ts";
import { formatsOf } from "../../src/languages/formats.ts";
import { LANGUAGE_CODES, LANGUAGES, type Language } from "../../src/languages/languages.ts";
import { speak, wordedRefusal } from "../../src/languages/spoken.ts";

const english = await LANGUAGES.en.load();
const RULES = Object.keys(english).filter((key) => key.startsWith("refusal.reason."));
const CODES = Object.keys(english).filter((key) => key.startsWith("refusal.code."));
const SERVER = "The server's own words.";
const OTHERS = LANGUAGE_CODES.filter((language) => language !== "en");

async function speakIn(language: Language): Promise<void> {
  const { direction, load } = LANGUAGES[language];
  speak({ language, ...messagesOf(language, direction, await load()), format: formatsOf(language) });
}

describe.each(OTHERS)("a refusal in %s", (language) => {
  it("is worded by its rule or its code, without the server's English words unless only they say why", async () => {
    await speakIn(language);
    const unworded: string[] = [];
    for (const key of RULES) {
      const text = wordedRefusal({ code: "VALIDATION", message: SERVER, reason: key.slice("refusal.reason.".length) });
      if (text.includes(SERVER)) unworded.push(key);
      expect(text).not.toMatch(/\{\w+\}/);
    }
    for (const key of CODES) {
      const text = wordedRefusal({ code: key.slice("refusal.code.".length), message: SERVER });
      if (text.includes(SERVER)) unworded.push(key);
      expect(text).not.toMatch(/\{\w+\}/);
    }
    const vague = ["reason.COPY_UNREADABLE", "code.VALIDATION", "code.CONFLICT", "code.BAD_USER_INPUT"];
    expect(unworded.sort()).toEqual(vague.map((name) => `refusal.${name}`).sort());
  });

  it("shows the server's words where a newer server has a rule that the desk does not know", async () => {
    await speakIn(language);
    expect(wordedRefusal({ code: "CONFLICT", message: SERVER, reason: "NEW_RULE" })).toContain(SERVER);
    expect(wordedRefusal({ code: "NEW_CODE", message: SERVER })).toBe(SERVER);
  });
});

it("contains what the server says of it: limits, states, moments, and how often an image is used", async () => {
  await speakIn("de");
  const issues = [{ path: ["input", "topicNames"], message: SERVER, reason: "TOO_MANY", limit: 50 } as const];
  expect(refusedBy({ code: "VALIDATION", message: SERVER, issues }).message).toContain("höchstens 50 Einträge");
  expect(refusedBy({ code: "TRANSITION", message: SERVER, from: "KILLED" }).message).toContain("Annulliert");
  const embargo = refusedBy({ code: "EMBARGO", message: SERVER, embargoedUntil: "2031-07-01T09:30:00.000Z" });
  expect(embargo.message).toContain("2031");
  const inUse = { code: "CONFLICT", message: SERVER, articleIds: ["a", "b"], personIds: ["c"] } as const;
  expect(refusedBy(inUse).message).toContain("an 3 Stellen");
  expect(wordedRefusal({ code: "RATE_LIMITED", message: SERVER, count: 12 })).toContain("in 12 Sekunden");
  expect(wordedRefusal({ code: "IMAGE_TOO_LARGE", message: SERVER, limit: 20_000_000 })).toMatch(/20\.000\s?kB/);
});

it("is in the server's words in English, which say more", async () => {
  await speakIn("en");
  expect(refusedBy({ code: "CONFLICT", message: SERVER, refusal: "SLUG_TAKEN" }).message).toBe(SERVER);
});
