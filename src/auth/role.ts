import { registerEnumType } from "type-graphql";

export const Role = { READER: "READER", AUTHOR: "AUTHOR", EDITOR: "EDITOR", ADMIN: "ADMIN" } as const;
export type Role = keyof typeof Role;
registerEnumType(Role, {
  name: "Role",
  description: "What somebody may do. Each role may do all that the one before it may.",
  valuesConfig: {
    READER: { description: "Reads what is published; everybody without a token." },
    AUTHOR: { description: "Writes drafts and hands them in." },
    EDITOR: { description: "Changes, approves, publishes, corrects and kills." },
    ADMIN: { description: "Also manages tokens and reads the audit log." },
  },
});

/** Who asks. */
export interface Actor {
  /** The name under which acts are recorded. */
  readonly name: string;
  readonly role: Role;
  /** The id of the API token, or the `sub` claim of the JWT; absent for the server itself and without a token. */
  readonly id?: string;
  /** The issuer of the JWT; absent without one. */
  readonly issuer?: string;
}

/** A caller without a token. */
export const ANONYMOUS: Actor = { name: "anonymous", role: "READER" };

/** The operator of the server itself, who can read and write its database anyway. */
export const OPERATOR: Actor = { name: "Command line", role: "ADMIN" };
