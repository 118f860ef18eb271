import type { GraphQLResolveInfo } from "graphql";
import { DRAFT_VIEW, type View } from "./loading/view.js";
import type { NodeType } from "./node-id.js";
import type { RequestContext } from "./request.js";

/**
 * A field of a mutation's answer that is read when it is asked for, with just what is asked of it. GraphQL's default
 * resolver calls it. Mutations answer from the draft.
 */
export type Answer<Row> = (args: object, context: RequestContext, info: GraphQLResolveInfo) => Promise<Row>;

/** The answer that holds one object by its key. */
export function answerWith<Row>(type: NodeType, uuid: string, view: View = DRAFT_VIEW): Answer<Row> {
  return async (_args, { reader }, info) => {
    const found = await reader.withView(view).byKey<Row>(type, info, uuid);
    if (!found) throw new Error(`The ${type} ${uuid} was written and is not there.`);
    return found;
  };
}
