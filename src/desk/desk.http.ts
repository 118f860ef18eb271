import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from "fastify";
import type { RequestContext } from "../auth/request.js";
import type { Actor } from "../auth/role.js";
import { UnauthenticatedError } from "../graphql/errors.js";
import type { OidcOptions } from "../auth/oidc.js";
import { type OidcSignInOptions, serveOidcSignIn } from "./oidc-sign-in.http.js";
import { expectOwnPage } from "./own-page.js";
import { actorOfSession, beginSession, endSession, SESSION_S, type DeskSessions } from "./session.service.js";
import type { SignInLinks } from "./sign-in-links.js";

/** Makes the context of a request. */
export type ContextOf<Context> = (request: FastifyRequest) => Promise<Context>;

/** What the desk's part of the server is made of. */
export interface DeskOptions<Context extends RequestContext> extends DeskSessions {
  readonly publicUrl: string | null;
  readonly contexts: {
    readonly ofBearer: ContextOf<Context>;
    readonly ofActor: (request: FastifyRequest, actor: Actor) => Promise<Context>;
  };
  readonly links: SignInLinks;
  /** The issuer that people sign in at; null for none. */
  readonly oidc: OidcOptions | null;
  readonly oidcClient: OidcSignInOptions["client"] | null;
  readonly baseUrl: () => string;
  /** Makes a route of GraphQL whose requests have this context. */
  readonly graphql: (context: ContextOf<Context>) => RouteHandlerMethod;
  /** Adds further routes that accept a session. */
  readonly more: (server: FastifyInstance, context: ContextOf<Context>) => Promise<void>;
}

const COOKIE = "dateline-desk";
const COOKIE_VALUE = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)`);

/** What the cookie of a request holds; empty without one. */
function sessionKeyOf({ headers }: FastifyRequest): string {
  return COOKIE_VALUE.exec(headers.cookie ?? "")?.[1] ?? "";
}

/** Begins sessions, whose cookie is sent below `/desk` only and which no script reads. */
export class DeskCookies<Context extends RequestContext> {
  readonly #attributes: string;

  constructor(readonly options: DeskOptions<Context>) {
    const isHttps = options.publicUrl?.startsWith("https:") ?? false;
    this.#attributes = `Path=/desk; HttpOnly; SameSite=Strict${isHttps ? "; Secure" : ""}`;
  }

  /** Begins a session of an actor. */
  async begin(reply: FastifyReply, actor: Actor): Promise<void> {
    if (actor.role === "READER") throw new UnauthenticatedError("The desk is for authors and editors.");
    const key = await beginSession(this.options, actor);
    void reply.header("set-cookie", `${COOKIE}=${key}; ${this.#attributes}; Max-Age=${SESSION_S}`);
  }

  /** Ends the session of a request, or all of the same person. */
  async end(request: FastifyRequest, reply: FastifyReply, isEverywhere: boolean): Promise<void> {
    await endSession(this.options, sessionKeyOf(request), isEverywhere);
    void reply.header("set-cookie", `${COOKIE}=; ${this.#attributes}; Max-Age=0`);
  }

  /** The context of a request with a session; the token of the request does not count. */
  readonly contextOf: ContextOf<Context> = async (request) => {
    const actor = await actorOfSession(this.options, sessionKeyOf(request));
    if (!actor) throw new UnauthenticatedError("The session has ended; sign in again.");
    return this.options.contexts.ofActor(request, actor);
  };
}

/** The secret of a sign-in link in the body of a request; null without one. */
function linkOf({ body }: FastifyRequest): string | null {
  if (typeof body !== "object" || body === null || !("link" in body)) return null;
  return typeof body.link === "string" ? body.link : null;
}

/**
 * Serves the sessions of the desk and the API as its pages use it. A cookie counts below `/desk` alone, where only pages of
 * this server are answered; `/graphql` knows no cookie. A token is sent in the authorization header, as to `/graphql`, so
 * that refused ones are counted and recorded alike.
 */
export async function serveDesk<Context extends RequestContext>(
  server: FastifyInstance,
  options: DeskOptions<Context>,
): Promise<void> {
  const cookies = new DeskCookies(options);
  const { oidc, oidcClient: client, baseUrl } = options;
  const isAtIssuer = oidc !== null && client !== null;
  if (isAtIssuer) {
    serveOidcSignIn(server, { oidc, client, baseUrl, begin: (reply, actor) => cookies.begin(reply, actor) });
  }
  server.get("/desk/options", async (_request, reply) => reply.send({ hasIssuer: isAtIssuer }));
  await server.register(async (desk) => {
    desk.addHook("onRequest", (request, _reply, done) => {
      expectOwnPage(request, options.publicUrl);
      done();
    });
    desk.post("/desk/session", async (request, reply) => {
      const link = linkOf(request);
      const token = link === null ? null : options.links.redeem(link);
      if (link !== null && token === null) throw new UnauthenticatedError("The link was used, or its time is over.");
      if (token !== null) request.headers.authorization = `Bearer ${token}`;
      const { actor } = await options.contexts.ofBearer(request);
      await cookies.begin(reply, actor);
      return reply.code(204).send();
    });
    desk.delete("/desk/session", async (request, reply) => {
      await cookies.end(request, reply, false);
      return reply.code(204).send();
    });
    desk.delete("/desk/sessions", async (request, reply) => {
      await cookies.end(request, reply, true);
      return reply.code(204).send();
    });
    desk.post("/desk/graphql", options.graphql(cookies.contextOf));
    await options.more(desk, cookies.contextOf);
  });
}
