import { registerEnumType } from "type-graphql";

export const PostPlatform = {
  X: "X",
  BLUESKY: "BLUESKY",
  MASTODON: "MASTODON",
  THREADS: "THREADS",
  FACEBOOK: "FACEBOOK",
  INSTAGRAM: "INSTAGRAM",
  TELEGRAM: "TELEGRAM",
  TIKTOK: "TIKTOK",
  YOUTUBE: "YOUTUBE",
  TRUTH_SOCIAL: "TRUTH_SOCIAL",
  OTHER: "OTHER",
} as const;
export type PostPlatform = keyof typeof PostPlatform;
registerEnumType(PostPlatform, {
  name: "PostPlatform",
  description: "Where a post was published.",
  valuesConfig: {
    X: { description: "X, before 2023 Twitter." },
    BLUESKY: { description: "Bluesky." },
    MASTODON: { description: "Any server of the Mastodon network." },
    THREADS: { description: "Threads." },
    FACEBOOK: { description: "Facebook." },
    INSTAGRAM: { description: "Instagram." },
    TELEGRAM: { description: "A public channel of Telegram." },
    TIKTOK: { description: "TikTok." },
    YOUTUBE: { description: "YouTube." },
    TRUTH_SOCIAL: { description: "Truth Social." },
    OTHER: { description: "Any other platform." },
  },
});
