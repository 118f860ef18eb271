import sql, { raw } from "sql-template-tag";
import { one, relations } from "../graphql/loading/relations.js";
import { shape } from "../graphql/loading/shape.js";
import { isReaderView } from "../graphql/loading/view.js";
import { Person } from "../person/person.type.js";
import { isImageVisible } from "./image.queries.js";
import { Image } from "./image.type.js";

/** How images are read, and the portraits of persons. */
export const imageLoading = [
  shape(Image, {
    table: "image",
    changesWith: { type: "Image", column: "id", isSeenByReference: true },
    columns: { fileName: (row, { view }) => raw(isReaderView(view) ? "NULL" : `${row}.file_name`) },
    visible: isImageVisible,
  }),
  relations(Person, {
    portrait: one(() => Image, {
      nullable: true,
      description: "A picture of the person; null without one. Below a revision it is that of today.",
      rows: ({ parent, child }) => ({
        from: sql`image ${raw(child)}`,
        where: raw(`${child}.id = ${parent}.portrait_id`),
      }),
    }),
  }),
];
