import type { FieldNode, SelectionSetNode } from "graphql";
import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import { columnOf, typeNameOf } from "./answer-columns.js";
import { type Compiler, type ConnectionPlace, listOf, objectOf } from "./compiler.js";
import { cursorText, orderBy, type PageRange, readPage } from "./page.js";
import { isBeyondPage, rowsOfPage } from "./page-rows.js";
import { type SelectedField, setsOf } from "./selection.js";

type SelectedFields = ReadonlyMap<string, SelectedField>;

/** What the page needs of the compiler of the whole answer. */
interface AnswerParts extends Pick<Compiler, "node"> {
  /** The number of all rows of a connection. */
  count(at: ConnectionPlace): Sql;
  /** The fields of an object that is no row, by response key. */
  fieldsOf(type: string, sets: readonly SelectionSetNode[]): SelectedFields;
}

/** The JSON of a page as the response contains it. */
export function compilePage(compiler: AnswerParts, at: ConnectionPlace): Sql {
  return new PageCompiler(compiler, at).compile();
}

/** Compiles one page. Its rows are read once; everything that is made of them is an aggregate over them. */
class PageCompiler {
  readonly #page: PageRange;
  readonly #row: Sql;
  readonly #aggregates: Sql[] = [];
  /** Whether one row more is read than the page holds, to know whether there are others. */
  #hasExtra = false;
  #isNumbered = false;

  constructor(
    readonly compiler: AnswerParts,
    readonly at: ConnectionPlace,
  ) {
    this.#page = readPage(at.input.args, at.order, at.field);
    this.#row = raw(at.input.child);
  }

  compile(): Sql {
    const name = `${this.at.type.name}Connection`;
    const fields = this.compiler.fieldsOf(name, this.at.sets);
    const infos = [...fields.values()].filter((field) => field.name === "pageInfo").flatMap(({ nodes }) => nodes);
    const nearEnd = this.#page.isBackward ? "hasPreviousPage" : "hasNextPage";
    this.#hasExtra = [...this.#infoFields(infos).values()].some((field) => field.name === nearEnd);
    this.#isNumbered = this.#hasExtra;
    const columns = [...fields].map(([key, field]) => columnOf(key, this.#value(name, field.name, field.nodes)));
    return objectOf([...(this.at.keys ?? []), ...columns], this.#aggregates.length === 0 ? empty : this.#from());
  }

  #value(connection: string, name: string, nodes: readonly FieldNode[]): Sql {
    const { compiler, at } = this;
    switch (name) {
      case "__typename":
        return typeNameOf({ name: connection });
      case "totalCount":
        return compiler.count(at);
      case "pageInfo":
        return this.#pageInfo(nodes);
      case "nodes":
        return this.#list(compiler.node(at, setsOf(nodes)));
      case "edges":
        return this.#list(this.#edge(nodes));
      default:
        throw new Error(`${connection}.${name} is no field of a connection.`);
    }
  }

  #edge(nodes: readonly FieldNode[]): Sql {
    const { compiler, at } = this;
    const name = `${at.type.name}Edge`;
    const columns = [...compiler.fieldsOf(name, setsOf(nodes))].map(([key, field]) => {
      if (field.name === "__typename") return columnOf(key, typeNameOf({ name }));
      if (field.name === "cursor") return columnOf(key, cursorText(at.order));
      return columnOf(key, compiler.node(at, setsOf(field.nodes)));
    });
    return objectOf(columns);
  }

  #infoFields(nodes: readonly FieldNode[]): SelectedFields {
    return this.compiler.fieldsOf("PageInfo", setsOf(nodes));
  }

  #pageInfo(nodes: readonly FieldNode[]): Sql {
    const { isBackward, size } = this.#page;
    const isNear = (): Sql => this.#aggregate(raw(`count(*) > ${size}`));
    const isFar = (): Sql => isBeyondPage(this.at, this.#page) ?? raw("FALSE");
    const columns = [...this.#infoFields(nodes)].map(([key, { name }]) => {
      switch (name) {
        case "hasNextPage":
          return columnOf(key, isBackward ? isFar() : isNear());
        case "hasPreviousPage":
          return columnOf(key, isBackward ? isNear() : isFar());
        case "startCursor":
          return columnOf(key, this.#cursor(isBackward ? "last" : "first"));
        case "endCursor":
          return columnOf(key, this.#cursor(isBackward ? "first" : "last"));
        default:
          return columnOf(key, typeNameOf({ name: "PageInfo" }));
      }
    });
    return objectOf(columns);
  }

  /** The cursor of the row that was read first or last. */
  #cursor(place: "first" | "last"): Sql {
    this.#isNumbered = true;
    const order = sql`ORDER BY ${this.#row}.page_row${raw(place === "last" ? " DESC" : "")}`;
    return this.#aggregate(sql`(array_agg(${cursorText(this.at.order)} ${order})${this.#filter()})[1]`);
  }

  #list(each: Sql): Sql {
    return this.#aggregate(listOf(each, orderBy(this.at.order, false), this.#filter()));
  }

  #filter(): Sql {
    return this.#hasExtra ? sql` FILTER (WHERE ${this.#row}.page_row <= ${raw(String(this.#page.size))})` : empty;
  }

  /** An aggregate over the rows, as a column of the one row that they become. */
  #aggregate(value: Sql): Sql {
    const index = this.#aggregates.push(value) - 1;
    return raw(`${this.at.input.child}_page.c${index}`);
  }

  #from(): Sql {
    const rows = rowsOfPage(this.at, this.#page, this.#page.size + (this.#hasExtra ? 1 : 0));
    const number = sql`row_number() OVER (${orderBy(this.at.order, this.#page.isBackward)}) AS page_row`;
    const from = this.#isNumbered ? sql`(SELECT ${this.#row}.*, ${number} FROM ${rows}) ${this.#row}` : rows;
    const columns = this.#aggregates.map((value, index) => sql`${value} AS ${raw(`c${index}`)}`);
    return sql` FROM (SELECT ${join(columns)} FROM ${from}) ${raw(`${this.at.input.child}_page`)}`;
  }
}
