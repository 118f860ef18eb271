import type { SyndicatedFigure } from "../../src/syndication/syndicated.js";

/** A figure with a picture that has everything. */
export function figure(
  fields: Partial<SyndicatedFigure> = {},
  image: Partial<SyndicatedFigure["image"]> = {},
): SyndicatedFigure {
  const at = (width: number, height: number, mediaType: string) => ({
    url: `https://lantern.example/images/AZrgQuay/${width}x${height}.kUm8.${mediaType.slice("image/".length)}`,
    width,
    height,
    mediaType,
  });
  return {
    kind: "figure",
    id: "fig_1AAAAAAAAAAAAAAAAAAAAA",
    caption: "The old quay at <dawn>.",
    alt: "A quay & two boats",
    image: {
      id: "img_quayAAAAAAAAAAAAAAAAAA",
      contentHash: "0a1b".repeat(16),
      width: 1200,
      height: 800,
      headline: "Quay",
      credit: "Ada Moss / Lantern",
      copyright: "© 2026 The Lantern Post",
      usageTerms: "Once, in print and online",
      takenAt: "2026-09-04T05:30:00Z",
      place: "Port Malden",
      full: at(1200, 800, "image/jpeg"),
      renditions: [at(480, 320, "image/webp"), at(1200, 800, "image/webp")],
      ...image,
    },
    ...fields,
  };
}
