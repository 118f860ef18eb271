import type { PublishingRules } from "../auth/work.js";
import { encodeNodeId } from "../graphql/node-id.js";
import { PublishingObstacle, type PublishingRule } from "./obstacles.type.js";

/** A figure of a text that is to be published. */
export interface PlacedFigure {
  /** The bare key. */
  readonly id: string;
  readonly imageId: string;
  /** Its own alternative text; null where the image's is used. */
  readonly alt: string | null;
  /** Place in the body; null for the lead image. */
  readonly position: number | null;
}

/** What the rules look at in an image. */
export interface UsedImage {
  readonly alt: string;
  readonly credit: string | null;
  /** The last day of its use, at midnight UTC; null without a limit. */
  readonly usableUntil: Date | null;
}

/** The rules that figures violate on an ISO day, in the order of the article. */
export function findObstacles(
  figures: readonly PlacedFigure[],
  images: ReadonlyMap<string, UsedImage>,
  rules: PublishingRules,
  day: string,
): readonly PublishingObstacle[] {
  const ordered = [...figures].sort((one, other) => (one.position ?? -1) - (other.position ?? -1));
  return ordered.flatMap((figure) => {
    const image = images.get(figure.imageId);
    return image ? obstaclesOf(figure, image, rules, day) : [];
  });
}

function obstaclesOf(
  { id, alt, position }: PlacedFigure,
  image: UsedImage,
  rules: PublishingRules,
  day: string,
): readonly PublishingObstacle[] {
  const path = position === null ? "leadImage" : `body[${position}]`;
  const usableUntil = image.usableUntil?.toISOString().slice(0, 10) ?? null;
  const isBlank = (text: string | null): boolean => (text ?? "").trim() === "";
  const elementId = encodeNodeId("Figure", id);
  const obstacles: PublishingObstacle[] = [];
  const add = (rule: PublishingRule, field: string, message: string): void =>
    void obstacles.push(new PublishingObstacle({ rule, path: `${path}.${field}`, message, elementId }));
  if (rules.requiresImageAlt && isBlank(alt ?? image.alt)) {
    add("IMAGE_ALT", "alt", "The picture has no alternative text.");
  }
  if (rules.requiresImageCredit && isBlank(image.credit)) {
    add("IMAGE_CREDIT", "image.credit", "The picture has no credit.");
  }
  if (rules.checksImageExpiry && usableUntil !== null && usableUntil < day) {
    add("IMAGE_USABLE_UNTIL", "image.usableUntil", `The picture may not be published after ${usableUntil}.`);
  }
  return obstacles;
}
