import type { DocumentImage } from "../document-parts.js";
import type { PlacedBlock } from "./blocks.js";
import type { PlacedImage } from "./images.js";
import type { Element } from "./tree.js";

/** The order of what is in a document: of elements, and of the pieces of text between them. */
export class NodeOrder {
  readonly #elements = new Map<Element, number>();
  readonly #children = new Map<Element, readonly number[]>();
  #next = 0;

  constructor(root: Element) {
    this.#count(root);
  }

  /** The place of an element, or of one of its children; 0 where it is not in the document. */
  of(element: Element, child = -1): number {
    return this.#children.get(element)?.[child] ?? this.#elements.get(element) ?? 0;
  }

  #count(element: Element): void {
    this.#elements.set(element, this.#next++);
    const places = element.children.map((child) => {
      const place = this.#next;
      if (typeof child === "string") this.#next += 1;
      else this.#count(child);
      return place;
    });
    this.#children.set(element, places);
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
