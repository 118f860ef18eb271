/** A person or desk that a byline names. */
export interface BylineAuthor {
  readonly name: string;
  /** True of a desk or an agency, false of a person. */
  readonly isOrganization: boolean;
}

/** The word before the names, in the languages of the newsroom. */
const PREFIX = /^(?:by|von|par|por|door|text|texte|texto|av|af)\b:?\s+(?=\p{L})/iu;

/** The place from which the authors report. */
const PLACE = /\s+(?:in|from|at|aus|à|en|desde|från)\s+\p{Lu}.*$/u;

const COMMA = /\s*[,;|/،؛]\s*/u;
const CONJUNCTION = /\s+(?:and|und|et|y|e|och|og|en|&)\s+/iu;

/** Words of desks and agencies. Names of agencies are mostly their initials, which `isInitials` finds. */
const ORGANIZATION =
  /\b(?:agenc(?:y|ies|e|es)|agentur(?:en)?|staff|desk|newsroom|redaktion|rédaction|redacción|team|reuters|press(?:e)?|correspondents)\b/iu;

const PARTICLE = /^(?:al|bin|bint|da|de|del|della|den|der|di|do|dos|du|el|ibn|la|le|ten|ter|van|von|y|zu|zur)$/u;

/**
 * The authors that a byline names, in its order: without "By", places and descriptions behind a comma. What cannot be
 * divided with certainty stays one name. Empty without a byline.
 */
export function readAuthors(byline: string | null): readonly BylineAuthor[] {
  if (byline === null) return [];
  const line = byline.replace(PREFIX, "").replace(PLACE, "").trim();
  const authors = line.split(COMMA).flatMap((part, at) => {
    const names = divide(part.replace(CONJUNCTION_FIRST, ""));
    // What follows a comma and is no name describes the author before it.
    return at === 0 ? names : names.filter(isAuthor);
  });
  return authors.map((name) => ({ name: name.replace(ARTICLE, ""), isOrganization: isOrganization(name) }));
}

/** A comma before the last author is followed by the conjunction: "A, B, and C". */
const CONJUNCTION_FIRST = /^(?:and|und|et|y|e|och|og|en|&)\s+/iu;

const ARTICLE = /^(?:the|die|der|das|la|le|el)\s+(?=\p{Lu})/u;

/** The names that a conjunction joins; the whole where one side is no name, as in "José Ortega y Gasset". */
function divide(part: string): readonly string[] {
  const names = part.split(CONJUNCTION).filter((name) => name !== "");
  return names.every(isAuthor) ? names : [part];
}

function isAuthor(name: string): boolean {
  return isOrganization(name) || isPersonName(name);
}

function isOrganization(name: string): boolean {
  return ORGANIZATION.test(name) || /^\p{Lu}{2,6}$/u.test(name);
}

/** Two words or more, each with a capital letter where the script has them, except for particles. */
export function isPersonName(name: string): boolean {
  const words = name.split(/\s+/u);
  return (
    words.length > 1 && words.length < 7 && words.every((word) => PARTICLE.test(word) || !/^\p{Ll}|\d/u.test(word))
  );
}
