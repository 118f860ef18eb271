import {
  type Element,
  inOrder,
  type Model,
  type Paragraph,
  paragraphsOf,
  type Plan,
  type Quote,
  recorded,
  type Text,
  withDraft,
} from "./model.js";

/** What there is around the article. */
export interface Around {
  readonly articleId: string;
  readonly persons: readonly string[];
  readonly posts: readonly string[];
}

/** Takes a number below a bound out of what was drawn for this step. */
export type Pick = (below: number) => number;

/** Plans an act from where the article is. */
export type Planner = (model: Model, around: Around, pick: Pick) => Plan;

const ok = { isFound: true, refusal: null };

/** One of some values; null where there are none. */
export function oneOf<Value>(values: readonly Value[], pick: Pick): Value | null {
  return values.length === 0 ? null : (values[pick(values.length)] ?? null);
}

function claim(at: number): string {
  return `Claim ${String(at).padStart(4, "0")} stands`;
}

/** A new paragraph of one to three claims of which some are quoted; returns it with how many claims there are then. */
function newParagraph(claims: number, pick: Pick): readonly [Paragraph, number] {
  const made = Array.from({ length: 1 + pick(3) }, (_, at) => claim(claims + at));
  const quotes = made.flatMap((words) => (pick(2) === 0 ? [{ id: null, words, speaker: speaker(pick) }] : []));
  const text = made.map((words) => `“${words},” they said.`).join(" ");
  return [{ kind: "paragraph", id: null, text, quotes }, claims + made.length];
}

function speaker(pick: Pick): number | null {
  return [null, 0, 1][pick(3)] ?? null;
}

function quoteInput({ words, speaker }: Quote, { persons }: Around): object {
  return { exact: words, speakerId: speaker === null ? null : persons[speaker] };
}

function paragraphInput({ text, quotes }: Paragraph, around: Around): object {
  return { text, quotes: quotes.map((quote) => quoteInput(quote, around)) };
}

function idOf(element: Element, { posts }: Around): string {
  return element.kind === "post" ? (posts[element.post] ?? "") : (element.id ?? "");
}

function replaced(model: Model, paragraph: Paragraph): Model {
  const body = model.draft.body.map((each) =>
    each.kind === "paragraph" && each.id === paragraph.id ? paragraph : each,
  );
  return withDraft(model, { body });
}

/** Where something is put: first, behind some part, or last; as the input and as the place in the body. */
function place(body: readonly Element[], around: Around, pick: Pick): { readonly input: object; readonly at: number } {
  const at = pick(body.length + 2);
  if (at === 0) return { input: { afterId: null }, at: 0 };
  const behind = body[at - 1];
  return behind ? { input: { afterId: idOf(behind, around) }, at } : { input: {}, at: body.length };
}

const updateArticle: Planner = (model, { articleId }, pick) => {
  const topics = ["Ports", "Trade", "Weather"].slice(0, pick(4));
  const draft: Partial<Text> = {
    ...(pick(2) === 0 ? { headline: `Headline ${pick(100)}` } : {}),
    ...(pick(2) === 0 ? { standfirst: pick(3) === 0 ? null : `Standfirst ${pick(100)}` } : {}),
    ...(pick(2) === 0 ? { topics } : {}),
  };
  return {
    ...ok,
    act: "updateArticle",
    input: { id: articleId, ...draft },
    change: (after) => withDraft(after, draft),
  };
};

const addParagraph: Planner = (model, around, pick) => {
  const [paragraph, claims] = newParagraph(model.claims, pick);
  const { input, at } = place(model.draft.body, around, pick);
  return {
    ...ok,
    act: "addParagraph",
    input: { articleId: around.articleId, ...input, paragraph: paragraphInput(paragraph, around) },
    change: (after) => ({ ...withDraft(after, { body: after.draft.body.toSpliced(at, 0, paragraph) }), claims }),
  };
};

/** A paragraph that the draft has, or had in the last revision. */
function someParagraph(model: Model, pick: Pick): Paragraph | null {
  const past = model.revisions.at(-1)?.text;
  return oneOf([...paragraphsOf(model.draft), ...(past && pick(4) === 0 ? paragraphsOf(past) : [])], pick);
}

