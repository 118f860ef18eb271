import { FACT_NAMES, type FactsById, type QuoteFacts } from "./facts.ts";
import { mergeParagraphs } from "./paragraph-merge.ts";
import { type FigurePart, isSamePart, type ParagraphPart, type Part } from "./parts.ts";
import type { Side } from "./word-merge.ts";

/** An element that both sides changed, each otherwise. Null: that side removed it. */
export interface PartClash {
  readonly id: string;
  readonly base: Part | null;
  readonly mine: Part | null;
  readonly theirs: Part | null;
}

/** An element of a merged body: whose it is, or what was made of both. */
export type MergedPart =
  | { readonly id: string; readonly side: Side }
  | { readonly id: string; readonly side: "both"; readonly part: ParagraphPart | FigurePart };

/** Two bodies that began as one, merged. */
export interface MergedBody {
  /** All elements in their order. Of a clash mine is here, or theirs where mine is gone. */
  readonly parts: readonly MergedPart[];
  readonly clashes: readonly PartClash[];
  /** How many changes of the other side are in it. */
  readonly taken: number;
}

/** The quotes whose facts a side changed: the other one does not remove them before somebody chose. */
export type RestatedQuotes = Readonly<Record<Side, ReadonlySet<string>>>;

const NONE_RESTATED: RestatedQuotes = { mine: new Set(), theirs: new Set() };

const byId = (parts: readonly Part[]): ReadonlyMap<string, Part> => new Map(parts.map((part) => [part.id, part]));

/**
 * Merges two bodies by their elements: what one side left as it was is taken from the other, and an element that both changed
 * is merged by its words. An element has one id in every draft, so that no text is compared to find which is which. The order is that of the side that moved elements, mine where
 * both did; what the other side added follows what it followed there.
 */
export function mergeBodies(
  base: readonly Part[],
  mine: readonly Part[],
  theirs: readonly Part[],
  restated: RestatedQuotes = NONE_RESTATED,
): MergedBody {
  const judged = new JudgedParts(base, mine, theirs, restated);
  const isMine = hasMoved(base, mine) || !hasMoved(base, theirs);
  const [spine, other] = isMine ? [mine, theirs] : [theirs, mine];
  const parts: MergedPart[] = spine.flatMap(({ id }) => judged.partOf(id));
  const placed = new Set(parts.map(({ id }) => id));
  for (const [at, { id }] of other.entries()) {
    if (placed.has(id)) continue;
    const [own] = judged.partOf(id);
    if (!own) continue;
    parts.splice(placeAfter(parts, other.slice(0, at)), 0, own);
    placed.add(id);
  }
  return { parts, clashes: judged.clashes, taken: judged.taken };
}

/** Judges each element once: whose it is, or that it is gone. */
class JudgedParts {
  readonly clashes: PartClash[] = [];
  taken = 0;
  readonly #parts = new Map<string, MergedPart | null>();

  readonly #atRisk: RestatedQuotes;

  constructor(base: readonly Part[], mine: readonly Part[], theirs: readonly Part[], restated: RestatedQuotes) {
    this.#atRisk = { mine: without(restated.mine, theirs), theirs: without(restated.theirs, mine) };
    const [was, own, other] = [byId(base), byId(mine), byId(theirs)];
    for (const id of new Set([...own.keys(), ...other.keys(), ...was.keys()])) {
      this.#parts.set(id, this.#judge(id, was.get(id), own.get(id), other.get(id)));
    }
  }

  /** The merged element; empty where it is gone. */
  partOf(id: string): readonly MergedPart[] {
    const part = this.#parts.get(id) ?? null;
    return part === null ? [] : [part];
  }

  #judge(id: string, base: Part | undefined, mine: Part | undefined, theirs: Part | undefined): MergedPart | null {
    const isAtRisk = hasQuoteOf(mine, this.#atRisk.mine) || hasQuoteOf(theirs, this.#atRisk.theirs);
    if (isSamePart(mine, theirs) || (isSamePart(theirs, base) && !isAtRisk)) return mine ? { id, side: "mine" } : null;
    const part = base && mine && theirs && !isAtRisk && mergeChanged(base, mine, theirs);
    const isTaken = isSamePart(mine, base) && !isAtRisk;
    if (part || isTaken) this.taken += 1;
    if (part) return { id, side: "both", part };
    if (isTaken) return theirs ? { id, side: "theirs" } : null;
    this.clashes.push({ id, base: base ?? null, mine: mine ?? null, theirs: theirs ?? null });
    return { id, side: mine ? "mine" : "theirs" };
  }
}

