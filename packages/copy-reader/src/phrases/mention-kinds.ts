import { familyNames, germanManEnd, germanWomanEnd, holders, manEnd, peopleEnd, womanEnd } from "../lexicon/persons.js";
import { firstNames } from "../lexicon/names.js";
import { organisationEnds, organisationWords, placeNames } from "../lexicon/things.js";
import type { LanguageLexicon } from "../lexicon/language-lexicon.js";
import { isCountry } from "../lexicon/countries.js";
import type { TextToken } from "./tokens.js";

/** What a capitalised name seems to mean. */
export type MentionKind = "person" | "organisation" | "place" | "unknown";

/** Whether a word is one of office, rank or address that is before a name. */
export function isTitle(token: TextToken | undefined, lexicon: LanguageLexicon): boolean {
  if (!token || token.kind !== "word") return false;
  if (lexicon.titles.has(token.lower) || lexicon.courtesies.has(token.lower)) return true;
  return lexicon.titleEnds.some((ending) => token.lower.length > ending.length && token.lower.endsWith(ending));
}

/** A name with its titles and the words around it. */
export interface NameEvidence {
  readonly names: readonly string[];
  readonly titles: readonly string[];
  readonly before: TextToken | undefined;
  readonly after: readonly TextToken[];
  /** The gender of the article before the office, where the language has one. */
  readonly article?: "he" | "she" | null;
}

/** What a name seems to mean, by its own words and those around it. */
export function classify(evidence: NameEvidence, lexicon: LanguageLexicon): MentionKind {
  const lower = evidence.names.map((name) => name.toLowerCase());
  const opensWithFirstName = lower.length >= 2 && firstNames.has(lower[0] ?? "");
  const whole = lower.join(" ");
  if ((placeNames.has(whole) || isCountry(whole)) && evidence.titles.length === 0) return "place";
  if (lower.length > 2 && organisationEnds.has(lower.at(-1) ?? "")) return "organisation";
  if (lower.includes("&")) return "organisation";
  if (!opensWithFirstName && isOrganisation(evidence, lower, lexicon)) return "organisation";
  if (evidence.titles.length > 0 || opensWithFirstName || hasAge(evidence)) return "person";
  if (lower.some((name) => /\d/u.test(name))) return "organisation";
  if (lower.length === 1 && peopleEnd.test(lower[0] ?? "") && !firstNames.has(lower[0] ?? "")) return "organisation";
  if (lower.length === 1 && /^[\p{Lu}\d&.-]{2,}$/u.test(evidence.names[0] ?? "")) return "organisation";
  if (lower.length >= 2 && isDescribed(evidence, lexicon)) return "person";
  return isTitle(evidence.before, lexicon) && !evidence.before?.isCapital ? "person" : "unknown";
}

/** A word of an institution makes the name one, behind titles too ("Supreme Court"), but not behind a courtesy. */
function isOrganisation(evidence: NameEvidence, lower: readonly string[], lexicon: LanguageLexicon): boolean {
  const title = evidence.titles.at(-1)?.toLowerCase() ?? "";
  if (lexicon.courtesies.has(title) || (title !== "" && lower.length === 1 && familyNames.has(lower[0] ?? "")))
    return false;
  return lower.some((name) => organisationWords.has(name));
}

function hasAge(evidence: NameEvidence): boolean {
  const [comma, age] = evidence.after;
  return (comma?.text === "," || comma?.text === "(") && /^[1-9]\d$/.test(age?.text ?? "");
}

/** "Edna Quill, a member of the council": an office in an apposition is held by a person. */
function isDescribed({ after }: NameEvidence, lexicon: LanguageLexicon): boolean {
  const [comma, article, ...rest] = after;
  if (comma?.text !== "," || !lexicon.determiners.has(article?.lower ?? "")) return false;
  const end = rest.findIndex((token) => token.kind !== "word" || lexicon.prepositions.has(token.lower));
  const head = rest[(end < 0 ? rest.length : end) - 1];
  return head !== undefined && (isTitle(head, lexicon) || holders.has(head.lower));
}

/** The gender that a courtesy, a first name or an office suggests; null when none does. */
export function guessGender(evidence: NameEvidence, lexicon: LanguageLexicon): "he" | "she" | null {
  const titles = [...evidence.titles, evidence.before?.kind === "word" ? evidence.before.text : ""].map((title) =>
    title.toLowerCase(),
  );
  for (const title of titles) {
    const kind = lexicon.courtesies.get(title);
    if (kind === "he" || kind === "she") return kind;
  }
  const known = evidence.names.length > 1 || firstNames.has(evidence.names[0]?.toLowerCase() ?? "");
  const byName = known ? (firstNames.get(evidence.names[0]?.toLowerCase() ?? "") ?? null) : null;
  return byName ?? evidence.article ?? genderOfTitles(titles, lexicon);
}

function genderOfTitles(titles: readonly string[], lexicon: LanguageLexicon): "he" | "she" | null {
  const offices = titles.filter(
    (title) => lexicon.titles.has(title) || lexicon.titleEnds.some((ending) => title.endsWith(ending)),
  );
  if (offices.some((title) => (lexicon.genderedOffices ? germanWomanEnd : womanEnd).test(title) && title !== "captain"))
    return "she";
  if (offices.some((title) => manEnd.test(title))) return "he";
  return lexicon.genderedOffices && offices.some((title) => germanManEnd.test(title)) ? "he" : null;
}
