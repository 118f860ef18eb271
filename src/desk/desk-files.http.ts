import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** The bundle of the desk: beside the source and beside the compiled modules alike. */
const FOLDER = fileURLToPath(new URL("../../desk/dist/", import.meta.url));

/** The hash of the one style element that React Aria puts into the page; it always has the same content. */
const ARIA_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/** Scripts, styles, pictures and requests of this server and nothing else; no text becomes markup or script. */
function policyOf(publicUrl: string | null): string {
  const pictures = publicUrl === null ? "" : ` ${new URL(publicUrl).origin}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${ARIA_STYLE}`,
    `img-src 'self' data: blob:${pictures}`,
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join(";");
}

/** Whether the desk was built, so that it can be served. */
export function isDeskBuilt(): boolean {
  return existsSync(`${FOLDER}index.html`);
}

/** Serves the page at `/desk` and every address below it, and its files, whose names change with their contents. */
export async function serveDeskFiles(server: FastifyInstance, publicUrl: string | null): Promise<void> {
  const page = readFileSync(`${FOLDER}index.html`, "utf8");
  const policy = policyOf(publicUrl);
  await server.register(fastifyStatic, {
    root: `${FOLDER}assets/`,
    prefix: "/desk/assets/",
    preCompressed: true,
    decorateReply: false,
    immutable: true,
    maxAge: "1y",
    dotfiles: "ignore",
  });
  for (const url of ["/desk", "/desk/*"]) {
    server.get(url, async (_request, reply) =>
      reply
        .type("text/html; charset=utf-8")
        .header("cache-control", "no-cache")
        .header("content-security-policy", policy)
        .header("referrer-policy", "no-referrer")
        .send(page),
    );
  }
}