function isInDraft(model: Model, id: string | null): boolean {
  return paragraphsOf(model.draft).some((paragraph) => paragraph.id === id);
}

const updateParagraph: Planner = (model, around, pick) => {
  const named = someParagraph(model, pick);
  if (!named?.id) return addParagraph(model, around, pick);
  const before = paragraphsOf(model.draft).find(({ id }) => id === named.id) ?? named;
  const [first = ""] = before.text.match(/Claim \d{4} stands/) ?? [];
  const words = claim(model.claims);
  const texts = [
    before.text,
    `Then: ${before.text}`,
    `${before.text} “${words},” they added.`,
    `Nothing. ${before.text.replace(first, "No more")}`,
  ];
  const text = texts[pick(texts.length)] ?? before.text;
  const isLost = before.quotes.some((quote) => !text.includes(quote.words));
  return {
    act: "updateParagraph",
    input: { id: before.id, text },
    isFound: isInDraft(model, before.id),
    refusal: isLost ? "ValidationError" : null,
    change: (after) => ({ ...replaced(after, { ...before, text }), claims: after.claims + 1 }),
  };
};

const addQuote: Planner = (model, around, pick) => {
  const named = someParagraph(model, pick);
  if (!named?.id) return addParagraph(model, around, pick);
  const before = paragraphsOf(model.draft).find(({ id }) => id === named.id) ?? named;
  const free = (before.text.match(/Claim \d{4} stands/g) ?? []).filter(
    (words) => !before.quotes.some((quote) => quote.words === words),
  );
  const words = oneOf(free, pick);
  const quote = { id: null, words: words ?? "Never said", speaker: speaker(pick) };
  return {
    act: "addQuote",
    input: { paragraphId: before.id, quote: quoteInput(quote, around) },
    isFound: isInDraft(model, before.id),
    refusal: words === null ? "ValidationError" : null,
    change: (after) => replaced(after, { ...before, quotes: inOrder(before.text, [...before.quotes, quote]) }),
  };
};

function someQuote(model: Model, pick: Pick): { readonly paragraph: Paragraph; readonly quote: Quote } | null {
  const all = paragraphsOf(model.draft).flatMap((paragraph) => paragraph.quotes.map((quote) => ({ paragraph, quote })));
  return oneOf(all, pick);
}

const updateQuote: Planner = (model, around, pick) => {
  const found = someQuote(model, pick);
  if (!found) return addQuote(model, around, pick);
  const { paragraph, quote } = found;
  const changed = { ...quote, speaker: speaker(pick) };
  const quotes = paragraph.quotes.map((each) => (each.id === quote.id ? changed : each));
  const speakerId = changed.speaker === null ? null : around.persons[changed.speaker];
  return {
    ...ok,
    act: "updateQuote",
    input: { id: quote.id, speakerId },
    change: (after) => replaced(after, { ...paragraph, quotes }),
  };
};

const removeQuote: Planner = (model, around, pick) => {
  const found = someQuote(model, pick);
  if (!found) return addQuote(model, around, pick);
  const { paragraph, quote } = found;
  const quotes = paragraph.quotes.filter((each) => each.id !== quote.id);
  return {
    ...ok,
    act: "removeQuote",
    input: { id: quote.id },
    change: (after) => replaced(after, { ...paragraph, quotes }),
  };
};

const embedPost: Planner = (model, around, pick) => {
  const post = pick(around.posts.length);
  const { input, at } = place(model.draft.body, around, pick);
  const isPlaced = model.draft.body.some((element) => element.kind === "post" && element.post === post);
  return {
    act: "embedPost",
    input: { articleId: around.articleId, ...input, post: { id: around.posts[post] } },
    isFound: true,
    refusal: isPlaced ? "ConflictError" : null,
    change: (after) => withDraft(after, { body: after.draft.body.toSpliced(at, 0, { kind: "post", post }) }),
  };
};

