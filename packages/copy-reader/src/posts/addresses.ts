import type { FoundPost, SocialPlatform } from "../story/story-value.js";

/** The address of a post, and what it shows about its author. */
export interface PostAddress {
  readonly platform: SocialPlatform;
  /** In one spelling, without what only tracks its reader. */
  readonly url: string;
  /** With its leading @, null when the address has none. */
  readonly handle: string | null;
}

interface AddressForm {
  readonly platform: SocialPlatform;
  readonly host: RegExp;
  readonly path: RegExp;
  /** The host to write in place of the platform's other hosts; the address's own where absent. */
  readonly origin?: string;
  /** The path of the post, from what the form found; the whole path where absent. */
  readonly write?: (found: Readonly<Record<string, string | undefined>>) => string;
  /** The parameters that are part of the address. */
  readonly kept?: readonly string[];
}

const FORMS: readonly AddressForm[] = [
  {
    platform: "X",
    host: /^(?:www\.|mobile\.|m\.)?(?:twitter|x)\.com$/,
    path: /^\/(?<user>\w{1,20})(?:\/web)?\/status(?:es)?\/(?<id>\d+)/,
    write: ({ user, id }) => `/${user}/status/${id}`,
  },
  {
    platform: "BLUESKY",
    host: /^(?:embed\.|www\.|staging\.)?bsky\.app$/,
    path: /^\/(?:profile|embed)\/(?<user>[^/]+)\/(?:post|app\.bsky\.feed\.post)\/(?<id>\w+)/,
    origin: "bsky.app",
    write: ({ user, id }) => `/profile/${user}/post/${id}`,
  },
  {
    platform: "THREADS",
    host: /(?:^|\.)threads\.(?:net|com)$/,
    path: /^\/(?:@(?<user>[\w.]+)\/post|t)\/[\w-]+/,
    write: ({ all }) => `${all}`,
  },
  {
    platform: "INSTAGRAM",
    host: /(?:^|\.)(?:instagram\.com|instagr\.am)$/,
    path: /^\/(?:(?<user>[\w.]+)\/)?(?<kind>p|reels?|tv)\/(?<id>[\w-]+)/,
    origin: "www.instagram.com",
    write: ({ kind, id }) => `/${kind === "reels" ? "reel" : kind}/${id}/`,
  },
  {
    platform: "FACEBOOK",
    host: /(?:^|\.)facebook\.com$/,
    path: /^\/(?:[^/]+\/(?:posts|videos|photos|permalink|reels?)\/|groups\/[^/]+\/(?:posts|permalink)\/|(?:permalink|story|photo|video|watch|reel|share|videos|posts)\b(?:\.php|\/|$))/,
    origin: "www.facebook.com",
    kept: ["story_fbid", "id", "fbid", "v"],
  },
  { platform: "FACEBOOK", host: /^fb\.watch$/, path: /^\/[\w-]+/ },
  {
    platform: "TELEGRAM",
    host: /^(?:t|telegram)\.(?:me|dog)$/,
    path: /^\/(?:s\/)?(?<user>\w+)\/(?<id>\d+(?:\/\d+)?)/,
    origin: "t.me",
    write: ({ user, id }) => `/${user}/${id}`,
  },
  {
    platform: "TIKTOK",
    host: /(?:^|\.)tiktok\.com$/,
    path: /^\/@(?<user>[\w.]+)\/(?<kind>video|photo)\/(?<id>\d+)/,
    origin: "www.tiktok.com",
    write: ({ user, kind, id }) => `/@${user}/${kind}/${id}`,
  },
  {
    platform: "TIKTOK",
    host: /^(?:www\.|m\.)?tiktok\.com$/,
    path: /^\/(?:embed(?:\/v\d)?|player\/v1)\/(?<id>\d+)/,
    origin: "www.tiktok.com",
    write: ({ id }) => `/embed/v2/${id}`,
  },
  { platform: "TIKTOK", host: /^v[mt]\.tiktok\.com$/, path: /^\/\w+/, write: ({ all }) => `${all}/` },
  {
    platform: "YOUTUBE",
    host: /(?:^|\.)youtube(?:-nocookie)?\.com$/,
    path: /^\/(?:embed|v)\/(?!videoseries|live_stream)(?<id>[\w-]{4,40})/,
    origin: "www.youtube.com",
    write: ({ id }) => `/watch?v=${id}`,
  },
  {
    platform: "YOUTUBE",
    host: /(?:^|\.)youtube\.com$/,
    path: /^\/(?:watch$|shorts\/|live\/)/,
    origin: "www.youtube.com",
    kept: ["v"],
  },
  {
    platform: "YOUTUBE",
    host: /^youtu\.be$/,
    path: /^\/(?<id>[\w-]{4,40})/,
    origin: "www.youtube.com",
    write: ({ id }) => `/watch?v=${id}`,
  },
  {
    platform: "TRUTH_SOCIAL",
    host: /(?:^|\.)truthsocial\.com$/,
    path: /^\/(?:@|users\/)(?<user>\w+)\/(?:posts\/|statuses\/)?(?<id>\d+)/,
    origin: "truthsocial.com",
    write: ({ user, id }) => `/@${user}/${id}`,
  },
  {
    platform: "MASTODON",
    host: /\./,
    path: /^\/(?:@|users\/)(?<user>\w+(?:@[\w.-]+)?)\/(?:statuses\/)?(?<id>\d+)(?=\/|$)/,
    write: ({ all }) => `${all}`,
  },
];

