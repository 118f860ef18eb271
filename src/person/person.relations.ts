import sql, { raw } from "sql-template-tag";
import { many, relations } from "../graphql/loading/relations.js";
import { shape } from "../graphql/loading/shape.js";
import { isPersonVisible } from "./person.queries.js";
import { Person, SocialAccount } from "./person.type.js";

/** How persons and their accounts are read, and the persons of articles. */
export const personLoading = [
  shape(Person, {
    table: "person",
    changesWith: { type: "Person", column: "id", isSeenByReference: true },
    columns: {
      aliases: (row, scope) => sql`ARRAY(SELECT n.name FROM ${scope.rows("person_name")} n
        WHERE n.person_id = ${raw(row)}.id AND n.position > 0 ORDER BY n.position)`,
    },
    visible: isPersonVisible,
  }),
  relations(Person, {
    accounts: many(() => SocialAccount, {
      description: "The person's social accounts, in the editors' order.",
      rows: ({ parent, child, scope }) => ({
        from: sql`${scope.rows("social_account")} ${raw(child)}`,
        where: raw(`${child}.person_id = ${parent}.id`),
      }),
      order: ({ child }) => [raw(`${child}.position`)],
    }),
  }),
  shape(SocialAccount, { table: "social_account" }),
];
