/** Why something was read or matched, without the words of a language. */
export interface Reason<Code extends string> {
  readonly code: Code;
  /** Names and words of the copy that the sentence of the code contains, in the order that the code describes. */
  readonly words: readonly string[];
  /** The number that the sentence contains; null where it has none. */
  readonly count: number | null;
}

/** The sentence of a reason in English. */
export type ReasonSentence = (words: readonly string[], count: number) => string;

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}

const SENTENCES = {
  NO_SPEAKER_NEAR: () => "Nothing near the quotation names a speaker.",
  CONTINUES_PARAGRAPH: ([speaker]) => `It goes on from the paragraph before, which is said by “${speaker}”.`,
  BESIDE_QUOTATION: ([speaker]) => `It is next to a quotation of “${speaker}” and nobody else is named between.`,
  INTRODUCED: ([speaker]) => `The sentence before it is about “${speaker}”.`,
  SPEAKER_FOLLOWS: ([speaker, cue]) => `“${cue}” with “${speaker}” follows the quotation.`,
  SPEAKER_INTERRUPTS: ([speaker, cue]) => `“${cue}” with “${speaker}” interrupts the quotation.`,
  SPEAKER_LEADS: ([speaker, cue]) => `“${speaker}” with “${cue}” leads to the quotation.`,
  NAMED_AS_SOURCE: ([speaker, cue]) => `“${cue}” names “${speaker}” as the source.`,
  SPEAKER_LABEL: ([speaker]) => `“${speaker}” is before it with a colon.`,
  SPEAKER_IS_SUBJECT: ([speaker]) => `“${speaker}” is the subject of its sentence.`,
  PRONOUN_OF: ([name]) => `That most likely refers to ${name}, named shortly before.`,
  OFFICE_OF: ([name]) => `That is the office of ${name} in this story.`,
  SHORT_FOR: ([name]) => `That is short for ${name}.`,
  POST_HOLDS_WORDS: (_, count) => `The post holds ${count} % of its longer words.`,
  NO_POST_HOLDS_WORDS: () => "No post of the story holds enough of its words to be checked against.",
  NAMED_IN_FULL: (_, count) => (count === 1 ? "Named once, in full." : `Named ${times(count)}, once in full.`),
  NAMED_BY_ONE_NAME: (_, count) => `Named ${times(count)}, by one name only.`,
  SPEAKS_IN_STORY: () => "The person speaks in the story.",
  STATED_PERSON: () => "The document's own data name this person, and so does its text.",
  IN_BYLINE: () => "The byline names the person.",
  SIGNED_POST: () => "The paragraph ends with a post's signature: a dash, a name, a handle and a day.",
  ADDRESSED_POST: () => "The address of the post names its account; its words are not in the copy.",
  EMBEDDED_POST: () => "The markup that embeds the post says so.",
  STATED_TOPIC: () => "The document's own data file the story under it.",
  STATED_SECTION: () => "The document files the story under the name of a section.",
  STATED_SENDER: () => "The letter names its sender.",
} as const satisfies Readonly<Record<string, ReasonSentence>>;

/** Why a part of a story was read as it was. */
export type ReadingReasonCode = keyof typeof SENTENCES;

/** The same with what its sentence contains. */
export type ReadingReason = Reason<ReadingReasonCode>;

/** The English sentence of each code. */
export const READING_SENTENCES: Readonly<Record<ReadingReasonCode, ReasonSentence>> = SENTENCES;

/** A reason of some code. */
export function because<Code extends string>(
  code: Code,
  words: readonly string[] = [],
  count: number | null = null,
): Reason<Code> {
  return { code, words, count };
}

/** The English sentence of one reason, by the sentences of its codes. */
export function sentenceOf<Code extends string>(
  { code, words, count }: Reason<Code>,
  sentences: Readonly<Record<Code, ReasonSentence>>,
): string {
  return sentences[code](words, count ?? 0);
}

/** The reasons of a reading as English sentences. */
export function describeReading(reasons: readonly ReadingReason[]): string {
  return reasons.map((reason) => sentenceOf(reason, READING_SENTENCES)).join(" ");
}

/** Both forms of the reasons of a proposal; a sentence about the head of a story has the first one only. */
export function explained(why: string | readonly ReadingReason[]): {
  readonly reason: string;
  readonly reasons: readonly ReadingReason[];
} {
  return typeof why === "string" ? { reason: why, reasons: [] } : { reason: describeReading(why), reasons: why };
}
