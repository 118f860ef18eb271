import type { FieldNode, GraphQLField, GraphQLObjectType } from "graphql";
import type { FieldArguments } from "./rows.js";

/**
 * JSON that is taken once. The objects of a request often outlive the young generation of the heap; large texts that they
 * still held would do so with them, and the collection would cost more than making the texts.
 */
export class JsonOnce {
  #json: string | null;

  constructor(json: string) {
    this.#json = json;
  }

  /**
   * The JSON, which is forgotten here.
   *
   * @throws Error when it was taken before.
   */
  take(): string {
    const json = this.#json;
    if (json === null) throw new Error("The JSON was taken before.");
    this.#json = null;
    return json;
  }
}

/**
 * JSON that PostgreSQL has made of a selection, as it belongs into the response. Fields that TypeScript computes are
 * places in it that are filled in afterwards.
 */
export class AnswerText extends JsonOnce {
  /** @param computed the fields to fill in; null when the text has no places. */
  constructor(
    json: string,
    readonly computed: readonly ComputedField[] | null,
  ) {
    super(json);
  }
}

/** A field that TypeScript computes of some properties of its row. */
export interface ComputedField {
  readonly type: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly args: FieldArguments;
}

/**
 * PostgreSQL cannot make the text of an answer: the resolvers have to. The request is executed by them instead, so nobody
 * reads the message.
 */
export class NotAnswerableError extends Error {
  override readonly name = "NotAnswerableError";

  /** @param isAlways whether this holds for every execution of the operation, whatever its variables and the rows. */
  constructor(
    reason: string,
    readonly isAlways: boolean,
  ) {
    super(reason);
  }
}

/*
 * The places of computed fields are JSON objects: {"@":3,…,"@@":0} with the properties of the row between a number that
 * names the field and the end. {"@":null} is in the place of what has no exact text, such as a null that the schema does not allow. Response keys have no
 * "@", and quotation marks inside texts are escaped, so neither is found anywhere else.
 */

/** The key of a place, and what it begins with. The search is for the second part, which is rarer. */
export const PLACE_KEY = "@";
const PLACE_OPENING = '{"';
const PLACE_START = `${PLACE_KEY}":`;

/** The key that ends a place, and what it ends with. */
export const PLACE_END_KEY = "@@";
const PLACE_END = `"${PLACE_END_KEY}":0}`;

/** The JSON in the place of what has no exact text, as SQL. The answer is refused when it contains one. */
export const NO_ANSWER = `'{"${PLACE_KEY}":null}'::json`;

/** One piece of an answer: text to copy, or a computed field with its row. */
export type AnswerPiece =
  | { readonly text: string }
  | { readonly computed: ComputedField; readonly row: Readonly<Record<string, unknown>> };

/**
 * The pieces of an answer in their order.
 *
 * @throws NotAnswerableError when a value has no exact text.
 */
export function piecesOf(json: string, computed: readonly ComputedField[]): readonly AnswerPiece[] {
  const pieces: AnswerPiece[] = [];
  let done = 0;
  for (let at = json.indexOf(PLACE_START); at >= 0; at = json.indexOf(PLACE_START, done)) {
    const start = at - PLACE_OPENING.length;
    const end = json.indexOf(PLACE_END, at) + PLACE_END.length;
    const field = computed[Number.parseInt(json.slice(at + PLACE_START.length, end), 10)];
    if (!field) throw new NotAnswerableError("A value has no exact text.", false);
    // The statement wrote the place, with an object in it.
    const row = JSON.parse(json.slice(start, end)) as Readonly<Record<string, unknown>>;
    pieces.push({ text: json.slice(done, start) }, { computed: field, row });
    done = end;
  }
  pieces.push({ text: json.slice(done) });
  return pieces;
}
