import { refuse, type Work } from "../auth/work.js";
import { decodeNodeId, encodeNodeId } from "../graphql/node-id.js";
import { ConflictError, NotFoundError, type UserError } from "../graphql/user-errors.js";
import { Issues, type Path } from "../validation/issues.js";
import { type DraftElement, figuresIn } from "../draft/draft-value.js";
import { readFigureInput } from "../draft/figure.parse.js";
import { settleBody } from "../draft/settle-body.service.js";
import type { WrittenArticle, WrittenPart } from "../draft/written.js";
import type { ReadElement } from "../draft/body.parse.js";
import { type ArticleChange, bodyReaderFor, editArticle, type EditedPart, editPart } from "../draft/change.service.js";
import type {
  AddFigureInput,
  AddParagraphInput,
  ElementPlace,
  EmbedPostInput,
  MoveElementInput,
  RemoveElementInput,
  UpdateFigureInput,
  UpdateParagraphInput,
} from "./body-edit.inputs.js";

/** The types of a body's parts, as global ids name them. */
const PART_TYPES = { paragraph: "Paragraph", post: "EmbeddedPost", figure: "Figure" } as const;

/** The position of a part in a body. Refuses if it is not there. */
function placeOf(body: readonly DraftElement[], id: string, path: Path): number {
  const found = decodeNodeId(id);
  const at = body.findIndex((element) => element.id === found?.uuid && PART_TYPES[element.kind] === found.type);
  return at >= 0
    ? at
    : refuse(new NotFoundError("There is no paragraph, post or figure of this id in the body of the draft.", path));
}

/** The index for an element: after another one, or at the end that `position`, or the absence of `afterId`, names. */
function indexFor(body: readonly DraftElement[], { afterId, position }: ElementPlace): number {
  if (typeof afterId === "string") return placeOf(body, afterId, ["input", "afterId"]) + 1;
  const end = position ?? (afterId === null ? "FIRST" : "LAST");
  return end === "FIRST" ? 0 : body.length;
}

/** Reports a place that is named in two ways. */
function checkPlace({ afterId, position }: ElementPlace, issues: Issues): void {
  if (typeof afterId !== "string" || !position) return;
  issues.add(
    ["input", "position"],
    "Either `afterId` or `position` names the place; set `afterId` to null or leave it out.",
  );
}

/** Completes one new part and puts it into the body. */
async function insertPart(
  work: Work,
  { tx, draft, now }: ArticleChange,
  place: ElementPlace,
  read: (reader: ReturnType<typeof bodyReaderFor>) => ReadElement | null,
): Promise<EditedPart> {
  const reader = bodyReaderFor(work, draft, now);
  checkPlace(place, reader.issues);
  const part = read(reader);
  const [element] = await settleBody(work, tx, reader, part ? [part] : []);
  // Without an element there was an issue, and with an issue settling has refused.
  if (!element) throw new Error("A part was read without an issue and without a result.");
  if (draft.body.some(({ id }) => id === element.id)) {
    refuse(new ConflictError("The post is already in this article.", ["input", "post"], "POST_IN_ARTICLE"));
  }
  const at = indexFor(draft.body, place);
  return { draft: { ...draft, body: draft.body.toSpliced(at, 0, element) }, partId: element.id };
}

/** Adds a paragraph with its quotes. */
export function addParagraph(work: Work, input: AddParagraphInput): Promise<WrittenPart | UserError> {
  const target = { id: input.articleId, expectedVersion: input.expectedVersion, field: "articleId" };
  return editPart(work, target, "addParagraph", (at) =>
    insertPart(work, at, input, (reader) => {
      const path = ["input", "paragraph"];
      if (input.paragraph.id) reader.issues.add([...path, "id"], "A new paragraph has no id yet.");
      return reader.paragraph({ ...input.paragraph, id: null }, path);
    }),
  );
}

/** Places a post in the body: one that the newsroom has, or a new one. */
export function embedPost(work: Work, input: EmbedPostInput): Promise<WrittenPart | UserError> {
  const target = { id: input.articleId, expectedVersion: input.expectedVersion, field: "articleId" };
  return editPart(work, target, "embedPost", (at) =>
    insertPart(work, at, input, (reader) => reader.post(input.post, ["input", "post"])),
  );
}

