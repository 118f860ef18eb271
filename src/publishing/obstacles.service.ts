import { DEFAULT_PUBLISHING_RULES, type Work } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import type { Draft } from "../draft/draft-value.js";
import { lockAndReadImages } from "../image/locked-images.service.js";
import { dayInZone } from "../lib/day-in-zone.js";
import { findObstacles, type PlacedFigure } from "./obstacles.js";
import type { PublishingObstacle } from "./obstacles.type.js";

/** The figures of a draft with their places. */
export function placedFigures({ leadImage, body }: Draft): readonly PlacedFigure[] {
  const inBody = body.flatMap((part, position) => (part.kind === "figure" ? [{ ...part, position }] : []));
  return leadImage ? [{ ...leadImage, position: null }, ...inBody] : inBody;
}

/**
 * What keeps a text with these figures from being published at a moment. To be called after all other locks: the images are
 * locked, so that none changes before the transaction ends.
 */
export async function readObstacles(
  { rules = DEFAULT_PUBLISHING_RULES }: Work,
  tx: Transaction,
  figures: readonly PlacedFigure[],
  moment: Date,
): Promise<readonly PublishingObstacle[]> {
  if (figures.length === 0) return [];
  const images = await lockAndReadImages(
    tx,
    figures.map(({ imageId }) => imageId),
  );
  return findObstacles(figures, images, rules, dayInZone(moment, rules.timeZone));
}
