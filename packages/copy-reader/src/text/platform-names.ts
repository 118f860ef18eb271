/** The name of each platform in running text; null for those that have none. */
export const PLATFORM_NAMES = {
  X: "X",
  BLUESKY: "Bluesky",
  MASTODON: "Mastodon",
  THREADS: "Threads",
  FACEBOOK: "Facebook",
  INSTAGRAM: "Instagram",
  TELEGRAM: "Telegram",
  TIKTOK: "TikTok",
  YOUTUBE: "YouTube",
  TRUTH_SOCIAL: "Truth Social",
  OTHER: null,
} as const;