/** Places an image in the body. */
export function addFigure(work: Work, input: AddFigureInput): Promise<WrittenPart | UserError> {
  const target = { id: input.articleId, expectedVersion: input.expectedVersion, field: "articleId" };
  return editPart(work, target, "addFigure", (at) =>
    insertPart(work, at, input, (reader) => {
      const path = ["input", "figure"];
      if (input.figure.id) reader.issues.add([...path, "id"], "A new figure has no id yet.");
      return reader.figure({ ...input.figure, id: null }, path);
    }),
  );
}

/** Changes a figure of the body, or the lead image. */
export function updateFigure(work: Work, input: UpdateFigureInput): Promise<WrittenPart | UserError> {
  const target = { ...input, type: "Figure" } as const;
  return editPart(work, target, "updateFigure", async ({ tx, draft, now, key }) => {
    const reader = bodyReaderFor(work, draft, now);
    const before = figuresIn(draft).find(({ id }) => id === key);
    if (!before) throw new Error("The draft was found by its figure.");
    const imageId = input.imageId ?? encodeNodeId("Image", before.imageId);
    const figure = readFigureInput({ ...input, imageId }, before, ["input"], reader);
    await settleBody(work, tx, reader, figure ? [figure] : []);
    if (draft.leadImage?.id === key) return { draft: { ...draft, leadImage: figure }, partId: key };
    const body = draft.body.map((each) => (figure && each.id === key ? figure : each));
    return { draft: { ...draft, body }, partId: key };
  });
}

/** Changes a paragraph; its quotes keep their words, or the write is refused. */
export function updateParagraph(work: Work, input: UpdateParagraphInput): Promise<WrittenPart | UserError> {
  const target = { ...input, type: "Paragraph" } as const;
  return editPart(work, target, "updateParagraph", async ({ tx, draft, now, key }) => {
    const reader = bodyReaderFor(work, draft, now);
    const { expectedVersion: _, ...changes } = input;
    const isEmpty = Object.entries(changes).every(([name, value]) => name === "id" || (value ?? null) === null);
    if (isEmpty) reader.issues.add(["input"], "Name what changes: `text`, `html`, `style`, `marks` or `quotes`.");
    const paragraph = reader.paragraph(changes, ["input"]);
    const [element] = await settleBody(work, tx, reader, paragraph ? [paragraph] : []);
    const body = draft.body.map((each) => (element && each.id === key ? element : each));
    return { draft: { ...draft, body }, partId: key };
  });
}

/** Takes a paragraph with its quotes, a post or a figure out of the body. The post or image itself stays in the newsroom. */
export function removeElement(work: Work, input: RemoveElementInput): Promise<WrittenArticle | UserError> {
  const target = { id: input.articleId, expectedVersion: input.expectedVersion, field: "articleId" };
  return editArticle(work, target, "removeElement", async ({ draft }) => {
    const at = placeOf(draft.body, input.elementId, ["input", "elementId"]);
    return { ...draft, body: draft.body.toSpliced(at, 1) };
  });
}

/** Moves an element of the body after another one, or to one of the ends. */
export function moveElement(work: Work, input: MoveElementInput): Promise<WrittenArticle | UserError> {
  const target = { id: input.articleId, expectedVersion: input.expectedVersion, field: "articleId" };
  return editArticle(work, target, "moveElement", async ({ draft }) => {
    const issues = new Issues();
    checkPlace(input, issues);
    if (issues.error) refuse(issues.error);
    const at = placeOf(draft.body, input.elementId, ["input", "elementId"]);
    const moved = draft.body.slice(at, at + 1);
    if (input.afterId === input.elementId) {
      refuse(new ConflictError("An element cannot be placed after itself.", ["input", "afterId"], "SAME_OBJECT"));
    }
    const others = draft.body.toSpliced(at, 1);
    return { ...draft, body: others.toSpliced(indexFor(others, input), 0, ...moved) };
  });
}
