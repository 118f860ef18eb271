import { mkdir, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { dirname } from "node:path";
import type { Slot } from "./measure.js";
import type { Options } from "./options.js";
import { type Question, QUESTIONS } from "./questions.js";

/** All slots of one way, one question and one corpus. */
export interface Series {
  readonly way: string;
  readonly question: Question;
  readonly articles: number;
  readonly slots: readonly Slot[];
}

/** What a run found. */
export interface Findings {
  readonly series: readonly Series[];
  /** How many of the least answers the asking process took, per second. */
  readonly ceilingPerSecond: number;
  /** How much of one processor asking took in the fastest slot, from 0 to 1. */
  readonly askingShare: number;
}

/** The figures of one series: those of its best slot, because what disturbs a slot only ever makes it slower. */
export interface Figures extends Omit<Series, "slots"> {
  readonly perSecond: number;
  readonly slowestPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly serverCpuMs: number | null;
  readonly postgresCpuMs: number | null;
  readonly kilobytes: number;
  /** The rate as a share of the limit's on the same corpus. */
  readonly ofLimit: number | null;
  /** The limit's processor time for an answer, server and PostgreSQL together, as a share of this way's. */
  readonly ofLimitByCpu: number | null;
  /** The rate as a share of the same way's on the smallest corpus. */
  readonly ofSmallest: number | null;
  /** The same of its processor time on the smallest corpus. */
  readonly ofSmallestByCpu: number | null;
}

const LIMIT = "limit";

function rateOf({ answers, seconds }: Slot): number {
  return answers / seconds;
}

function bestOf({ slots }: Series): Slot | null {
  return slots.reduce<Slot | null>((best, slot) => (best && rateOf(best) >= rateOf(slot) ? best : slot), null);
}

function cpuOf({ serverCpuMs, postgresCpuMs }: Slot): number | null {
  return serverCpuMs === null || postgresCpuMs === null ? null : serverCpuMs + postgresCpuMs;
}

function bestIn(all: readonly Series[], wanted: Omit<Series, "slots">): Slot | null {
  const found = all.find(
    ({ way, question, articles }) => way === wanted.way && question === wanted.question && articles === wanted.articles,
  );
  return found ? bestOf(found) : null;
}

function share(part: number | null | undefined, whole: number | null | undefined): number | null {
  return part === null || part === undefined || !whole ? null : part / whole;
}

/** The figures of all series, in the order of the report. */
export function figuresOf(all: readonly Series[]): readonly Figures[] {
  const smallest = Math.min(...all.map(({ articles }) => articles));
  return all.flatMap((series) => {
    const { slots, ...of } = series;
    const best = bestOf(series);
    if (!best) return [];
    const [limit, atSmallest] = [bestIn(all, { ...of, way: LIMIT }), bestIn(all, { ...of, articles: smallest })];
    const { p50Ms, p99Ms, serverCpuMs, postgresCpuMs } = best;
    return {
      ...of,
      perSecond: rateOf(best),
      slowestPerSecond: Math.min(...slots.map(rateOf)),
      p50Ms,
      p99Ms,
      serverCpuMs,
      postgresCpuMs,
      kilobytes: best.bytes / best.answers / 1000,
      ofLimit: share(rateOf(best), limit && rateOf(limit)),
      ofLimitByCpu: share(limit && cpuOf(limit), cpuOf(best)),
      ofSmallest: share(rateOf(best), atSmallest && rateOf(atSmallest)),
      ofSmallestByCpu: share(atSmallest && cpuOf(atSmallest), cpuOf(best)),
    };
  });
}

const COLUMNS: readonly (readonly [title: string, cell: (row: Figures) => string])[] = [
  ["read", ({ question, kilobytes }) => `${question} (${kilobytes.toFixed(1)} kB)`],
  ["articles", ({ articles }) => String(articles)],
  ["way", ({ way }) => way],
  ["req/s", ({ perSecond }) => perSecond.toFixed(perSecond < 100 ? 1 : 0)],
  ["slowest slot", ({ slowestPerSecond }) => slowestPerSecond.toFixed(slowestPerSecond < 100 ? 1 : 0)],
  ["of limit", ({ ofLimit }) => decimal(ofLimit, 2)],
  ["… by CPU", ({ ofLimitByCpu }) => decimal(ofLimitByCpu, 2)],
  ["of smallest", ({ ofSmallest }) => decimal(ofSmallest, 2)],
  ["… by CPU", ({ ofSmallestByCpu }) => decimal(ofSmallestByCpu, 2)],
  ["p50 ms", ({ p50Ms }) => p50Ms.toFixed(1)],
  ["p99 ms", ({ p99Ms }) => p99Ms.toFixed(1)],
  ["server CPU ms", ({ serverCpuMs }) => decimal(serverCpuMs, 2)],
  ["PostgreSQL CPU ms", ({ postgresCpuMs }) => decimal(postgresCpuMs, 2)],
];

/** The questions one after the other, the small corpus first; the ways stay in their own order. */
function placeOf({ question, articles }: Figures): number {
  return QUESTIONS.indexOf(question) * 1e12 + articles;
}

function decimal(value: number | null, digits: number): string {
  return value === null ? "–" : value.toFixed(digits);
}

/** The report as a table in Markdown, with the asking process's own ceiling below it. */
export function reportOf({ series, ceilingPerSecond, askingShare }: Findings): string {
  const rows = figuresOf(series)
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map((row) => COLUMNS.map(([, cell]) => cell(row)));
  const titles = COLUMNS.map(([title]) => title);
  const widths = titles.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const isNumber = (at: number): boolean => at > 2 || at === 1;
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => (isNumber(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join(" | ")} |`;
  const rule = `|${widths.map((width, at) => (isNumber(at) ? `${"-".repeat(width + 1)}:` : "-".repeat(width + 2))).join("|")}|`;
  return [
    line(titles),
    rule,
    ...rows.map(line),
    "",
    `Asking alone, of a server that does nothing: ${ceilingPerSecond.toFixed(0)} req/s. In the fastest slot asking took ` +
      `${(askingShare * 100).toFixed(0)} % of one processor.`,
  ].join("\n");
}

/** Writes the figures and every slot as JSON. */
export async function writeFindings(file: string, options: Options, findings: Findings): Promise<void> {
  const { series, ...rest } = findings;
  const { seconds, rounds, connections } = options;
  const machine = { node: process.version, processors: cpus().length, processor: cpus()[0]?.model ?? null };
  const content = { machine, options: { seconds, rounds, connections }, ...rest, figures: figuresOf(series), series };
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
}