/** The ids that no quote of a body has. */
function without(ids: ReadonlySet<string>, parts: readonly Part[]): ReadonlySet<string> {
  const left = new Set(ids);
  for (const part of parts) if (part.kind === "paragraph") for (const { id } of part.quotes) left.delete(id);
  return left;
}

function hasQuoteOf(part: Part | undefined, ids: ReadonlySet<string>): boolean {
  return part?.kind === "paragraph" && part.quotes.some(({ id }) => ids.has(id));
}

/** What is made of an element that both sides changed; null where only one did, or somebody has to choose. */
function mergeChanged(base: Part, mine: Part, theirs: Part): ParagraphPart | FigurePart | null {
  if (isSamePart(mine, base)) return null;
  if (base.kind === "paragraph" && mine.kind === "paragraph" && theirs.kind === "paragraph") {
    return mergeParagraphs(base, mine, theirs);
  }
  if (base.kind !== "figure" || mine.kind !== "figure" || theirs.kind !== "figure") return null;
  const { values, clashes } = mergeValues(base, mine, theirs, ["imageId", "caption", "alt"]);
  return clashes.length === 0 ? values : null;
}

/** Whether the elements that both bodies have are in another order. */
function hasMoved(base: readonly Part[], now: readonly Part[]): boolean {
  const [was, is] = [byId(base), byId(now)];
  const before = base.filter(({ id }) => is.has(id));
  const after = now.filter(({ id }) => was.has(id));
  return before.some(({ id }, at) => after[at]?.id !== id);
}

/** Behind the nearest element before it that is placed already; first where there is none. */
function placeAfter(parts: readonly MergedPart[], before: readonly Part[]): number {
  for (const { id } of before.toReversed()) {
    const place = parts.findIndex((part) => part.id === id);
    if (place >= 0) return place + 1;
  }
  return 0;
}

/** The merged elements once each clash is decided; without an answer, mine. */
export function settleClashes(
  { parts, clashes }: MergedBody,
  choices: ReadonlyMap<string, Side>,
): readonly MergedPart[] {
  const clashing = new Map(clashes.map((clash) => [clash.id, clash]));
  return parts.flatMap((part) => {
    const clash = clashing.get(part.id);
    if (!clash) return [part];
    const side = choices.get(part.id) ?? "mine";
    return clash[side] === null ? [] : [{ id: part.id, side }];
  });
}

/** A value that both sides changed, each otherwise. */
export interface ValueClash<Name extends string = string> {
  readonly name: Name;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

const isSameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Merges objects of values field by field: what one side left as it was is taken from the other. Of a clash mine is kept. */
export function mergeValues<Values extends object>(
  base: Values,
  mine: Values,
  theirs: Values,
  names: readonly (keyof Values & string)[],
): { readonly values: Values; readonly clashes: readonly ValueClash<keyof Values & string>[]; readonly taken: number } {
  const values = { ...mine };
  const clashes: ValueClash<keyof Values & string>[] = [];
  let taken = 0;
  for (const name of names) {
    const [was, own, other] = [base[name], mine[name], theirs[name]];
    if (isSameValue(own, other) || isSameValue(other, was)) continue;
    if (isSameValue(own, was)) {
      values[name] = other;
      taken += 1;
    } else clashes.push({ name, base: was, mine: own, theirs: other });
  }
  return { values, clashes, taken };
}

/** A fact of a quote that both sides changed, each otherwise. */
export interface FactClash extends ValueClash<keyof QuoteFacts> {
  readonly quoteId: string;
}

/** Merges the facts of quotes, each field by itself. Facts of quotes that only one side knows are kept. */
export function mergeFacts(
  base: FactsById,
  mine: FactsById,
  theirs: FactsById,
): { readonly facts: FactsById; readonly clashes: readonly FactClash[]; readonly taken: number } {
  const facts = new Map([...theirs, ...mine]);
  const clashes: FactClash[] = [];
  let taken = 0;
  for (const [quoteId, own] of mine) {
    const [was, other] = [base.get(quoteId), theirs.get(quoteId)];
    if (!was || !other) continue;
    const merged = mergeValues(was, own, other, FACT_NAMES);
    facts.set(quoteId, merged.values);
    clashes.push(...merged.clashes.map((clash) => ({ ...clash, quoteId })));
    taken += merged.taken;
  }
  return { facts, clashes, taken };
}
