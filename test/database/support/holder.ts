// A server of its own process for the tests of the embedded database: it holds the data folder given as its argument,
// prints the address of its database on standard output, and with "--write" counts aloud what the database has answered for.
import { Client } from "pg";
import { startEmbedded } from "../../../src/database/embedded.js";
import { StartupError } from "../../../src/database/startup-error.js";

const [dir = "", mode = ""] = process.argv.slice(2);
const say = (message: object): boolean => process.stdout.write(`${JSON.stringify(message)}\n`);
const quiet = (): void => undefined;
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

async function hold(): Promise<void> {
  const embedded = await startEmbedded({ dir, log, onLost: quiet });
  say({ url: embedded.url, dir: embedded.dir });
  process.once("SIGTERM", () => void embedded.stop().then(() => process.exit(0)));
  if (mode === "--write") await writeForever(embedded.url);
}

async function writeForever(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("CREATE TABLE IF NOT EXISTS answered (number integer PRIMARY KEY)");
  for (let number = 1; ; number += 1) {
    await client.query("INSERT INTO answered VALUES ($1)", [number]);
    say({ answered: number });
  }
}

hold().catch((error: unknown) => {
  process.stderr.write(error instanceof StartupError ? error.message : `no StartupError: ${String(error)}`);
  process.exit(1);
});
