import type { acts } from "./en/acts.ts";
import type { article } from "./en/article.ts";
import type { articles } from "./en/articles.ts";
import type { desk } from "./en/desk.ts";
import type { library } from "./en/library.ts";
import type { quotes } from "./en/quotes.ts";
import type { reasons } from "./en/reasons.ts";
import type { refusals } from "./en/refusals.ts";
import type { wire } from "./en/wire.ts";

/** The words of the interface in English, which decide the keys and placeholders of every language. */
type Source = typeof acts &
  typeof article &
  typeof articles &
  typeof desk &
  typeof library &
  typeof quotes &
  typeof reasons &
  typeof refusals &
  typeof wire;

/** The key of a message. */
export type MessageKey = keyof Source;

/** A message that depends on a number, `{count}`: a form for each plural category that the language has. */
export type Plural = { readonly other: string } & { readonly [Rule in Intl.LDMLPluralRule]?: string };

/** The messages of one language for the keys of an English part. It does not compile when one is missing. */
export type CatalogueOf<Part> = {
  readonly [Key in keyof Part]: Part[Key] extends string ? string : Plural;
};

/** All messages of one language. */
export type Catalogue = CatalogueOf<Source>;

type PlaceholdersIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersIn<Rest>
  : never;

type PlaceholdersOf<Key extends MessageKey> = Source[Key] extends string
  ? PlaceholdersIn<Source[Key]>
  : Source[Key] extends { readonly other: infer Other extends string }
    ? PlaceholdersIn<Other> | "count"
    : never;

/** The values of a message; none for a message without placeholders. */
export type MessageValues<Key extends MessageKey> = [PlaceholdersOf<Key>] extends [never]
  ? []
  : [Readonly<Record<PlaceholdersOf<Key>, string | number>>];

/** Returns a message in the language of the interface. */
export type Translate = <Key extends MessageKey>(key: Key, ...values: MessageValues<Key>) => string;

/** The strong letters that change the order of a message around them, by its direction. */
const FOREIGN = {
  ltr: /[\p{Script=Arabic}\p{Script=Hebrew}]/u,
  rtl: /[^\p{Script=Arabic}\s]/u,
} as const;

/** A value in isolates of Unicode, where its letters would change the order of what is around it. */
function isolated(value: string, direction: "ltr" | "rtl"): string {
  return FOREIGN[direction].test(value) ? `\u2068${value}\u2069` : value;
}

/** The messages of a language. */
export interface Messages {
  readonly t: Translate;
  /** The message of a key that the server decides; null where the catalogue has none, as of a newer server. */
  readonly worded: (key: string, values?: Values) => string | null;
}

type Values = Readonly<Record<string, string | number>>;

/** The messages of a catalogue, with numbers written as in its language. */
export function messagesOf(language: string, direction: "ltr" | "rtl", catalogue: Catalogue): Messages {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const write = (value: string | number): string =>
    typeof value === "number" ? numbers.format(value) : isolated(value, direction);
  const fill = (message: string | Plural, values: Values): string => {
    const text =
      typeof message === "string" ? message : (message[rules.select(Number(values["count"]))] ?? message.other);
    return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : write(value);
    });
  };
  const messages: Readonly<Record<string, string | Plural | undefined>> = catalogue;
  return {
    t: (key, ...[values]) => fill(catalogue[key], values ?? {}),
    worded: (key, values = {}) => {
      const message = messages[key];
      return message === undefined ? null : fill(message, values);
    },
  };
}
