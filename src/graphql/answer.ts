import type { GraphQLResolveInfo } from "graphql";
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
