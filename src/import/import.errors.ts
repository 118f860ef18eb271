import { ObjectType } from "type-graphql";
import { UserError } from "../graphql/user-errors.js";

@ObjectType({
  implements: UserError,
  description: "The server has too many requests of this kind. The same request may succeed a moment later.",
  simpleResolvers: true,
})
export class BusyError extends UserError {
  override readonly code = "BUSY" as const;
}
