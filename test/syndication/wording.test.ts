import { describe, expect, it } from "vitest";
import { renderPhrase, formatDay, formatMoment, formatShare, voiceFor } from "../../src/syndication/voice.js";
import { arabic } from "../../src/syndication/wording.ar.js";
import { german } from "../../src/syndication/wording.de.js";
import { english } from "../../src/syndication/wording.en.js";
import { spanish } from "../../src/syndication/wording.es.js";
import { persian } from "../../src/syndication/wording.fa.js";
import { french } from "../../src/syndication/wording.fr.js";
import { japanese } from "../../src/syndication/wording.ja.js";
import type { Wording } from "../../src/syndication/wording.js";

/** Every wording by its path, such as `verdicts.EXACT`. */
function flatten(words: object, path = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const at = path === "" ? key : `${path}.${key}`;
    return typeof value === "object" && value !== null ? flatten(value, at) : [[at, String(value)]];
  });
}

const blanks = (wording: string): string[] => [...wording.matchAll(/\{\w+\}/gu)].map(([blank]) => blank).sort();
const others: Record<string, Wording> = { arabic, german, spanish, persian, french, japanese };

describe("the words of the page", () => {
  it.each(Object.entries(others))("in %s are all there, with the same blanks, and none is English", (_, wording) => {
    const own = new Map(flatten(wording));
    for (const [path, said] of flatten(english)) {
      expect([path, blanks(own.get(path) ?? "")]).toEqual([path, blanks(said)]);
      expect(own.get(path)).not.toBe("");
    }
    expect(own.get("quoted")).not.toBe(english.quoted);
  });

  it("are chosen by the language alone, whatever its region or script", () => {
    expect(voiceFor("fa-AF").wording).toBe(persian);
    expect(voiceFor("de-Latn-CH").wording).toBe(german);
    expect(voiceFor("sv")).toMatchObject({ wording: english, language: "en", around: "sv" });
  });

  it("are filled in once: what is filled in is not read for blanks again", () => {
    const voice = voiceFor("en");
    expect(renderPhrase(voice, "{one} & {two} {three}", { one: "{two}", two: "$&" })).toBe("{two} &amp; $& {three}");
  });
});

describe("days and numbers", () => {
  it("are written in UTC, whatever the zone of the machine", () => {
    expect(formatDay(voiceFor("en-GB"), "2026-09-05")).toBe("5 September 2026");
    expect(formatDay(voiceFor("en-GB"), "2026-09-05T23:59:59Z")).toBe("5 September 2026");
    expect(formatMoment(voiceFor("en-GB"), "2026-09-05T23:59:59Z")).toContain("23:59 UTC");
  });

  it("follow the calendar and digits of the language", () => {
    expect(formatDay(voiceFor("fa"), "2026-09-05")).toBe("۱۴ شهریور ۱۴۰۵");
    expect(formatDay(voiceFor("ja"), "2026-09-05")).toBe("2026年9月5日");
  });

  it("call a share 100 % only when it is whole", () => {
    expect(["0.9999", "1", "0.29"].map((share) => formatShare(voiceFor("en"), Number(share)))).toEqual([
      "99%",
      "100%",
      "29%",
    ]);
  });
});
