import { noParticles, type Particles } from "./particles.js";
import { words } from "./words.js";

/** The words of one language by which quotations are read. All words are lower case. */
export interface LanguageLexicon {
  readonly language: string;
  /** Finite forms of verbs of saying, and what else can carry a quotation (`told`, `nannte`). */
  readonly cues: ReadonlySet<string>;
  /** Forms without a subject of their own ("saying", "adding"). */
  readonly participles: ReadonlySet<string>;
  /** Bare forms that follow an auxiliary or a particle ("to say", "will call"). */
  readonly bare: ReadonlySet<string>;
  /** Verbs among the cues that mostly do something else ("made", "put"): a verb of saying further off wins over them. */
  readonly weakCues: ReadonlySet<string>;
  /** Forms among the cues that are nouns as well ("remarks", "claims"). */
  readonly nounCues: ReadonlySet<string>;
  /** Common verbs that say nothing: they end a noun phrase. */
  readonly verbs: ReadonlySet<string>;
  /** Forms that make a verb behind them passive. */
  readonly passives: ReadonlySet<string>;
  /** Forms by which a sentence is stated as somebody's words without a verb of saying. */
  readonly reported: ReadonlySet<string>;
  /** Articles that cannot open a subject. */
  readonly obliqueArticles: ReadonlySet<string>;
  /** Words that can be before their subject: "said Smith", "so Schmidt", "laut Schmidt". */
  readonly inverted: ReadonlySet<string>;
  /** Forms that say something behind an auxiliary that is before the subject: "a déclaré la ministre". */
  readonly perfects: ReadonlySet<string>;
  /** Forms of saying that end a clause whose auxiliary is before the quotation: "hat von „…“ gesprochen". */
  readonly closers: ReadonlySet<string>;
  /** Verbs whose object speaks: "the paper quoted Smith as saying", "zitierte die Zeitung den Minister". */
  readonly citers: ReadonlySet<string>;
  /** Verbs that have "it" for a subject and name what says it with a preposition: "heißt es in der Mitteilung". */
  readonly impersonals: ReadonlySet<string>;
  /** Particles that name the source without a verb, as word sequences: "according to", "laut". */
  readonly sources: readonly (readonly string[])[];
  /** Particles that are behind the source they name: "dem Bericht zufolge". */
  readonly postpositions: ReadonlySet<string>;
  /** Words before a speaker where a colon follows: "so Schmidt weiter:". */
  readonly labelOpeners: ReadonlySet<string>;
  readonly subjectPronouns: ReadonlyMap<string, PronounKind>;
  readonly determiners: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  readonly conjunctions: ReadonlySet<string>;
  readonly auxiliaries: ReadonlySet<string>;
  readonly adverbs: ReadonlySet<string>;
  /** Words of office, rank or address that are before a name. */
  readonly titles: ReadonlySet<string>;
  /** Forms of address that are no office. */
  readonly courtesies: ReadonlyMap<string, PronounKind>;
  /** Ends of compound words that name an office, for languages that write them as one word. */
  readonly titleEnds: readonly string[];
  /** Words that cannot be part of a name although they may begin with a capital. */
  readonly common: ReadonlySet<string>;
  /** Words before what is a name or a title although it is in quotation marks. */
  readonly namers: ReadonlySet<string>;
  readonly particles: Particles;
  /** Whether every noun has a capital, so that a capital alone shows no name. */
  readonly capitalisesNouns: boolean;
  /** Whether the finite verb is second in a main clause and last in a subordinate one. */
  readonly verbSecond: boolean;
  /** Whether the ends of articles, adjectives and nouns show the case. */
  readonly inflects: boolean;
  /** Whether nouns are joined to one word, whose last part has the meaning. */
  readonly compounds: boolean;
  /** Whether the end of an office shows whether its holder is a woman or a man. */
  readonly genderedOffices: boolean;
  /** Whether the name of a person may have an article. */
  readonly peopleTakeArticles: boolean;
  /** Definite articles, with the gender they show; "it" where they show none. */
  readonly articles: ReadonlyMap<string, PronounKind>;
  /** Prepositions that hang something on a noun: "the mayor of Ostwick". */
  readonly attaching: ReadonlySet<string>;
  /** Those that hang something on the name of a person rather than on what the person does. */
  readonly attachingPersons: ReadonlySet<string>;
  /** Short words that are written together with the word behind them: "l'", "qu'". */
  readonly elisions: ReadonlySet<string>;
  /** Pronouns that are attached to a verb behind a hyphen: "il" in "a-t-il". */
  readonly enclitics: ReadonlySet<string>;
  /** Weak pronouns before a verb whose subject follows: "s'" in "s'indigne Martin". */
  readonly clitics: ReadonlySet<string>;
  /** Ends of words that nothing but finite verbs have. */
  readonly verbEnds: readonly string[];
  /** Whether papers name the speaker within the quotation marks as well, in a reporting clause. */
  readonly namesSpeakerInside: boolean;
  /** Whether the field, place or holder of an office follows it: "la ministre de la Santé Anne Martin". */
  readonly describesBehindNouns: boolean;
  /** Whether a verb of saying is read that has no subject beside it: "«…», afirma." */
  readonly readsSubjectless: boolean;
  /** Ends of words that may open a sentence with a capital and are adverbs, never names: "Zusammenfassend". */
  readonly openerEnds: readonly string[];
  /** Nouns before words in quotation marks that somebody said: "der Satz „…“". Other nouns there have a name in the marks. */
  readonly speechNouns: ReadonlySet<string>;
  /** Verbs that call something what the quotation says: "nannte den Plan „…“". */
  readonly predicatives: ReadonlySet<string>;
  /** Ends of participles of saying behind an auxiliary, for verbs that no list has. */
  readonly perfectEnds: readonly string[];
  /** Whether names are read at all; without the words of a language every capital is a guess. */
  readonly readsNames: boolean;
  /** Whether the subject of a sentence without a verb of saying may be taken for the speaker. */
  readonly guesses: boolean;
  /** Whether a dash at the head of a paragraph opens speech that no quotation mark encloses. */
  readonly dashes: boolean;
  /** Whether a verb of saying behind the quotation has its subject before it: "Ayşe Kaya, “…” dedi." */
  readonly verbFinal: boolean;
}

