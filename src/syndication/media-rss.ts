import { element, textElement } from "./markup.js";
import { picturesOf, type SyndicatedArticle, type SyndicatedFigure } from "./syndicated.js";

/** The namespace of Media RSS 1.5.1, which Atom feeds use too. */
export const MEDIA_NAMESPACE = "http://search.yahoo.com/mrss/";

/** Every picture of an article as Media RSS has it, the lead image as the default one. */
export function renderMedia(article: SyndicatedArticle): string {
  return picturesOf(article)
    .map((figure) => renderContent(figure, figure === article.leadImage))
    .join("");
}

function renderContent({ image, caption, alt }: SyndicatedFigure, isDefault: boolean): string {
  const { url, mediaType, width, height } = image.full;
  const attributes = {
    url,
    type: mediaType,
    medium: "image",
    isDefault: isDefault ? "true" : null,
    width: String(width),
    height: String(height),
  };
  const parts = [
    textElement("media:title", alt === "" ? null : alt, { type: "plain" }),
    textElement("media:description", caption, { type: "plain" }),
    textElement("media:credit", image.credit),
    textElement("media:copyright", image.copyright),
  ];
  return element("media:content", attributes, parts.join(""));
}
