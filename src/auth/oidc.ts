import { errors, type JWTPayload, type JWTVerifyResult, jwtVerify } from "jose";
import { isBlank, textFault } from "@dateline/copy-reader/text";
import { type FindKey, IssuerFault, IssuerKeys } from "./issuer-keys.js";
import { isReservedName, UNNAMED } from "./reserved-names.js";
import type { Actor } from "./role.js";
import { Role } from "./role.js";

/** An OpenID Connect issuer whose tokens are accepted. */
export interface OidcOptions {
  /** The issuer's address, as it is in its tokens. */
  readonly issuer: string;
  /** Required `aud` claim of a token. */
  readonly audience: string;
  /** The claim that holds the role, or a list of roles of which the highest counts. */
  readonly roleClaim: string;
}

/** Asymmetric signatures only: a shared secret would let anybody who checks tokens make them. */
const ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"];

/** How far the clocks of issuer and server may be apart, in seconds. */
const CLOCK_TOLERANCE_S = 30;

/** A token that is not accepted; the message says why without repeating it. */
export class OidcFault extends Error {}

/** Checks a token and returns the actor that it identifies. */
export type CheckToken = (token: string, now: Date) => Promise<Actor>;

/** The most UTF-16 code units of a name that is recorded. */
const MAX_NAME_LENGTH = 300;

/** The longest subject that an issuer may name (OpenID Connect Core, section 2). */
const MAX_SUBJECT_LENGTH = 255;

/** What the `typ` header may be, where there is one: any JWT, or an access token (RFC 9068). */
const ACCEPTED_TYPES: ReadonlySet<string> = new Set(["jwt", "at+jwt"]);

const ROLES = Object.keys(Role) as Role[];

function roleOf(claim: unknown): Role {
  const given = new Set((Array.isArray(claim) ? claim : [claim]).map((each) => String(each).toUpperCase()));
  return ROLES.toReversed().find((role) => given.has(role)) ?? "READER";
}

/** Whether a claim is a text that is fit to be recorded with every act. */
function isFit(claim: unknown, maxLength: number): claim is string {
  return typeof claim === "string" && !isBlank(claim) && claim.length <= maxLength && textFault(claim) === null;
}

function nameOf({ name, preferred_username: username, email, sub }: JWTPayload): string {
  for (const claim of [name, username, email, sub]) {
    if (isFit(claim, MAX_NAME_LENGTH) && !isReservedName(claim)) return claim.trim();
  }
  return UNNAMED;
}

/** Who the claims of a token of an issuer identify. */
export function actorOfClaims(
  claims: JWTPayload,
  { issuer, roleClaim }: Pick<OidcOptions, "issuer" | "roleClaim">,
): Actor {
  return { name: nameOf(claims), role: roleOf(claims[roleClaim]), id: claims.sub ?? "", issuer };
}

/** Other kinds of JWT that an issuer signs with the same keys, such as logout tokens, are no proof of who asks. */
function expectAccessToken({ payload, protectedHeader }: JWTVerifyResult): void {
  const type = protectedHeader.typ?.toLowerCase().replace(/^application\//, "");
  if (type !== undefined && !ACCEPTED_TYPES.has(type)) {
    throw new OidcFault('The token is not accepted: its "typ" header is that of another kind of token.');
  }
  // A security event, of which a logout token is one, may also be typed as any JWT (RFC 8417, section 2.2).
  if (payload["events"] !== undefined) throw new OidcFault("The token is not accepted: it reports an event.");
  if (!isFit(payload.sub, MAX_SUBJECT_LENGTH)) {
    throw new OidcFault(
      `The token is not accepted: its "sub" claim must be a text of 1 to ${MAX_SUBJECT_LENGTH} characters.`,
    );
  }
}

function faultOf(error: unknown): OidcFault {
  if (error instanceof OidcFault) return error;
  if (error instanceof IssuerFault) return new OidcFault(error.message, { cause: error });
  const why = error instanceof errors.JOSEError ? error.message : "the issuer's key cannot be used";
  return new OidcFault(`The token is not accepted: ${why}.`, { cause: error });
}

/** Accepts JWTs of one issuer: signature, algorithm, issuer, audience and times are checked; keys are cached. */
export function acceptOidc({ issuer, audience, roleClaim }: OidcOptions): CheckToken {
  const keys = new IssuerKeys(issuer);
  const verify = async (token: string, find: FindKey, now: Date): Promise<Actor> => {
    const result = await jwtVerify(token, find, {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      clockTolerance: CLOCK_TOLERANCE_S,
      currentDate: now,
      requiredClaims: ["exp", "sub"],
    });
    expectAccessToken(result);
    return actorOfClaims(result.payload, { issuer, roleClaim });
  };
  return async (token, now) => {
    try {
      return await verify(token, await keys.current(now), now).catch(async (error: unknown) => {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
        // The issuer may have changed its keys since they were fetched.
        const renewed = await keys.renewed(now);
        if (renewed === null) throw error;
        return verify(token, renewed, now);
      });
    } catch (error) {
      throw faultOf(error);
    }
  };
}
