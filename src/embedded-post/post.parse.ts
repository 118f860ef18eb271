import { readHandle } from "../person/handle.parse.js";
import type { References } from "./references.js";
import type { Issues, Path } from "../validation/issues.js";
import { RULES } from "../validation/issues.js";
import type { PostInput } from "./embedded-post.inputs.js";
import type { PostAvailability } from "./embedded-post.type.js";
import type { PostPlatform } from "../person/platform.type.js";

/** A post that the newsroom does not have yet, or has under other circumstances. */
export interface NewPost {
  readonly platform: PostPlatform;
  readonly url: string | null;
  readonly authorName: string;
  readonly authorHandle: string | null;
  /** A bare key. */
  readonly authorId: string | null;
  readonly text: string;
  readonly language: string | null;
  /** ISO day. */
  readonly postedOn: string | null;
  readonly postedAt: Date | null;
  readonly availability?: PostAvailability;
  /** The input that the post was read from; absent when a text or the program itself contains it. */
  readonly path?: Path;
}

const HOSTS: readonly (readonly [RegExp, PostPlatform])[] = [
  [/(^|\.)(x|twitter)\.com$/, "X"],
  [/(^|\.)bsky\.(app|social)$/, "BLUESKY"],
  [/(^|\.)threads\.(net|com)$/, "THREADS"],
  [/(^|\.)(facebook\.com|fb\.watch)$/, "FACEBOOK"],
  [/(^|\.)instagram\.com$/, "INSTAGRAM"],
  [/(^|\.)(t\.me|telegram\.me)$/, "TELEGRAM"],
  [/(^|\.)tiktok\.com$/, "TIKTOK"],
  [/(^|\.)(youtube\.com|youtu\.be)$/, "YOUTUBE"],
  [/(^|\.)truthsocial\.com$/, "TRUTH_SOCIAL"],
  [/(^|\.)mastodon\.|(^|\.)mstdn\./, "MASTODON"],
];

/** The platform whose posts have addresses like this one; OTHER when it is none that is known by its host. */
export function platformOf(url: string): PostPlatform {
  const { hostname } = new URL(url);
  return HOSTS.find(([host]) => host.test(hostname))?.[1] ?? "OTHER";
}

/** Reads a new post; null where it lacks what a post needs, which is reported. */
export function readNewPost(
  input: PostInput,
  path: Path,
  issues: Issues,
  references: References,
  now: Date,
): NewPost | null {
  const at = (field: string): Path => [...path, field];
  const url = issues.url(input.url, at("url"));
  const platform = input.platform ?? (url === null ? null : platformOf(url));
  if (platform === null)
    issues.add(at("platform"), "A post without an address needs its platform.", { reason: "REQUIRED" });
  if (typeof input.authorName !== "string")
    issues.add(at("authorName"), "A new post needs its author's name.", { reason: "REQUIRED" });
  if (typeof input.text !== "string") issues.add(at("text"), "A new post needs its text.", { reason: "REQUIRED" });
  if (platform === null || typeof input.authorName !== "string" || typeof input.text !== "string") return null;
  const postedAt = issues.moment(input.postedAt, at("postedAt"), now);
  const postedOn = issues.day(input.postedOn, at("postedOn"), now);
  return {
    platform,
    url,
    authorName: issues.text(input.authorName, at("authorName"), RULES.line),
    authorHandle: readHandle(input.authorHandle, at("authorHandle"), issues),
    authorId: references.key("Person", input.authorId, at("authorId"), issues),
    text: issues.text(input.text, at("text"), RULES.post),
    language: typeof input.language === "string" ? issues.language(input.language, at("language")) : null,
    postedOn: postedOn ?? postedAt?.toISOString().slice(0, 10) ?? null,
    postedAt,
    path,
  };
}
