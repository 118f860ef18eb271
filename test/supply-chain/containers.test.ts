import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { SETTINGS } from "../../src/config.js";

function read(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), "utf8");
}

const compose = read("compose.yml");
const dockerfile = read("Dockerfile");

/** The part of the compose file that describes each service. */
const services = compose
  .slice(compose.indexOf("\nservices:"), compose.indexOf("\nvolumes:"))
  .split(/^ {2}(?=[a-z]+:$)/m)
  .slice(1);

describe("the containers", () => {
  it("are of images with exact versions", () => {
    const used = [...compose.matchAll(/image: (\S+:\S+)/g), ...dockerfile.matchAll(/^FROM (\S+)/gm)];
    const images = used.map(([, image = ""]) => image);
    expect(images.length).toBeGreaterThan(1);
    expect(images.filter((image) => !/:\d+\.\d+(\.\d+)?-[a-z-]+(@sha256:[\da-f]{64})?$/.test(image))).toEqual([]);
  });

  it("have limits of memory, processes and logs, and no capabilities but those that are named", () => {
    expect(services).toHaveLength(2);
    for (const service of services) {
      expect(service).toMatch(/mem_limit: \d+[mg]\n/);
      expect(service).toMatch(/pids_limit: \d+\n/);
      expect(service).toContain("cap_drop: [ALL]");
      expect(service).toContain('security_opt: ["no-new-privileges:true"]');
      expect(service).toContain("logging: *logging");
    }
    expect(compose).toMatch(/max-size: \d+m, max-file/);
  });

  it("get every setting but those that the container itself decides", () => {
    const own = new Set(["PORT", "HOST", "DATA_DIR", "DATABASE_URL"]);
    const names = Object.values(SETTINGS).map(({ name }) => name);
    expect(names.filter((name) => !own.has(name) && !compose.includes(`      ${name}: \${${name}:-`))).toEqual([]);
  });

  it("are not restarted because the database is away", () => {
    expect(dockerfile).toMatch(/HEALTHCHECK[^]+\/health\/live/);
    expect(dockerfile).not.toContain("/health/ready");
  });

  it("connect as a role that is no superuser, in a database of its own", () => {
    const script = read("scripts/compose-database.sh");
    expect(compose).not.toContain("POSTGRES_USER");
    expect(compose).toContain("./scripts/compose-database.sh:/docker-entrypoint-initdb.d/");
    expect(script).toMatch(/CREATE ROLE dateline LOGIN NOSUPERUSER/);
    expect(script).toContain("ALTER ROLE postgres PASSWORD NULL;");
  });
});
