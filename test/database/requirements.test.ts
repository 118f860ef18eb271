import { once } from "node:events";
import { createServer } from "node:net";
import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from "vitest";
import { assertUsable } from "../../src/database/requirements.js";
import { StartupError } from "../../src/database/startup-error.js";
import { createEmptyDatabase, dropDatabase } from "../support/database.js";

let url: string;
beforeAll(async () => {
  url = await createEmptyDatabase();
});
afterAll(() => dropDatabase(url));

async function administer(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const sql of statements) await client.query(sql);
  await client.end();
}

/** The test database's address with other parts. */
function addressWith(parts: Partial<Pick<URL, "hostname" | "password" | "pathname" | "port" | "username">>): string {
  return Object.assign(new URL(url), parts).href;
}

test("a database that can be used is left as it was", async () => {
  await assertUsable(url);
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("SELECT extname FROM pg_extension WHERE extname = 'pg_trgm'");
  await client.end();
  expect(rows).toEqual([]);
});

test.each([
  [
    "a port without a server",
    () => addressWith({ port: "1" }),
    /^The database at 127\.0\.0\.1:1 cannot be reached \(.*ECONNREFUSED.*\); start it or check DATABASE_URL\.$/,
  ],
  [
    "a host that does not exist",
    () => addressWith({ hostname: "nowhere.invalid" }),
    /^The database at nowhere\.invalid:\d+ cannot be reached/,
  ],
  [
    "a wrong password",
    () => addressWith({ password: "top-secret" }),
    /refused the password of "postgres"; check DATABASE_URL\.$/,
  ],
  [
    "a database that does not exist",
    () => addressWith({ pathname: "/nowhere" }),
    /^The server at .* has no database "nowhere"; create it or check DATABASE_URL\.$/,
  ],
  [
    "an unknown account",
    () => addressWith({ username: "nobody-here", password: "top-secret" }),
    /refused the password of "nobody-here"/,
  ],
])("%s gets one sentence that holds no password", async (_, address, sentence) => {
  const refusal = assertUsable(address());
  await expect(refusal).rejects.toThrow(StartupError);
  await expect(refusal).rejects.toThrow(sentence);
  await expect(refusal).rejects.not.toThrow(/top-secret/);
  await expect(refusal).rejects.not.toThrow(new URL(inject("databaseServerUrl")).password);
});

test("an account that may not create tables, or not the extension, gets the sentence for it", async () => {
  const role = `guest_${new URL(url).pathname.slice(1)}`;
  await administer(`CREATE ROLE ${role} LOGIN PASSWORD 'guest'`);
  onTestFinished(() => administer(`DROP OWNED BY ${role}`, `DROP ROLE ${role}`));
  const guest = addressWith({ username: role, password: "guest" });
  await expect(assertUsable(guest)).rejects.toThrow(/may not create tables; .*GRANT CREATE ON SCHEMA public/);
  await administer(`GRANT CREATE ON SCHEMA public TO ${role}`);
  await expect(assertUsable(guest)).rejects.toThrow(/may not create the pg_trgm extension; .*CREATE EXTENSION pg_trgm/);
  await administer("CREATE EXTENSION pg_trgm");
  await assertUsable(guest);
});

test("a database in another encoding and one that can only be read are refused", async () => {
  const name = new URL(url).pathname.slice(1);
  await administer(
    `CREATE DATABASE ${name}_latin ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0`,
  );
  onTestFinished(() => administer(`DROP DATABASE ${name}_latin`));
  await expect(assertUsable(`${url}_latin`)).rejects.toThrow(/encoded in LATIN1/);
  await administer(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
  onTestFinished(() => administer("SET default_transaction_read_only = off", `ALTER DATABASE ${name} RESET ALL`));
  await expect(assertUsable(url)).rejects.toThrow(/can only be read/);
});

test("a PostgreSQL older than 14 is refused with both versions", async () => {
  const address = await oldServer("130014");
  await expect(assertUsable(address)).rejects.toThrow(
    "The database is PostgreSQL 13 and Dateline needs 14 or newer; upgrade it or let DATABASE_URL name another server.",
  );
});

test("a server that hangs up at once is called unreachable", async () => {
  const server = createServer((socket) => socket.destroy());
  const address = await listen(server);
  await expect(assertUsable(address)).rejects.toThrow(/cannot be reached \(Connection terminated unexpectedly\)/);
});

/** A server that speaks just enough of PostgreSQL's protocol to report its version. */
async function oldServer(version: string): Promise<string> {
  const message = (type: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(5);
    head.write(type);
    head.writeInt32BE(body.length + 4, 1);
    return Buffer.concat([head, body]);
  };
  const ready = message("Z", Buffer.from("I"));
  const column = Buffer.concat([
    Buffer.from([0, 1]),
    Buffer.from("server_version_num\0"),
    Buffer.alloc(6),
    Buffer.from([0, 0, 0, 25, 255, 255, 0, 0, 0, 0, 0, 0]),
  ]);
  const value = Buffer.concat([Buffer.from([0, 1, 0, 0, 0, version.length]), Buffer.from(version)]);
  const answer = Buffer.concat([message("T", column), message("D", value), message("C", Buffer.from("SHOW\0")), ready]);
  const server = createServer((socket) => {
    // The first message is the start-up packet, every other the one query.
    socket.once("data", () => {
      socket.write(Buffer.concat([message("R", Buffer.alloc(4)), ready]));
      socket.on("data", (data) => void (data[0] === 0x51 && socket.write(answer)));
    });
  });
  return listen(server);
}

async function listen(server: ReturnType<typeof createServer>): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return `postgresql://reader:top-secret@127.0.0.1:${port}/news`;
}
