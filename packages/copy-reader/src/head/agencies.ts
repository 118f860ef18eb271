import { agenciesInBrackets, agencyNames, parties, serviceWord } from "../lexicon/agencies.js";

/** Whether the text is the name of an agency that is known, alone or together with others: "APA/dpa", "dpa/lno". */
export function isKnownAgency(text: string): boolean {
  if (agencyNames.has(text)) return true;
  const [first, ...others] = text.split(/\s?[/&]\s?/u);
  return agencyNames.has(first ?? "") && others.every((part) => agencyNames.has(part) || /^\p{Ll}{2,4}$/u.test(part));
}

/** Whether a known agency may be meant by its name alone, without brackets around it. */
export function isBareAgency(text: string): boolean {
  return isKnownAgency(text) && !agenciesInBrackets.has(text);
}

/** Whether the text reads like the name of a service: "Thomson Reuters Foundation", "Coast News". */
export function isServiceName(text: string): boolean {
  const words = text.split(" ");
  return words.length <= 5 && words.every((word) => /^[\p{Lu}\d]/u.test(word)) && serviceWord.test(text);
}

/** Whether the text can be the letters of a broadcaster or a small agency; two letters are one only beside a day. */
export function isCallSign(text: string, isDated: boolean): boolean {
  return (isDated ? /^\p{Lu}{2,6}(?:[-/]\p{Lu}{2,6})?$/u : /^\p{Lu}{3,6}(?:[-/]\p{Lu}{2,6})?$/u).test(text);
}

/** Whether the text can be the name of an agency that nobody has listed: one word, or two that begin large. */
export function isUnlistedName(text: string): boolean {
  const words = text.split(/[\s\u200c]/u);
  if (words.length > 2 || text.length < 2 || text.length > 30 || parties.has(text)) return false;
  const isWord = /^\p{L}[\p{L}\p{M}\p{N}.&/'’-]{0,23}$/u;
  return (
    words.every((word) => isWord.test(word)) && (words.length === 1 || words.every((word) => !/^\p{Ll}/u.test(word)))
  );
}

/** Whether the text can be the letters of an agency behind a place in usual letters: two to five of one case. */
export function isAgencyLetters(text: string): boolean {
  return /^(?:\p{Lu}{2,5}|\p{Ll}{2,5})$/u.test(text) && !parties.has(text);
}
