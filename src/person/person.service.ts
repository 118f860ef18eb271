import { z } from "zod";
import { writeOnce } from "../auth/idempotency.service.js";
import { expectUnapproved } from "../auth/approved.service.js";
import { record, refuse, type Work, write } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { findKeptSlugs, keepSlug } from "../database/kept-slugs.js";
import { lockSharedRows } from "../database/row-locks.js";
import { ConflictError, NotFoundError, type UserError } from "../graphql/user-errors.js";
import { decodeNodeId } from "../graphql/node-id.js";
import { Issues, RULES } from "../validation/issues.js";
import { freeSlug } from "../lib/free-slug.js";
import { slugify } from "../lib/slug.js";
import { StalePersonVersionError } from "./person.errors.js";
import type { CreatePersonInput, UpdatePersonInput } from "./person.inputs.js";
import { foldName } from "./person.mentions.js";
import { type ReadAccount, type ReadName, readAccounts, readAliases } from "./person.parse.js";
import { readSlug } from "../validation/slug.parse.js";

/** A person as it was read from an input. */
interface ReadPerson {
  readonly name: string;
  /** Null: made of the name. */
  readonly slug: string | null;
  readonly role: string | null;
  readonly aliases: readonly ReadName[];
  readonly accounts: readonly ReadAccount[];
  /** The bare key of an image. */
  readonly portraitId: string | null;
}

function readPerson(input: CreatePersonInput, issues: Issues): ReadPerson {
  const at = (field: string): string[] => ["input", field];
  const name = issues.text(input.name, at("name"), RULES.line);
  return {
    name,
    slug: readSlug(input.slug, at("slug"), issues),
    role: issues.optionalText(input.role, at("role"), RULES.line),
    aliases: readAliases(input.aliases ?? [], name, at("aliases"), issues),
    accounts: readAccounts(input.accounts ?? [], at("accounts"), issues),
    portraitId: issues.key("Image", input.portraitId, at("portraitId")),
  };
}

/** Locks the image of a portrait, so that it is not deleted meanwhile. Refuses where there is none. */
async function expectPortrait(tx: Transaction, portraitId: string | null): Promise<void> {
  if (portraitId === null || (await lockSharedRows(tx, { Image: [portraitId] })).has(portraitId)) return;
  refuse(new NotFoundError("There is no image of this id.", ["input", "portraitId"]));
}

/** A person after a write. */
export interface WrittenPerson {
  /** The bare key. */
  readonly personId: string;
}

/** Creates a person. A slug or account of another person is a ConflictError. */
export async function createPerson(work: Work, input: CreatePersonInput): Promise<WrittenPerson | UserError> {
  return write(work, "createPerson", async (tx) => {
    const issues = new Issues();
    const person = readPerson(input, issues);
    if (issues.error) refuse(issues.error);
    const personId = await insertPerson(work, tx, person);
    record(work, tx, "createPerson", { type: "Person", id: personId });
    return { personId };
  });
}

/** Makes a person once for each idempotency key; see writeOnce. */
export function createPersonOnce(work: Work, input: CreatePersonInput): Promise<WrittenPerson | UserError> {
  return writeOnce(work, {
    act: "createPerson",
    input,
    shape: z.object({ personId: z.uuid() }),
    run: (joined) => createPerson(joined, input),
    isThere: async (tx, { personId }) => (await tx.person.count({ where: { id: personId } })) > 0,
  });
}

async function insertPerson(work: Work, tx: Transaction, person: ReadPerson): Promise<string> {
  const id = work.newId();
  const slug = await personSlug(tx, person);
  await expectFreeAccounts(tx, person.accounts);
  const { name, role, portraitId } = person;
  await expectPortrait(tx, portraitId);
  await tx.person.create({ data: { id, slug, name, role, portraitId, createdAt: work.clock.now() } });
  await tx.personSlug.create({ data: { slug, personId: id } });
  await insertNames(tx, id, person.name, person.aliases);
  await insertAccounts(tx, id, person.accounts);
  return id;
}

/** Writes the names of a person who has none: the full name first, then the aliases. */
async function insertNames(
  tx: Transaction,
  personId: string,
  name: string,
  aliases: readonly ReadName[],
): Promise<void> {
  const names = [{ name, folded: foldName(name) }, ...aliases];
  await tx.personName.createMany({ data: names.map((each, position) => ({ personId, position, ...each })) });
}

/** Writes the accounts of a person who has none. */
async function insertAccounts(tx: Transaction, personId: string, accounts: readonly ReadAccount[]): Promise<void> {
  if (accounts.length === 0) return;
  const rows = accounts.map((account, position) => ({ personId, position, ...account }));
  await tx.socialAccount.createMany({ data: rows });
}

