import { escapeMarkup } from "../lib/escape-markup.js";
import { directionOf } from "../draft/language.js";
import { type Attributes, element } from "./markup.js";
import type { SyndicatedPost } from "./syndicated.js";
import { arabic } from "./wording.ar.js";
import { german } from "./wording.de.js";
import { english } from "./wording.en.js";
import { spanish } from "./wording.es.js";
import { persian } from "./wording.fa.js";
import { french } from "./wording.fr.js";
import { japanese } from "./wording.ja.js";
import type { Wording } from "./wording.js";

const WORDINGS: ReadonlyMap<string, Wording> = new Map([
  ["ar", arabic],
  ["de", german],
  ["en", english],
  ["es", spanish],
  ["fa", persian],
  ["fr", french],
  ["ja", japanese],
]);

/** How a page speaks of an article: its words, and its numbers and days as their readers write them. */
export interface Voice {
  readonly wording: Wording;
  /** The language of the words: the article's, or English where the page has no words in it. */
  readonly language: string;
  /** The language of what surrounds the words. */
  readonly around: string;
  /** How the readers write a number, a share, a day and a moment; days and moments are in UTC. */
  readonly number: Intl.NumberFormat;
  readonly share: Intl.NumberFormat;
  readonly day: Intl.DateTimeFormat;
  readonly moment: Intl.DateTimeFormat;
}

/** Making formats takes far longer than using them. */
const voices = new Map<string, Voice>();
const MOST_VOICES = 100;

/** The voice for an article in a language; English speaks for languages that have no wording of their own. */
export function voiceFor(around: string): Voice {
  const known = voices.get(around);
  if (known) return known;
  const own = WORDINGS.get(new Intl.Locale(around).language);
  const language = own ? around : "en";
  const voice = { wording: own ?? english, language, around, ...formatsOf(language) };
  if (voices.size < MOST_VOICES) voices.set(around, voice);
  return voice;
}

function formatsOf(language: string): Pick<Voice, "number" | "share" | "day" | "moment"> {
  return {
    number: new Intl.NumberFormat(language),
    share: new Intl.NumberFormat(language, { style: "percent" }),
    day: new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }),
    moment: new Intl.DateTimeFormat(language, {
      year: "numeric",
      month: "long",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      timeZone: "UTC",
      timeZoneName: "short",
    }),
  };
}

/** `lang` and `dir` for a text in one language among text in another; none where the languages are the same. */
export function languageAttributes(language: string | null, around: string): Attributes {
  if (language === null) return { lang: "", dir: "auto" };
  if (language === around) return {};
  return { lang: language, dir: directionOf(language).toLowerCase() };
}

/** A wording with its values filled in, as markup. The values are markup already. */
export function renderPhrase(voice: Voice, wording: string, values: Readonly<Record<string, string>> = {}): string {
  const attributes = languageAttributes(voice.language, voice.around);
  const said = escapeMarkup(wording).replace(/\{(\w+)\}/gu, (blank, name: string) => values[name] ?? blank);
  return Object.keys(attributes).length === 0 ? said : element("span", attributes, said);
}

/** A wording as plain text, for attributes and plain bodies. */
export function phraseText(wording: string, values: Readonly<Record<string, string>> = {}): string {
  return wording.replace(/\{(\w+)\}/gu, (blank, name: string) => values[name] ?? blank);
}

/** A whole number in the digits of the language. */
export function formatNumber(voice: Voice, value: number): string {
  return voice.number.format(value);
}

/** A share from 0 to 1 in whole percent, rounded down, so that only all of it is 100 %. */
export function formatShare(voice: Voice, share: number): string {
  const percent = Number((share * 100).toFixed(6));
  return voice.share.format(Math.floor(percent) / 100);
}

/** The day of an ISO day or moment, in UTC, in the calendar that readers of the language use. */
export function formatDay(voice: Voice, moment: string): string {
  return voice.day.format(new Date(moment));
}

/** A moment to the minute, in UTC. */
export function formatMoment(voice: Voice, moment: string): string {
  return voice.moment.format(new Date(moment));
}

/** A day as a `time` element. */
export function timeOfDay(voice: Voice, moment: string): string {
  return element("time", { datetime: moment }, escapeMarkup(formatDay(voice, moment)));
}

/** A moment as a `time` element. */
export function timeOfMoment(voice: Voice, moment: string): string {
  return element("time", { datetime: moment }, escapeMarkup(formatMoment(voice, moment)));
}

/** The day or moment of a post in ISO 8601; null when it is unknown. */
export function dayOfPost(post: SyndicatedPost): string | null {
  return post.postedAt ?? post.postedOn;
}
