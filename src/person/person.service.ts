import { refuse, type Work, write } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { ConflictError, type UserError } from "../graphql/user-errors.js";
import { Issues, RULES } from "../graphql/validation.js";
import { freeSlug } from "../lib/free-slug.js";
import { slugify } from "../lib/slug.js";
import type { CreatePersonInput } from "./person.inputs.js";
import { foldName } from "./person.mentions.js";
import { type ReadAccount, type ReadName, readAccounts, readAliases, readSlug } from "./person.parse.js";

/** A person as it was read from an input. */
interface ReadPerson {
  readonly name: string;
  /** Null: made of the name. */
  readonly slug: string | null;
  readonly role: string | null;
  readonly aliases: readonly ReadName[];
  readonly accounts: readonly ReadAccount[];
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
  };
}

/** Makes a person; gives the key. A slug or account that somebody else has is a ConflictError. */
export async function createPerson(work: Work, input: CreatePersonInput): Promise<{ id: string } | UserError> {
  const issues = new Issues();
  const person = readPerson(input, issues);
  if (issues.error) return issues.error;
  return write(work, async (tx) => ({ id: await insertPerson(work, tx, person) }));
}

async function insertPerson(work: Work, tx: Transaction, person: ReadPerson): Promise<string> {
  const id = work.newId();
  const slug = await personSlug(tx, person);
  await expectFreeAccounts(tx, person.accounts);
  await tx.person.create({ data: { id, slug, name: person.name, role: person.role, createdAt: work.clock.now() } });
  await tx.personSlug.create({ data: { slug, personId: id } });
  const names = [{ name: person.name, folded: foldName(person.name) }, ...person.aliases];
  await tx.personName.createMany({ data: names.map((name, position) => ({ personId: id, position, ...name })) });
  if (person.accounts.length > 0) {
    await tx.socialAccount.createMany({
      data: person.accounts.map((account, position) => ({ personId: id, position, ...account })),
    });
  }
  return id;
}

async function personSlug(tx: Transaction, { slug, name }: ReadPerson): Promise<string> {
  const findTaken = async (slugs: readonly string[]): Promise<string[]> =>
    (await tx.personSlug.findMany({ where: { slug: { in: [...slugs] } } })).map((row) => row.slug);
  if (slug === null) return freeSlug(slugify(name) || "person", findTaken);
  if ((await findTaken([slug])).length > 0)
    refuse(new ConflictError(`Another person has the slug ${slug}.`, ["input", "slug"]));
  return slug;
}

async function expectFreeAccounts(tx: Transaction, accounts: readonly ReadAccount[]): Promise<void> {
  if (accounts.length === 0) return;
  const taken = await tx.socialAccount.findFirst({
    where: { OR: accounts.map(({ platform, folded }) => ({ platform, folded })) },
    include: { person: { select: { name: true } } },
  });
  if (taken) {
    const { handle, platform, person } = taken;
    refuse(new ConflictError(`The account ${handle} on ${platform} is that of ${person.name}.`, ["input", "accounts"]));
  }
}
