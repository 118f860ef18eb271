import type { GraphQLResolveInfo } from "graphql";
import { relationKey } from "./compile.js";

/**
 * The objects that the statement of the root field has already brought for this relation.
 *
 * @throws Error when they are not there: the parent was made elsewhere than by a Reader, a mistake in the program.
 */
export function loaded<Value>(parent: object, info: GraphQLResolveInfo): Value {
  const key = relationKey(String(info.path.key));
  if (!(key in parent)) throw new Error(`${info.parentType.name}.${info.fieldName} was not loaded with its parent.`);
  // The statement was compiled from this same selection: what stands under the key is what the field's type says.
  return (parent as Readonly<Record<string, unknown>>)[key] as Value;
}
