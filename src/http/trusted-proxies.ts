import { isIP, isIPv4 } from "node:net";
import { z } from "zod";

/**
 * The reverse proxies whose X-Forwarded-For header is believed: the nearest ones by their number, those at
 * the given addresses and networks, or none (null).
 */
export type TrustedProxies = number | readonly string[] | null;

/** More proxies in a row than any real installation has. */
const MAX_HOPS = 10;

const MESSAGE =
  'must be "off", "on", the number of proxies from 1 to 10, or addresses and networks such as 10.0.0.0/8, fd00::/8';

function isNetwork(text: string): boolean {
  const [address = "", prefix, ...rest] = text.split("/");
  if (rest.length > 0 || isIP(address) === 0 || address.includes("%")) return false;
  if (prefix === undefined) return true;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= (isIPv4(address) ? 32 : 128);
}

/** "off", "on" for exactly one proxy, a number of proxies, or a list of addresses and networks in CIDR notation. */
export function trustedProxies(): z.ZodType<TrustedProxies, string> {
  return z.string().transform((value, context): TrustedProxies => {
    if (value === "off") return null;
    if (value === "on") return 1;
    const hops = /^\d{1,2}$/.test(value) ? Number(value) : null;
    if (hops !== null && hops >= 1 && hops <= MAX_HOPS) return hops;
    const networks = value.split(",").map((each) => each.trim());
    if (networks.every(isNetwork)) return networks;
    context.addIssue(MESSAGE);
    return z.NEVER;
  });
}
