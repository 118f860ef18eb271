import { tmpdir } from "node:os";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createApp } from "../../src/app.js";
import { createDatabase, type Database } from "../../src/database/client.js";
import { decodeNodeId } from "../../src/graphql/node-id.js";
import { openImages } from "../../src/image/open-images.js";
import { newId } from "../../src/lib/new-id.js";
import { publishDue, SCHEDULER } from "../../src/publishing/schedule.service.js";
import {
  DeskKillArticleDocument,
  DeskPublishArticleDocument,
  DeskScheduleArticleDocument,
  DeskUnpublishArticleDocument,
  DeskUnscheduleArticleDocument,
} from "../generated/graphql.js";
import { IMAGE_LIMITS, LIMITS } from "../support/app.js";
import { Desk } from "../support/desk.js";
import { makeStory } from "../support/story.js";
import { PATIENTLY } from "../support/patiently.js";

const START = new Date("2026-05-01T10:00:00Z");
const DUE = new Date("2026-05-01T12:00:00Z");
const settings = { now: START };
let desk: Desk;
/** A second server's own connections to the same database. */
let second: Database;

beforeAll(async () => {
  desk = await Desk.open(settings);
  const url = desk.app.database.pool.options.connectionString ?? "";
  second = createDatabase({ url, poolSize: 4 });
});
afterAll(async () => {
  await second.close();
  await desk.app.close();
});
beforeEach(() => {
  settings.now = START;
});

/** What a server's look at the schedule does at a moment. */
function look(now: Date, database = desk.app.database): Promise<number> {
  return publishDue({ database, clock: { now: () => now }, newId, actor: SCHEDULER, origin: null });
}

/** What a look does that is asked to end after its first article. */
function briefLook(now: Date): Promise<number> {
  const work = { database: desk.app.database, clock: { now: () => now }, newId, actor: SCHEDULER, origin: null };
  let asked = 0;
  return publishDue(work, () => {
    asked += 1;
    return asked > 1;
  });
}

/** A server on a database, with a look at the schedule when it starts and then every hour. */
function startServer(database: Database, now: Date) {
  return createApp({
    images: openImages({ dataDir: tmpdir(), imageBucket: null }),
    imageLimits: IMAGE_LIMITS,
    uploadTimeoutMs: 0,
    database,
    log: pino({ level: "silent" }),
    clock: { now: () => now },
    scheduleNow: async () => now,
    newId,
    oidc: null,
    oidcClient: null,
    publicUrl: null,
    trustedProxies: null,
    requestTimeoutMs: 30_000,
    rateLimitPerAddress: 0,
    rateLimitPerToken: 0,
    rateLimitFailedTokens: 0,
    maxEventLoopDelayMs: 0,
    maxConnections: 1000,
    siteUrl: null,
    scheduleIntervalMs: 3_600_000,
    searchIntervalMs: 0,
    cacheMegabytes: 0,
    cdnMaxAgeS: 0,
    redisUrl: null,
    cdn: "fastly",
    cdnPurgeUrl: null,
    cdnPurgeToken: null,
    eventRetentionDays: 30,
    eventIntervalMs: 0,
    countIntervalMs: 0,
    siteTitle: "The Test Courier",
    siteLanguage: "en",
    trustedDocuments: null,
    hasIntrospection: false,
    limits: LIMITS,
  });
}

async function scheduled(publishAt = DUE, headline = "Due") {
  const { id, version } = await desk.newsroom.draft({ headline });
  await desk.write(DeskScheduleArticleDocument, { id, expectedVersion: version, publishAt: publishAt.toISOString() });
  return { id, version: version + 1 };
}

/** How often an article was published, by its revisions and by the audit log. */
async function publications(id: string) {
  const articleId = decodeNodeId(id)?.uuid ?? "";
  const { prisma } = desk.app.database;
  const revisions = await prisma.revision.findMany({ where: { articleId }, select: { summary: true, author: true } });
  const entries = await prisma.auditEntry.count({ where: { subjectId: articleId, detail: "as scheduled" } });
  return { revisions, entries };
}

const ONCE = { revisions: [{ summary: "Published as scheduled", author: "Scheduler" }], entries: 1 };

