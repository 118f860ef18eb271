import { type Issues, RULES, type TextRule } from "../validation/issues.js";

/** The rules of the texts of an image. */
export const IMAGE_TEXTS = {
  alt: RULES.standfirst,
  headline: RULES.headline,
  caption: RULES.note,
  credit: RULES.line,
  copyright: RULES.line,
  usageTerms: RULES.note,
  place: RULES.line,
} as const satisfies Readonly<Record<string, TextRule>>;
export type ImageText = keyof typeof IMAGE_TEXTS;

/** The fields of an image that people write, as an input has them: absent fields stay, and null clears. */
export interface ImageFieldsInput extends Readonly<Partial<Record<ImageText, string | null>>> {
  readonly usableUntil?: string | null;
  readonly takenAt?: Date | null;
  readonly focalPoint?: { readonly x: number; readonly y: number } | null;
}

/** The columns of an image that people write. */
export interface ImageColumns extends Readonly<Record<Exclude<ImageText, "alt">, string | null>> {
  readonly alt: string;
  readonly usableUntil: Date | null;
  readonly takenAt: Date | null;
  readonly focalX: number | null;
  readonly focalY: number | null;
}

/** The columns after an input: what the input does not name is as it was before. */
export function readImageFields(
  input: ImageFieldsInput,
  before: ImageColumns,
  now: Date,
  issues: Issues,
): ImageColumns {
  const at = (field: string): string[] => ["input", field];
  const text = (name: ImageText): string | null =>
    input[name] === undefined ? before[name] : issues.optionalText(input[name], at(name), IMAGE_TEXTS[name]);
  const { usableUntil, takenAt, focalPoint } = input;
  if (focalPoint) expectWithin(focalPoint, at("focalPoint"), issues);
  return {
    alt: text("alt") ?? "",
    headline: text("headline"),
    caption: text("caption"),
    credit: text("credit"),
    copyright: text("copyright"),
    usageTerms: text("usageTerms"),
    place: text("place"),
    usableUntil: usableUntil === undefined ? before.usableUntil : usableUntil === null ? null : new Date(usableUntil),
    takenAt: takenAt === undefined ? before.takenAt : issues.moment(takenAt, at("takenAt"), now),
    focalX: focalPoint === undefined ? before.focalX : (focalPoint?.x ?? null),
    focalY: focalPoint === undefined ? before.focalY : (focalPoint?.y ?? null),
  };
}

function expectWithin(point: { readonly x: number; readonly y: number }, path: string[], issues: Issues): void {
  for (const axis of ["x", "y"] as const) {
    if (point[axis] >= 0 && point[axis] <= 1) continue;
    issues.add([...path, axis], "It must be from 0 to 1.", { reason: "OUT_OF_RANGE" });
  }
}
