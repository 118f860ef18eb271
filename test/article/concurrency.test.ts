import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createDatabase, type Database } from "../../src/database/client.js";
import { mergePersons } from "../../src/person/person-merge.service.js";
import {
  DeskAddParagraphDocument,
  DeskCreateArticleDocument,
  DeskEmbedPostDocument,
  DeskPublishArticleDocument,
  DeskUpdateArticleDocument,
  DeskUpdateParagraphDocument,
} from "../generated/graphql.js";
import { Desk, paragraphsOf, present } from "../support/desk.js";
import { done } from "../support/newsroom.js";
import { makeStory } from "../support/story.js";
import { PATIENTLY } from "../support/patiently.js";

let desk: Desk;
let second: Database;
beforeAll(async () => {
  desk = await Desk.open();
  second = createDatabase({ url: desk.app.database.pool.options.connectionString ?? "", poolSize: 4 });
});
afterAll(async () => {
  await second.close();
  await desk.app.close();
});

const times = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

/** How many results there are of each type. */
function countTypes(results: readonly { readonly __typename: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { __typename } of results) counts[__typename] = (counts[__typename] ?? 0) + 1;
  return counts;
}

describe("a hundred writers of one article", () => {
  it("who all know the same version: one is accepted, all others get a StaleVersionError", async () => {
    const { id, version } = await makeStory(desk);
    const results = await Promise.all(
      times(100).map((at) =>
        desk.write(DeskUpdateArticleDocument, { id, expectedVersion: version, headline: `Writer ${at}` }),
      ),
    );
    expect(countTypes(results)).toEqual({ UpdateArticlePayload: 1, StaleVersionError: 99 });
    const accepted = present(results.find(({ __typename }) => __typename === "UpdateArticlePayload"));
    expect(accepted).toMatchObject({ article: await desk.draft(id) });
    for (const result of results) {
      const current = result.__typename === "StaleVersionError" ? result.currentVersion : version + 1;
      expect(current).toBe(version + 1);
    }
  });

  it("who write again on the version in the error: every write is accepted, each with a version of its own", async () => {
    const { id, version } = await makeStory(desk);
    const before = paragraphsOf(await desk.draft(id)).length;
    const write = async (at: number): Promise<number> => {
      let expectedVersion = version;
      for (let refusals = 0; ; refusals += 1) {
        const paragraph = { text: `Writer ${at}.` };
        const result = await desk.write(DeskAddParagraphDocument, { articleId: id, expectedVersion, paragraph });
        if (result.__typename === "AddParagraphPayload") return refusals;
        if (result.__typename !== "StaleVersionError") throw new Error(result.message);
        expectedVersion = result.currentVersion;
      }
    };
    const writers = times(16);
    await Promise.all(writers.map(write));
    const draft = await desk.draft(id);
    expect(draft?.version).toBe(version + writers.length);
    const added = paragraphsOf(draft).slice(before);
    expect(added.map(({ text }) => text).sort()).toEqual(writers.map((at) => `Writer ${at}.`).sort());
  });

  it("and sixty of many kinds at once: exactly the accepted ones are counted, and nothing fails", async () => {
    const story = await makeStory(desk);
    const { id, version } = story;
    const kinds = [
      (expectedVersion: number) => desk.write(DeskUpdateArticleDocument, { id, expectedVersion, topics: ["Ports"] }),
      (expectedVersion: number) =>
        desk.write(DeskAddParagraphDocument, { articleId: id, expectedVersion, paragraph: { text: "More." } }),
      (expectedVersion: number) =>
        desk.write(DeskUpdateParagraphDocument, {
          id: story.paragraphs[0] ?? "",
          expectedVersion,
          text: `At version ${expectedVersion}: “The harbour opens on Monday,” she said.`,
        }),
      (expectedVersion: number) => desk.write(DeskPublishArticleDocument, { id, expectedVersion }),
    ] as const;
    const results = await Promise.all(times(60).map((at) => present(kinds[at % 4])(version + Math.floor(at / 12))));
    const { StaleVersionError: stale = 0, ...accepted } = countTypes(results);
    const count = Object.values(accepted).reduce((sum, each) => sum + each, 0);
    expect(count + stale).toBe(60);
    expect(count).toBeGreaterThan(0);
    expect(Object.keys(accepted).every((name) => name.endsWith("Payload"))).toBe(true);
    expect((await desk.draft(id))?.version).toBe(version + count);
  });
});

