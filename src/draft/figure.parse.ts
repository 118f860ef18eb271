import type { References } from "../embedded-post/references.js";
import { type Issues, type Path, RULES } from "../validation/issues.js";
import type { DraftFigure } from "./draft-value.js";
import type { FigureInput } from "./figure.inputs.js";

/** What a figure is read with. */
export interface FigureReading {
  readonly issues: Issues;
  readonly references: References;
  readonly newId: () => string;
}

/**
 * Reads a figure. An existing one, `before`, keeps the texts that the input leaves out, unless it shows another
 * image: they describe what it showed.
 */
export function readFigureInput(
  input: FigureInput,
  before: DraftFigure | null,
  path: Path,
  { issues, references, newId }: FigureReading,
): DraftFigure | null {
  const imageId = references.key("Image", input.imageId, [...path, "imageId"], issues);
  const kept = before?.imageId === imageId ? before : null;
  const textOf = (name: "caption" | "alt"): string | null =>
    input[name] === undefined ? (kept?.[name] ?? null) : issues.optionalText(input[name], [...path, name], RULES[name]);
  const caption = textOf("caption");
  // An empty caption hides that of the image.
  const words = { caption: typeof input.caption === "string" ? (caption ?? "") : caption, alt: textOf("alt") };
  return imageId === null ? null : { kind: "figure", id: before?.id ?? newId(), imageId, ...words };
}
