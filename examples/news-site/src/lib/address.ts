/** Under which address readers reach the site. A server does not find this out from a request, which can name any host. */
const ORIGIN = process.env["SITE_ORIGIN"] ?? "http://localhost:4321";

/** The whole address of a path of the site, for search engines and other sites. */
export function addressOf(path: string): string {
  return new URL(path, ORIGIN).href;
}