describe("writers who want the same thing at the same moment", () => {
  it("articles of one headline get slugs of their own", async () => {
    const results = await Promise.all(
      times(20).map(() =>
        desk.write(DeskCreateArticleDocument, { headline: "Same headline", topics: ["New", "Other"] }),
      ),
    );
    expect(countTypes(results)).toEqual({ CreateArticlePayload: 20 });
    const slugs = results.map((result) => (result.__typename === "CreateArticlePayload" ? result.article.slug : ""));
    const expected = times(20).map((at) => (at === 0 ? "same-headline" : `same-headline-${at + 1}`));
    expect(slugs.sort()).toEqual(expected.sort());
  });

  it("one of two gets a slug that both name, the other is refused because it is taken", async () => {
    const [one, other] = [await makeStory(desk), await makeStory(desk)];
    const results = await Promise.all([
      desk.write(DeskCreateArticleDocument, { headline: "New", slug: "wanted" }),
      ...[one, other].map(({ id, version }) =>
        desk.write(DeskUpdateArticleDocument, { id, expectedVersion: version, slug: "wanted" }),
      ),
    ]);
    const { ConflictError: conflicts, ...accepted } = countTypes(results);
    expect([conflicts, Object.values(accepted)]).toEqual([2, [1]]);
    expect(await desk.app.database.prisma.articleHead.count({ where: { slug: "wanted" } })).toBe(1);
  });

  it("a new topic is made once, in whatever order it is named", async () => {
    const stories = await Promise.all(times(12).map(() => makeStory(desk)));
    const topics = ["Alpha topic", "Beta topic", "Gamma topic"];
    const results = await Promise.all(
      stories.map(({ id, version }, at) =>
        desk.write(DeskUpdateArticleDocument, {
          id,
          expectedVersion: version,
          topics: at % 2 === 0 ? topics : [...topics].reverse(),
        }),
      ),
    );
    expect(countTypes(results)).toEqual({ UpdateArticlePayload: 12 });
    expect(await desk.app.database.prisma.topic.count({ where: { name: { in: topics } } })).toBe(3);
  });

  it("a post of one address is captured once", async () => {
    const stories = await Promise.all(times(8).map(() => makeStory(desk)));
    const post = { url: "https://x.com/port/status/1", authorName: "Port", text: "We open." };
    const results = await Promise.all(
      stories.map(({ id, version }) =>
        desk.write(DeskEmbedPostDocument, { articleId: id, expectedVersion: version, post }),
      ),
    );
    expect(countTypes(results)).toEqual({ EmbedPostPayload: 8 });
    expect(await desk.app.database.prisma.embeddedPost.count({ where: { url: post.url } })).toBe(1);
  });

  it("a person who is merged after a write began is quoted in it under the new identity", async () => {
    const story = await makeStory(desk, "DRAFT");
    const into = await desk.newsroom.person();
    const blocker = await desk.app.database.pool.connect();
    try {
      // Nobody can write a paragraph: the write waits with the draft loaded and locked.
      await blocker.query("BEGIN");
      await blocker.query("LOCK TABLE paragraph IN SHARE MODE");
      const writing = desk.write(DeskUpdateParagraphDocument, {
        id: story.paragraphs[0] ?? "",
        expectedVersion: story.version,
        text: "Then: “The harbour opens on Monday,” she said.",
      });
      const waiting = `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'paragraph'::regclass
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
      await vi.waitUntil(async () => (await blocker.query(waiting)).rowCount === 1, PATIENTLY);
      // The merge waits for the write, whose article quotes the person.
      const merging = mergePersons({ ...desk.newsroom.work, database: second }, { id: story.speaker, intoId: into });
      // Outside of the blocker's transaction, which would see the activity of its first look each time.
      const waitingToo =
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
      await vi.waitUntil(async () => (await desk.app.database.pool.query(waitingToo)).rowCount === 2, PATIENTLY);
      await blocker.query("COMMIT");
      done(await merging);
      expect(await writing).toMatchObject({ __typename: "UpdateParagraphPayload" });
    } finally {
      blocker.release();
    }
    const speakers = paragraphsOf(await desk.draft(story.id)).flatMap(({ quotes }) =>
      quotes.map((each) => each.speaker?.id),
    );
    expect(speakers).toEqual([into, into]);
  });

  it("a person can be merged while the article that quotes them is written", async () => {
    const story = await makeStory(desk, "DRAFT");
    const into = await desk.newsroom.person();
    const work = { ...desk.newsroom.work, database: second };
    const [merged, ...results] = await Promise.all([
      mergePersons(work, { id: story.speaker, intoId: into }),
      ...times(10).map((at) =>
        desk.write(DeskAddParagraphDocument, {
          articleId: story.id,
          expectedVersion: story.version + at,
          paragraph: { text: `Paragraph ${at}.` },
        }),
      ),
    ]);
    done(merged);
    const { AddParagraphPayload: accepted = 0 } = countTypes(results);
    const draft = await desk.draft(story.id);
    expect(draft?.version).toBe(story.version + accepted);
    const speakers = paragraphsOf(draft).flatMap(({ quotes }) => quotes.map(({ speaker }) => speaker?.id));
    expect(speakers).toEqual([into, into]);
  });
});
