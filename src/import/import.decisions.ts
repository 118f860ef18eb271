import type { References } from "../embedded-post/references.js";
import type { Issues } from "../validation/issues.js";
import type { Meant } from "./import.persons.js";
import type { ImportDecisionInput } from "./import.type.js";
import type { CopyStory, StoryElement, StoryImage } from "@dateline/copy-reader";

/** What an editor decided on one part of a story; the keys are bare. */
export interface Decision {
  readonly isAccepted: boolean;
  /** Who it is after all. */
  readonly personId: string | null;
  /** The image of the newsroom that a picture is. */
  readonly imageId: string | null;
}

/** The decisions on a story by the paths of its parts. What has none is accepted as it was read. */
export type Decisions = ReadonlyMap<string, Decision>;

/** The path of a quote, by the places of its paragraph among the elements and of itself in there. */
export function quotePath(element: number, quote: number): string {
  return `elements[${element}].quotes[${quote}]`;
}

/** The path of a post, by its place among the elements. */
export function postPath(element: number): string {
  return `elements[${element}]`;
}

/** The path of a picture, by its place among the pictures. */
export function imagePath(image: number): string {
  return `images[${image}]`;
}

/** The path of a person, by their place among the persons. */
export function personPath(person: number): string {
  return `persons[${person}]`;
}

type PartKind = "quote" | "post" | "image" | "person";

function partsOf({ elements, images = [], persons }: CopyStory): ReadonlyMap<string, PartKind> {
  const inBody = elements.flatMap((element, at): (readonly [string, PartKind])[] =>
    element.kind === "post"
      ? [[postPath(at), "post"]]
      : element.quotes.map((_quote, place) => [quotePath(at, place), "quote"] as const),
  );
  return new Map<string, PartKind>([
    ...inBody,
    ...images.map((_image, at) => [imagePath(at), "image"] as const),
    ...persons.map((_person, at) => [personPath(at), "person"] as const),
  ]);
}

/** Reads the decisions on a story, whose persons and images `references` has to look up. Reports all that name nothing. */
export function readDecisions(
  story: CopyStory,
  inputs: readonly ImportDecisionInput[],
  references: References,
  issues: Issues,
): Decisions {
  const parts = partsOf(story);
  const decisions = new Map<string, Decision>();
  for (const [at, { path, isAccepted, personId, imageId }] of inputs.entries()) {
    const own = ["input", "decisions", String(at)];
    const kind = parts.get(path);
    if (!kind) issues.add([...own, "path"], `Nothing of this path was read: ${JSON.stringify(path.slice(0, 80))}.`);
    if (decisions.has(path)) issues.add([...own, "path"], "Another decision is about the same part.");
    if (kind === "image" && personId) issues.add([...own, "personId"], "A picture is no person.");
    if (kind !== "image" && imageId) issues.add([...own, "imageId"], "Only a picture can be an image.");
    decisions.set(path, {
      isAccepted,
      personId: references.key("Person", personId, [...own, "personId"], issues),
      imageId: references.key("Image", imageId, [...own, "imageId"], issues),
    });
  }
  return decisions;
}

/** An image that a picture of a story is. */
export interface TakenImage {
  /** The bare key. */
  readonly imageId: string;
  /** What the copy says, where the image says something else; null where the words of the image hold. */
  readonly caption: string | null;
  readonly alt: string | null;
  /** The credit of the image. */
  readonly credit: string | null;
}

/** An image for the draft, and whether the import took it over or an editor named it. */
export type DecidedImage = Pick<TakenImage, "imageId" | "caption" | "alt"> & { readonly isNamed: boolean };

/** A story as it is written after the decisions. */
export interface DecidedStory {
  readonly story: CopyStory;
  /** The keys in the story of those who write it. */
  readonly authorKeys: readonly string[];
  /** The bare keys of persons of the newsroom, by their keys in the story. */
  readonly known: ReadonlyMap<string, string>;
  /** The keys in the story of persons who are no part of the draft. */
  readonly left: ReadonlySet<string>;
  /** The images that pictures of the story are. */
  readonly images: ReadonlyMap<StoryImage, DecidedImage>;
}

/** A story as it was read, before any decision. */
export interface UndecidedStory extends Pick<DecidedStory, "story" | "authorKeys"> {
  /** The persons of the newsroom who may be one of the story, by the key in the story. */
  readonly meant: (key: string | null) => Meant;
  /** The images that were taken over, by the places of their pictures. */
  readonly taken: ReadonlyMap<number, TakenImage>;
}

/** Applies the decisions. What is refused is left out, with the persons that nothing of the story refers to any more. */
export function decideStory(read: UndecidedStory, decisions: Decisions): DecidedStory {
  return new Deciding(read, decisions).decided();
}

type StoryPost = Extract<StoryElement, { kind: "post" }>;
type StoryParagraph = Extract<StoryElement, { kind: "paragraph" }>;

