import type { QuoteFilter, QuoteVerdict } from "../api/generated/graphql.ts";

/** The verdicts, the worst first. */
export const VERDICTS = [
  "ALTERED",
  "NOT_FOUND",
  "UNSOURCED",
  "NOT_COMPARABLE",
  "MARKED_EDIT",
  "EXACT",
] as const satisfies readonly QuoteVerdict[];

/** Which quotes are shown; it is in the address. */
export interface QuotesSearch {
  readonly words?: string;
  /** The id of a person. */
  readonly speaker?: string;
  readonly verdict?: QuoteVerdict;
  /** The first and the last day, both included. */
  readonly from?: string;
  readonly until?: string;
  /** The id of a topic. */
  readonly topic?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function isDay(value: unknown): value is string {
  return typeof value === "string" && DAY.test(value) && !Number.isNaN(Date.parse(value));
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** Reads an address; what it cannot mean is left out. */
export function parseQuotesSearch(search: Readonly<Record<string, unknown>>): QuotesSearch {
  const { words, speaker, from, until, topic } = search;
  const verdict = VERDICTS.find((each) => each === search["verdict"]);
  return {
    ...(isText(words) && { words }),
    ...(isText(speaker) && { speaker }),
    ...(verdict && { verdict }),
    ...(isDay(from) && { from }),
    ...(isDay(until) && { until }),
    ...(isText(topic) && { topic }),
  };
}

/** The day before or after a day. */
function shiftDay(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** The filter of the API for what an address asks for. The days of the API are exclusive. */
export function quoteFilterOf({ words, speaker, verdict, from, until, topic }: QuotesSearch): QuoteFilter {
  return {
    ...(words !== undefined && { textContains: words }),
    ...(speaker !== undefined && { speakerId: speaker }),
    ...(verdict && { verdicts: [verdict] }),
    ...(from !== undefined && { saidAfter: shiftDay(from, -1) }),
    ...(until !== undefined && { saidBefore: shiftDay(until, 1) }),
    ...(topic !== undefined && { topicId: topic }),
  };
}
