import type { FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";

/** A request with the cookie of the desk that does not come from a page of the desk. */
class ForeignPageError extends GraphQLError {
  constructor() {
    super("Only the pages of this server may ask here.", { extensions: { code: "FORBIDDEN", http: { status: 403 } } });
  }
}

/** The origin of an address; null when it has none. */
function originOf(address: string | null): string | null {
  return address !== null && URL.canParse(address) ? new URL(address).origin : null;
}

/**
 * Refuses requests of other origins. Browsers name the relation in Sec-Fetch-Site, but only over HTTPS and on the machine
 * itself; over plain HTTP the Origin header has to name this server.
 *
 * @param publicUrl The address that clients reach the server under; null where it is not set.
 * @throws ForeignPageError for all but the pages of this server.
 */
export function expectOwnPage({ headers }: FastifyRequest, publicUrl: string | null): void {
  const site = headers["sec-fetch-site"];
  if (site === "same-origin") return;
  const origin = originOf(headers.origin ?? null);
  const isOwnHost = origin !== null && new URL(origin).host === headers.host;
  if (site === undefined && origin !== null && (isOwnHost || origin === originOf(publicUrl))) return;
  throw new ForeignPageError();
}
