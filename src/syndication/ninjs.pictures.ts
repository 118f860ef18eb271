import { identityOf } from "./addresses.js";
import type { NinjsAssociation, NinjsText } from "./ninjs.shape.js";
import type { ImageRendition, SyndicatedArticle, SyndicatedFigure } from "./syndicated.js";

/** A picture as a separate item: the credit names its author, the caption and the alternative text describe it. */
export function describePicture(article: SyndicatedArticle, figure: SyndicatedFigure): NinjsAssociation {
  const { image, caption, alt } = figure;
  const { headline, credit, copyright, usageTerms, takenAt, place } = image;
  return {
    name: headline ?? caption ?? (alt === "" ? "Picture" : alt),
    rel: figure === article.leadImage ? "leadImage" : "bodyImage",
    uri: identityOf(image.id),
    type: "picture",
    language: article.language,
    ...(headline === null ? {} : { headlines: [{ role: "main", contentType: "text/plain", value: headline }] }),
    descriptions: describeTexts({ caption, alternativeText: alt === "" ? null : alt }),
    ...(credit === null ? {} : { by: credit }),
    ...(copyright === null ? {} : { copyrightNotice: copyright }),
    ...(usageTerms === null ? {} : { usageTerms }),
    ...(takenAt === null ? {} : { contentCreated: takenAt }),
    ...(place === null ? {} : { located: place }),
    renditions: [image.full, ...image.renditions].map((rendition, at) => describeRendition(rendition, at)),
    altIds: [
      { role: "id", value: image.id },
      { role: "sha256", value: image.contentHash },
    ],
  };
}

function describeTexts(texts: Readonly<Record<string, string | null>>): readonly NinjsText[] {
  return Object.entries(texts).flatMap(([role, value]) =>
    value === null ? [] : [{ role, contentType: "text/plain", value }],
  );
}

function describeRendition({ url, mediaType, width, height }: ImageRendition, at: number) {
  return { name: at === 0 ? "full" : `w${width}`, href: url, contentType: mediaType, width, height };
}
