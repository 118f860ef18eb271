import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** The bundle of the page: beside the compiled modules, also when the server runs from its source. */
const FOLDER = fileURLToPath(new URL("../../dist/graphiql/", import.meta.url));

/** Everything comes from this server; Monaco writes style elements of its own. */
const POLICY = [
  "default-src 'self'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join(";");

/**
 * Runs on Apollo's landing page: offers GraphiQL, and opens it where Apollo Sandbox, which comes from another server,
 * does not load.
 */
const LANDING_SCRIPT = `"use strict";
(() => {
  const page = new URL("graphiql/", location.href).href;
  const open = () => location.replace(page);
  const isSandbox = ({ target }) => target instanceof HTMLScriptElement && /embeddable-sandbox/.test(target.src);
  addEventListener("error", (event) => { if (isSandbox(event)) open(); }, true);
  setTimeout(() => { if (!window.EmbeddedSandbox) open(); }, 8000);
  const link = Object.assign(document.createElement("a"), { href: page, textContent: "GraphiQL" });
  Object.assign(link.style, {
    position: "fixed", right: "8px", bottom: "8px", zIndex: "1", padding: "4px 10px", borderRadius: "4px",
    font: "14px sans-serif", color: "#fff", background: "#1b2240",
  });
  addEventListener("DOMContentLoaded", () => document.body.append(link));
})();
`;

/** The address of the script that Apollo's landing page loads. */
export const LANDING_SCRIPT_PATH = "/graphiql-offer.js";

/**
 * Serves GraphiQL at `/graphiql/` without requests to other servers: its page and its files, whose names change with
 * their contents.
 *
 * @returns whether it is served: not before `npm run build` has bundled it.
 */
export async function serveGraphiql(server: FastifyInstance): Promise<boolean> {
  if (!existsSync(FOLDER)) return false;
  await server.register(fastifyStatic, {
    root: FOLDER,
    prefix: "/graphiql/",
    cacheControl: false,
    dotfiles: "ignore",
    setHeaders: (reply, path) => {
      reply.header("content-security-policy", POLICY);
      const isPage = path.endsWith(".html");
      reply.header("cache-control", isPage ? "no-cache" : "public, max-age=31536000, immutable");
    },
  });
  server.get("/graphiql", async (_request, reply) => reply.redirect("/graphiql/"));
  server.get(LANDING_SCRIPT_PATH, async (_request, reply) =>
    reply.type("text/javascript; charset=utf-8").header("cache-control", "no-cache").send(LANDING_SCRIPT),
  );
  return true;
}
