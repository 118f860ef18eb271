import { createHash, randomBytes } from "node:crypto";
import type { Clock } from "../lib/clock.js";

/** How long a link works, in milliseconds: long enough to open it after the first start. */
export const SIGN_IN_LINK_MS = 30 * 60_000;

interface OpenLink {
  readonly token: string;
  readonly expiresAtMs: number;
}

/** Links that sign in once, each with an API token. They are kept in memory: a restart ends them. */
export class SignInLinks {
  readonly #links = new Map<string, OpenLink>();

  constructor(readonly clock: Clock) {}

  /** A secret that can be exchanged for the token once, within half an hour. */
  create(token: string): string {
    const secret = randomBytes(32).toString("base64url");
    this.#links.set(keyOf(secret), { token, expiresAtMs: this.clock.now().getTime() + SIGN_IN_LINK_MS });
    return secret;
  }

  /** The token of a link, which does not work again; null when there is none or its time is over. */
  redeem(secret: string): string | null {
    const key = keyOf(secret);
    const link = this.#links.get(key);
    this.#links.delete(key);
    return link && link.expiresAtMs > this.clock.now().getTime() ? link.token : null;
  }
}

function keyOf(secret: string): string {
  return createHash("sha256").update(secret, "utf8").digest("hex");
}
