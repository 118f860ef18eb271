import { expect, test } from "vitest";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";

/** What was read above the text. */
export interface Head {
  readonly headline: string | null;
  readonly byline?: string;
  readonly place?: string;
  readonly date?: string;
  readonly agency?: string;
  /** What is above the text that follows, or instead of it. */
  readonly body?: readonly string[];
}

/** A headline with two paragraphs of text that no rule would touch. */
export const TITLE = "Ice closes harbour of Ostwick";
export const FIRST = "The harbour of the old town froze on Tuesday, the port office said.";
export const SECOND = "Ferries and trawlers were sent to Port Ardle until the ice breaks, which may take a week.";
export const TEXT = `${FIRST}\n\n${SECOND}`;

/** Reads copy; what it does not name is absent. */
export function readHead(copy: string): Head {
  const { headline, byline, dateline, elements } = readPlainCopy(copy);
  const { place = null, date = null, agency = null } = dateline ?? {};
  return {
    headline,
    ...(byline === null ? {} : { byline }),
    ...(place === null ? {} : { place }),
    ...(date === null ? {} : { date }),
    ...(agency === null ? {} : { agency }),
    body: elements.map(({ text }) => text),
  };
}

/** A case: its name, the copy, and what is to be read; the body is the two paragraphs where none is given. */
export type Case = readonly [name: string, copy: string, head: Head];

/** Runs each case as a test of its own. */
export function checkHeads(cases: readonly Case[]): void {
  test.each(cases)("%s", (_, copy, head) => {
    expect(readHead(copy)).toEqual({ body: [FIRST, SECOND], ...head });
  });
}
