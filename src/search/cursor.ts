import { BadInputError } from "../graphql/errors.js";
import { SearchKind } from "./search.inputs.js";

/** How the hits of a search are ranked: by all words of their texts, or, where they are many, by their titles. */
export type RankingMode = "TEXT" | "TITLE";

/** The place of a hit in a search, with everything that the order of the first page was made by. */
export interface SearchCursor {
  readonly mode: RankingMode;
  /** The moment of the first page, in milliseconds. */
  readonly now: number;
  /** Exactly as PostgreSQL writes it. */
  readonly score: string;
  readonly kind: SearchKind;
  readonly key: string;
}

const NAME = "search 1";

/** The cursor of a hit: opaque. */
export function encodeSearchCursor({ mode, now, score, kind, key }: SearchCursor): string {
  return Buffer.from(JSON.stringify([NAME, mode, now, score, kind, key])).toString("base64url");
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const NUMBER = /^-?\d{1,20}(\.\d{1,20})?(e[-+]?\d{1,3})?$/;

/** The greatest moment that PostgreSQL and JavaScript both know, in milliseconds. No page was made before 1970. */
const MAX_NOW = 8_640_000_000_000_000;

const MAX_CURSOR_LENGTH = 300;

/** @throws BadInputError when this was never the cursor of a search. */
export function decodeSearchCursor(cursor: string): SearchCursor {
  const [name, mode, now, score, kind, key, ...more] = cursor.length > MAX_CURSOR_LENGTH ? [] : parse(cursor);
  const isWhole =
    name === NAME &&
    more.length === 0 &&
    (mode === "TEXT" || mode === "TITLE") &&
    Number.isSafeInteger(now) &&
    typeof score === "string" &&
    isScore(score) &&
    typeof kind === "string" &&
    Object.hasOwn(SearchKind, kind) &&
    typeof key === "string" &&
    UUID.test(key);
  if (!isWhole || typeof now !== "number" || now < 0 || now > MAX_NOW) {
    throw new BadInputError('"after" is not a cursor of a search.', "after");
  }
  return { mode, now, score, kind: kindOf(kind), key };
}

/** Whether PostgreSQL reads a text as a number: it refuses those that are too great or too small. */
function isScore(text: string): boolean {
  const score = Number(text);
  return NUMBER.test(text) && Number.isFinite(score) && (score !== 0 || !/[1-9]/.test(text.replace(/e.*/, "")));
}

function kindOf(name: string): SearchKind {
  return Object.values(SearchKind).find((kind) => kind === name) ?? "ARTICLE";
}

function parse(cursor: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}
