import type { PostPlatform } from "../api/generated/graphql.ts";

/** The names of platforms, which are the same in every language. */
export const PLATFORMS: Readonly<Record<PostPlatform, string>> = {
  X: "X",
  BLUESKY: "Bluesky",
  FACEBOOK: "Facebook",
  INSTAGRAM: "Instagram",
  MASTODON: "Mastodon",
  TELEGRAM: "Telegram",
  THREADS: "Threads",
  TIKTOK: "TikTok",
  TRUTH_SOCIAL: "Truth Social",
  YOUTUBE: "YouTube",
  OTHER: "…",
};

/** The platforms as options of a choice. */
export const PLATFORM_OPTIONS = Object.entries(PLATFORMS).map(([value, name]) => ({
  // The keys of the record are the platforms.
  value: value as PostPlatform,
  name,
}));
