import { lookup } from "node:dns/promises";
import { type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address.js";

/*
 * Requests to addresses that others name. They must not lead into the network of the server: the host is looked up once, for
 * the connection itself, and each address is checked there, after each redirect as well.
 */

interface FoundAddress {
  readonly address: string;
  /** 4 or 6. */
  readonly family: number;
}

/** Finds the IP addresses of a host. */
export type FindAddresses = (host: string) => Promise<readonly FoundAddress[]>;

/** Where such requests may go, and how long they may take. */
export interface RemoteRules {
  readonly ports: readonly number[];
  /** Milliseconds for the whole answer, with its redirects. */
  readonly timeoutMs: number;
  /** Whether a connection to an IP address may be made; only to public ones where absent. */
  readonly mayConnect?: (address: string) => boolean;
  /** The resolver of the system where absent. */
  readonly findAddresses?: FindAddresses;
}

/** Why a file cannot be had; the message is a sentence. */
export class RemoteFault extends Error {}

/** A file whose content arrives. Its receiver destroys the body. */
export interface RemoteFile {
  readonly body: IncomingMessage;
  /** Its address after the redirects. */
  readonly url: URL;
  /** Its size in bytes as it was announced; null without an announcement. */
  readonly sizeBytes: number | null;
}

const MOST_REDIRECTS = 5;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

const HEADERS = { accept: "image/*", "accept-encoding": "identity", "user-agent": "Dateline" } as const;

/**
 * Requests a file and follows its redirects. Nothing of the server's own is sent along, such as a cookie or a token.
 *
 * @throws RemoteFault when it may not be requested or is not answered with a file. The body can fail with other errors.
 */
export async function openRemoteFile(address: string, rules: RemoteRules, ending?: AbortSignal): Promise<RemoteFile> {
  const timeout = AbortSignal.timeout(rules.timeoutMs);
  const signal = ending ? AbortSignal.any([timeout, ending]) : timeout;
  let url = expectAllowed(address, undefined, rules);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const body = await send(url, rules, signal).catch((error: unknown) => {
      throw error instanceof RemoteFault ? error : new RemoteFault(explainRemoteError(error), { cause: error });
    });
    const { statusCode = 0, headers } = body;
    if (statusCode === 200) return receive(body, url);
    body.destroy();
    if (!REDIRECTS.has(statusCode) || headers.location === undefined)
      throw new RemoteFault(`Its server answers with the status ${statusCode}.`);
    url = expectAllowed(headers.location, url, rules);
  }
  throw new RemoteFault(`It is redirected more than ${MOST_REDIRECTS} times.`);
}

function receive(body: IncomingMessage, url: URL): RemoteFile {
  const { "content-encoding": encoding = "identity", "content-length": length } = body.headers;
  if (encoding === "identity") return { body, url, sizeBytes: length === undefined ? null : Number(length) };
  body.destroy();
  throw new RemoteFault("Its server sends it compressed, which was not asked for.");
}

function expectAllowed(address: string, base: URL | undefined, rules: RemoteRules): URL {
  const url = URL.canParse(address, base?.href) ? new URL(address, base) : null;
  if (!url || !/^https?:$/u.test(url.protocol))
    throw new RemoteFault("It has no address that begins with http or https.");
  if (url.username !== "" || url.password !== "")
    throw new RemoteFault("Its address contains a user name or a password.");
  const port = url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
  if (!rules.ports.includes(port)) throw new RemoteFault(`The port ${port} is not allowed.`);
  const host = hostOf(url);
  if (isIP(host) !== 0) expectConnectable(host, rules);
  return url;
}

/** The host without the brackets around an IPv6 address. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/gu, "");
}

function expectConnectable(address: string, { mayConnect = isPublicAddress }: RemoteRules): void {
  if (!mayConnect(address)) throw new RemoteFault("Its host is not on the public Internet.");
}

function send(url: URL, rules: RemoteRules, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === "https:" ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent: false, headers: HEADERS, lookup: checkedLookup(rules), signal });
    // The lookup decides where a connection goes; this holds also where no lookup was needed.
    sent.on("socket", (socket) => {
      socket.once("connect", () => {
        try {
          expectConnectable(socket.remoteAddress ?? "", rules);
        } catch (error) {
          sent.destroy(error instanceof Error ? error : new RemoteFault(String(error)));
        }
      });
    });
    sent.on("response", resolve);
    sent.on("error", reject);
    sent.end();
  });
}

function checkedLookup(rules: RemoteRules): LookupFunction {
  return (host, options, done) => {
    const answer = async (): Promise<void> => {
      const found = await findConnectable(host, rules);
      if (found instanceof Error) done(found, "", 0);
      else if (options.all === true) done(null, [...found]);
      else done(null, found[0].address, found[0].family);
    };
    void answer();
  };
}

/** Looks a host up for a connection. One address that is not allowed refuses the host: what is mixed is meant to mislead. */
async function findConnectable(
  host: string,
  rules: RemoteRules,
): Promise<readonly [FoundAddress, ...FoundAddress[]] | Error> {
  const { findAddresses = (name: string) => lookup(name, { all: true }) } = rules;
  try {
    const [first, ...others] = await findAddresses(host);
    if (!first) return new RemoteFault("Its host has no address.");
    for (const { address } of [first, ...others]) expectConnectable(address, rules);
    return [first, ...others];
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: "Its host is unknown.",
  EAI_AGAIN: "Its host cannot be looked up at the moment.",
  ECONNREFUSED: "Its server refuses the connection.",
  ECONNRESET: "Its server closed the connection.",
  ABORT_ERR: "It takes too long.",
};

/** A sentence on why a request failed, or the body of its answer. */
export function explainRemoteError(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  return REASONS[code] ?? `It cannot be fetched (${code || "unknown error"}).`;
}
