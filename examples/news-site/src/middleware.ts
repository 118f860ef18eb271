import { defineMiddleware } from "astro:middleware";
import { DatelineError } from "./lib/dateline";

/** What a browser may load: nothing of other sites but images, which Dateline serves. */
const POLICY =
  "default-src 'self'; img-src 'self' data: http: https:; style-src 'self' 'unsafe-inline'; base-uri 'none'";

/** Published pages are the same for everybody; a preview is for one reader, whose token other sites must not see. */
export const onRequest = defineMiddleware(async ({ url, rewrite }, next) => {
  const response = await next().catch((error: unknown) => {
    if (error instanceof DatelineError && error.code === "UNAUTHENTICATED") return rewrite("/expired");
    throw error;
  });
  const isPreview = url.searchParams.has("preview");
  const isStable = response.ok && !isPreview;
  response.headers.set(
    "cache-control",
    isStable ? "public, max-age=60, stale-while-revalidate=600" : "private, no-store",
  );
  response.headers.set("referrer-policy", isPreview ? "no-referrer" : "strict-origin-when-cross-origin");
  response.headers.set("content-security-policy", POLICY);
  response.headers.set("x-content-type-options", "nosniff");
  return response;
});
