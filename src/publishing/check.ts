import type { PublishingRules } from "../auth/work.js";
import type { DoubtfulQuote, Publishable } from "../draft/publishable.js";
import { encodeNodeId } from "../graphql/node-id.js";
import { dayInZone } from "../lib/day-in-zone.js";
import { embargoAt } from "./embargo.type.js";
import { findObstacles } from "./obstacles.js";
import { PublishingObstacle, type PublishingRule } from "./obstacles.type.js";

/**
 * Everything that is in the way of publishing a text at a moment, by the rules that publishing itself follows, and the
 * quotes that an editor should look at before, in the order of the article.
 */
export function checkPublishable(
  { embargoedUntil, figures, quotes }: Publishable,
  rules: PublishingRules,
  moment: Date,
): readonly PublishingObstacle[] {
  const images = new Map(
    figures.map(({ imageId, image }) => [
      imageId,
      { ...image, usableUntil: image.usableUntil === null ? null : new Date(image.usableUntil) },
    ]),
  );
  const ofFigures = findObstacles(figures, images, rules, dayInZone(moment, rules.timeZone));
  const ordered = [...ofFigures, ...quotes.flatMap(obstaclesOfQuote)].sort((a, b) => placeIn(a.path) - placeIn(b.path));
  return [...obstacleOfEmbargo(embargoedUntil, moment), ...ordered];
}

/** The place in the body that a path begins with; what is above the body comes first. */
function placeIn(path: string): number {
  const [, place = "-1"] = /^body\[(\d+)\]/u.exec(path) ?? [];
  return Number(place);
}

function obstacleOfEmbargo(until: string | null, moment: Date): readonly PublishingObstacle[] {
  const embargo = embargoAt({ embargoedUntil: until === null ? null : new Date(until) }, moment);
  if (!embargo) return [];
  return [new PublishingObstacle({ rule: "EMBARGO", path: "embargoedUntil", message: embargo.message })];
}

/** The rules that a quote violates; publishing refuses none of them. */
function obstaclesOfQuote(quote: DoubtfulQuote): readonly PublishingObstacle[] {
  const path = `body[${quote.position}].quotes[${quote.place}]`;
  const elementId = encodeNodeId("Paragraph", quote.paragraphId);
  const quoteId = encodeNodeId("Quote", quote.id);
  const about = (rule: PublishingRule, field: string, message: string): PublishingObstacle =>
    new PublishingObstacle({ rule, path: `${path}.${field}`, message, elementId, quoteId, isBlocking: false });
  const ofWords = {
    ALTERED: () => [about("QUOTE_ALTERED", "text", "Words of the quote differ from its source without a mark.")],
    NOT_FOUND: () => [about("QUOTE_NOT_FOUND", "text", "The source of the quote contains nothing similar.")],
    UNSOURCED: () =>
      quote.kind === "INDIRECT"
        ? []
        : [about("QUOTE_UNSOURCED", "source", "The quote has no source to check it against.")],
    EXACT: () => [],
    MARKED_EDIT: () => [],
    NOT_COMPARABLE: () => [],
  }[quote.verdict]();
  if (quote.isAttributed) return ofWords;
  return [...ofWords, about("QUOTE_UNATTRIBUTED", "speaker", "The quote has no speaker.")];
}
