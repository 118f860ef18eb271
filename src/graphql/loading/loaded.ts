import type { GraphQLResolveInfo } from "graphql";
import { BadInputError } from "../errors.js";
import { relationKey } from "./compile-rows.js";
import { type Connection, type LoadedPage, toConnection } from "./loaded-page.js";

/**
 * The objects of a relation that the statement of the root field has loaded with their parent.
 *
 * @throws Error when they are missing: the parent was not made by a Loader, which is a mistake in the program.
 */
export function loaded<Value>(parent: object, info: GraphQLResolveInfo): Value {
  const key = relationKey(String(info.path.key));
  if (!(key in parent)) throw new Error(`${info.parentType.name}.${info.fieldName} was not loaded with its parent.`);
  // The statement was compiled from this same selection, so the value has the type of the field.
  return (parent as Readonly<Record<string, unknown>>)[key] as Value;
}

/** A page whose arguments are wrong: the message and the argument's name. */
interface RefusedPage {
  readonly refused: readonly [string, string];
}

/**
 * The page of a connection that the statement of the root field has loaded, or null when the request may not see it.
 *
 * @throws BadInputError when the arguments of this connection are wrong.
 */
export function loadedConnection(parent: object, info: GraphQLResolveInfo): Connection<object> | null {
  const page = loaded<LoadedPage<object> | RefusedPage | null>(parent, info);
  if (page === null) return null;
  if ("refused" in page) throw new BadInputError(...page.refused);
  return toConnection(page);
}
