import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "../../src/auth/role.js";
import { exportTo, restoreFile } from "../../src/export/export.command.js";
import { importStory } from "../../src/import/import.service.js";
import { publishDue } from "../../src/publishing/schedule.service.js";
import { readPlainCopy } from "@dateline/copy-reader";
import { createTestDatabase } from "../support/database.js";
import { Desk } from "../support/desk.js";
import { done } from "../support/newsroom.js";
import { readRestored } from "../support/round-trip.js";

const settings = { now: new Date("2030-03-01T08:00:00Z") };
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open(settings);
});
afterAll(() => desk.app.close());

const NOON = "2030-03-02T12:00:00.000Z";

interface Refused {
  readonly code: string;
  readonly path: readonly string[] | null;
  readonly message: string;
}

/** A draft under an embargo until noon of the next day. */
function held(fields: object = {}) {
  settings.now = new Date("2030-03-01T08:00:00Z");
  return desk.newsroom.draft({ embargoedUntil: new Date(NOON), ...fields });
}

function update<Result = object>(
  id: string,
  expectedVersion: number,
  fields: object,
  as: Role = "EDITOR",
): Promise<Result> {
  return desk.run(
    "updateArticle",
    { id, expectedVersion, ...fields },
    "article { version embargoedUntil publishAt }",
    as,
  );
}

async function publish(id: string, expectedVersion: number, as: Role = "EDITOR"): Promise<object> {
  const document = `mutation ($input: PublishArticleInput!) { result: publishArticle(input: $input) {
    ... on PublishArticlePayload { article { state } } ... on UserError { code message path }
    ... on EmbargoError { embargoedUntil } } }`;
  const input = { id, expectedVersion, overrideReason: "No reason overrides an embargo." };
  const { result } = await desk.app.data<{ result: object }, object>(document, { input }, desk.headers[as]);
  return result;
}

const EMBARGO = { code: "EMBARGO", embargoedUntil: "2030-03-02T12:00:00.000Z" };

