import { identityOf, uriOf } from "./addresses.js";
import type { LinkedData } from "./json-ld.shape.js";
import type { SyndicatedFigure } from "./syndicated.js";

/** A length as schema.org has them. The code of pixels is that of UN/CEFACT. */
function inPixels(value: number): LinkedData {
  return { "@type": "QuantitativeValue", value, unitCode: "E37" };
}

/** A picture as a schema.org ImageObject. Terms of use that are an address are its licence. */
export function describeImage({ image, caption, alt }: SyndicatedFigure): LinkedData {
  const { url, width, height, mediaType } = image.full;
  const licence = image.usageTerms === null ? null : uriOf(image.usageTerms);
  const optional = {
    caption,
    description: alt === "" ? null : alt,
    creditText: image.credit,
    copyrightNotice: image.copyright,
    license: licence,
    conditionsOfAccess: licence === null ? image.usageTerms : null,
  };
  return {
    "@type": "ImageObject",
    "@id": identityOf(image.id),
    url,
    contentUrl: url,
    encodingFormat: mediaType,
    width: inPixels(width),
    height: inPixels(height),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null)),
  };
}
