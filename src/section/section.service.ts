import { record, refuse, type Work, write } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { findKeptSlugs, keepSlug } from "../database/kept-slugs.js";
import { lockSharedRows } from "../database/row-locks.js";
import { ConflictError, NotFoundError, type UserError } from "../graphql/user-errors.js";
import { freeSlug } from "../lib/free-slug.js";
import { slugify } from "../lib/slug.js";
import { Issues, RULES } from "../validation/issues.js";
import { readSlug } from "../validation/slug.parse.js";
import type { CreateSectionInput, DeleteSectionInput, UpdateSectionInput } from "./section.inputs.js";

/** A section after a write. */
export interface WrittenSection {
  /** The bare key. */
  readonly sectionId: string;
}

interface SectionRow {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly parentId: string | null;
  readonly position: number;
}

/**
 * The whole tree, locked until the transaction ends: two moves that are valid alone could make a cycle together.
 * Raw because Prisma has no table locks; writers of articles do not wait for this one.
 */
async function lockTree(tx: Transaction): Promise<ReadonlyMap<string, SectionRow>> {
  await tx.$executeRaw`LOCK TABLE section IN SHARE ROW EXCLUSIVE MODE`;
  const rows = await tx.section.findMany({ orderBy: [{ position: "asc" }, { id: "asc" }] });
  return new Map(rows.map((row) => [row.id, row]));
}

const at = (field: string): string[] => ["input", field];

/** Makes a section at a place of the tree. */
export function createSection(work: Work, input: CreateSectionInput): Promise<WrittenSection | UserError> {
  return write(work, "createSection", async (tx) => {
    const tree = await lockTree(tx);
    const issues = new Issues();
    const name = issues.text(input.name, at("name"), RULES.line);
    const wanted = readSlug(input.slug, at("slug"), issues);
    const parentId = readParent(input.parentId, tree, issues);
    const place = readPlace(input.position, issues);
    if (issues.error) refuse(issues.error);
    const slug = await slugFor(tx, wanted, name);
    const id = work.newId();
    const row = { id, name, slug, parentId, position: 0, createdAt: work.clock.now() };
    await tx.section.create({ data: row, select: { id: true } });
    await keepSlug(tx, "section", id, slug);
    await placeSection(tx, tree, row, place);
    record(work, tx, "createSection", { type: "Section", id });
    return { sectionId: id };
  });
}

/** Changes a section: its name, its slug, its place. What is in it moves with it. */
export function updateSection(work: Work, input: UpdateSectionInput): Promise<WrittenSection | UserError> {
  return write(work, "updateSection", async (tx) => {
    const tree = await lockTree(tx);
    const before = expectSection(tree, input.id);
    const after = readUpdate(input, before, tree);
    if (isWithin(tree, after.parentId, before.id)) {
      refuse(
        new ConflictError(
          "A section cannot belong to itself or to a section below it.",
          at("parentId"),
          "SECTION_BELOW_ITSELF",
        ),
      );
    }
    if (after.slug !== before.slug && !(await keepSlug(tx, "section", before.id, after.slug))) {
      refuse(slugTaken(after.slug));
    }
    const { name, slug, parentId } = after;
    await tx.section.update({ where: { id: before.id }, data: { name, slug, parentId }, select: { id: true } });
    if (after.parentId !== before.parentId || after.place !== null) await placeSection(tx, tree, after, after.place);
    record(work, tx, "updateSection", { type: "Section", id: before.id });
    return { sectionId: before.id };
  });
}

function readUpdate(input: UpdateSectionInput, before: SectionRow, tree: ReadonlyMap<string, SectionRow>) {
  const issues = new Issues();
  issues.addCleared(input, ["name", "slug", "position"], "section");
  const name = typeof input.name === "string" ? issues.text(input.name, at("name"), RULES.line) : before.name;
  const slug = readSlug(input.slug, at("slug"), issues) ?? before.slug;
  const parentId = input.parentId === undefined ? before.parentId : readParent(input.parentId, tree, issues);
  const place = readPlace(input.position, issues);
  if (issues.error) refuse(issues.error);
  return { ...before, name, slug, parentId, place };
}