class Deciding {
  readonly #known = new Map<string, string>();
  readonly #refused = new Set<string>();

  readonly read: CopyStory;
  readonly authorKeys: readonly string[];
  readonly meant: UndecidedStory["meant"];
  readonly taken: UndecidedStory["taken"];

  constructor(
    { story, authorKeys, meant, taken }: UndecidedStory,
    readonly decisions: Decisions,
  ) {
    this.read = story;
    this.authorKeys = authorKeys;
    this.meant = meant;
    this.taken = taken;
  }

  decided(): DecidedStory {
    for (const [at, { key }] of this.read.persons.entries()) {
      const decision = this.decisions.get(personPath(at));
      if (decision && !decision.isAccepted) this.#refused.add(key);
      else if (decision?.personId) this.#known.set(key, decision.personId);
    }
    const authorKeys = this.authorKeys.filter((key) => !this.#refused.has(key));
    const { elements, places } = this.#elements();
    const images = (this.read.images ?? []).map((image) => ({ ...image, before: places[image.before] ?? 0 }));
    const story = { ...this.read, elements, images };
    const left = new Set([...this.#refused, ...this.#unused(story, authorKeys)]);
    return { story, authorKeys, known: this.#known, left, images: this.#images(images) };
  }

  /** What is kept of the body, and for each place in the body, the end included, the place that it has then. */
  #elements(): { readonly elements: readonly StoryElement[]; readonly places: readonly number[] } {
    const isKept = ({ kind }: StoryElement, at: number): boolean => kind !== "post" || this.#isAccepted(postPath(at));
    const kept = this.read.elements.map(isKept);
    const places = [...kept, true].map((_kept, at) => kept.slice(0, at).filter(Boolean).length);
    const elements = this.read.elements.flatMap((element, at) => {
      if (!kept[at]) return [];
      return [element.kind === "post" ? this.#post(element, at) : this.#paragraph(element, at, kept, places)];
    });
    return { elements, places };
  }

  #post(post: StoryPost, at: number): StoryPost {
    return { ...post, authorKey: this.#person(postPath(at), post.authorKey) };
  }

  #paragraph(
    paragraph: StoryParagraph,
    at: number,
    kept: readonly boolean[],
    places: readonly number[],
  ): StoryParagraph {
    const quotes = paragraph.quotes.flatMap((quote, place) => {
      const path = quotePath(at, place);
      if (!this.#isAccepted(path)) return [];
      const { sourcePost } = quote;
      const source = sourcePost !== null && kept[sourcePost] ? (places[sourcePost] ?? null) : null;
      const speakerRole = this.#isOther(path, quote.speakerKey) ? null : quote.speakerRole;
      return [{ ...quote, speakerKey: this.#person(path, quote.speakerKey), speakerRole, sourcePost: source }];
    });
    return { ...paragraph, quotes };
  }

  /** Whether a decision names another person than the copy does; then the office in the copy is not theirs. */
  #isOther(path: string, key: string | null): boolean {
    const personId = this.decisions.get(path)?.personId ?? null;
    return personId !== null && key !== null && !this.meant(key).candidates.includes(personId);
  }

  #isAccepted(path: string): boolean {
    return this.decisions.get(path)?.isAccepted ?? true;
  }

  /** The key in the story of the person of a part, after the decisions on the part and on the person. */
  #person(path: string, key: string | null): string | null {
    const personId = this.decisions.get(path)?.personId ?? null;
    if (personId === null) return key !== null && this.#refused.has(key) ? null : key;
    const decided = `person ${personId}`;
    this.#known.set(decided, personId);
    return decided;
  }

  /** Persons that a part of the story referred to, and none refers to after the decisions. */
  #unused(story: CopyStory, authorKeys: readonly string[]): readonly string[] {
    const now = referredTo(story, authorKeys);
    return [...referredTo(this.read, this.authorKeys)].filter((key) => !now.has(key));
  }

  #images(images: readonly StoryImage[]): ReadonlyMap<StoryImage, DecidedImage> {
    return new Map(
      images.flatMap((image, at) => {
        const decision = this.decisions.get(imagePath(at));
        if (decision && !decision.isAccepted) return [];
        const placed = decision?.imageId ? named(image, decision.imageId) : this.taken.get(at);
        return placed ? [[image, { isNamed: false, ...placed }] as const] : [];
      }),
    );
  }
}

/** The image that an editor named for a picture, with the words of the copy. */
function named({ caption, alt }: StoryImage, imageId: string): DecidedImage {
  return { imageId, caption, alt: alt === "" ? null : alt, isNamed: true };
}

function referredTo({ elements }: CopyStory, authorKeys: readonly string[]): ReadonlySet<string> {
  const keys = elements.flatMap((element) =>
    element.kind === "post" ? [element.authorKey] : element.quotes.map(({ speakerKey }) => speakerKey),
  );
  return new Set([...keys, ...authorKeys].filter((key) => key !== null));
}
