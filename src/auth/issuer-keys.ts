import { createLocalJWKSet, type JSONWebKeySet } from "jose";

/** Finds the key that a token says it was signed with. */
export type FindKey = ReturnType<typeof createLocalJWKSet>;

/** How long keys are used before they are fetched again: a key that the issuer took back is trusted no longer. */
const KEPT_MS = 10 * 60_000;

/** How long a key that is not known is not looked for again, so that made-up tokens do not become requests. */
const COOLDOWN_MS = 30_000;

/** How long the issuer may take to answer. */
const TIMEOUT_MS = 5000;

/** The issuer's keys cannot be had; the message says why. */
export class IssuerFault extends Error {}

interface Fetched {
  readonly find: FindKey;
  readonly atMs: number;
}

async function fetchJson(address: string, what: string): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new IssuerFault(`The issuer answered ${response.status} for its ${what}.`);
  const body: unknown = await response.json();
  if (typeof body !== "object" || body === null) throw new IssuerFault(`The issuer's ${what} is not an object.`);
  return body as Readonly<Record<string, unknown>>;
}

async function fetchKeys(issuer: string): Promise<FindKey> {
  const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const { jwks_uri: keys, issuer: named } = await fetchJson(address, "configuration");
  if (typeof keys !== "string" || named !== issuer) throw new IssuerFault("The issuer's configuration is not its own.");
  // jose looks at the shape itself, and throws where it is none of a key set.
  return createLocalJWKSet((await fetchJson(keys, "keys")) as unknown as JSONWebKeySet);
}

/** The public keys of one issuer, fetched when they are first needed and kept for a while. */
export class IssuerKeys {
  #known: Fetched | null = null;
  #fetching: Promise<Fetched> | null = null;

  constructor(readonly issuer: string) {}

  /**
   * The keys as they were at most ten minutes ago.
   *
   * @throws IssuerFault when they cannot be fetched; the next call tries again.
   */
  async current(now: Date): Promise<FindKey> {
    const known = this.#known;
    return known && this.#ageMs(known, now) < KEPT_MS ? known.find : (await this.#fetch(now)).find;
  }

  /** The keys, fetched again for a token whose key is not among them; null if they were fetched a moment ago. */
  async renewed(now: Date): Promise<FindKey | null> {
    const known = this.#known;
    return known && this.#ageMs(known, now) < COOLDOWN_MS ? null : (await this.#fetch(now)).find;
  }

  #ageMs({ atMs }: Fetched, now: Date): number {
    return Math.abs(now.getTime() - atMs);
  }

  /** Simultaneous tokens wait for one request. */
  #fetch(now: Date): Promise<Fetched> {
    this.#fetching ??= fetchKeys(this.issuer)
      .then((find) => (this.#known = { find, atMs: now.getTime() }))
      .catch((error: unknown) => {
        throw error instanceof IssuerFault ? error : new IssuerFault("The issuer cannot be reached.", { cause: error });
      })
      .finally(() => {
        this.#fetching = null;
      });
    return this.#fetching;
  }
}
