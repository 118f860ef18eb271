import { type Arbitrary, array, assert, asyncProperty, nat, record } from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../support/app.js";
import { Newsroom } from "../support/newsroom.js";
import { headersOf } from "../support/tokens.js";
import { accepted, type Caller, type Element, expectedAnswer, type Model, type Text } from "./model.js";
import { ACTS, PLANNERS } from "./planners.js";
import type { Around, Pick } from "./plans.js";

/*
 * Random sequences of mutations by several actors against a model. Set PROPERTY_RUNS for more sequences and
 * PROPERTY_SEED for the ones of another run; a failure reports the seed and the shortest sequence that fails.
 */

const RUNS = Number(process.env["PROPERTY_RUNS"] ?? 300);
const isOnDemand = process.env["PROPERTY_RUNS"] !== undefined;
const SEED = Number(process.env["PROPERTY_SEED"] ?? (isOnDemand ? Date.now() % 1_000_000_000 : 20_260_301));

/** Sequences that run at the same time, each with an article of its own. */
const LANES = 4;

/** A sequence that fails is made shorter no longer than this; so many that hold would take less. */
const MAX_LANE_MS = 20_000 + RUNS * 400;

const CALLERS: readonly Caller[] = ["EDITOR", "AUTHOR", "EDITOR", "AUTHOR", "EDITOR", "EDITOR", "AUTHOR", "anonymous"];
const NAMES = ["Ana Speaker", "Ben Speaker"];

let app: TestApp;
let headers: Readonly<Record<Caller, Readonly<Record<string, string>>>>;
let persons: readonly string[];
let posts: readonly string[];
/** How often each answer was given: a walk that is always refused would prove nothing. */
const answers = new Map<string, number>();

beforeAll(async () => {
  app = await createTestApp();
  const newsroom = new Newsroom(app.database);
  headers = {
    anonymous: {},
    AUTHOR: await headersOf(app.database, "AUTHOR"),
    EDITOR: await headersOf(app.database, "EDITOR"),
  };
  persons = await Promise.all(NAMES.map((name) => newsroom.person({ name })));
  posts = await Promise.all([1, 2, 3].map(() => newsroom.post()));
});
afterAll(() => app.close());

/** What was drawn for one step. */
interface Draw {
  readonly planner: number;
  readonly caller: number;
  /** 0: the caller knows an older version; 1: one that is still to come. */
  readonly knows: number;
  readonly picks: readonly number[];
}

const draws: Arbitrary<Draw[]> = array(
  record({
    planner: nat(PLANNERS.length - 1),
    caller: nat(CALLERS.length - 1),
    knows: nat(15),
    picks: array(nat(1_000_000), { minLength: 12, maxLength: 12 }),
  }),
  { minLength: 5, maxLength: 10 },
);

function pickFrom(picks: readonly number[]): Pick {
  let at = 0;
  return (below) => {
    at += 1;
    return below === 0 ? 0 : (picks[at % picks.length] ?? 0) % below;
  };
}

async function mutate(act: string, input: object, caller: Caller): Promise<string> {
  const type = `${act.slice(0, 1).toUpperCase()}${act.slice(1)}Input`;
  const document = `mutation P($input: ${type}!) { did: ${act}(input: $input) { __typename } }`;
  const { did } = await app.data<{ did: { __typename: string } }, object>(document, { input }, headers[caller]);
  answers.set(did.__typename, (answers.get(did.__typename) ?? 0) + 1);
  return did.__typename;
}

const READ = `query P($id: ID!) {
  article(id: $id) {
    state version headline standfirst hasUnpublishedChanges topics { name } corrections { note } revisions { totalCount }
    quotes { text } embeddedPosts { id }
    body { __typename ... on Paragraph { id text quotes { id text speaker { name } } } ... on EmbeddedPost { id } }
  }
  killNotice(id: $id) { reason }
}`;

type SeenElement = {
  readonly id: string;
  readonly text?: string;
  readonly quotes?: readonly { readonly id: string }[];
};
interface Seen {
  readonly article: { readonly body: readonly SeenElement[] } | null;
  readonly killNotice: { readonly reason: string } | null;
}

/** A text as the program must answer it. */
function shownText({ headline, standfirst, topics, body }: Text): object {
  const paragraphs = body.flatMap((element) => (element.kind === "paragraph" ? [element] : []));
  return {
    headline,
    standfirst,
    topics: topics.map((name) => ({ name })),
    quotes: paragraphs.flatMap(({ quotes }) => quotes.map(({ words }) => ({ text: words }))),
    embeddedPosts: body.flatMap((element) => (element.kind === "post" ? [{ id: posts[element.post] }] : [])),
    body: body.map((element) =>
      element.kind === "post"
        ? { __typename: "EmbeddedPost", id: posts[element.post] }
        : {
            __typename: "Paragraph",
            id: element.id,
            text: element.text,
            quotes: element.quotes.map(({ id, words, speaker }) => ({
              id,
              text: words,
              speaker: speaker === null ? null : { name: NAMES[speaker] },
            })),
          },
    ),
  };
}

