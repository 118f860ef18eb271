import { randomBytes } from "node:crypto";
import type { Database } from "../database/client.js";
import { uuidOfBytes } from "../lib/uuid.js";

const KEY_BYTES = 32;

/**
 * A random key of this installation, made when it is first needed. All servers on one database use the same.
 */
export async function installationKey(database: Database, name: string): Promise<Uint8Array> {
  const { prisma } = database;
  const known = await prisma.installationKey.findUnique({ where: { name } });
  if (known) return known.value;
  // The one that comes first stays: two servers that start together agree.
  await prisma.installationKey.createMany({ data: [{ name, value: randomBytes(KEY_BYTES) }], skipDuplicates: true });
  const { value } = await prisma.installationKey.findUniqueOrThrow({ where: { name } });
  return value;
}

/**
 * Returns a function that reads the URI of this installation's publication, a random UUID (RFC 9562, version 8): the same
 * for all servers on one database, whatever their addresses.
 */
export function publicationId(database: Database): () => Promise<string> {
  let known: string | null = null;
  return async () => {
    if (known === null) {
      const bytes = Buffer.from((await installationKey(database, "publication")).subarray(0, 16));
      bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
      bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
      known = `urn:uuid:${uuidOfBytes(bytes)}`;
    }
    return known;
  };
}
