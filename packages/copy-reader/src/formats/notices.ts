import { CopyError } from "../story/fault.js";
import { readHeadLine } from "../head/notes.js";
import { FREE, joinReleases, releaseOfLine, type StoryRelease } from "../story/release.js";
import { latestMoment } from "./moments.js";
import { collapse } from "./document-parts.js";

/** A document that takes back a story and holds no text of it. */
export interface Withdrawal {
  readonly kind: "withdrawal";
  /** What its sender calls the story. */
  readonly ownId: string;
}

/**
 * The result of a document without a text: a withdrawal when it takes a story back.
 *
 * @throws CopyError with the message and the line otherwise.
 */
export function withdrawOrRefuse(
  message: string,
  line: number,
  release: StoryRelease,
  ownId: string | null,
): Withdrawal {
  if (release.isWithdrawn && ownId !== null) return { kind: "withdrawal", ownId };
  throw new CopyError(message, line);
}

/** Whether a document only takes a story back. */
export function isWithdrawal(read: object): read is Withdrawal {
  return "kind" in read && read.kind === "withdrawal";
}

/** What a document notes for its editors beside the story. */
export interface Notices {
  /** The moment until which it must not be published; empty when the embargo states no end. */
  readonly embargoedUntil?: string | null | undefined;
  /** The moment from which it may be published, which is only worth a word before. */
  readonly releasedAt?: string | null | undefined;
  /** What may be done with it, as the standards name it. */
  readonly status?: string | null | undefined;
  /** What the sender notes to editors, each note by itself. */
  readonly notes?: readonly (string | null)[];
  readonly usage?: string | null | undefined;
}

/** No notice is quoted further than this. */
const LONGEST_NOTICE = 300;
/** The same of a note to editors, which may be a paragraph. */
const LONGEST_NOTE = 2000;

const UNUSABLE = /(?:^|:)(?:withheld|cancell?ed|embargoed|kill(?:ed)?|expired)$/iu;
/** In the standards, what is withheld or cancelled must also be taken down where it was published. */
const WITHDRAWN = /(?:^|:)(?:withheld|cancell?ed|kill(?:ed)?)$/iu;
const EMBARGOED = /(?:^|:)embargoed$/iu;

/** Full sentences on what an editor must know before the story goes out. */
export function warnOfNotices({ embargoedUntil, status, notes = [], usage }: Notices): readonly string[] {
  return [
    ...(embargoedUntil?.trim() === "" ? [ENDLESS] : []),
    ...say(embargoedUntil, warnOfMoment),
    ...say(status, (word) => (UNUSABLE.test(word) ? warnOfStatus(word) : null)),
    ...new Set(notes.flatMap((note) => say(note, (words) => `The sender notes to editors: “${words}”.`, LONGEST_NOTE))),
    ...say(usage, (words) => `The sender sets terms of use: “${words}”.`),
  ];
}

const ENDLESS = "The document is under an embargo that names no end.";

function warnOfMoment(moment: string): string {
  return `The document is under an embargo until ${moment}.`;
}

function warnOfStatus(word: string): string {
  return `The document has the status “${word}”: it is not to be published as it is.`;
}

/** Whether its sender lets the document be published. */
export function releaseOf(notices: Notices): StoryRelease {
  const { embargoedUntil, releasedAt } = notices;
  const notes = (notices.notes ?? []).map((note) => collapse(note ?? ""));
  const [embargo = FREE] = say(embargoedUntil, (words) => words).map((words) => holdUntil(words, warnOfMoment(words)));
  const [release = FREE] = say(releasedAt, (words) => words).map((words) =>
    holdUntil(words, `The document is not to be released before ${words}.`),
  );
  const all = [
    embargoedUntil?.trim() === "" ? { ...FREE, hold: ENDLESS } : embargo,
    release,
    releaseOfStatus(notices),
    ...notes.map((note) => (readHeadLine(note) === "embargo" ? releaseOfLine(note) : FREE)),
  ];
  return all.reduce(joinReleases);
}

function holdUntil(moment: string, hold: string): StoryRelease {
  return { hold, heldUntil: latestMoment(moment), isWithdrawn: false };
}

/** An embargo whose end is stated is none when that has come, whatever the status says. */
function releaseOfStatus({ embargoedUntil, releasedAt, status }: Notices): StoryRelease {
  const [word] = say(status, (words) => words);
  const isEndStated = latestMoment(embargoedUntil ?? releasedAt ?? "") !== null;
  if (word === undefined || !UNUSABLE.test(word) || (EMBARGOED.test(word) && isEndStated)) return FREE;
  return { hold: warnOfStatus(word), heldUntil: null, isWithdrawn: WITHDRAWN.test(word) };
}

function say(
  value: string | null | undefined,
  describe: (words: string) => string | null,
  longest: number = LONGEST_NOTICE,
): readonly string[] {
  const words = collapse((value ?? "").slice(0, longest * 2)).slice(0, longest);
  const sentence = words === "" ? null : describe(words.toWellFormed());
  return sentence === null ? [] : [sentence];
}
