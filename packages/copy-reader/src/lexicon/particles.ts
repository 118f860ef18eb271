import { words } from "./words.js";

/** Small words of one language that single rules look for. All are lower case; a language without a rule has none. */
export interface Particles {
  /** What joins two names or offices: "and". */
  readonly joining: ReadonlySet<string>;
  /** What else is between the items of a list: "or". */
  readonly listing: ReadonlySet<string>;
  /** What joins two verbs of one subject. */
  readonly joinsVerbs: ReadonlySet<string>;
  /** What joins two nouns to one subject of a plural verb. */
  readonly joinsNouns: ReadonlySet<string>;
  /** What is between two compounds that share their last part: "Familien- und Frauenministerin". */
  readonly joinsCompounds: ReadonlySet<string>;
  /** What is before a verb whose subject is further off. */
  readonly opensVerb: ReadonlySet<string>;
  /** What opens a clause about the thing before it. */
  readonly relatives: ReadonlySet<string>;
  /** What opens an aside about the thing before a comma. */
  readonly asides: ReadonlySet<string>;
  /** What opens a clause within a sentence. */
  readonly subordinates: ReadonlySet<string>;
  /** What is before a participle whose subject is that of its clause: "by saying". */
  readonly beforeParticiples: ReadonlySet<string>;
  /** What is before somebody who acts in a clause of their own: "when Smith …". */
  readonly clauseOpeners: ReadonlySet<string>;
  /** Prepositions before somebody who does what a participle says: "a call by Smith urging". */
  readonly agents: ReadonlySet<string>;
  /** What may be between a verb of saying and what is said. */
  readonly links: ReadonlySet<string>;
  /** What may be between a quotation and the main clause. */
  readonly concessions: ReadonlySet<string>;
  /** Determiners that can be a subject alone: "both said". */
  readonly pronominal: ReadonlySet<string>;
  /** Determiners before a verb of saying that are its subject: "another says". */
  readonly alone: ReadonlySet<string>;
  /** Words behind which a bare form of a verb is finite: "people say". */
  readonly plurals: ReadonlySet<string>;
  /** Words that make the name behind them describe the next noun: "the Smith approach". */
  readonly opensDescription: ReadonlySet<string>;
  /** Articles before what is a speaker with a name in quotation marks. */
  readonly opensNamed: ReadonlySet<string>;
  /** Participles before a name in quotation marks: "so-called". */
  readonly soCalled: ReadonlySet<string>;
  /** What is before a name in quotation marks of one or two words: articles, and prepositions with their article. */
  readonly definite: ReadonlySet<string>;
  /** Prepositions with their article in one word: "im", "zur". */
  readonly contractions: ReadonlySet<string>;
  /** Prepositions before a name in quotation marks. */
  readonly placing: ReadonlySet<string>;
  /** Verbs of asking. */
  readonly asking: ReadonlySet<string>;
  /** Verbs of saying that papers write with a capital, after a platform. */
  readonly posting: ReadonlySet<string>;
  /** Verbs whose object is a work with a name: "sang". */
  readonly performing: ReadonlySet<string>;
  /** Verbs that present somebody behind "there" or "here", and these words. */
  readonly presenting: ReadonlySet<string>;
  readonly presenters: ReadonlySet<string>;
  /** Verbs before "how somebody put it", and this "how". */
  readonly equating: ReadonlySet<string>;
  readonly manners: ReadonlySet<string>;
  /** Objects that may be between a verb and its subject: "zeigte sich Martin". */
  readonly lightObjects: ReadonlySet<string>;
  /** Verbs by which words come from somebody, and the prepositions behind them: "stammt von". */
  readonly coming: ReadonlySet<string>;
  readonly from: ReadonlySet<string>;
  /** Prepositions before what contains the words, and those that are part of who says them: "aus dem Ministerium". */
  readonly containing: ReadonlySet<string>;
  readonly origins: ReadonlySet<string>;
  /** Verbs and participles by which words are to be read on a thing, and the prepositions before it. */
  readonly legible: ReadonlySet<string>;
  readonly written: ReadonlySet<string>;
  readonly surfaces: ReadonlySet<string>;
  /** Auxiliaries of what somebody has said; those of the passive name nobody. */
  readonly active: ReadonlySet<string>;
  /** Nouns before words in quotation marks that the subject behind them said: "Mit den Worten „…“ trat Schmidt zurück". */
  readonly wordsOf: ReadonlySet<string>;
  /** Pronouns for the sentence before: "Das sagte Schmidt". */
  readonly summing: ReadonlySet<string>;
  /** Words that move a day away from the weekday beside them: "next Monday", "until Friday". */
  readonly shifting: ReadonlySet<string>;
  /** Words for the day of filing and the one before it, by the number of days that they count back. */
  readonly daysBack: ReadonlyMap<string, number>;
}

const none = words("");

/** For a language without rules that look for single words. */
export const noParticles: Particles = {
  joining: none,
  listing: none,
  joinsVerbs: none,
  joinsNouns: none,
  joinsCompounds: none,
  opensVerb: none,
  relatives: none,
  asides: none,
  subordinates: none,
  beforeParticiples: none,
  clauseOpeners: none,
  agents: none,
  links: none,
  concessions: none,
  pronominal: none,
  alone: none,
  plurals: none,
  opensDescription: none,
  opensNamed: none,
  soCalled: none,
  definite: none,
  contractions: none,
  placing: none,
  asking: none,
  posting: none,
  performing: none,
  presenting: none,
  presenters: none,
  equating: none,
  manners: none,
  lightObjects: none,
  coming: none,
  from: none,
  containing: none,
  origins: none,
  legible: none,
  written: none,
  surfaces: none,
  active: none,
  wordsOf: none,
  summing: none,
  shifting: none,
  daysBack: new Map(),
};
