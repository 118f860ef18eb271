import type { StoryImage } from "../../story/story-value.js";
import { asObject, asObjects, asText } from "./values.js";

type Item = Readonly<Record<string, unknown>>;

/** The pictures that a ninjs item is associated with: a list of items in version 3, items by their names before. */
export function readPictures(item: Item): readonly StoryImage[] {
  const associated = item["associations"];
  const items = Array.isArray(associated) ? associated : Object.values(asObject(associated) ?? {});
  return items.flatMap((each) => readPicture(asObject(each)) ?? []);
}

function readPicture(item: Item | null): StoryImage | null {
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
