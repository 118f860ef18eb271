/** Parameters that say where a visitor came from, not which post it is. */
const TRACKING = /([?&])(?:utm_[a-z]+|fbclid|igsh|igshid|mibextid|ref_src|ref_url)=[^&]*/gu;

/** Addresses that contain the platform's own id of the post, however the rest is written. */
const IDENTIFIED: readonly (readonly [RegExp, string])[] = [
  [/^(?:twitter|x)\.com\/.+\/status(?:es)?\/([0-9]+)/u, "x.com/"],
  [/^youtube\.com\/watch\?(?:.*&)?v=([\w-]+)/u, "youtube.com/"],
  [/^youtube\.com\/(?:shorts|live|embed)\/([\w-]+)/u, "youtube.com/"],
  [/^youtu\.be\/([\w-]+)/u, "youtube.com/"],
];

/**
 * The key under which a post is known by its address: equal for all addresses of one post. It has no scheme, no `www`,
 * no fragment and no tracking parameters; `twitter.com` and `x.com` are one host, as are `youtu.be` and `youtube.com`,
 * `threads.net` and `threads.com`, `telegram.me` and `t.me`. Of X and YouTube only the id of the post counts.
 *
 * @param url a normalised http or https address.
 */
export function addressKeyOf(url: string): string {
  const address = url
    .replace(/^https?:\/\/(?:(?:www|m|mobile)\.)?/u, "")
    .replace(/#.*$/u, "")
    .replace(/^threads\.net\//u, "threads.com/")
    .replace(/^telegram\.me\//u, "t.me/");
  for (const [pattern, host] of IDENTIFIED) {
    const id = pattern.exec(address)?.[1];
    if (id !== undefined) return `${host}${id}`;
  }
  return address
    .replace(TRACKING, "$1")
    .replace(/&+/gu, "&")
    .replace(/\?&/u, "?")
    .replace(/\/?[?&]*$/u, "");
}
