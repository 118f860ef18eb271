import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import {
  type AnswerPiece,
  type AnswerText,
  type ComputedField,
  JsonOnce,
  NotAnswerableError,
  piecesOf,
} from "./loading/answer-text.js";
import { selectedFields, setsOf } from "./loading/selection.js";

/** JSON that goes into the response as it is. It can be taken once: see AnswerText. */
export class FilledAnswer extends JsonOnce {}

/** The request and the root field for which an answer is filled in. */
export interface FillSource {
  readonly context: unknown;
  readonly info: GraphQLResolveInfo;
}

/**
 * Fills the computed fields of an answer in.
 *
 * @throws NotAnswerableError when one has an error: only the resolvers report it at its own path.
 */
export async function fillAnswer(answer: AnswerText, source: FillSource): Promise<FilledAnswer> {
  if (answer.computed === null) return new FilledAnswer(answer.take());
  const texts = await Promise.all(piecesOf(answer.take(), answer.computed).map((piece) => jsonOf(piece, source)));
  return new FilledAnswer(texts.join(""));
}

async function jsonOf(piece: AnswerPiece, source: FillSource): Promise<string> {
  if ("text" in piece) return piece.text;
  const { field, nodes } = piece.computed;
  return complete(field.type, await resolveField(piece.computed, piece.row, source), nodes, source.info);
}

async function resolveField(
  { type, field, nodes, args }: ComputedField,
  row: object,
  { context, info }: FillSource,
): Promise<unknown> {
  const own = { ...info, fieldName: field.name, fieldNodes: nodes, returnType: field.type, parentType: type };
  try {
    return await field.resolve?.(row, args, context, own);
  } catch (error) {
    throw new NotAnswerableError(String(error), false);
  }
}

/** The JSON of a value that a resolver computed, as graphql-js completes it. */
function complete(
  type: GraphQLOutputType,
  value: unknown,
  nodes: readonly FieldNode[],
  info: GraphQLResolveInfo,
): string {
  if (isNonNullType(type)) {
    if (value === null || value === undefined) throw new NotAnswerableError("A non-null field is null.", false);
    return complete(type.ofType, value, nodes, info);
  }
  if (value === null || value === undefined) return "null";
  if (isLeafType(type)) return serialise(type, value);
  if (isListType(type)) {
    if (!Array.isArray(value)) throw new NotAnswerableError("A list is no array.", false);
    return `[${value.map((each) => complete(type.ofType, each, nodes, info)).join()}]`;
  }
  if (!isObjectType(type) || typeof value !== "object") throw new NotAnswerableError("No plain object.", true);
  return completeObject(type, value, nodes, info);
}

function serialise(type: { readonly serialize: (value: unknown) => unknown }, value: unknown): string {
  try {
    return JSON.stringify(type.serialize(value) ?? never());
  } catch (error) {
    throw new NotAnswerableError(String(error), false);
  }
}

function never(): never {
  throw new TypeError("A value has no serialisation.");
}

function completeObject(
  type: GraphQLObjectType,
  value: object,
  nodes: readonly FieldNode[],
  info: GraphQLResolveInfo,
): string {
  const members = [...selectedFields(type, setsOf(nodes), info)].map(([key, { name, nodes: own }]) => {
    const field = type.getFields()[name];
    if (!field) return `"${key}":${JSON.stringify(type.name)}`;
    const property: unknown = Reflect.get(value, name);
    if (field.resolve || typeof property === "function" || property instanceof Promise) {
      throw new NotAnswerableError(`${type.name}.${name} is no plain property.`, true);
    }
    return `"${key}":${complete(field.type, property, own, info)}`;
  });
  return `{${members.join()}}`;
}
