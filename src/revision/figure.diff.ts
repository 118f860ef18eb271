import type { DraftFigure } from "../draft/draft-value.js";
import { encodeNodeId } from "../graphql/node-id.js";
import { type Change, changeOf, type Compared, nameOf } from "./compared.js";

/** A figure in the revision that it is part of. */
export interface ComparedFigure {
  readonly side: Compared;
  readonly figure: DraftFigure;
}

/**
 * The changes of what a figure shows: its image, then the caption, alternative text and credit as they were shown, which
 * can also change with the image. Two images of one name are distinguished by their ids.
 */
export function compareFigures(path: string, before: ComparedFigure | null, after: ComparedFigure | null): Change[] {
  const [was, is] = [shownOf(before), shownOf(after)];
  const isNamesake = was?.name === is?.name && before?.figure.imageId !== after?.figure.imageId;
  const labelOf = (shown: Shown | null): string | null =>
    shown && (isNamesake ? `${shown.name} (${shown.imageId})` : shown.name);
  const texts = (["caption", "alt", "credit"] as const).flatMap((name) =>
    changeOf(`${path}.${name}`, was?.[name] ?? null, is?.[name] ?? null),
  );
  // Of a figure that is removed, its image is enough.
  return [...changeOf(path, labelOf(was), labelOf(is)), ...(after ? texts : [])];
}

interface Shown {
  readonly name: string;
  /** The global id. */
  readonly imageId: string;
  readonly caption: string | null;
  readonly alt: string | null;
  readonly credit: string | null;
}

function shownOf(compared: ComparedFigure | null): Shown | null {
  if (!compared) return null;
  const { side, figure } = compared;
  const image = side.images.get(figure.imageId);
  return {
    name: nameOf(side, figure.imageId),
    imageId: encodeNodeId("Image", figure.imageId),
    caption: (figure.caption ?? image?.caption) || null,
    alt: (figure.alt ?? image?.alt) || null,
    credit: image?.credit ?? null,
  };
}
