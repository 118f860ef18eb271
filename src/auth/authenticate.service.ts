import type { Database } from "../database/client.js";
import { UnauthenticatedError } from "../graphql/errors.js";
import type { Clock } from "../lib/clock.js";
import { IssuerFault } from "./issuer-keys.js";
import { type CheckToken, OidcFault } from "./oidc.js";
import { type Actor, ANONYMOUS } from "./role.js";
import { actorOfToken, isApiToken } from "./token.service.js";

/** What tokens are checked with. */
export interface Authentication {
  readonly database: Database;
  readonly clock: Clock;
  /** Null when no issuer of JWTs is set. */
  readonly checkJwt: CheckToken | null;
}

/** A token that nobody could check because its issuer does not answer: that is no fault of its bearer. */
export class UncheckedTokenError extends UnauthenticatedError {}

/** Whether an error says that a token is not good. */
export function isRefusedToken(error: unknown): error is UnauthenticatedError {
  return error instanceof UnauthenticatedError && !(error instanceof UncheckedTokenError);
}

/** The token of an `authorization` header, or null when there is none. */
export function bearerToken(authorization: string | undefined): string | null {
  if (authorization === undefined || authorization.trim() === "") return null;
  const [, token] = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization.trim()) ?? [];
  if (token === undefined) throw new UnauthenticatedError('The authorization header must be "Bearer" and a token.');
  return token;
}

/**
 * The actor of a token; an anonymous reader without one.
 *
 * @throws UnauthenticatedError when the token is not good: nobody is taken for somebody else, nor for anybody.
 */
export async function authenticate(
  { database, clock, checkJwt }: Authentication,
  token: string | null,
): Promise<Actor> {
  if (token === null) return ANONYMOUS;
  if (isApiToken(token)) {
    const actor = await actorOfToken(database, token, clock.now());
    if (actor) return actor;
    throw new UnauthenticatedError("The token is unknown, revoked or expired.");
  }
  if (!checkJwt) throw new UnauthenticatedError("The token is not one of this server.");
  try {
    return await checkJwt(token, clock.now());
  } catch (error) {
    if (!(error instanceof OidcFault)) throw error;
    if (error.cause instanceof IssuerFault) throw new UncheckedTokenError(error.message);
    throw new UnauthenticatedError(error.message);
  }
}
