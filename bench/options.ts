import { parseArgs } from "node:util";

/** What a run measures and for how long. */
export interface Options {
  /** Articles in each corpus, the smallest first. */
  readonly sizes: readonly number[];
  /** How long one slot lasts, in seconds. */
  readonly seconds: number;
  /** How often every way has its slot. */
  readonly rounds: number;
  /** Requests under way at once. */
  readonly connections: number;
  /** The folder of a database that stays for the next run; null for a temporary one. */
  readonly keepDir: string | null;
  /** Where the figures are written, as JSON. */
  readonly output: string;
}

/** What `--help` prints. */
export const HELP = `npm run bench -- [options]
  --sizes 2000,100000   articles in each corpus
  --seconds 2           length of one slot
  --rounds 3            slots of every way
  --connections 16      requests under way at once
  --quick               small corpora and short slots: shows that all of it works, its figures mean little
  --keep DIR            keep the database in DIR and use the corpora that are there already
  --output FILE         where the figures go as JSON (bench/results/latest.json)
`;

const FLAGS = {
  sizes: { type: "string" },
  seconds: { type: "string" },
  rounds: { type: "string" },
  connections: { type: "string" },
  quick: { type: "boolean", default: false },
  keep: { type: "string" },
  output: { type: "string", default: "bench/results/latest.json" },
  help: { type: "boolean", default: false },
} as const;

function atLeast(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < least) throw new Error(`--${name} must be a number from ${least} up.`);
  return value;
}

/**
 * Reads the command line; null when help was asked for.
 *
 * @throws Error that says which option cannot be used.
 */
export function readOptions(args: readonly string[]): Options | null {
  const { values } = parseArgs({ args: [...args], options: FLAGS });
  if (values.help) return null;
  const usual = values.quick
    ? { sizes: "200,2000", seconds: "1", rounds: "2" }
    : { sizes: "2000,100000", seconds: "2", rounds: "3" };
  const sizes = (values.sizes ?? usual.sizes).split(",").map((size) => Math.trunc(atLeast("sizes", size, 20)));
  return {
    sizes: sizes.sort((one, other) => one - other),
    seconds: atLeast("seconds", values.seconds ?? usual.seconds, 0.2),
    rounds: Math.trunc(atLeast("rounds", values.rounds ?? usual.rounds, 1)),
    connections: Math.trunc(atLeast("connections", values.connections ?? "16", 1)),
    keepDir: values.keep ?? null,
    output: values.output,
  };
}