/** Deletes a section in which no article is, in any head, and no other section. */
export function deleteSection(work: Work, input: DeleteSectionInput): Promise<WrittenSection | UserError> {
  return write(work, "deleteSection", async (tx) => {
    const tree = await lockTree(tx);
    const { id, name } = expectSection(tree, input.id);
    if ([...tree.values()].some(({ parentId }) => parentId === id)) {
      refuse(
        new ConflictError(
          `Other sections belong to ${name}; move or delete them first.`,
          at("id"),
          "SECTION_HAS_SECTIONS",
        ),
      );
    }
    // A writer who puts an article into the section either has done so, or waits and finds it deleted.
    await lockSharedRows(tx, { Section: [id] }, { Section: "UPDATE" });
    const heads = await tx.articleHead.findMany({
      where: { sectionId: id },
      distinct: ["articleId"],
      select: { articleId: true },
    });
    if (heads.length > 0) {
      const count = heads.length === 1 ? "An article is" : `${heads.length} articles are`;
      const message = `${count} in ${name}, as draft, published text or in the trash; move them to another section first.`;
      refuse(new ConflictError(message, at("id"), "SECTION_HAS_ARTICLES"));
    }
    await tx.section.delete({ where: { id }, select: { id: true } });
    record(work, tx, "deleteSection", { type: "Section", id }, name);
    return { sectionId: id };
  });
}

function expectSection(tree: ReadonlyMap<string, SectionRow>, id: string): SectionRow {
  const key = new Issues().key("Section", id, at("id"));
  const section = key === null ? undefined : tree.get(key);
  return section ?? refuse(new NotFoundError("There is no section of this id.", at("id")));
}

function readParent(
  id: string | null | undefined,
  tree: ReadonlyMap<string, SectionRow>,
  issues: Issues,
): string | null {
  const key = issues.key("Section", id, at("parentId"));
  if (key !== null && !tree.has(key)) issues.addUnknown(at("parentId"), "Section");
  return key;
}

function readPlace(position: number | null | undefined, issues: Issues): number | null {
  if (typeof position === "number" && position < 0)
    issues.add(at("position"), "The first place is 0.", { reason: "OUT_OF_RANGE" });
  return position ?? null;
}

/** Whether a section is another one or below it. */
function isWithin(tree: ReadonlyMap<string, SectionRow>, key: string | null, other: string): boolean {
  for (let id = key; id !== null; id = tree.get(id)?.parentId ?? null) if (id === other) return true;
  return false;
}

/** Puts a section at a place among those of its parent, the last where the place is null, and numbers them from 0. */
async function placeSection(
  tx: Transaction,
  tree: ReadonlyMap<string, SectionRow>,
  section: SectionRow,
  place: number | null,
): Promise<void> {
  const others = [...tree.values()].filter(({ id, parentId }) => parentId === section.parentId && id !== section.id);
  const row = { ...section, position: -1 };
  const ordered = others.toSpliced(place ?? others.length, 0, row);
  for (const [position, sibling] of ordered.entries()) {
    if (sibling.position === position) continue;
    await tx.section.update({ where: { id: sibling.id }, data: { position }, select: { id: true } });
  }
}

async function slugFor(tx: Transaction, wanted: string | null, name: string): Promise<string> {
  if (wanted === null) {
    return freeSlug(slugify(name) || "section", (slugs) => findKeptSlugs(tx, "section", slugs));
  }
  return (await findKeptSlugs(tx, "section", [wanted])).length > 0 ? refuse(slugTaken(wanted)) : wanted;
}

function slugTaken(slug: string): ConflictError {
  return new ConflictError(`Another section has, or had, the slug ${slug}.`, at("slug"), "SLUG_TAKEN");
}
