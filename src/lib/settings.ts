import { z } from "zod";

/** One environment variable, declared once: its name, how its text is parsed, its default, and its documentation. */
export interface Setting<Value> {
  readonly name: string;
  /** The default in words, as the documentation shows it. */
  readonly defaultText: string;
  /** What the setting does, with its unit and range. */
  readonly description: string;
  /** Parses the text of the variable; an absent variable has the default. Issues are predicates such as "must be …". */
  readonly schema: z.ZodType<Value, string | undefined>;
}

/** Settings by the property under which the configuration holds them. */
export type SettingTable = Readonly<Record<string, Setting<unknown>>>;

/** The parsed values of a table of settings. */
export type ValuesOf<Table extends SettingTable> = {
  readonly [Key in keyof Table]: z.output<Table[Key]["schema"]>;
};

/** Documentation of a setting whose default is a value that a reader could also write into the variable. */
interface PlainDocumentation {
  readonly description: string;
  readonly defaultText?: never;
}

/** Declares a setting. `defaultText` is required where the default is null, because its meaning needs words. */
export function setting<Value extends string | number | boolean | readonly (string | number)[]>(
  name: string,
  parser: z.ZodType<Value, string>,
  fallback: NoInfer<Value>,
  { description }: PlainDocumentation,
): Setting<Value> {
  const defaultText = typeof fallback === "boolean" ? (fallback ? "on" : "off") : String(fallback);
  return { name, defaultText, description, schema: withDefault(parser, fallback) };
}

/** Declares a setting that is null when the variable is absent. `defaultText` describes what null means. */
export function nullableSetting<Value>(
  name: string,
  parser: z.ZodType<Value, string>,
  documentation: { readonly defaultText: string; readonly description: string },
): Setting<Value | null> {
  return { name, ...documentation, schema: withDefault<Value | null>(parser, null) };
}

function withDefault<Value>(parser: z.ZodType<Value, string>, fallback: Value): Setting<Value>["schema"] {
  return parser.optional().transform((value) => value ?? fallback);
}

/**
 * Parses all settings of a table. An empty variable counts as absent; variables of other programs are ignored.
 *
 * @returns the values, or one sentence for each fault, in the order of the table.
 */
export function parseSettings<Table extends SettingTable>(
  table: Table,
  env: Readonly<Record<string, string | undefined>>,
): { readonly values: ValuesOf<Table> } | { readonly faults: readonly string[] } {
  const shape = z.object(Object.fromEntries(Object.entries(table).map(([key, { schema }]) => [key, schema])));
  const given = Object.entries(table).map(([key, { name }]) => [key, env[name]?.trim() || undefined]);
  const result = shape.safeParse(Object.fromEntries(given));
  // The object has exactly the parsers of the table; the type of a mapped shape is lost in Object.fromEntries.
  if (result.success) return { values: result.data as ValuesOf<Table> };
  return { faults: result.error.issues.map(({ path, message }) => `${table[String(path[0])]?.name} ${message}.`) };
}

/** The settings as a Markdown table, in their order. */
export function settingsTable(table: SettingTable): string {
  const rows = Object.values(table).map(
    ({ name, defaultText, description }) => `| \`${name}\` | ${defaultText} | ${description} |`,
  );
  return ["| Setting | Default | Meaning |", "|---|---|---|", ...rows].join("\n");
}

/** A whole number within a range, both ends included. */
export function wholeNumber(least: number, most: number): z.ZodType<number, string> {
  const message = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, message);
}

/** "on" or "off". */
export function onOff(): z.ZodType<boolean, string> {
  return z.enum(["on", "off"], 'must be "on" or "off"').transform((value) => value === "on");
}

/** One of the given words. */
export function oneOf<const Word extends string>(words: readonly Word[]): z.ZodType<Word, string> {
  const message = `must be one of ${words.join(", ")}`;
  return z.string().transform((value, context) => {
    const word = words.find((known) => known === value);
    if (word === undefined) context.addIssue(message);
    return word ?? z.NEVER;
  });
}

/** Some of the given words, at least one, separated by commas; each counts once. */
export function someOf<const Word extends string>(words: readonly Word[]): z.ZodType<readonly Word[], string> {
  return z.string().transform((value, context): readonly Word[] => {
    const given = value.split(",").map((each) => each.trim());
    const known = words.filter((word) => given.includes(word));
    if (given.every((each) => known.some((word) => word === each))) return known;
    context.addIssue(`must be a list of some of ${words.join(", ")}`);
    return z.NEVER;
  });
}

/** Text of at most this many characters. */
export function text(most = 1000): z.ZodType<string, string> {
  return z.string().max(most, `must have at most ${most} characters`);
}

/** The address of a site or a service, with http or https and without a query; a slash at its end is removed. */
export function siteUrl(): z.ZodType<string, string> {
  return z.string().transform((value, context) => {
    const url = URL.canParse(value) ? new URL(value) : null;
    if (url === null || !/^https?:$/.test(url.protocol) || url.search !== "" || url.hash !== "") {
      context.addIssue("must be an address such as https://cms.example.com");
    }
    return value.replace(/\/+$/, "");
  });
}
