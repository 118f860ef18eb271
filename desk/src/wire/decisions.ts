import type {
  CopyPreviewFragment,
  ImportDecisionInput,
  PersonToNameFragment,
  ReasonFragment,
} from "../api/generated/graphql.ts";

type Element = CopyPreviewFragment["elements"][number];
type OfType<Name extends Element["__typename"]> = Extract<Element, { readonly __typename: Name }>;

/** A part of what was read that an editor decides on. */
export interface DecidedPart {
  readonly kind: "person" | "quote" | "post" | "image";
  readonly path: string;
  /** What was read. */
  readonly text: string;
  /** The person as read; null where the copy names none. */
  readonly name: string | null;
  /** The person of the newsroom that is taken for it. */
  readonly match: PersonToNameFragment | null;
  readonly candidates: readonly PersonToNameFragment[];
  /** How sure that is, from 0 to 1; null where nothing is to be sure of. */
  readonly confidence: number | null;
  readonly reasons: readonly ReasonFragment[];
}

/** What an editor decided on a part. */
export interface Decision {
  readonly isAccepted: boolean;
  /** Who it is after all. */
  readonly person?: PersonToNameFragment;
  /** The uploaded file of a picture. */
  readonly imageId?: string;
}

/** The decisions by the paths of their parts. */
export type Decisions = Readonly<Record<string, Decision>>;

/** The parts below this are worth a look. */
export const DOUBT = 0.8;

function quotePart(quote: OfType<"ImportedParagraph">["quotes"][number]): DecidedPart {
  const { path, text, speakerName, speakerRole, speaker, candidates, confidence, reasons } = quote;
  return {
    kind: "quote",
    path,
    text,
    name: speakerName ?? speakerRole,
    match: speaker,
    candidates,
    confidence,
    reasons,
  };
}

function partsOfElement(element: Element): readonly DecidedPart[] {
  if (element.__typename === "ImportedParagraph") return element.quotes.map(quotePart);
  const { path } = element;
  if (element.__typename === "ImportedImage") {
    const text = element.caption ?? element.alt ?? element.address;
    return [{ kind: "image", path, text, name: null, match: null, candidates: [], confidence: null, reasons: [] }];
  }
  const { url, authorName: name, candidates, confidence, reasons } = element;
  const text = element.text === "" ? (url ?? "") : element.text;
  return [{ kind: "post", path, text, name, match: null, candidates, confidence, reasons }];
}

/** Everything to decide on: the persons first, then the parts of the body in its order. */
export function decidedParts({ persons, elements }: CopyPreviewFragment): readonly DecidedPart[] {
  const people = persons.map(
    ({ path, name, role, match, candidates, matchConfidence, reasons, matchReasons }): DecidedPart => {
      const text = role === null ? name : `${name}, ${role}`;
      return {
        kind: "person",
        path,
        text,
        name,
        match,
        candidates,
        confidence: matchConfidence,
        reasons: matchReasons.length > 0 ? matchReasons : reasons,
      };
    },
  );
  return [...people, ...elements.flatMap(partsOfElement)];
}

/** The decisions as the API takes them. */
export function decisionInputs(decisions: Decisions): ImportDecisionInput[] {
  return Object.entries(decisions).map(([path, { isAccepted, person, imageId }]) => ({
    path,
    isAccepted,
    ...(person && isAccepted && { personId: person.id }),
    ...(imageId !== undefined && isAccepted && { imageId }),
  }));
}
