import { createServer, type Server } from "node:http";
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from "jose";

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

/** An OpenID Connect issuer on this machine, whose keys change and which can be down. */
export class Issuer {
  /** How it answers: with its configuration and keys, with this status, or not as an issuer does. */
  mode: "well" | "failing" | "strange" | "foreign" = "well";
  /** How often its configuration was asked for. */
  asked = 0;
  readonly #keys = new Map<string, Keys>();
  #server: Server | null = null;
  #port = 0;

  /** As it is in its tokens. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Listens; after `close` at the same address as before. */
  async listen(): Promise<void> {
    const server = createServer((request, response) => {
      if (this.mode === "failing") response.writeHead(503).end("down");
      else if (this.mode === "strange") response.end("<html>");
      else void this.#body(request.url ?? "").then((body) => response.end(JSON.stringify(body)));
    });
    await new Promise<void>((resolve) => server.listen(this.#port, "127.0.0.1", resolve));
    const address = server.address();
    this.#port = typeof address === "object" && address !== null ? address.port : 0;
    this.#server = server;
  }

  /** Is not there any more. */
  async close(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    this.#server = null;
  }

  async #body(path: string): Promise<object> {
    if (path === "/keys") {
      const all = [...this.#keys].map(async ([kid, { publicKey }]) => ({
        ...(await exportJWK(publicKey)),
        kid,
        use: "sig",
      }));
      return { keys: await Promise.all(all) };
    }
    this.asked += 1;
    const issuer = this.mode === "foreign" ? "https://elsewhere.example" : this.url;
    return { issuer, jwks_uri: `${this.url}/keys` };
  }

  /** Publishes a key, in the place of all others. */
  async rotate(kid: string, algorithm = "RS256"): Promise<void> {
    this.#keys.clear();
    this.#keys.set(kid, await generateKeyPair(algorithm, { extractable: true }));
  }

  /** A key of the issuer. */
  key(kid: string): Keys {
    const keys = this.#keys.get(kid);
    if (!keys) throw new Error(`The issuer has no key ${kid}.`);
    return keys;
  }

  /** The public key as a text, which must not do as a shared secret. */
  publicText(kid: string): Promise<string> {
    return exportSPKI(this.key(kid).publicKey);
  }

  /** A token that is good at a moment for ten minutes, except for these claims. */
  token(
    kid: string,
    now: Date,
    claims: Readonly<Record<string, unknown>> = {},
    header: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    const seconds = Math.floor(now.getTime() / 1000);
    const payload = { iss: this.url, aud: "dateline", exp: seconds + 600, sub: "u1", name: "Ina Desk", role: "EDITOR" };
    return new SignJWT({ ...payload, ...claims })
      .setProtectedHeader({ alg: "RS256", kid, ...header })
      .sign(this.key(kid).privateKey);
  }
}
