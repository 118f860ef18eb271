import type { MarkInput } from "../marked-text/mark.type.js";
import { type Mark, normaliseMarks, safeHref } from "../marked-text/marks.js";
import type { Issues, Path } from "../validation/issues.js";
import { readOffsets } from "./span.js";

/** Reads the marks on a text, into which `offsetIn` moves their offsets. What is refused is reported and left out. */
export function readMarkInputs(
  inputs: readonly MarkInput[],
  text: string,
  offsetIn: (offset: number) => number,
  path: Path,
  issues: Issues,
): readonly Mark[] {
  const marks = inputs.flatMap((input, at): PlacedMark[] => {
    const place = [...path, String(at)];
    const mark = readMark({ ...input, start: offsetIn(input.start), end: offsetIn(input.end) }, text, place, issues);
    return mark ? [{ mark, path: place }] : [];
  });
  reportOverlaps(marks, issues);
  return normaliseMarks(
    text,
    marks.map(({ mark }) => mark),
  );
}

interface PlacedMark {
  readonly mark: Mark;
  readonly path: Path;
}

function readMark(input: MarkInput, text: string, path: Path, issues: Issues): Mark | null {
  const span = readOffsets(text, input, path, issues);
  const { kind } = input;
  if (kind !== "link") {
    if (input.href) issues.add([...path, "href"], "Only a LINK has an `href`.");
    return span && { kind, ...span };
  }
  const href = safeHref(input.href ?? "");
  if (href === null) {
    issues.add([...path, "href"], "A LINK needs an `href` that begins with http:// or https://.", {
      reason: "ADDRESS_NOT_HTTP",
    });
    return null;
  }
  return span && { kind, ...span, href };
}

/** Reports each mark that begins within an earlier one of its kind: two links cannot be on the same words. */
function reportOverlaps(marks: readonly PlacedMark[], issues: Issues): void {
  const ends = new Map<Mark["kind"], number>();
  const ordered = [...marks].sort((one, other) => one.mark.start - other.mark.start);
  for (const { mark, path } of ordered) {
    const end = ends.get(mark.kind) ?? 0;
    if (mark.start < end) issues.add(path, "It overlaps with another mark of its kind.", { reason: "OVERLAPPING" });
    ends.set(mark.kind, Math.max(end, mark.end));
  }
}
