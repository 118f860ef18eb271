import { isIP } from "node:net";
import { normalizeIP } from "@fastify/rate-limit";
import type { FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";

/** An address with a port, as some proxies write it: 192.0.2.1:4711 or [2001:db8::1]:4711. */
const WITH_PORT = /^(?:\[([\da-f:.]{2,45})\]|((?:\d{1,3}\.){3}\d{1,3}))(?::\d{1,5})?$/i;

/** An IPv4 address written as an IPv6 address. */
const MAPPED = /^::ffff:((?:\d{1,3}\.){3}\d{1,3})$/i;

/** The bits of an IPv6 address that name the network of one customer. */
const NETWORK_BITS = 64;

/** A valid IP address without port and zone, in lower case, or null for any other text. */
export function parseAddress(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? "";
  const [, bracketed, plain] = WITH_PORT.exec(trimmed) ?? [];
  const address = (bracketed ?? plain ?? trimmed).toLowerCase();
  // A zone may hold any text, and means something on the machine alone that wrote it.
  if (isIP(address) === 0 || address.includes("%")) return null;
  return MAPPED.exec(address)?.[1] ?? address;
}

/**
 * The address of the client of a request, or null where there is none, as on a socket that is closed. What a trusted
 * proxy forwards is believed only where it is an IP address; otherwise the address is that of the nearest proxy.
 */
export function clientAddress(request: FastifyRequest): string | null {
  for (const forwarded of [request.ip, ...(request.ips ?? []).toReversed()]) {
    const address = parseAddress(forwarded);
    if (address !== null) return address;
  }
  return parseAddress(request.socket.remoteAddress?.split("%", 1)[0]);
}

/** The networks of the addresses that asked last: computing one takes a regular expression of a kilobyte. */
const networks = new LRUCache<string, string>({
  max: 10_000,
  memoMethod: (address) => normalizeIP(address, NETWORK_BITS),
});

/**
 * The key by which clients are counted: an IPv4 address, or the network of the first 64 bits of an IPv6 address, because
 * one customer has all addresses of it.
 *
 * @param address A valid address, or null where there is none.
 */
export function networkOf(address: string | null): string {
  return address === null ? "unknown" : networks.memo(address);
}
