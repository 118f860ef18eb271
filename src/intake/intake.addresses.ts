import type { WirePlatform } from "../wire/wire.story.js";

/** The address of a post: where it leads and what it says of its author. */
export interface PostAddress {
  readonly platform: WirePlatform;
  /** Without what only tracks its reader. */
  readonly url: string;
  /** With its leading @, null when the address has none. */
  readonly handle: string | null;
}

interface AddressForm {
  readonly platform: WirePlatform;
  readonly host: RegExp;
  readonly path: RegExp;
  /** The parameters that are part of the address. */
  readonly kept?: readonly string[];
}

const FORMS: readonly AddressForm[] = [
  { platform: "X", host: /(?:^|\.)(?:twitter|x)\.com$/, path: /^\/(?<user>\w{1,20})\/status(?:es)?\/\d+/ },
  { platform: "BLUESKY", host: /(?:^|\.)bsky\.app$/, path: /^\/profile\/(?<user>[^/]+)\/post\/\w+/ },
  { platform: "THREADS", host: /(?:^|\.)threads\.(?:net|com)$/, path: /^\/(?:@(?<user>[\w.]+)\/post|t)\/[\w-]+/ },
  { platform: "INSTAGRAM", host: /(?:^|\.)instagram\.com$/, path: /^\/(?:(?<user>[\w.]+)\/)?(?:p|reel|tv)\/[\w-]+/ },
  {
    platform: "FACEBOOK",
    host: /(?:^|\.)facebook\.com$/,
    path: /^\/(?:[^/]+\/(?:posts|videos|photos)\/|(?:permalink|story|photo|watch|reel|share)\b)/,
    kept: ["story_fbid", "id", "fbid", "v"],
  },
  { platform: "TELEGRAM", host: /^(?:t|telegram)\.me$/, path: /^\/(?:s\/)?(?<user>\w+)\/\d+/ },
  { platform: "TIKTOK", host: /(?:^|\.)tiktok\.com$/, path: /^\/@(?<user>[\w.]+)\/(?:video|photo)\/\d+/ },
  { platform: "YOUTUBE", host: /(?:^|\.)youtube\.com$/, path: /^\/(?:watch$|shorts\/|live\/)/, kept: ["v"] },
  { platform: "YOUTUBE", host: /^youtu\.be$/, path: /^\/[\w-]+/ },
  { platform: "TRUTH_SOCIAL", host: /(?:^|\.)truthsocial\.com$/, path: /^\/@(?<user>\w+)\/(?:posts\/)?\d+/ },
  { platform: "MASTODON", host: /\./, path: /^\/(?:@|users\/)(?<user>\w+(?:@[\w.-]+)?)\/(?:statuses\/)?\d+/ },
];

/** The address as one of http or https, null when it is none. */
export function readUrl(text: string | null): URL | null {
  const absolute = text?.startsWith("//") ? `https:${text}` : text;
  if (!absolute || absolute.length > 2000 || !/^https?:\/\//iu.test(absolute) || !URL.canParse(absolute)) return null;
  return new URL(absolute);
}

/** Reads the address of a post on any platform; null when it leads to no post. */
export function readPostAddress(text: string | null): PostAddress | null {
  const url = readUrl(text);
  if (!url) return null;
  const path = url.pathname.replace(/\/embed(?:\/captioned)?\/?$/u, "");
  for (const form of FORMS) {
    const match = form.host.test(url.hostname.toLowerCase()) ? form.path.exec(path) : null;
    if (match) return toAddress(form, url, path, match.groups?.["user"] ?? null);
  }
  return null;
}

function toAddress({ platform, kept = [] }: AddressForm, url: URL, path: string, user: string | null): PostAddress {
  const clean = new URL(url.origin + path);
  for (const name of kept) {
    const value = url.searchParams.get(name);
    if (value !== null) clean.searchParams.set(name, value);
  }
  return { platform, url: clean.href, handle: user === null ? null : handleOf(platform, user, url.hostname) };
}

function handleOf(platform: WirePlatform, user: string, host: string): string | null {
  if (user.startsWith("did:") || (platform === "X" && user === "i")) return null;
  return platform === "MASTODON" && !user.includes("@") ? `@${user}@${host}` : `@${user}`;
}