/** Changes a person. Absent fields stay unchanged, and null clears. A former name becomes an alias. */
export async function updatePerson(work: Work, input: UpdatePersonInput): Promise<WrittenPerson | UserError> {
  return write(work, "updatePerson", async (tx) => {
    const before = await lockPerson(tx, input.id, ["input", "id"]);
    await expectUnapproved(work, tx, "person", before.id);
    const { expectedVersion } = input;
    if (typeof expectedVersion === "number" && expectedVersion !== before.version) {
      refuse(new StalePersonVersionError(before.id, { expectedVersion, currentVersion: before.version }));
    }
    const { slug, accounts, aliases, ...columns } = await readUpdate(tx, input, before);
    if (slug !== before.slug) await claimSlug(tx, before.id, slug);
    if (columns.portraitId !== before.portraitId) await expectPortrait(tx, columns.portraitId);
    const version = before.version + 1;
    await tx.person.update({ where: { id: before.id }, data: { ...columns, slug, version } });
    await tx.personName.deleteMany({ where: { personId: before.id } });
    await insertNames(tx, before.id, columns.name, aliases);
    if (accounts) {
      await expectFreeAccounts(tx, accounts, before.id);
      await tx.socialAccount.deleteMany({ where: { personId: before.id } });
      await insertAccounts(tx, before.id, accounts);
    }
    record(work, tx, "updatePerson", { type: "Person", id: before.id });
    return { personId: before.id };
  });
}

/** The person after an update; `accounts` is null when they stay. Refuses with all issues of the input. */
async function readUpdate(tx: Transaction, input: UpdatePersonInput, before: LockedPerson) {
  const issues = new Issues();
  const at = (field: string): string[] => ["input", field];
  issues.addCleared(input, ["name", "slug"], "person");
  const name = typeof input.name === "string" ? issues.text(input.name, at("name"), RULES.line) : before.name;
  const slug = readSlug(input.slug, at("slug"), issues) ?? before.slug;
  const role = input.role === undefined ? before.role : issues.optionalText(input.role, at("role"), RULES.line);
  const aliases =
    input.aliases === undefined
      ? await otherNames(tx, before.id, name)
      : readAliases(input.aliases ?? [], name, at("aliases"), issues);
  const accounts = input.accounts === undefined ? null : readAccounts(input.accounts ?? [], at("accounts"), issues);
  const portraitId =
    input.portraitId === undefined ? before.portraitId : issues.key("Image", input.portraitId, at("portraitId"));
  if (issues.error) refuse(issues.error);
  return { name, slug, role, portraitId, aliases: withOldName(aliases, name, before.name), accounts };
}

/** The aliases and the name before, under which texts mention the person; it is not repeated. */
function withOldName(aliases: readonly ReadName[], name: string, oldName: string): readonly ReadName[] {
  const folded = foldName(oldName);
  const isKnown = [foldName(name), ...aliases.map((alias) => alias.folded)].includes(folded);
  return isKnown ? aliases : [...aliases, { name: oldName, folded }];
}

/** The other names that a person has, as they are: merging can leave more of them than an input may hold. */
async function otherNames(tx: Transaction, personId: string, fullName: string): Promise<readonly ReadName[]> {
  const names = await tx.personName.findMany({
    where: { personId, position: { gt: 0 } },
    select: { name: true, folded: true },
    orderBy: { position: "asc" },
  });
  const own = foldName(fullName);
  return names.filter(({ folded }) => folded !== own);
}

async function claimSlug(tx: Transaction, personId: string, slug: string): Promise<void> {
  if (!(await keepSlug(tx, "person", personId, slug))) refuse(slugTaken(slug));
}

function slugTaken(slug: string): ConflictError {
  return new ConflictError(`Another person has, or had, the slug ${slug}.`, ["input", "slug"], "SLUG_TAKEN");
}

/** A person's own row, locked. */
export interface LockedPerson {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly role: string | null;
  /** The bare key of an image. */
  readonly portraitId: string | null;
  readonly version: number;
}

/** A person's row, locked until the transaction ends. Raw for the row lock. Refuses where there is none. */
export async function lockPerson(tx: Transaction, id: string, path: readonly string[]): Promise<LockedPerson> {
  const key = decodeNodeId(id);
  const rows =
    key?.type === "Person"
      ? await tx.$queryRaw<LockedPerson[]>`
          SELECT id, name, slug, role, portrait_id AS "portraitId", version FROM person WHERE id = ${key.uuid}::uuid FOR UPDATE`
      : [];
  return rows[0] ?? refuse(new NotFoundError("There is no person of this id.", path));
}

async function personSlug(tx: Transaction, { slug, name }: ReadPerson): Promise<string> {
  const findTaken = (slugs: readonly string[]): Promise<readonly string[]> => findKeptSlugs(tx, "person", slugs);
  if (slug === null) return freeSlug(slugify(name) || "person", findTaken);
  if ((await findTaken([slug])).length > 0) refuse(slugTaken(slug));
  return slug;
}

async function expectFreeAccounts(tx: Transaction, accounts: readonly ReadAccount[], ownerId?: string): Promise<void> {
  if (accounts.length === 0) return;
  const taken = await tx.socialAccount.findFirst({
    where: {
      OR: accounts.map(({ platform, folded }) => ({ platform, folded })),
      ...(ownerId === undefined ? {} : { personId: { not: ownerId } }),
    },
    include: { person: { select: { name: true } } },
  });
  if (taken) {
    const { handle, platform, person } = taken;
    refuse(
      new ConflictError(
        `The account ${handle} on ${platform} is that of ${person.name}.`,
        ["input", "accounts"],
        "ACCOUNT_TAKEN",
      ),
    );
  }
}
