import { type NameAt, type NameWord, namesAt, readNameWords } from "@dateline/copy-reader/text";

export { foldName } from "@dateline/copy-reader/text";

/** A person who may be mentioned: the full name and every alias. */
export interface NamedPerson {
  readonly id: string;
  readonly names: readonly string[];
}

/** Where a person is named: the index of the text, and UTF-16 offsets into it, the end excluded. */
export interface FoundMention {
  readonly paragraph: number;
  readonly personId: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Candidates beyond this number are not returned: an article of some 4,000 words in a script without capitals reaches it. */
export const MOST_CANDIDATES = 20_000;

/**
 * Returns the distinct folded names that may be in the texts, in order of appearance, to be looked up in an index of names
 * folded by `foldName`: every run of one to six words that begins and ends with a capitalised word, with small particles
 * inside or before (`van`, `bin`); in scripts without capitals every run of words, in Chinese of two to eight characters.
 * At most `MOST_CANDIDATES`. What `findMentions` can find is among them.
 */
export function nameCandidates(texts: readonly string[]): string[] {
  const candidates = new Set<string>();
  for (const name of readNames(texts)) {
    if (candidates.size >= MOST_CANDIDATES) break;
    candidates.add(name.folded);
  }
  return [...candidates];
}

function* readNames(texts: readonly string[]): Generator<NameAt> {
  for (const text of texts) {
    const words = readNameWords(text);
    for (let at = 0; at < words.length; at += 1) yield* namesAt(words, at);
  }
}

/**
 * Finds where the persons are named, in reading order and without overlaps. Of names that begin at the same word the
 * longest counts. A name that two persons have is that of the one among `linked`, and nobody's when there is not exactly
 * one. Once a name of several words was seen, its last word alone
 * (with the particles before it) names the person from there on, in scripts with capitals, when no other of the persons
 * has it, and when no other capitalised word is next to it that could make it another name, except a title.
 */
export function findMentions(
  texts: readonly string[],
  persons: readonly NamedPerson[],
  linked: ReadonlySet<string> = new Set(),
): FoundMention[] {
  const names = indexNames(persons, linked);
  const surnames = indexSurnames(persons, linked);
  const seen = new Set<string>();
  return texts.flatMap((text, paragraph) => {
    const words = readNameWords(text);
    const mentions: FoundMention[] = [];
    for (let at = 0; at < words.length; ) {
      const found = findName(words, at, names) ?? findSurname(words, at, surnames, seen);
      if (found?.personId && found.length > 1) seen.add(found.personId);
      const start = words[at]?.start ?? 0;
      const end = words[at + (found?.length ?? 1) - 1]?.end ?? 0;
      if (found?.personId)
        mentions.push({ paragraph, personId: found.personId, start, end, text: text.slice(start, end) });
      at += found?.length ?? 1;
    }
    return mentions;
  });
}

/** A name found at a word: how many words it has, and whose it is; null when several persons have it. */
interface FoundName {
  readonly length: number;
  readonly personId: string | null;
}

/** The person who has a folded name, or null when several do; and the first words of all these names. */
interface Bearers {
  readonly byName: ReadonlyMap<string, string | null>;
  readonly firstWords: ReadonlySet<string>;
}

function indexNames(persons: readonly NamedPerson[], linked: ReadonlySet<string>): Bearers {
  return indexBy(persons, linked, (name) => [foldWords(readNameWords(name), 0)]);
}

/** The last word of every name of several, alone and with the particles before it: `heide` and `von der heide`. */
function indexSurnames(persons: readonly NamedPerson[], linked: ReadonlySet<string>): Bearers {
  return indexBy(persons, linked, (name) => {
    const words = readNameWords(name);
    const suffixes = words.slice(1).filter((word) => NAME_SUFFIXES.has(word.folded)).length;
    const end = words.length - suffixes;
    const last = words[end - 1];
    if (end < 2 || !last?.isCased || last.end - last.start < 2) return [];
    let start = end - 1;
    while (start > 1 && words[start - 1]?.isParticle) start -= 1;
    return [last.folded, foldWords(words, start, end - start)];
  });
}

/** Who has each key; a linked person comes before every other bearer. */
function indexBy(
  persons: readonly NamedPerson[],
  linked: ReadonlySet<string>,
  keysOf: (name: string) => readonly string[],
): Bearers {
  const others = bearersOf(
    persons.filter(({ id }) => !linked.has(id)),
    keysOf,
  );
  const first = bearersOf(
    persons.filter(({ id }) => linked.has(id)),
    keysOf,
  );
  const byName = new Map([...others, ...first]);
  return { byName, firstWords: new Set([...byName.keys()].map((name) => name.replace(/ .*$/u, ""))) };
}

function bearersOf(
  persons: readonly NamedPerson[],
  keysOf: (name: string) => readonly string[],
): ReadonlyMap<string, string | null> {
  const byName = new Map<string, string | null>();
  for (const { id, names } of persons) {
    for (const key of names.flatMap(keysOf)) {
      const other = byName.get(key);
      if (key !== "") byName.set(key, other === undefined || other === id ? id : null);
    }
  }
  return byName;
}

function findName(words: readonly NameWord[], at: number, names: Bearers): FoundName | null {
  for (const { length, folded } of candidatesAt(words, at, names)) {
    const personId = names.byName.get(folded);
    if (personId !== undefined) return { length, personId };
  }
  return null;
}

function findSurname(
  words: readonly NameWord[],
  at: number,
  surnames: Bearers,
  seen: ReadonlySet<string>,
): FoundName | null {
  for (const { length, folded } of candidatesAt(words, at, surnames)) {
    const personId = surnames.byName.get(folded);
    if (personId && seen.has(personId) && standsAlone(words, at, length)) return { length, personId };
  }
  return null;
}

function candidatesAt(words: readonly NameWord[], at: number, bearers: Bearers): readonly NameAt[] {
  return bearers.firstWords.has(words[at]?.folded ?? "") ? namesAt(words, at) : [];
}

/** `Mila Okorin` and `Okorin College` are other names; `President Okorin` is not. */
function standsAlone(words: readonly NameWord[], at: number, length: number): boolean {
  const before = words[at - 1];
  const after = words[at + length];
  const isPartOfName = before?.joinsNext && before.isCapital && before.isCased && !TITLES.has(before.folded);
  return !isPartOfName && !(words[at + length - 1]?.joinsNext && after?.isCapital && after.isCased);
}

const NAME_SUFFIXES = new Set(["jr", "sr", "ii", "iii", "iv", "v"]);

/** Titles in front of a surname, in the languages of the Latin script that newsrooms here write most. */
const TITLES = new Set(
  (
    "mr mrs ms miss dr prof sir dame lord lady king queen prince princess president premier chancellor minister leader " +
    "secretary senator governor mayor ambassador general gen col colonel major captain judge justice chairman chairwoman " +
    "chief commissioner director spokesman spokeswoman ayatollah imam sheikh sayyed pope bishop cardinal father sister " +
    "herr frau präsident prasident kanzler kanzlerin ministerin präsidentin prasidentin monsieur madame président " +
    "ministre senor señor senora señora presidente presidenta ministro ministra don dona doña"
  ).split(" "),
);

function foldWords(words: readonly NameWord[], at: number, length = words.length): string {
  let folded = words[at]?.folded ?? "";
  for (let index = at + 1; index < at + length; index += 1) folded += ` ${words[index]?.folded ?? ""}`;
  return folded;
}
