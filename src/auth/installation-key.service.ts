import { randomBytes } from "node:crypto";
import type { Database } from "../database/client.js";

const KEY_BYTES = 32;

/**
 * A secret key of this installation, made when it is first asked for. All servers on one database get the same.
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
