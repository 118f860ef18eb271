import ipaddr from "ipaddr.js";

/**
 * Whether an IP address can be one of the public Internet. Private, loopback, link-local, unique-local, shared (CGNAT),
 * multicast, reserved and unspecified addresses are none, and neither are IPv6 addresses that lead to an IPv4 address:
 * mapped, translated, 6to4 and Teredo.
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === "unicast";
}
