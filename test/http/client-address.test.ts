import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { networkOf, parseAddress } from "../../src/http/client-address.js";
import type { TrustedProxies } from "../../src/http/trusted-proxies.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { headersOf } from "../support/tokens.js";

const apps = new Map<string, TestApp>();
let headers: Record<string, string>;

afterAll(async () => {
  for (const app of apps.values()) await app.close();
});

async function appBehind(trustedProxies: TrustedProxies): Promise<TestApp> {
  const key = JSON.stringify(trustedProxies);
  const known = apps.get(key) ?? (await createTestApp({ trustedProxies }));
  apps.set(key, known);
  return known;
}

/** The address that the audit log keeps of a request that came from a proxy at `remote`. */
async function recorded(trusted: TrustedProxies, forwarded: string, remote = "10.0.0.2"): Promise<unknown> {
  const app = await appBehind(trusted);
  headers = { ...(await headersOf(app.database, "ADMIN")), "content-type": "application/json" };
  const { statusCode } = await app.http.inject({
    method: "POST",
    url: "/graphql",
    remoteAddress: remote,
    headers: { ...headers, "x-forwarded-for": forwarded },
    payload: JSON.stringify({ query: 'mutation { createPerson(input: { name: "Ada Quay" }) { __typename } }' }),
  });
  expect(statusCode).toBe(200);
  const [entry] = await app.database.read<{ origin: unknown }>(
    "SELECT origin FROM audit_entry WHERE act = 'createPerson' ORDER BY at DESC, id DESC LIMIT 1",
  );
  return entry?.origin;
}

beforeEach(() => {
  headers = {};
});

describe("the address of a client", () => {
  it.each<[string, TrustedProxies, string, string, string]>([
    ["without a proxy no header is believed", null, "203.0.113.9", "10.0.0.2", "10.0.0.2"],
    ["behind one proxy it is what that proxy added", 1, "203.0.113.9", "10.0.0.2", "203.0.113.9"],
    ["what a client sent to that proxy is not believed", 1, "198.51.100.1, 203.0.113.9", "10.0.0.2", "203.0.113.9"],
    [
      "behind two proxies it is what the outer one added",
      2,
      "6.6.6.6, 203.0.113.9, 10.0.0.3",
      "10.0.0.2",
      "203.0.113.9",
    ],
    ["known proxies are passed over", ["10.0.0.0/8"], "6.6.6.6, 203.0.113.9, 10.0.0.3", "10.0.0.2", "203.0.113.9"],
    ["who is no known proxy is believed nothing", ["10.0.0.0/8"], "6.6.6.6", "192.0.2.1", "192.0.2.1"],
    ["a text is no address", 1, "x'; DROP TABLE audit_entry; --", "10.0.0.2", "10.0.0.2"],
    ["nor is a long one", 1, "1".repeat(4000), "10.0.0.2", "10.0.0.2"],
    ["nor is one with a zone of any text", 1, `fe80::1%${"z".repeat(500)}`, "10.0.0.2", "10.0.0.2"],
    ["nor is a host name", ["10.0.0.0/8"], "localhost", "10.0.0.2", "10.0.0.2"],
    ["a port is left out", 1, "203.0.113.9:4711", "10.0.0.2", "203.0.113.9"],
    ["also behind brackets", 1, "[2001:DB8::9]:4711", "10.0.0.2", "2001:db8::9"],
    ["an IPv4 address in IPv6 is an IPv4 address", 1, "::ffff:203.0.113.9", "10.0.0.2", "203.0.113.9"],
    ["that of the connection as well", null, "6.6.6.6", "::ffff:192.0.2.4", "192.0.2.4"],
  ])("%s", async (_rule, trusted, forwarded, remote, expected) => {
    expect(await recorded(trusted, forwarded, remote)).toBe(expected);
  });
});

describe("a client is counted", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"],
    ["2001:db8:1:2:ffff::1", "2001:db8:1:2::"],
    ["2001:db8::1", "2001:db8::"],
    ["::1", "::"],
  ])("with %s as %s: by the network of a customer", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it("by one key where there is no address", () => {
    expect([networkOf(null), parseAddress(undefined), parseAddress("")]).toEqual(["unknown", null, null]);
  });
});