const removeElement: Planner = (model, around, pick) => {
  const { body } = model.draft;
  const at = pick(body.length + 1);
  const element = body[at];
  // One part more than there is: a post that was never placed, or was taken out.
  const absent = around.posts.findIndex((_, post) => !body.some((each) => each.kind === "post" && each.post === post));
  const elementId = element ? idOf(element, around) : (around.posts[absent] ?? "nonsense");
  return {
    act: "removeElement",
    input: { articleId: around.articleId, elementId },
    isFound: true,
    refusal: element ? null : "NotFoundError",
    change: (after) => withDraft(after, { body: after.draft.body.toSpliced(at, 1) }),
  };
};

const moveElement: Planner = (model, around, pick) => {
  const { body } = model.draft;
  const from = pick(body.length);
  const element = body[from];
  if (!element) return addParagraph(model, around, pick);
  const elementId = idOf(element, around);
  const input = { articleId: around.articleId, elementId };
  if (pick(6) === 0) {
    return {
      act: "moveElement",
      input: { ...input, afterId: elementId },
      isFound: true,
      refusal: "ConflictError",
      change: (after) => after,
    };
  }
  const others = body.toSpliced(from, 1);
  const { input: where, at } = place(others, around, pick);
  return {
    ...ok,
    act: "moveElement",
    input: { ...input, ...where },
    change: (after) => withDraft(after, { body: others.toSpliced(at, 0, element) }),
  };
};

/** Some parts go, some turn round, some lose their quotes, one may be new. */
const replaceBody: Planner = (model, around, pick) => {
  const kept = model.draft.body.filter(() => pick(4) !== 0);
  const turned = pick(2) === 0 ? kept.toReversed() : kept;
  const parts = turned.map((element): readonly [Element, object] => {
    if (element.kind === "post") return [element, { post: { id: around.posts[element.post] } }];
    const named = { id: element.id, text: element.text };
    if (pick(3) !== 0) return [element, { paragraph: named }];
    return [{ ...element, quotes: [] }, { paragraph: { ...named, quotes: [] } }];
  });
  const [paragraph, claims] = newParagraph(model.claims, pick);
  if (pick(2) === 0) parts.push([paragraph, { paragraph: paragraphInput(paragraph, around) }]);
  return {
    ...ok,
    act: "replaceBody",
    input: { articleId: around.articleId, body: parts.map(([, input]) => input) },
    change: (after) => ({ ...withDraft(after, { body: parts.map(([element]) => element) }), claims }),
  };
};

const restoreRevision: Planner = (model, { articleId }, pick) => {
  const number = 1 + pick(model.revisions.length + 1);
  const text = model.revisions[number - 1]?.text;
  return {
    act: "restoreRevision",
    input: { articleId, number },
    isFound: true,
    refusal: text ? null : "NotFoundError",
    change: (after) => {
      // What would be lost is put on record first.
      const replaced = { ...after, version: after.version - 1 };
      const isKept = after.revisions.at(-1)?.version === replaced.version;
      const { revisions } = isKept ? after : recorded(replaced);
      return recorded({ ...after, revisions, draft: text ?? after.draft });
    },
  };
};

const publishArticle: Planner = (model, { articleId }, pick) => {
  const note = pick(3) === 0 ? `Note ${pick(100)}` : null;
  const correction = note === null ? {} : { correction: { kind: "CORRECTION", note } };
  return {
    act: "publishArticle",
    input: { id: articleId, ...correction },
    isFound: true,
    refusal: note !== null && !model.wasPublished ? "ValidationError" : null,
    change: (after) => ({
      ...recorded(after),
      published: { text: after.draft, version: after.version },
      wasPublished: true,
      notes: note === null ? after.notes : [...after.notes, note],
    }),
  };
};

/** The acts that change what the draft says, and publishing, which also takes words. */
export const EDITS = {
  updateArticle,
  addParagraph,
  updateParagraph,
  addQuote,
  updateQuote,
  removeQuote,
  embedPost,
  removeElement,
  moveElement,
  replaceBody,
  restoreRevision,
  publishArticle,
} as const;
