import sql, { raw } from "sql-template-tag";
import { many, one, relations } from "../graphql/loading/relations.js";
import { shape } from "../graphql/loading/shape.js";
import { orderSections } from "./section.queries.js";
import { Section } from "./section.type.js";

/** How sections are read, and their tree. */
export const sectionLoading = [
  shape(Section, {
    table: "section",
    changesWith: { type: "Section", column: "id" },
    visible: () => raw("TRUE"),
  }),
  relations(Section, {
    parent: one(() => Section, {
      nullable: true,
      description: "The section that it belongs to; null at the top level.",
      rows: ({ parent, child, scope }) => ({
        from: sql`${scope.rows("section")} ${raw(child)}`,
        where: raw(`${child}.id = ${parent}.parent_id`),
      }),
    }),
    children: many(() => Section, {
      description: "The sections that belong to it, in the editors' order; those of today below a revision as well.",
      rows: ({ parent, child }) => ({
        from: raw(`section ${child}`),
        where: raw(`${child}.parent_id = ${parent}.id`),
      }),
      order: ({ child }) => orderSections(child),
    }),
  }),
];
