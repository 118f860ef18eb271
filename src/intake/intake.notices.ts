import { collapse } from "./intake.parts.js";

/** What a document tells its editors beside the story. */
export interface Notices {
  /** The moment until which it must not be published. */
  readonly embargoedUntil?: string | null | undefined;
  /** What may be done with it, as the standards name it. */
  readonly status?: string | null | undefined;
  readonly note?: string | null | undefined;
  readonly usage?: string | null | undefined;
}

/** No notice is quoted further than this. */
const LONGEST_NOTICE = 300;

const UNUSABLE = /(?:^|:)(?:withheld|cancell?ed|embargoed|kill(?:ed)?|expired)$/iu;

/** Full sentences on what an editor must know before the story goes out. */
export function warnOfNotices({ embargoedUntil, status, note, usage }: Notices): readonly string[] {
  return [
    ...say(embargoedUntil, (moment) => `The document is under an embargo until ${moment}.`),
    ...say(status, (word) =>
      UNUSABLE.test(word) ? `The document has the status “${word}”: it is not to be published as it is.` : null,
    ),
    ...say(note, (words) => `The sender notes to editors: “${words}”.`),
    ...say(usage, (words) => `The sender sets terms of use: “${words}”.`),
  ];
}

function say(value: string | null | undefined, tell: (words: string) => string | null): readonly string[] {
  const words = collapse((value ?? "").slice(0, LONGEST_NOTICE * 2)).slice(0, LONGEST_NOTICE);
  const sentence = words === "" ? null : tell(words.toWellFormed());
  return sentence === null ? [] : [sentence];
}