describe("an embargo", () => {
  it("holds publishArticle until its moment, for every role, and the error names the moment", async () => {
    const { id, version } = await held();
    for (const as of ["EDITOR", "ADMIN"] as const) {
      const refused = await publish(id, version, as);
      expect(refused).toMatchObject(EMBARGO);
      expect(refused).toMatchObject({ message: expect.stringContaining("before 2030-03-02T12:00:00.000Z") });
    }
    settings.now = new Date("2030-03-02T11:59:59.999Z");
    expect(await publish(id, version)).toMatchObject(EMBARGO);
    settings.now = new Date(NOON);
    expect(await publish(id, version)).toEqual({ article: { state: "PUBLISHED" } });
  });

  it("holds the next publication of an article that readers saw once", async () => {
    settings.now = new Date("2030-03-01T08:00:00Z");
    const { id, version } = await desk.newsroom.published();
    const refused = await update<Refused>(id, version, { embargoedUntil: NOON });
    expect(refused).toMatchObject({ code: "VALIDATION", path: ["input", "embargoedUntil"] });
    await desk.run("unpublishArticle", { id, expectedVersion: version }, "article { id }");
    expect(await update(id, version + 1, { embargoedUntil: NOON })).toMatchObject({
      article: { embargoedUntil: NOON },
    });
    expect(await publish(id, version + 2)).toMatchObject(EMBARGO);
  });

  it("holds a schedule for an earlier moment, and what was scheduled before waits for it", async () => {
    const { id, version } = await held();
    const schedule = (publishAt: string) =>
      desk.run("scheduleArticle", { id, expectedVersion: version, publishAt }, "article { publishAt embargoedUntil }");
    expect(await schedule("2030-03-02T11:00:00Z")).toMatchObject({ code: "EMBARGO", path: ["input", "publishAt"] });
    expect(await schedule(NOON)).toEqual({ article: { publishAt: NOON, embargoedUntil: NOON } });
    const later = "2030-03-03T12:00:00.000Z";
    await update(id, version + 1, { embargoedUntil: later });
    const look = (now: string) => publishDue({ ...desk.newsroom.work, clock: { now: () => new Date(now) } });
    expect(await look("2030-03-03T11:59:59Z")).toBe(0);
    expect(await desk.published(id)).toBeNull();
    expect(await look(later)).toBe(1);
    expect(await desk.published(id)).not.toBeNull();
  });

  it("is lifted by editors only, with a reason that the audit log keeps; every writer may extend it", async () => {
    const { id, version } = await held();
    for (const embargoedUntil of [null, "2030-03-02T11:00:00.000Z"]) {
      const input = { embargoedUntil, embargoReason: "I want to." };
      const forbidden = await update<Refused>(id, version, input, "AUTHOR");
      expect(forbidden).toMatchObject({ code: "FORBIDDEN", path: ["input", "embargoedUntil"] });
      const unreasoned = await update<Refused>(id, version, { embargoedUntil });
      expect(unreasoned).toMatchObject({ code: "VALIDATION", path: ["input", "embargoReason"] });
    }
    const later = "2030-03-04T00:00:00.000Z";
    expect(await update(id, version, { embargoedUntil: later }, "AUTHOR")).toMatchObject({
      article: { embargoedUntil: later },
    });
    expect(await update(id, version + 1, { headline: "Kept" })).toMatchObject({ article: { embargoedUntil: later } });
    const lift = { embargoedUntil: null, embargoReason: "The agency agreed." };
    expect(await update(id, version + 2, lift)).toMatchObject({ article: { embargoedUntil: null } });
    const entry = await desk.app.database.prisma.auditEntry.findFirst({
      where: { act: "updateArticle", detail: { not: null } },
    });
    expect(entry).toMatchObject({
      act: "updateArticle",
      detail: `The embargo until ${new Date(later).toISOString()} was removed: The agency agreed.`,
    });
    expect(await publish(id, version + 3)).toEqual({ article: { state: "PUBLISHED" } });
  });

  it("needs no reason to be removed once it has passed", async () => {
    const { id, version } = await held();
    settings.now = new Date(NOON);
    expect(await update(id, version, { embargoedUntil: null }, "AUTHOR")).toMatchObject({
      article: { embargoedUntil: null },
    });
  });

  it("is not lifted by a restored revision, the trash, an or an approval", async () => {
    settings.now = new Date("2030-03-01T08:00:00Z");
    const { id, version } = await desk.newsroom.draft({ headline: "Free" });
    await desk.run("submitArticle", { id, expectedVersion: version }, "article { id }");
    await update(id, version + 1, { embargoedUntil: NOON });
    await desk.run("restoreRevision", { articleId: id, number: 1, expectedVersion: version + 2 }, "article { id }");
    expect(await publish(id, version + 3)).toMatchObject({ code: "TRANSITION" });
    await desk.run("approveArticle", { id, expectedVersion: version + 3 }, "article { id }");
    expect(await publish(id, version + 4)).toMatchObject(EMBARGO);
    await desk.run("deleteArticle", { id, expectedVersion: version + 4 }, "deletedId");
    await desk.run("restoreArticle", { id }, "article { id }");
    expect(await publish(id, version + 6)).toMatchObject(EMBARGO);
  });

  it("is restored with an export, of which a line that would publish the article before is refused", async () => {
    const folder = await mkdtemp(join(tmpdir(), "dateline-embargo-"));
    const [own, empty] = [await Desk.open(), await createTestDatabase()];
    try {
      const until = new Date("2100-01-01T00:00:00Z");
      await own.newsroom.draft({ slug: "held-line", embargoedUntil: until });
      await own.newsroom.published({ slug: "early-line" });
      const kept = await readRestored(own.app.database, true, ({ prisma }) =>
        prisma.article.findMany({ where: { embargoedUntil: until }, select: { slugs: { select: { slug: true } } } }),
      );
      expect(kept).toEqual([{ slugs: [{ slug: "held-line" }] }]);
      const file = join(folder, "early.jsonl");
      await exportTo(own.app.database, file, { withDrafts: false });
      const line = (await readFile(file, "utf8")).trim();
      await writeFile(file, line.replace('"embargoedUntil":null', '"embargoedUntil":"2100-01-01T00:00:00Z"'));
      const message = `${file}:1: The article is under an embargo until 2100-01-01T00:00:00.000Z.`;
      await expect(restoreFile(empty.database, file)).rejects.toThrow(message);
      expect(await empty.database.prisma.article.count()).toBe(0);
    } finally {
      await own.app.close();
      await empty.close();
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("keeps its moment over a change of the clock, whatever the offset of the input", async () => {
    const { id, version } = await held({ embargoedUntil: null });
    // In Berlin half past two comes twice on that day: first in summer time, an hour later again.
    const moments = ["2030-10-27T02:30:00+02:00", "2030-10-27T02:30:00+01:00"];
    const [first, second] = ["2030-10-27T00:30:00.000Z", "2030-10-27T01:30:00.000Z"];
    expect(await update(id, version, { embargoedUntil: moments[1] })).toMatchObject({
      article: { embargoedUntil: second },
    });
    const earlier = { embargoedUntil: moments[0], embargoReason: "Summer time was meant." };
    expect(await update(id, version + 1, earlier)).toMatchObject({ article: { embargoedUntil: first } });
    settings.now = new Date("2030-10-27T00:29:59Z");
    expect(await publish(id, version + 2)).toMatchObject({
      code: "EMBARGO",
      embargoedUntil: "2030-10-27T00:30:00.000Z",
    });
    settings.now = new Date("2030-10-27T00:30:00Z");
    expect(await publish(id, version + 2)).toEqual({ article: { state: "PUBLISHED" } });
    const withoutOffset = { id, expectedVersion: version + 3, embargoedUntil: "2030-10-27T02:30:00" };
    const document = `mutation ($input: UpdateArticleInput!) { updateArticle(input: $input) { __typename } }`;
    const { errors } = await desk.app.ask(document, { input: withoutOffset }, desk.headers.EDITOR);
    expect(errors).toHaveLength(1);
  });

  it("and the moment of a schedule are null for readers, and filters by it find nothing for them", async () => {
    settings.now = new Date("2030-03-05T00:00:00Z");
    const { newsroom } = desk;
    const past = new Date("2020-01-01T00:00:00Z");
    const shown = await newsroom.published({ slug: "was-held", embargoedUntil: past });
    const hidden = await newsroom.draft({ slug: "is-held", embargoedUntil: new Date("2100-01-01T00:00:00Z") });
    const query = `query ($id: ID!) { article(id: $id) { embargoedUntil publishAt } }`;
    expect(await desk.readAsReader(query, { id: shown.id })).toEqual({
      article: { embargoedUntil: null, publishAt: null },
    });
    expect(await desk.readAsEditor(query, { id: shown.id })).toEqual({
      article: { embargoedUntil: "2020-01-01T00:00:00.000Z", publishAt: null },
    });
    const list = `query ($is: Boolean) { articles(first: 100, filter: { embargoed: $is }) { nodes { slug } } }`;
    interface Found {
      readonly articles: { readonly nodes: readonly { readonly slug: string }[] };
    }
    const slugs = ({ articles }: Found) => articles.nodes.map(({ slug }) => slug);
    expect(slugs(await desk.readAsReader<Found>(list, { is: true }))).toEqual([]);
    expect(slugs(await desk.readAsReader<Found>(list, { is: false }))).toContain("was-held");
    const held = slugs(await desk.readAsEditor<Found>(list, { is: true }));
    expect(held).toContain("is-held");
    expect(held).not.toContain("was-held");
    expect(slugs(await desk.readAsEditor<Found>(list, { is: false }))).not.toContain("is-held");
    expect(hidden.version).toBe(1);
  });

  it("is taken from imported copy, and holds the publication of the import", async () => {
    const copy = `Embargo until 3 March 2031

Ferry fares rise

PORT MALDEN – The fares of the ferry rise in April, the harbour office said.
`;
    const clock = { now: () => new Date("2030-03-01T08:00:00Z") };
    const imported = done(
      await importStory({ ...desk.newsroom.work, clock }, readPlainCopy(copy), { isPublished: true }),
    );
    expect(imported.hold).toContain("embargo");
    const article = await desk.app.database.prisma.article.findUniqueOrThrow({
      where: { id: imported.article?.articleId ?? "" },
    });
    expect(article).toMatchObject({ state: "DRAFT", embargoedUntil: new Date("2031-03-04T12:00:00Z") });
  });
});
