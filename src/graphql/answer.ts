import type { FieldNode, GraphQLResolveInfo } from "graphql";
import type { TypeClass } from "./loading/shape.js";
import { DRAFT_VIEW, type View } from "./loading/view.js";
import type { GraphQLRequest } from "./request.js";

/**
 * A field of a mutation's answer that is read when it is asked for, with just what is asked of it. GraphQL's default
 * resolver calls it. Mutations answer from the draft.
 */
export type Answer<Row> = (args: object, context: GraphQLRequest, info: GraphQLResolveInfo) => Promise<Row>;

/** The answer that contains one object by its key. */
export function answerWith<Row extends object>(
  type: TypeClass<Row>,
  uuid: string,
  view: View = DRAFT_VIEW,
): Answer<Row> {
  return async (_args, { loader }, info) => {
    const found = await loader.withView(view).byKey(type, info, uuid);
    if (!found) throw new Error(`The ${type.name} ${uuid} was written but cannot be read.`);
    return found;
  };
}

/**
 * Answers with objects of one type, which are read together: one statement for each selection, whichever answer is asked
 * for first. An object that is gone by then is left out.
 */
export class SharedAnswers<Row extends object> {
  readonly #keys = new Set<string>();
  // Objects of one list have one selection, and GraphQL collects its fields once.
  readonly #read = new WeakMap<readonly FieldNode[], Promise<ReadonlyMap<string, Row>>>();

  constructor(
    readonly type: TypeClass<Row>,
    readonly view: View = DRAFT_VIEW,
  ) {}

  /** The answer with the objects of some keys, in their order. All answers are made before one is asked for. */
  many(uuids: readonly string[]): Answer<readonly Row[]> {
    for (const uuid of uuids) this.#keys.add(uuid);
    return async (_args, context, info) => {
      if (uuids.length === 0) return [];
      const found = await this.#found(context, info);
      return uuids.flatMap((uuid) => found.get(uuid) ?? []);
    };
  }

  /** The answer with one object; null without a key. */
  one(uuid: string | null): Answer<Row | null> {
    const all = this.many(uuid === null ? [] : [uuid]);
    return async (args, context, info) => (await all(args, context, info))[0] ?? null;
  }

  #found({ loader }: GraphQLRequest, info: GraphQLResolveInfo): Promise<ReadonlyMap<string, Row>> {
    const reading =
      this.#read.get(info.fieldNodes) ?? loader.withView(this.view).byKeys(this.type, info, [...this.#keys]);
    this.#read.set(info.fieldNodes, reading);
    return reading;
  }
}
