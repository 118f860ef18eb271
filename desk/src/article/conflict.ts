import type { ArticleToEditFragment } from "../api/generated/graphql.ts";
import { factsOfBody, type FactsById, restatedQuotes } from "../editor/facts.ts";
import { savedBody } from "../editor/body-input.ts";
import {
  type FactClash,
  mergeBodies,
  type MergedBody,
  type MergedPart,
  mergeFacts,
  mergeValues,
  settleClashes,
  type ValueClash,
} from "../editor/merge.ts";
import type { Part } from "../editor/parts.ts";
import { mergeList } from "../editor/list-merge.ts";
import { mergeText, type Side } from "../editor/word-merge.ts";
import { HEAD_NAMES, type HeadName, headOf, type HeadValues, isSameField } from "./head-values.ts";

/** One side of a merge. */
export interface ArticleSide {
  readonly parts: readonly Part[];
  readonly facts: FactsById;
  readonly head: HeadValues;
}

/** Two versions of an article that began as one, merged as far as nobody has to choose. */
export interface Conflict {
  readonly theirs: ArticleToEditFragment;
  readonly by: string | null;
  readonly at: string | null;
  readonly body: MergedBody;
  readonly head: HeadValues;
  readonly headClashes: readonly ValueClash<HeadName>[];
  readonly facts: FactsById;
  readonly factClashes: readonly FactClash[];
  readonly taken: number;
}

/** Whose version is kept, by the key of the clash. */
export type ConflictChoices = ReadonlyMap<string, Side>;

/** Merges with the version of somebody else. */
export function findConflict(
  base: ArticleSide,
  mine: ArticleSide,
  theirs: ArticleToEditFragment,
  { by, at }: { readonly by: string | null; readonly at: string | null },
): Conflict {
  const theirFacts = factsOfBody(theirs.body);
  const body = mergeBodies(base.parts, mine.parts, savedBody(theirs.body).parts, {
    mine: restatedQuotes(base.facts, mine.facts),
    theirs: restatedQuotes(base.facts, theirFacts),
  });
  const facts = mergeFacts(base.facts, mine.facts, theirFacts);
  const head = mergeHeads(base.head, withoutNoise(base.head, mine.head), headOf(theirs));
  return {
    theirs,
    by,
    at,
    body,
    head: head.values,
    headClashes: head.clashes,
    facts: facts.facts,
    factClashes: facts.clashes,
    taken: body.taken + facts.taken + head.taken,
  };
}

type Heads = Readonly<Record<Side | "base", HeadValues>>;

/** A field after its merge: as either side wants it, with all that the other side changed elsewhere in it. */
type MergedField<Name extends HeadName> = Readonly<Record<Side, HeadValues[Name]>>;

type Merger<Name extends HeadName> = (
  values: Readonly<Record<Side | "base", HeadValues[Name]>>,
) => MergedField<Name> | null;

function agreed<Value>(value: Value | null): Readonly<Record<Side, Value>> | null {
  return value === null ? null : { mine: value, theirs: value };
}

/** Merges a field of several values one by one, so that only those clash that both sides changed. */
function mergedParts<Value extends object>(
  { base, mine, theirs }: Readonly<Record<Side | "base", Value>>,
  names: readonly (keyof Value & string)[],
): Readonly<Record<Side, Value>> {
  return {
    mine: mergeValues(base, mine, theirs, names).values,
    theirs: mergeValues(base, theirs, mine, names).values,
  };
}

/** How fields are merged that both sides changed; null where the whole values clash. */
const MERGERS: { readonly [Name in HeadName]?: Merger<Name> } = {
  headline: (texts) => agreed(mergeText(texts)),
  standfirst: (texts) => agreed(mergeText(texts)),
  byline: (texts) => agreed(mergeText(texts)),
  dateline: (datelines) => mergedParts(datelines, ["text", "place", "date"]),
  leadImage: ({ base, mine, theirs }) => {
    // Texts belong to the picture that they were written for.
    const isSame = mine?.image.id === base?.image.id && theirs?.image.id === base?.image.id;
    return base && mine && theirs && isSame ? mergedParts({ base, mine, theirs }, ["caption", "alt"]) : null;
  },
  topics: (lists) => agreed(mergeList(lists, (name) => name)),
  authors: (lists) => agreed(mergeList(lists, ({ person }) => person.id)),
};

function mergeField<Name extends HeadName>(name: Name, heads: Heads): MergedField<Name> | null {
  const { base, mine, theirs } = heads;
  return MERGERS[name]?.({ base: base[name], mine: mine[name], theirs: theirs[name] }) ?? null;
}

function mergeHeads(base: HeadValues, mine: HeadValues, theirs: HeadValues) {
  const { values, clashes, taken } = mergeValues(base, mine, theirs, HEAD_NAMES);
  const merged = clashes.map((clash) => ({ ...clash, ...mergeField(clash.name, { base, mine, theirs }) }));
  const isOpen = (clash: ValueClash): boolean => JSON.stringify(clash.mine) !== JSON.stringify(clash.theirs);
  const own = Object.fromEntries(merged.map((clash) => [clash.name, clash.mine]));
  return {
    values: { ...values, ...own },
    clashes: merged.filter(isOpen),
    taken: taken + merged.filter((clash) => !isOpen(clash)).length,
  };
}

/** A field that says the same as before is no change, however it is typed. */
function withoutNoise(base: HeadValues, mine: HeadValues): HeadValues {
  const same = HEAD_NAMES.filter((name) => isSameField(base, mine, name));
  return { ...mine, ...Object.fromEntries(same.map((name) => [name, base[name]])) };
}

/** Whether somebody has to choose. */
export function isConflict({ body, headClashes, factClashes }: Conflict): boolean {
  return body.clashes.length + headClashes.length + factClashes.length > 0;
}

/** The key of a clash of a field. */
export function headKey(name: HeadName): string {
  return `head ${name}`;
}

/** The key of a clash of a fact. */
export function factKey({ quoteId, name }: FactClash): string {
  return `fact ${quoteId} ${name}`;
}

/** The keys of everything to choose. */
export function clashKeys({ body, headClashes, factClashes }: Conflict): readonly string[] {
  return [
    ...headClashes.map(({ name }) => headKey(name)),
    ...body.clashes.map(({ id }) => id),
    ...factClashes.map(factKey),
  ];
}

/** A conflict after every choice. */
export interface Settled {
  readonly parts: readonly MergedPart[];
  readonly facts: FactsById;
  readonly head: HeadValues;
  readonly taken: number;
}

/** Merges what was chosen. */
export function settleConflict(conflict: Conflict, choices: ConflictChoices): Settled {
  const { body, head, headClashes, facts, factClashes, taken } = conflict;
  const isTheirs = (key: string): boolean => choices.get(key) === "theirs";
  const chosen = headClashes.filter(({ name }) => isTheirs(headKey(name))).map(({ name, theirs }) => [name, theirs]);
  const settled = new Map(facts);
  for (const clash of factClashes.filter((each) => isTheirs(factKey(each)))) {
    const own = settled.get(clash.quoteId);
    if (own) settled.set(clash.quoteId, { ...own, [clash.name]: clash.theirs });
  }
  return {
    parts: settleClashes(body, choices),
    facts: settled,
    head: { ...head, ...Object.fromEntries(chosen) },
    taken,
  };
}
