import {
  mapped,
  type PronounKind,
  type LanguageLexicon,
  withoutReportingClauses,
  plainGrammar,
} from "./language-lexicon.js";
import { words } from "./words.js";

/** The words that tie a quotation to the name beside it, each list with spaces between; lower case. */
export interface SimpleWords {
  readonly language: string;
  /** Finite verbs of saying that are before or behind their subject. */
  readonly saying: string;
  readonly auxiliaries?: string;
  /** Participles of saying behind an auxiliary. */
  readonly perfects?: string;
  /** Other common verbs, which end a phrase. */
  readonly verbs?: string;
  readonly pronouns: Readonly<Partial<Record<PronounKind, string>>>;
  readonly determiners?: string;
  readonly prepositions: string;
  readonly conjunctions: string;
  readonly adverbs: string;
  /** Words that open sentences with a capital and are no names, days and months among them. */
  readonly common: string;
  /** Nouns before what is in quotation marks because it is a name or a title. */
  readonly namers: string;
  readonly courtesies?: Readonly<Partial<Record<PronounKind, string>>>;
  /** Particles that name a source in front of it, such as "ifølge". */
  readonly sources?: readonly string[];
  readonly verbFinal?: boolean;
}

function pronounMap(lists: Readonly<Partial<Record<PronounKind, string>>> = {}): ReadonlyMap<string, PronounKind> {
  const kinds = ["he", "she", "they", "it", "who", "i", "we"] as const;
  return new Map(kinds.flatMap((kind) => mapped(lists[kind] ?? "", kind)));
}

/**
 * A lexicon of plain patterns: a verb of saying beside a quotation, and the name or noun beside the verb. Nothing is
 * guessed, so that what the patterns do not hold has no speaker.
 */
export function simpleLexicon(list: SimpleWords): LanguageLexicon {
  const saying = words(list.saying);
  const small = [list.prepositions, list.conjunctions, list.adverbs, list.auxiliaries, list.verbs, list.determiners];
  return {
    ...nothing,
    language: list.language,
    cues: saying,
    inverted: saying,
    verbs: words(list.verbs ?? ""),
    auxiliaries: words(list.auxiliaries ?? ""),
    perfects: words(list.perfects ?? ""),
    sources: (list.sources ?? []).map((source) => source.split(" ")),
    subjectPronouns: pronounMap(list.pronouns),
    determiners: words(list.determiners ?? ""),
    prepositions: words(list.prepositions),
    conjunctions: words(list.conjunctions),
    adverbs: words(list.adverbs),
    courtesies: pronounMap(list.courtesies),
    common: words([list.common, ...small, ...Object.values(list.pronouns)].join(" ")),
    namers: words(list.namers),
    readsNames: true,
    verbFinal: list.verbFinal ?? false,
  };
}

const none = words("");
const noPronouns: ReadonlyMap<string, PronounKind> = new Map();

const nothing = {
  ...withoutReportingClauses,
  cues: none,
  inverted: none,
  participles: none,
  bare: none,
  weakCues: none,
  nounCues: none,
  verbs: none,
  passives: none,
  reported: none,
  obliqueArticles: none,
  perfects: none,
  closers: none,
  citers: none,
  impersonals: none,
  postpositions: none,
  labelOpeners: none,
  sources: [],
  subjectPronouns: noPronouns,
  determiners: none,
  prepositions: none,
  conjunctions: none,
  auxiliaries: none,
  adverbs: none,
  titles: none,
  courtesies: noPronouns,
  titleEnds: [],
  common: none,
  namers: none,
  ...plainGrammar,
  articles: noPronouns,
  attaching: none,
  attachingPersons: none,
  readsNames: false,
  guesses: false,
  dashes: true,
} as const;

/** For a language whose words nobody wrote down: quotations are found by their marks, speakers and persons are not. */
export const withoutWords: LanguageLexicon = { ...nothing, language: "und", dashes: false };
