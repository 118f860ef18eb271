import { createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { escapeMarkup } from "../lib/escape-markup.js";

/** What the server offers to people. */
export interface Offers {
  readonly hasDesk: boolean;
  readonly hasGraphiql: boolean;
  readonly hasIntrospection: boolean;
  /** The name of the publication. */
  readonly title: string;
}

interface Offer {
  readonly href: string;
  readonly name: string;
  readonly text: string;
}

const STYLE = `:root{color-scheme:light dark;font:100%/1.5 system-ui,sans-serif;color:light-dark(#1c1d21,#e9e9ec);background:light-dark(#f6f6f4,#131417)}
body{max-inline-size:42rem;margin:12vh auto 2rem;padding:0 1.25rem}
h1{font:700 2rem/1.2 Georgia,"Noto Serif",serif;margin:0}p{margin:.5rem 0 2rem;color:light-dark(#55575f,#a9abb3)}
ul{list-style:none;margin:0;padding:0;display:grid;gap:.75rem;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr))}
a{display:block;padding:1rem 1.25rem;border:1px solid light-dark(#d9d9d4,#34363d);border-radius:10px;background:light-dark(#fff,#1b1c20);color:inherit;text-decoration:none}
a:hover,a:focus-visible{border-color:light-dark(#1a4f8b,#8ab8f0);outline:2px solid light-dark(#1a4f8b,#8ab8f0);outline-offset:1px}
strong{display:block}span{color:light-dark(#55575f,#a9abb3);font-size:.9rem}
li:first-child{grid-column:1/-1}`;

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join(";");

function offersOf({ hasDesk, hasGraphiql, hasIntrospection }: Offers): readonly Offer[] {
  const desk = {
    href: "/desk",
    name: "The desk",
    text: "Where journalists take in copy, write, check quotes and publish.",
  };
  const sandbox = { href: "/graphql", name: "Apollo Sandbox", text: "Try queries; loaded from Apollo's server." };
  const graphiql = { href: "/graphiql/", name: "GraphiQL", text: "Try queries without another server." };
  const schema = {
    href: "/schema.graphql",
    name: "Documentation",
    text: "The schema: every type, field and argument described.",
  };
  return [
    ...(hasDesk ? [desk] : []),
    ...(hasIntrospection ? [sandbox] : []),
    ...(hasGraphiql ? [graphiql] : []),
    ...(hasIntrospection ? [schema] : []),
  ];
}

/** Serves the page at `/`, which links everything that people can open here; no page where there is nothing. */
export function serveHome(server: FastifyInstance, offers: Offers): void {
  const all = offersOf(offers);
  if (all.length === 0) return;
  const items = all.map(
    ({ href, name, text }) => `<li><a href="${href}"><strong>${name}</strong><span>${text}</span></a></li>`,
  );
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeMarkup(offers.title)}</title><style>${STYLE}</style></head><body><main><h1>${escapeMarkup(offers.title)}</h1>
<p>A newsroom on Dateline.</p><ul>${items.join("")}</ul></main></body></html>\n`;
  server.get("/", async (_request, reply) =>
    reply
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-cache")
      .header("content-security-policy", POLICY)
      .send(page),
  );
}
