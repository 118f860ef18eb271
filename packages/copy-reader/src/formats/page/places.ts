import type { AnyNode, Element } from "domhandler";
import { filter } from "domutils";
import type { DocumentImage } from "../document-parts.js";
import type { PlacedBlock } from "./blocks.js";
import type { PlacedImage } from "./images.js";

/** The order of what is in a document: of elements, and of the pieces of text between them. */
export class NodeOrder {
  readonly #places: ReadonlyMap<AnyNode, number>;

  constructor(root: Element) {
    this.#places = new Map(filter(() => true, root).map((node, place) => [node, place]));
  }

  /** The place of an element, or of one of its children; 0 where it is not in the document. */
  of(element: Element, child = -1): number {
    const node = element.children[child];
    return (node && this.#places.get(node)) ?? this.#places.get(element) ?? 0;
  }
}

/** The pictures of a document at their places among its blocks. */
export function placeImages(
  root: Element,
  images: readonly PlacedImage[],
  blocks: readonly PlacedBlock[],
): readonly DocumentImage[] {
  if (images.length === 0) return [];
  const order = new NodeOrder(root);
  const starts = blocks.map(({ element, child }) => order.of(element, child));
  return images.map(({ image, element }) => {
    const next = starts.findIndex((start) => start > order.of(element));
    return { ...image, before: next < 0 ? blocks.length : next };
  });
}
