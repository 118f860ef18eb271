import type { LanguageLexicon } from "../lexicon/language-lexicon.js";

/**
 * The parts of a form in which several words are written together: "l'avocate" is "l'" and "avocate", "a-t-il" is "a" and
 * "-t-il". Together they are the form; a pronoun keeps its hyphen and the
 * "t" that eases the tongue. Names such as "d'Artagnan" behind a first name stay whole.
 */
export function splitWord(
  form: string,
  before: { readonly isCapital: boolean } | undefined,
  lexicon: LanguageLexicon,
): readonly string[] {
  const elided = /^(\p{L}+['’])(\p{L}.*)$/u.exec(form);
  const [, head = "", rest = ""] = elided ?? [];
  const isElided = lexicon.elisions.has(foldElidedWord(head)) && !isName(head, rest, before?.isCapital === true);
  return isElided ? [head, ...splitPronoun(rest, lexicon)] : splitPronoun(form, lexicon);
}

function isName(head: string, rest: string, followsCapital: boolean): boolean {
  if (!/^\p{Lu}/u.test(rest)) return false;
  return followsCapital || (/^\p{Lu}/u.test(head) && !/^l/iu.test(head));
}

function splitPronoun(form: string, lexicon: LanguageLexicon): readonly string[] {
  const [, verb = "", pronoun = ""] = /^(\p{Ll}+)(-.+)$/u.exec(form) ?? [];
  const isVerb = [lexicon.cues, lexicon.auxiliaries, lexicon.inverted].some((forms) => forms.has(verb));
  return isVerb && lexicon.enclitics.has(pronoun.replace(/^-(?:t-)?/u, "")) ? [verb, pronoun] : [form];
}

/** A word in lower case with a typewriter's apostrophe. */
export function foldElidedWord(word: string): string {
  return word.toLowerCase().replace(/’/gu, "'");
}