describe("a scheduled article", () => {
  it("is published when its moment has come, and not before", async () => {
    const { id, version } = await scheduled();
    expect(await look(new Date(DUE.getTime() - 1))).toBe(0);
    expect(await desk.published(id)).toBeNull();
    expect(await desk.draft(id)).toMatchObject({ state: "SCHEDULED", version });
    expect(await look(DUE)).toBe(1);
    const moment = "2026-05-01T12:00:00.000Z";
    expect(await desk.published(id)).toMatchObject({
      headline: "Due",
      state: "PUBLISHED",
      version: version + 1,
      publishedAt: moment,
      firstPublishedAt: moment,
    });
    expect(await publications(id)).toEqual(ONCE);
    expect(await look(DUE)).toBe(0);
    expect(await publications(id)).toEqual(ONCE);
  });

  it("follows the last scheduled time", async () => {
    const { id, version } = await scheduled();
    const later = new Date("2026-05-03T12:00:00Z");
    const input = { id, expectedVersion: version, publishAt: later.toISOString() };
    await desk.write(DeskScheduleArticleDocument, input);
    expect(await look(DUE)).toBe(0);
    expect(await look(later)).toBe(1);
  });

  it("that was taken off the schedule stays a draft", async () => {
    const { id, version } = await scheduled();
    await desk.write(DeskUnscheduleArticleDocument, { id, expectedVersion: version });
    expect(await look(DUE)).toBe(0);
    expect(await desk.draft(id)).toMatchObject({ state: "READY" });
  });

  it("that an editor published before its moment is not published again", async () => {
    const { id, version } = await scheduled();
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: version });
    expect(await look(DUE)).toBe(0);
    expect(await publications(id)).toMatchObject({ revisions: [{ summary: "Published" }], entries: 0 });
  });

  it("that readers knew before comes back with the day they first saw it", async () => {
    const { id, version } = await makeStory(desk, "PUBLISHED");
    const before = await desk.published(id);
    await desk.write(DeskUnpublishArticleDocument, { id, expectedVersion: version });
    const input = { id, expectedVersion: version + 1, publishAt: DUE.toISOString() };
    await desk.write(DeskScheduleArticleDocument, input);
    expect(await desk.published(id)).toBeNull();
    expect(await look(DUE)).toBe(1);
    expect(await desk.published(id)).toMatchObject({ firstPublishedAt: before?.firstPublishedAt });
  });

  it("can be killed once it is published", async () => {
    const { id, version } = await scheduled();
    await look(DUE);
    const input = { id, expectedVersion: version + 1, reason: "Forged." };
    expect(await desk.write(DeskKillArticleDocument, input)).toMatchObject({ article: { state: "KILLED" } });
    expect(await desk.published(id)).toBeNull();
    expect(await look(new Date("2027-01-01T00:00:00Z"))).toBe(0);
  });

  it("that cannot be published does not delay the next ones", async () => {
    const broken = await scheduled(new Date(DUE.getTime() - 1000));
    const { id } = await scheduled();
    const articleId = decodeNodeId(broken.id)?.uuid ?? "";
    // No next version can be made of the greatest number.
    await desk.app.database.prisma.article.update({ where: { id: articleId }, data: { version: 2_147_483_647 } });
    await expect(look(DUE)).rejects.toThrow("1 scheduled articles could not be published");
    expect(await desk.published(id)).toMatchObject({ state: "PUBLISHED" });
    await desk.app.database.prisma.article.delete({ where: { id: articleId } });
  });
});

describe("several servers", () => {
  it("that look at the same moment publish every article exactly once", async () => {
    const articles = [];
    for (let at = 0; at < 24; at += 1) articles.push(await scheduled(DUE, `Due ${at}`));
    const servers = [desk.app.database, second, desk.app.database, second];
    const counts = await Promise.all(servers.map((database) => look(DUE, database)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(24);
    for (const { id, version } of articles) {
      expect(await desk.draft(id)).toMatchObject({ state: "PUBLISHED", version: version + 1 });
      expect(await publications(id)).toEqual(ONCE);
    }
  });

  it("and an editor who unschedules at the same moment agree on one outcome", async () => {
    const { id, version } = await scheduled();
    const [published, result] = await Promise.all([
      look(DUE),
      desk.write(DeskUnscheduleArticleDocument, { id, expectedVersion: version }),
    ]);
    const draft = await desk.draft(id);
    expect([published, result.__typename, draft?.state, draft?.version]).toEqual(
      published === 1
        ? [1, "StaleVersionError", "PUBLISHED", version + 1]
        : [0, "UnscheduleArticlePayload", "READY", version + 1],
    );
  });
});

describe("a running server", () => {
  it("publishes by itself when the moment comes", async () => {
    const clock = { now: START, scheduleIntervalMs: 20 };
    const running = await Desk.open(clock);
    try {
      const { id, version } = await running.newsroom.draft();
      const input = { id, expectedVersion: version, publishAt: DUE.toISOString() };
      await running.write(DeskScheduleArticleDocument, input);
      clock.now = DUE;
      await vi.waitUntil(() => running.published(id), PATIENTLY);
      expect(await running.draft(id)).toMatchObject({ state: "PUBLISHED", version: version + 2 });
    } finally {
      await running.app.close();
    }
  });

  it("two of them publish what came due while none ran, each article once", async () => {
    const articles = [await scheduled(), await scheduled()];
    const { database } = desk.app;
    const apps = await Promise.all([database, second].map((each) => startServer(each, DUE)));
    try {
      for (const { id } of articles) {
        await vi.waitUntil(() => desk.published(id), PATIENTLY);
      }
    } finally {
      await Promise.all(apps.map(({ stop }) => stop()));
    }
    for (const { id } of articles) expect(await publications(id)).toEqual(ONCE);
  });

  it("ends after the article that is being published when the server stops, and the others stay due", async () => {
    const due = [await scheduled(DUE, "Due one"), await scheduled(DUE, "Due two"), await scheduled(DUE, "Due three")];
    expect(await briefLook(DUE)).toBe(1);
    expect(await look(DUE)).toBe(due.length - 1);
  });
});
