import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretPost,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import { actorOfClaims, type OidcOptions } from "../auth/oidc.js";
import type { Actor } from "../auth/role.js";

/** The issuer that people sign in at, and this server as its client. */
export interface OidcSignInOptions {
  readonly oidc: OidcOptions;
  readonly client: { readonly id: string; readonly secret: string | null };
  /** The address of this server without a slash at its end. */
  readonly baseUrl: () => string;
  /** Begins a session of an actor; throws when the actor may not use the desk. */
  readonly begin: (reply: FastifyReply, actor: Actor) => Promise<void>;
}

const START_PATH = "/desk/oidc";
const CALLBACK_PATH = "/desk/oidc/callback";

/** Seconds in which somebody has to sign in at the issuer. */
const ATTEMPT_S = 600;

/** Holds what belongs to one attempt. The issuer leads back from another site, so that a strict cookie would not be sent. */
const COOKIE = "dateline-desk-oidc";
const COOKIE_VALUE = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)\\.([\\w-]+)\\.([\\w-]+)`);

/** Fetches the configuration of the issuer when it is first needed; the next attempt tries again when that fails. */
function lazyConfiguration({ oidc, client }: OidcSignInOptions): () => Promise<Configuration> {
  let known: Promise<Configuration> | null = null;
  const isLocal = oidc.issuer.startsWith("http:");
  const authentication = client.secret === null ? None() : ClientSecretPost(client.secret);
  return () => {
    known ??= discovery(new URL(oidc.issuer), client.id, undefined, authentication, {
      execute: [enableNonRepudiationChecks, ...(isLocal ? [allowInsecureRequests] : [])],
    }).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
}

function cookieOf(value: string, maxAgeS: number, baseUrl: string): string {
  const secure = baseUrl.startsWith("https:") ? "; Secure" : "";
  return `${COOKIE}=${value}; Path=${START_PATH}; HttpOnly; SameSite=Lax${secure}; Max-Age=${maxAgeS}`;
}

/**
 * Signs people in at the issuer: the authorization code flow of OpenID Connect with PKCE, a state and a nonce. The signature
 * of the ID token is checked with the keys of the issuer. Whatever fails leads back to the sign-in page.
 */
export function serveOidcSignIn(server: FastifyInstance, options: OidcSignInOptions): void {
  const configuration = lazyConfiguration(options);
  const fail = (request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply => {
    request.log.warn({ err: error, requestId: request.id }, "signing in at the issuer failed");
    return reply.redirect("/desk/sign-in?failed=true");
  };
  server.get(START_PATH, async (request, reply) => {
    const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
    try {
      const address = buildAuthorizationUrl(await configuration(), {
        redirect_uri: `${options.baseUrl()}${CALLBACK_PATH}`,
        scope: "openid profile email",
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        state,
        nonce,
      });
      void reply.header("set-cookie", cookieOf(`${state}.${nonce}.${verifier}`, ATTEMPT_S, options.baseUrl()));
      return reply.redirect(address.href);
    } catch (error) {
      return fail(request, reply, error);
    }
  });
  server.get(CALLBACK_PATH, async (request, reply) => {
    void reply.header("set-cookie", cookieOf("", 0, options.baseUrl()));
    const [, state, nonce, verifier] = COOKIE_VALUE.exec(request.headers.cookie ?? "") ?? [];
    try {
      if (state === undefined || nonce === undefined || verifier === undefined)
        throw new Error("There was no attempt.");
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
      const here = new URL(request.url, options.baseUrl());
      const claims = (await authorizationCodeGrant(await configuration(), here, checks)).claims();
      if (!claims) throw new Error("The issuer sent no ID token.");
      await options.begin(reply, actorOfClaims(claims, options.oidc));
      return await reply.redirect("/desk");
    } catch (error) {
      return fail(request, reply, error);
    }
  });
}
