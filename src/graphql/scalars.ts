import { GraphQLScalarType } from "graphql";
import sql, { raw } from "sql-template-tag";
import { AS_IN_POSTGRESQL, LeafSql } from "./loading/leaf-sql.js";
import { GraphQLDate, GraphQLDateTime, GraphQLLocale, GraphQLURL } from "graphql-scalars";

const dateTime = GraphQLDateTime.toConfig();
const date = GraphQLDate.toConfig();
const url = GraphQLURL.toConfig();
const locale = GraphQLLocale.toConfig();

/** How PostgreSQL writes a moment of a UTC session as `Date.toISOString` does. */
const ISO_FORMAT = raw(`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`);

function toDay(value: unknown): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

/** The year 0 is ISO 8601's, but neither the calendar nor PostgreSQL has it. */
function inCalendar(moment: Date): Date {
  if (moment.getUTCFullYear() < 1) throw new RangeError("The calendar begins with the year 1.");
  return moment;
}

/** A moment; in an input any offset is taken, an answer is always in UTC. Inside the program it is a Date. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  ...dateTime,
  name: "DateTime",
  description:
    "A moment in RFC 3339, such as `2026-11-23T08:30:00Z`. Responses are in UTC and have milliseconds, such as `2026-11-23T08:30:00.000Z`, so that their texts have the order of the moments.",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339",
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  extensions: { inSql: new LeafSql((moment) => sql`to_char(${moment}, ${ISO_FORMAT})`) },
  parseValue: (value) => inCalendar(dateTime.parseValue(value)),
  parseLiteral: (node) => inCalendar(dateTime.parseLiteral(node)),
});

/** A calendar day; inside the program it is its ISO 8601 text. */
export const DateScalar = new GraphQLScalarType<string, string>({
  ...date,
  name: "Date",
  description: "A calendar day in ISO 8601, such as `2026-11-23`.",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
  serialize: toDay,
  extensions: { inSql: AS_IN_POSTGRESQL },
  parseValue: (value) => toDay(inCalendar(date.parseValue(value))),
  parseLiteral: (node) => toDay(inCalendar(date.parseLiteral(node))),
});

/** An address; inside the program it is its text. Which schemes are allowed is the business of the field. */
export const UrlScalar = new GraphQLScalarType<string, string>({
  ...url,
  name: "URL",
  description: "The absolute address of a page, such as `https://example.org/page`.",
  specifiedByURL: "https://url.spec.whatwg.org/",
  serialize: String,
  extensions: { inSql: AS_IN_POSTGRESQL },
  parseValue: (value) => String(url.parseValue(value)),
  parseLiteral: (node) => String(url.parseLiteral(node)),
});

/** A tag in the one spelling that all are kept in, so that filters find it; what is no tag stays as it is. */
function canonical(tag: unknown): string {
  try {
    return Intl.getCanonicalLocales(String(tag))[0] ?? String(tag);
  } catch {
    return String(tag);
  }
}

/** A language; inside the program it is its tag. */
export const LocaleScalar = new GraphQLScalarType<string, string>({
  ...locale,
  name: "Locale",
  description: "A language as BCP 47 tags it, such as `en`, `fa` or `pt-BR`.",
  specifiedByURL: "https://www.rfc-editor.org/info/bcp47",
  serialize: String,
  extensions: { inSql: AS_IN_POSTGRESQL },
  parseValue: (value) => canonical(locale.parseValue(value)),
  parseLiteral: (node) => canonical(locale.parseLiteral(node)),
});
