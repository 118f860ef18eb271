/** The most characters of a header with keys. There are two, and proxies such as nginx accept 4 kB of headers by default. */
const MAX_LENGTH = 1_400;

/** The key that all objects of a type have besides their own. */
function typeKey(key: string): string {
  const [kind = "", type = ""] = key.split(":");
  return kind === "list" ? `all:${type}` : `all:${kind}`;
}

/**
 * The keys by which a CDN can remove an answer, as Fastly and Varnish (Surrogate-Key) and Cloudflare (Cache-Tag) read
 * them. Instead of more keys than fit there are those of their types, which are purged with every object of the type.
 */
export function surrogateHeaders(keys: readonly string[]): Readonly<Record<string, string>> {
  const all = keys.join(" ").length <= MAX_LENGTH ? keys : [...new Set(keys.map(typeKey))];
  return { "surrogate-key": all.join(" "), "cache-tag": all.join(",") };
}

/** What has to be purged when something changes: the keys, and those of their types. */
export function purgedKeys(keys: readonly string[]): readonly string[] {
  return [...new Set([...keys, ...keys.map(typeKey)])];
}
