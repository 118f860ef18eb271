/** A request that removes answers from a CDN. */
export interface PurgeRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** How one kind of CDN is asked. */
interface Cdn {
  /** The most keys of one request. */
  readonly batch: number;
  readonly request: (keys: readonly string[], token: string | null) => PurgeRequest;
}

const JSON_TYPE = { "content-type": "application/json" } as const;

function bearer(token: string | null): Readonly<Record<string, string>> {
  return token === null ? {} : { authorization: `Bearer ${token}` };
}

/** The kinds of CDN: Fastly's API, Cloudflare's API, and Varnish with its module xkey. */
const KINDS = {
  fastly: {
    batch: 256,
    request: (keys, token) => ({
      method: "POST",
      headers: { ...JSON_TYPE, ...(token !== null && { "fastly-key": token }) },
      body: JSON.stringify({ surrogate_keys: keys }),
    }),
  },
  cloudflare: {
    batch: 30,
    request: (keys, token) => ({
      method: "POST",
      headers: { ...JSON_TYPE, ...bearer(token) },
      body: JSON.stringify({ tags: keys }),
    }),
  },
  varnish: {
    batch: 100,
    request: (keys, token) => ({
      method: "PURGE",
      headers: { "xkey-purge": keys.join(" "), ...bearer(token) },
      body: null,
    }),
  },
} as const satisfies Readonly<Record<string, Cdn>>;

/** The name of a kind of CDN. */
export type CdnName = keyof typeof KINDS;

/** The names of all kinds. */
export const CDNS = Object.keys(KINDS) as CdnName[]; // Object.keys returns strings.

/** The requests that remove the answers with some keys. */
export function purgeRequests(name: CdnName, keys: readonly string[], token: string | null): readonly PurgeRequest[] {
  const { batch, request } = KINDS[name];
  const requests: PurgeRequest[] = [];
  for (let at = 0; at < keys.length; at += batch) requests.push(request(keys.slice(at, at + batch), token));
  return requests;
}
