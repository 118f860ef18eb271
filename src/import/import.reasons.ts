import {
  READING_SENTENCES,
  type Reason,
  type ReasonSentence,
  type ReadingReasonCode,
  sentenceOf,
} from "@dateline/copy-reader/text";
import type { ImportReasonCode, WordedReason } from "./import.reason.type.js";

/** Why a part of a story was read, or a person of it recognised. */
export type ImportReason = Reason<ImportReasonCode>;

const MATCH_SENTENCES: Readonly<Record<Exclude<ImportReasonCode, ReadingReasonCode>, ReasonSentence>> = {
  KNOWN_ACCOUNT: ([handle, name]) => `The newsroom knows ${handle} as an account of ${name}.`,
  EARLIER_PERSON: () => "The name or an account is that of an earlier person of the story.",
  NO_SUCH_NAME: () => "No person of the newsroom has this name.",
  SEVERAL_BEARERS: (_, count) => `${count} persons of the newsroom bear this name.`,
  MANY_BEARERS: (_, count) => `${count} or more persons of the newsroom bear this name.`,
  SEVERAL_MEANT: () => "The story contains one name only, and more than one person can be meant.",
  ONE_BEARER: () => "One person of the newsroom has this name.",
  OTHER_NAME: ([name]) => `${name} has this name too, and nobody else.`,
  WRITTEN_OTHERWISE: ([name]) => `The newsroom writes it ${name}.`,
  ROLES_AGREE: () => "The roles agree.",
  ROLES_CONTRADICT: ([read, known]) => `But the story says “${read}”, and the newsroom “${known}”.`,
};

const SENTENCES: Readonly<Record<ImportReasonCode, ReasonSentence>> = { ...READING_SENTENCES, ...MATCH_SENTENCES };

/** The reasons as English sentences. */
export function describeReasons(reasons: readonly ImportReason[]): string {
  return reasons.map((reason) => sentenceOf(reason, SENTENCES)).join(" ");
}

/** The reasons as the API has them, each with its English sentence. */
export function wordReasons(reasons: readonly ImportReason[]): readonly WordedReason[] {
  return reasons.map((reason) => ({ ...reason, message: sentenceOf(reason, SENTENCES) }));
}

/** Both forms in which the API has the reasons of a part. */
export function explainReasons(reasons: readonly ImportReason[]) {
  return { reason: describeReasons(reasons), reasons: wordReasons(reasons) };
}
