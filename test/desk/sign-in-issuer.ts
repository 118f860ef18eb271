import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

interface Grant {
  readonly challenge: string;
  readonly nonce: string;
  readonly redirectUri: string;
}

/** An OpenID Connect issuer on this machine at which people sign in: the authorization code flow with PKCE. */
export class SignInIssuer {
  /** The claims of the next ID token. */
  claims: Readonly<Record<string, unknown>> = {};
  /** The client that the next ID token is for. */
  audience = "desk";
  /** What the next ID token has in the place of the nonce that was asked for. */
  nonce: string | null = null;
  /** Whether the next ID token is signed by somebody else. */
  isForged = false;
  readonly #grants = new Map<string, Grant>();

  private constructor(
    readonly url: string,
    readonly server: Server,
    readonly keys: Keys,
    readonly foreignKeys: Keys,
  ) {
    server.on("request", (request: IncomingMessage, response) => {
      if (request.url?.startsWith("/authorize?") === true) {
        response.writeHead(200, { "content-type": "text/html" }).end(this.#page(new URL(request.url, this.url)));
        return;
      }
      void this.#answer(request).then(({ status, body }) =>
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body)),
      );
    });
  }

  static async listen(): Promise<SignInIssuer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const keys = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
    return new SignInIssuer(`http://127.0.0.1:${port}`, server, ...keys);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Somebody signs in at the address that the server led to; returns the query that the issuer leads back with. */
  signIn(address: string): string {
    const { searchParams: asked } = new URL(address);
    const code = `code-${this.#grants.size}`;
    this.#grants.set(code, {
      challenge: asked.get("code_challenge") ?? "",
      nonce: asked.get("nonce") ?? "",
      redirectUri: asked.get("redirect_uri") ?? "",
    });
    return new URLSearchParams({ code, state: asked.get("state") ?? "", iss: this.url }).toString();
  }

  /** What people see where the server led them. */
  #page(address: URL): string {
    const back = new URL(address.searchParams.get("redirect_uri") ?? "");
    back.search = this.signIn(address.href);
    return `<!doctype html><title>Accounts</title><a href="${back.href.replaceAll("&", "&amp;")}">Continue as Ina Desk</a>`;
  }

  async #answer(request: IncomingMessage): Promise<{ readonly status: number; readonly body: object }> {
    const { url } = this;
    if (request.url === "/keys") {
      const key = { ...(await exportJWK(this.keys.publicKey)), kid: "k1", use: "sig", alg: "RS256" };
      return { status: 200, body: { keys: [key] } };
    }
    if (request.url !== "/token") {
      const endpoints = {
        authorization_endpoint: `${url}/authorize`,
        token_endpoint: `${url}/token`,
        jwks_uri: `${url}/keys`,
      };
      return { status: 200, body: { issuer: url, ...endpoints, id_token_signing_alg_values_supported: ["RS256"] } };
    }
    return this.#redeem(new URLSearchParams(await bodyOf(request)));
  }

  async #redeem(form: URLSearchParams): Promise<{ readonly status: number; readonly body: object }> {
    const code = form.get("code") ?? "";
    const grant = this.#grants.get(code);
    this.#grants.delete(code);
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const isOurs = form.get("client_id") === "desk" && form.get("client_secret") === "open sesame";
    if (grant?.challenge !== challenge || grant.redirectUri !== form.get("redirect_uri") || !isOurs) {
      return { status: 400, body: { error: "invalid_grant" } };
    }
    const { privateKey } = this.isForged ? this.foreignKeys : this.keys;
    const token = await new SignJWT({
      sub: "u1",
      name: "Ina Desk",
      role: "EDITOR",
      nonce: this.nonce ?? grant.nonce,
      ...this.claims,
    })
      .setProtectedHeader({ alg: "RS256", kid: "k1" })
      .setIssuer(this.url)
      .setAudience(this.audience)
      .setIssuedAt()
      .setExpirationTime("5m")
      .sign(privateKey);
    return { status: 200, body: { access_token: "opaque", token_type: "Bearer", id_token: token } };
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
