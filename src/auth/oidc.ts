import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from "jose";
import type { Actor } from "./role.js";
import { Role } from "./role.js";

/** An OpenID Connect issuer whose tokens are accepted. */
export interface OidcOptions {
  /** The issuer's address, as it stands in its tokens. */
  readonly issuer: string;
  /** Whom a token must be meant for. */
  readonly audience: string;
  /** The claim that holds the role, or a list of roles of which the highest counts. */
  readonly roleClaim: string;
}

/** Asymmetric signatures only: a shared secret would let whoever checks tokens make them. */
const ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"];

/** How far the clocks of issuer and server may be apart, in seconds. */
const CLOCK_TOLERANCE_S = 30;

/** A token that is not accepted; the message says why without repeating it. */
export class OidcFault extends Error {}

/** Checks a token and gives whoever it stands for. */
export type CheckToken = (token: string, now: Date) => Promise<Actor>;

/** The most UTF-16 code units of a name that is recorded. */
const MAX_NAME_LENGTH = 300;

const ROLES = Object.keys(Role) as Role[];

function roleOf(claim: unknown): Role {
  const given = new Set((Array.isArray(claim) ? claim : [claim]).map((each) => String(each).toUpperCase()));
  return ROLES.toReversed().find((role) => given.has(role)) ?? "READER";
}

function nameOf({ name, preferred_username: username, email, sub }: JWTPayload): string {
  for (const claim of [name, username, email, sub]) {
    if (typeof claim === "string" && claim !== "") return claim.slice(0, MAX_NAME_LENGTH);
  }
  return "unnamed";
}

async function findKeys(issuer: string): Promise<ReturnType<typeof createRemoteJWKSet>> {
  const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(5000) });
  if (!response.ok) throw new OidcFault(`The issuer answered ${response.status} for its configuration.`);
  const { jwks_uri: keys, issuer: named } = (await response.json()) as { jwks_uri?: unknown; issuer?: unknown };
  if (typeof keys !== "string" || named !== issuer) throw new OidcFault("The issuer's configuration is not its own.");
  // Keys are kept for ten minutes, and fetched anew at most twice a minute for a key that is not among them.
  return createRemoteJWKSet(new URL(keys), { cacheMaxAge: 600_000, cooldownDuration: 30_000 });
}

/** Accepts JWTs of one issuer: signature, algorithm, issuer, audience and times are checked; keys are cached. */
export function acceptOidc({ issuer, audience, roleClaim }: OidcOptions): CheckToken {
  let keys: ReturnType<typeof findKeys> | null = null;
  return async (token, now) => {
    // A configuration that could not be fetched is asked for again by the next token.
    keys ??= findKeys(issuer).catch((error: unknown) => {
      keys = null;
      throw error instanceof OidcFault ? error : new OidcFault("The issuer cannot be reached.", { cause: error });
    });
    const found = await keys;
    try {
      const { payload } = await jwtVerify(token, found, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_S,
        currentDate: now,
        requiredClaims: ["exp"],
      });
      return { name: nameOf(payload), role: roleOf(payload[roleClaim]) };
    } catch (error) {
      if (error instanceof errors.JOSEError)
        throw new OidcFault(`The token is not accepted: ${error.message}.`, { cause: error });
      throw error;
    }
  };
}
