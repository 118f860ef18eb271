import type { BodyElement, BodyQuote, KindOfQuote } from "./body.ts";

/** What is known of a quote besides its words. It is kept beside the document, by the id that the mark carries. */
export interface QuoteFacts {
  readonly kind: KindOfQuote;
  readonly speakerId: string | null;
  readonly speakerRole: string | null;
  readonly saidOn: string | null;
  readonly occasion: string | null;
  readonly sourceId: string | null;
}

export type FactsById = ReadonlyMap<string, QuoteFacts>;

/** What is known of a quote that was just marked. */
export const NO_FACTS: QuoteFacts = {
  kind: "DIRECT",
  speakerId: null,
  speakerRole: null,
  saidOn: null,
  occasion: null,
  sourceId: null,
};

/** The names of the facts, in the order of forms. */
export const FACT_NAMES = ["kind", "speakerId", "speakerRole", "saidOn", "occasion", "sourceId"] as const;

/** The facts of a quote of the API. */
export function factsOf({ kind, speaker, speakerRole, saidOn, occasion, source }: BodyQuote): QuoteFacts {
  return {
    kind,
    speakerId: speaker?.id ?? null,
    speakerRole: speakerRole ?? null,
    saidOn: saidOn ?? null,
    occasion: occasion ?? null,
    sourceId: source?.id ?? null,
  };
}

/** The facts of all quotes of a body. */
export function factsOfBody(body: readonly BodyElement[]): FactsById {
  const quotes = body.flatMap((element) => (element.__typename === "Paragraph" ? element.quotes : []));
  return new Map(quotes.map((quote) => [quote.id, factsOf(quote)]));
}

/** Whether two quotes have the same facts. */
export function isSameFacts(one: QuoteFacts, other: QuoteFacts): boolean {
  return FACT_NAMES.every((name) => one[name] === other[name]);
}

/** The quotes that both know, each with other facts than before. */
export function restatedQuotes(before: FactsById, now: FactsById): ReadonlySet<string> {
  const known = [...now].filter(([id, facts]) => {
    const was = before.get(id);
    return was !== undefined && !isSameFacts(was, facts);
  });
  return new Set(known.map(([id]) => id));
}
