import type { ShownImage } from "../../story/story-value.js";
import { asObject, asObjects, asText } from "./values.js";

type Item = Readonly<Record<string, unknown>>;

/** Names of the association with the picture of the whole story. */
const LEAD = /^(?:main|lead|featured?(?:-?(?:media|image))?|hero|teaser|top)/iu;

/** The pictures that a ninjs item is associated with: a list of items in version 3, items by their names before. */
export function readPictures(item: Item): readonly ShownImage[] {
  const associated = item["associations"];
  const named = Array.isArray(associated)
    ? associated.map((each): readonly [unknown, unknown] => [asObject(each)?.["name"], each])
    : Object.entries(asObject(associated) ?? {});
  return named.flatMap(([name, each]) => {
    const picture = readPicture(asObject(each));
    return picture ? [{ ...picture, isLead: LEAD.test(asText(name) ?? "") }] : [];
  });
}

function readPicture(item: Item | null): ShownImage | null {
  if (!item || asText(item["type"]) !== "picture") return null;
  const url = addressOf(item);
  if (url === null) return null;
  const described = (role: RegExp): string | null =>
    asText(asObjects(item["descriptions"]).find((each) => role.test(asText(each["role"]) ?? ""))?.["value"]);
  const credit = ["by", "creditline", "byline", "copyrightNotice", "copyrightnotice"].map((name) => asText(item[name]));
  return {
    url,
    caption: described(/caption/iu) ?? asText(item["description_caption"]) ?? asText(item["description_text"]),
    credit: credit.find((each) => each !== null) ?? null,
    alt: described(/alt/iu) ?? "",
    isLead: false,
    line: 1,
  };
}

/** The address of its largest rendition. */
function addressOf({ renditions }: Item): string | null {
  const all = Array.isArray(renditions) ? renditions : Object.values(asObject(renditions) ?? {});
  const images = all.flatMap((each) => {
    const rendition = asObject(each);
    const href = asText(rendition?.["href"]);
    const type = asText(rendition?.["contentType"]) ?? asText(rendition?.["mimetype"]) ?? "image/";
    const width = rendition?.["width"];
    return href === null || !type.startsWith("image/") ? [] : [{ href, width: typeof width === "number" ? width : 0 }];
  });
  return images.reduce<(typeof images)[number] | null>((a, b) => (a && a.width >= b.width ? a : b), null)?.href ?? null;
}