function shownDraft({ isTrashed, draft, state, version, published, notes, revisions }: Model): object | null {
  if (isTrashed) return null;
  return {
    ...shownText(draft),
    state,
    version,
    hasUnpublishedChanges: published?.version !== version,
    corrections: notes.map((note) => ({ note })),
    revisions: { totalCount: revisions.length },
  };
}

function shownPublished({ published, notes }: Model): object | null {
  if (!published) return null;
  return {
    ...shownText(published.text),
    state: "PUBLISHED",
    version: published.version,
    hasUnpublishedChanges: null,
    corrections: notes.map((note) => ({ note })),
    revisions: null,
  };
}

/** The model with the ids that the program gave to what is new; every other id stays and is compared. */
function withIds(model: Model, body: readonly SeenElement[]): Model {
  const named = model.draft.body.map((element, at): Element => {
    const seen = body[at];
    if (element.kind === "post" || seen === undefined) return element;
    const quotes = element.quotes.map((quote, nth) => ({ ...quote, id: quote.id ?? seen.quotes?.[nth]?.id ?? null }));
    return { ...element, id: element.id ?? seen.id, quotes };
  });
  const draft = { ...model.draft, body: named };
  // What was published or recorded in this step is the same text.
  const same = (text: Text): Text => (text === model.draft ? draft : text);
  const published = model.published && { ...model.published, text: same(model.published.text) };
  return {
    ...model,
    draft,
    published,
    revisions: model.revisions.map(({ text, version }) => ({ text: same(text), version })),
  };
}

async function begin(): Promise<readonly [Around, Model]> {
  const { createArticle } = await app.data<{ createArticle: { article: { id: string } } }, object>(
    `mutation { createArticle(input: { headline: "Headline" }) { ... on CreateArticlePayload { article { id } } } }`,
    {},
    headers.AUTHOR,
  );
  const draft = { headline: "Headline", standfirst: null, topics: [], body: [] };
  const state = { state: "DRAFT", isTrashed: false, wasPublished: false, published: null } as const;
  return [
    { articleId: createArticle.article.id, persons, posts },
    { ...state, version: 1, draft, notes: [], revisions: [], claims: 0 },
  ];
}

/** Reads both heads back and compares them with the model; returns the model with the ids it has learned. */
async function compare({ articleId }: Around, model: Model): Promise<Model> {
  const inDraft = { ...headers.EDITOR, "x-content-view": "draft" };
  const [draft, reader] = await Promise.all([
    app.data<Seen, object>(READ, { id: articleId }, inDraft),
    app.data<Seen, object>(READ, { id: articleId }),
  ]);
  const known = withIds(model, draft.article?.body ?? []);
  expect(draft.article).toEqual(shownDraft(known));
  expect(reader.article).toEqual(shownPublished(known));
  expect(reader.killNotice).toEqual(known.state === "KILLED" ? { reason: "Forged." } : null);
  return known;
}

async function walk(steps: readonly Draw[]): Promise<void> {
  const [around, first] = await begin();
  let model = first;
  for (const { planner, caller: who, knows, picks } of steps) {
    const plan = PLANNERS[planner]?.(model, around, pickFrom(picks));
    const caller = CALLERS[who] ?? "anonymous";
    if (!plan) continue;
    const isStale = knows < 2 && plan.act !== "restoreArticle";
    const version =
      plan.act === "restoreArticle" ? {} : { expectedVersion: model.version + (isStale ? knows * 2 - 1 : 0) };
    const expected = expectedAnswer(model, plan, caller, isStale);
    const given = await mutate(plan.act, { ...plan.input, ...version }, caller);
    expect(`${caller} ${plan.act}: ${given}`).toBe(`${caller} ${plan.act}: ${expected}`);
    model = await compare(around, given.endsWith("Payload") ? accepted(model, plan) : model);
  }
}

describe(`sequences of mutations by several actors (seed ${SEED}, ${RUNS} sequences)`, () => {
  it.concurrent.each(Array.from({ length: LANES }, (_, lane) => lane))(
    "match the model, for editors and for readers, after every step (lane %d)",
    async (lane) => {
      await assert(asyncProperty(draws, walk), {
        seed: SEED + lane,
        numRuns: Math.ceil(RUNS / LANES),
        interruptAfterTimeLimit: MAX_LANE_MS,
      });
    },
    MAX_LANE_MS * 2,
  );

  it.skipIf(RUNS < 300)("met every answer that there is (looked at from 300 sequences on)", () => {
    expect([...answers.keys()].toSorted()).toEqual(
      expect.arrayContaining([
        "ConflictError",
        "ForbiddenError",
        "NotFoundError",
        "StaleVersionError",
        "TransitionError",
        "ValidationError",
      ]),
    );
    const payloads = ACTS.map((act) => `${act.slice(0, 1).toUpperCase()}${act.slice(1)}Payload`);
    expect(payloads.filter((payload) => !answers.has(payload))).toEqual([]);
  });
});