/** Names in the place of an account that are not accounts. */
const NOBODY = new Set(["i", "c", "s", "share", "joinchat"]);

/** The address as one of http or https, null when it is not one. */
export function readUrl(text: string | null): URL | null {
  const absolute = text?.startsWith("//") ? `https:${text}` : text;
  if (!absolute || absolute.length > 2000 || !/^https?:\/\//iu.test(absolute) || !URL.canParse(absolute)) return null;
  return new URL(absolute);
}

/** Reads the address of a post on any platform; null when it leads to no post. */
export function readPostAddress(text: string | null): PostAddress | null {
  const url = readUrl(text?.replace(/^at:\/\//u, "https://bsky.app/profile/") ?? null);
  if (!url) return null;
  const path = (/^\/?$/u.test(url.pathname) && url.hash.startsWith("#!/") ? url.hash.slice(2) : url.pathname).replace(
    /\/embed(?:\/captioned)?\/?$/u,
    "",
  );
  for (const form of FORMS) {
    const match = form.host.test(url.hostname.toLowerCase()) ? form.path.exec(path) : null;
    if (match) return toAddress(form, url, path, match);
  }
  return null;
}

/** A line that is nothing but an address, as it is copied out of a browser: also in brackets or without its scheme. */
const addressLine = /^[<(]?(?<scheme>https?:\/\/)?(?<rest>[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}\/[^\s<>]{1,1900}?)[>)]?$/iu;

/** Reads a line that is only the address of a post; null for every other line. */
export function readAddressLine(text: string): PostAddress | null {
  const { scheme = "https://", rest } = addressLine.exec(text.trim())?.groups ?? {};
  return rest === undefined ? null : readPostAddress(`${scheme}${rest}`);
}

function toAddress(
  { platform, origin, write, kept = [] }: AddressForm,
  url: URL,
  path: string,
  match: RegExpExecArray,
) {
  const { user = null, ...found } = match.groups ?? {};
  const host = origin ?? url.host.replace(/^(?:www|mobile|m)\.(?=(?:x|twitter)\.com$)/u, "");
  const clean = new URL(`https://${host}${write ? write({ ...found, user: user ?? "", all: match[0] }) : path}`);
  for (const name of kept) {
    const value = url.searchParams.get(name);
    if (value !== null) clean.searchParams.set(name, value);
  }
  const handle = user === null ? null : handleOf(platform, decode(user), url.hostname);
  return { platform, url: clean.href, handle } satisfies PostAddress;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function handleOf(platform: SocialPlatform, user: string, host: string): string | null {
  if (user.startsWith("did:") || NOBODY.has(user)) return null;
  return platform === "MASTODON" && !user.includes("@") ? `@${user}@${host}` : `@${user}`;
}

/** The name of the account in an address; null when it has none. */
export function nameInAddress({ platform, url, handle }: PostAddress): string | null {
  if (platform === "YOUTUBE") return "YouTube";
  if (handle !== null) return handle.slice(1).split("@")[0] ?? null;
  if (platform !== "FACEBOOK") return null;
  const [first = "", second = ""] = new URL(url).pathname.split("/").slice(1);
  const isName = /^[\w.-]{3,}$/u.test(first) && !/\.php$|^\d+$/u.test(first) && second !== "";
  return isName && !NO_NAMES.test(first) ? first : null;
}

const NO_NAMES = /^(?:watch|share|reel|groups|story|photo|video|permalink|videos|posts)$/u;

/** A post of which only the address is known: what it states, and no words; the author's name is empty where it states none. */
export function pointAt(address: PostAddress, line: number): FoundPost {
  const { platform, url, handle } = address;
  return {
    kind: "post",
    platform,
    authorName: nameInAddress(address) ?? "",
    authorHandle: handle,
    text: "",
    postedOn: null,
    url,
    language: null,
    line,
  };
}
