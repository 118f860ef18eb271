import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { readPostmasterFile } from "../../src/database/embedded-orphan.js";
import { createEmptyDatabase, dropDatabase } from "../support/database.js";
import {
  build,
  cleanUp,
  dataFolder,
  refusedServer,
  type Server,
  startServer,
  temporaryFolder,
  withClient,
} from "./support/processes.js";

let dir: string;
let server: Server;
let postmaster: number | undefined;

beforeAll(async () => {
  await build();
  dir = await dataFolder();
  server = await startServer({ DATA_DIR: dir, DEMO: "off" });
  postmaster = (await readPostmasterFile(join(dir, "postgres")))?.pid;
});
afterAll(cleanUp);

afterEach(async () => {
  // Whatever was refused, the server that runs already has the same database under it and answers.
  expect((await readPostmasterFile(join(dir, "postgres")))?.pid).toBe(postmaster);
  expect(await server.ask("{ articles { totalCount } }")).toEqual({ data: { articles: { totalCount: 0 } } });
});

describe("a server that cannot start reports the reason in one sentence and ends with status 1", () => {
  it("when another server holds the data folder", async () => {
    const { status, stderr, stdout } = await refusedServer({ DATA_DIR: dir });
    expect(stderr).toMatch(
      /^dateline: The data folder \S+ is in use by another Dateline server \(process \d+\); .+\.\n$/,
    );
    expect(stdout).not.toContain("ready");
    expect(status).toBe(1);
  });

  it("when the port is taken, and leaves no database running", async () => {
    const other = await dataFolder();
    const port = new URL(server.url).port;
    const { status, stderr } = await refusedServer({ DATA_DIR: other, PORT: port, DEMO: "off" });
    expect(stderr).toBe(`dateline: Port ${port} is taken by another process; set PORT to a free one.\n`);
    expect(status).toBe(1);
    expect(await readPostmasterFile(join(other, "postgres"))).toBeNull();
  });

  it("when a listed document is not valid, or the list is missing", async () => {
    const folder = await temporaryFolder();
    const file = join(folder, "documents.json");
    await writeFile(file, JSON.stringify({ a: "{ nothing }" }));
    const env = { DATA_DIR: await dataFolder(), DEMO: "off", TRUSTED_DOCUMENTS: "only" };
    const invalid = await refusedServer({ ...env, TRUSTED_DOCUMENTS_FILE: file });
    expect(invalid.stderr).toMatch(/^dateline: The file \S+ of TRUSTED_DOCUMENTS_FILE contains a document .+\.\n$/);
    const missing = await refusedServer({ ...env, TRUSTED_DOCUMENTS_FILE: join(folder, "none.json") });
    expect(missing.stderr).toMatch(
      /^dateline: The file \S+ of TRUSTED_DOCUMENTS_FILE cannot be read \(ENOENT.+\)\.\n$/,
    );
    expect([invalid.status, missing.status]).toEqual([1, 1]);
  });

  it("when the database cannot be reached, without revealing the password", async () => {
    const port = await closedPort();
    const { status, stderr } = await refusedServer({ DATABASE_URL: `postgresql://desk:secret@127.0.0.1:${port}/news` });
    expect(stderr).toMatch(/^dateline: The database at 127\.0\.0\.1:\d+ cannot be reached \(.+\); .+DATABASE_URL\.\n$/);
    expect(stderr).not.toContain("secret");
    expect(status).toBe(1);
  });

  it("when the database has tables of another program, which stay unchanged", async () => {
    const url = await createEmptyDatabase();
    await withClient(url, (client) =>
      client.query("CREATE TABLE ledger (entry text); INSERT INTO ledger VALUES ('1')"),
    );
    const { status, stderr } = await refusedServer({ DATABASE_URL: url });
    expect(stderr).toMatch(
      /^dateline: The database already holds tables that are not Dateline's \("ledger"\); .+\.\n$/,
    );
    expect(status).toBe(1);
    const left = await withClient(url, (client) => client.query("SELECT * FROM ledger"));
    expect(left.rows).toEqual([{ entry: "1" }]);
    await dropDatabase(url);
  });

  it("when settings are malformed, one sentence for each of them", async () => {
    const wrong = { PORT: "seventy", HOST: "no host", DATABASE_URL: "mysql://root:secret@db/news", DEMO: "perhaps" };
    const { status, stderr } = await refusedServer(wrong);
    const lines = stderr.trimEnd().split("\n");
    expect(lines.map((line) => /[A-Z_]{4,}/.exec(line)?.[0])).toEqual(Object.keys(wrong));
    expect(stderr).not.toContain("secret");
    expect(status).toBe(1);
  });

  it("when the data folder is a file", async () => {
    const file = join(await temporaryFolder(), "file");
    await writeFile(file, "");
    const { status, stderr } = await refusedServer({ DATA_DIR: file });
    expect(stderr).toMatch(/^dateline: The data folder \S+ cannot be written to \(.+\); .+\.\n$/);
    expect(status).toBe(1);
  });
});

/** A port that was free a moment ago. */
function closedPort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
