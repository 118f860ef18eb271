import type { Client } from "pg";
import { expect, test } from "vitest";
import { addressKeyOf } from "../../src/embedded-post/address-key.js";
import { databaseBefore } from "./support/upgrade.js";

const MIGRATION = "20261127030300_editorial_integrity";

function keyOf(number: number): string {
  return `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
}

async function insertPost(client: Client, number: number, url: string | null): Promise<string> {
  await client.query(
    `INSERT INTO embedded_post (id, platform, url, author_name, author_handle, text, captured_at, content_hash, created_at)
     VALUES ($1, 'OTHER', $2, 'Port Office', '@port', 'We open.', now(), repeat('a', 64), $3)`,
    [keyOf(number), url, new Date(Date.UTC(2026, 0, 1, 0, number))],
  );
  return keyOf(number);
}

test("posts of an earlier version get the key of their address, and of two addresses of one post the earlier one", async () => {
  const { client, upgrade } = await databaseBefore(MIGRATION);
  const addresses = [
    "https://twitter.com/port/status/77?s=20",
    "https://www.youtube.com/watch?feature=share&v=a-B_9",
    "https://m.youtube.com/shorts/Zz1",
    "https://www.threads.net/@port/post/Cx1?igshid=abc",
    "https://telegram.me/port/12/",
    "https://example.org/a/?utm_source=x&id=5&fbclid=y#top",
    "https://example.org/b?ref_src=x",
    "http://mobile.example.org/c?id=1&utm_medium=z&page=2",
    "https://example.org/",
  ];
  for (const [at, url] of addresses.entries()) await insertPost(client, at + 1, url);
  const twin = await insertPost(client, 50, "https://x.com/i/web/status/77");
  const noAddress = await insertPost(client, 51, null);
  expect(await upgrade()).toContain(MIGRATION);
  const { rows } = await client.query<{ id: string; url: string | null; address_key: string | null; version: number }>(
    "SELECT id, url, address_key, version FROM embedded_post ORDER BY id",
  );
  const expected = addresses.map((url, at) => ({ id: keyOf(at + 1), url, address_key: addressKeyOf(url), version: 1 }));
  expect(rows).toEqual([
    ...expected,
    { id: twin, url: "https://x.com/i/web/status/77", address_key: null, version: 1 },
    { id: noAddress, url: null, address_key: null, version: 1 },
  ]);
});

test("captures of an earlier version get the author of their post", async () => {
  const { client, upgrade } = await databaseBefore(MIGRATION);
  const post = await insertPost(client, 1, null);
  await client.query(
    `INSERT INTO post_capture (post_id, number, text, content_hash, availability, captured_at, replaced_at)
     VALUES ($1, 1, 'We close.', repeat('b', 64), 'LIVE', now(), now())`,
    [post],
  );
  await upgrade();
  const { rows } = await client.query("SELECT text, author_name, author_handle FROM post_capture");
  expect(rows).toEqual([{ text: "We close.", author_name: "Port Office", author_handle: "@port" }]);
});

/** An article with a row in each table of its draft. */
async function insertArticle(client: Client, number: number, state: string): Promise<string> {
  const [article, paragraph, quote] = [keyOf(number), keyOf(number + 100), keyOf(number + 200)];
  const person = keyOf(number + 300);
  const post = await insertPost(client, number + 400, null);
  const topic = keyOf(number + 500);
  const slug = `story-${number}`;
  const dueAt = state === "SCHEDULED" ? new Date("2100-01-01T00:00:00Z") : null;
  const insert = (text: string, values: readonly unknown[]) => client.query(`INSERT INTO ${text}`, [...values]);
  await insert("person (id, slug, name) VALUES ($1, $2, 'Jo Reef')", [person, slug]);
  await insert("topic (id, slug, name) VALUES ($1, $2, $2)", [topic, slug]);
  await insert("article (id, state, publish_at) VALUES ($1, $2, $3)", [article, state, dueAt]);
  await insert("article_slug (slug, article_id) VALUES ($2, $1)", [article, slug]);
  await insert(
    `article_head (article_id, head, version, slug, headline, language, updated_at)
     VALUES ($1, 'DRAFT', 1, $2, 'Due', 'en', now())`,
    [article, slug],
  );
  await insert("article_topic (article_id, head, topic_id, position) VALUES ($1, 'DRAFT', $2, 0)", [article, topic]);
  await insert(
    "paragraph (id, head, article_id, position, text) VALUES ($2, 'DRAFT', $1, 0, '“We open,” Jo Reef said.')",
    [article, paragraph],
  );
  await insert("placement (article_id, head, post_id, position) VALUES ($1, 'DRAFT', $2, 1)", [article, post]);
  await insert(
    `quote (id, head, article_id, paragraph_id, start_offset, end_offset, text, kind, speaker_id, source_id, verdict, similarity, words_key, created_at)
     VALUES ($3, 'DRAFT', $1, $2, 1, 8, 'We open', 'DIRECT', $4, $5, 'EXACT', 1, 'we open', now())`,
    [article, paragraph, quote, person, post],
  );
  await insert(
    `mention (paragraph_id, head, start_offset, end_offset, article_id, person_id, text)
     VALUES ($2, 'DRAFT', 11, 18, $1, $3, 'Jo Reef')`,
    [article, paragraph, person],
  );
  await insert("appearance (article_id, head, person_id, position, is_speaker) VALUES ($1, 'DRAFT', $2, 0, true)", [
    article,
    person,
  ]);
  return article;
}

test("an article that an earlier version scheduled is published with the whole text of its draft", async () => {
  const { client, upgrade } = await databaseBefore(MIGRATION);
  const due = await insertArticle(client, 1, "SCHEDULED");
  const draft = await insertArticle(client, 2, "DRAFT");
  await upgrade();
  for (const table of ["article_head", "article_topic", "paragraph", "placement", "quote", "mention", "appearance"]) {
    const rowsOf = async (article: string, head: string) => {
      const text = `SELECT to_jsonb(r) - 'head' AS row FROM ${table} r WHERE article_id = $1 AND head = $2`;
      return (await client.query(text, [article, head])).rows;
    };
    const ofDraft = await rowsOf(due, "DRAFT");
    expect([table, ofDraft.length]).toEqual([table, 1]);
    expect(await rowsOf(due, "SCHEDULED")).toEqual(ofDraft);
    expect(await rowsOf(draft, "SCHEDULED")).toEqual([]);
  }
});