/** The word order and word forms of a language in which nothing of what German has is a rule. */
export const plainGrammar = {
  particles: noParticles,
  capitalisesNouns: false,
  verbSecond: false,
  inflects: false,
  compounds: false,
  genderedOffices: false,
  peopleTakeArticles: false,
} as const;

/** Where Romance languages put speakers and descriptions. */
export const romanceOrder = {
  namesSpeakerInside: true,
  describesBehindNouns: true,
  readsSubjectless: true,
} as const;

/** What holds of a language that is read with all rules and quotes within quotation marks alone. */
export const fullyRead = {
  openerEnds: [],
  speechNouns: new Set<string>(),
  predicatives: new Set<string>(),
  perfectEnds: [],
  readsNames: true,
  guesses: true,
  dashes: false,
  verbFinal: false,
} as const;

/** What a language does without that neither elides nor names speakers within the marks. */
export const withoutReportingClauses = {
  ...fullyRead,
  elisions: new Set<string>(),
  enclitics: new Set<string>(),
  clitics: new Set<string>(),
  verbEnds: [],
  namesSpeakerInside: false,
  describesBehindNouns: false,
  readsSubjectless: false,
} as const;

/** Who a pronoun can refer to. */
export type PronounKind = "he" | "she" | "they" | "it" | "who" | "i" | "we";

/** A map from each word of a list to one value. */
export function mapped(list: string, kind: PronounKind): readonly (readonly [string, PronounKind])[] {
  return [...words(list)].map((word) => [word, kind] as const);
}
