import { createArticle } from "../article/article.service.js";
import type { ElementInput } from "../article/body.inputs.js";
import { replaceBody } from "../article/replace-body.service.js";
import type { Actor } from "../auth/role.js";
import { joinTransaction, type Work } from "../auth/work.js";
import type { Database, Transaction } from "../database/client.js";
import { capturePost } from "../embedded-post/embedded-post.service.js";
import { encodeNodeId } from "../graphql/node-id.js";
import { UserError, ValidationError } from "../graphql/user-errors.js";
import { createPerson } from "../person/person.service.js";
import { killArticle, publishArticle } from "../publishing/publishing.service.js";
import type { DemoElement, DemoNewsroom, DemoPerson, DemoPost, DemoStory } from "./demo.type.js";

/** Under whose name the demo newsroom works. */
const DEMO_EDITOR: Actor = { name: "Demo newsroom", role: "ADMIN" };

/** The demo is some hundred small writes; a slow machine needs seconds for them. */
const TIMEOUT_MS = 120_000;

/** Any number that nothing else in the database locks. */
const DEMO_LOCK = 72707370;

/** How much the demo newsroom brought. */
export interface DemoCount {
  readonly articles: number;
  readonly persons: number;
  readonly posts: number;
}

/**
 * Fills an empty database with a newsroom, by the same writes that editors use, all in one transaction: whoever reads
 * sees all of it or nothing. Null when there is content already.
 */
export async function loadDemo(
  database: Database,
  newId: () => string,
  newsroom: DemoNewsroom,
): Promise<DemoCount | null> {
  return database.transaction(
    async (tx) => {
      // Two servers that start together on one empty database: the second waits, and finds it filled.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${DEMO_LOCK})`;
      if ((await tx.article.count()) + (await tx.person.count()) > 0) return null;
      return new DemoLoader(database, tx, newId).load(newsroom);
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

class DemoLoader {
  #now = new Date(0);
  readonly #persons = new Map<string, string>();
  readonly #posts = new Map<string, string>();
  readonly #work: Work;

  constructor(
    database: Database,
    readonly tx: Transaction,
    newId: () => string,
  ) {
    this.#work = joinTransaction(
      { database, clock: { now: () => this.#now }, newId, actor: DEMO_EDITOR, origin: null },
      tx,
    );
  }

  async load({ persons, posts, stories }: DemoNewsroom): Promise<DemoCount> {
    const inOrder = [...stories].sort((a, b) => a.publishedAt.localeCompare(b.publishedAt));
    this.#now = new Date(inOrder[0]?.publishedAt ?? 0);
    for (const person of persons) await this.#addPerson(person);
    for (const post of posts) await this.#addPost(post);
    for (const story of inOrder) await this.#tell(story);
    return { articles: stories.length, persons: persons.length, posts: posts.length };
  }

  async #addPerson({ key, name, role, aliases, accounts }: DemoPerson): Promise<void> {
    const input = { name, role: role ?? null, aliases: [...(aliases ?? [])], accounts: [...(accounts ?? [])] };
    this.#persons.set(key, expectDone(await createPerson(this.#work, input)).personId);
  }

  async #addPost(post: DemoPost): Promise<void> {
    const id = await capturePost(this.#work, this.tx, {
      platform: post.platform,
      url: post.url ?? null,
      authorName: post.authorName,
      authorHandle: post.authorHandle ?? null,
      authorId: post.author === undefined ? null : (this.#persons.get(post.author) ?? null),
      text: post.text,
      language: post.language ?? null,
      postedOn: post.postedOn ?? post.postedAt?.slice(0, 10) ?? null,
      postedAt: post.postedAt === undefined ? null : new Date(post.postedAt),
      ...(post.availability === undefined ? {} : { availability: post.availability }),
    });
    this.#posts.set(post.key, id);
  }

  async #tell(story: DemoStory): Promise<void> {
    this.#now = new Date(story.publishedAt);
    const { slug, headline, standfirst, byline, dateline, language, topics, correction, killed } = story;
    const metadata = { slug, headline, standfirst: standfirst ?? null, byline: byline ?? null, language };
    const body = this.#body(correction?.before ?? story.body);
    const input = { ...metadata, dateline: dateline ? { ...dateline } : null, topics: [...topics], body };
    const created = expectDone(await createArticle(this.#work, input));
    const id = encodeNodeId("Article", created.articleId);
    let { version } = expectDone(await publishArticle(this.#work, { id, expectedVersion: created.version }));
    if (correction) version = await this.#correct(id, version, story, correction);
    if (killed) {
      this.#now = new Date(killed.killedAt);
      expectDone(await killArticle(this.#work, { id, expectedVersion: version, reason: killed.reason }));
    }
  }

  async #correct(
    id: string,
    expectedVersion: number,
    story: DemoStory,
    { kind, note, correctedAt }: NonNullable<DemoStory["correction"]>,
  ): Promise<number> {
    this.#now = new Date(correctedAt);
    const body = this.#body(story.body);
    const replaced = expectDone(await replaceBody(this.#work, { id, expectedVersion, body }));
    const target = { id, expectedVersion: replaced.version, correction: { kind, note } };
    return expectDone(await publishArticle(this.#work, target)).version;
  }

  #body(elements: readonly DemoElement[]): ElementInput[] {
    return elements.map((element): ElementInput => {
      if ("post" in element) return { post: { id: this.#idOf("EmbeddedPost", this.#posts, element.post) } };
      const quotes = element.quotes?.map((quote) => ({
        exact: quote.words,
        kind: quote.kind,
        speakerId: quote.speaker === undefined ? null : this.#idOf("Person", this.#persons, quote.speaker),
        ...(quote.speakerRole === undefined ? {} : { speakerRole: quote.speakerRole }),
        saidOn: quote.saidOn ?? null,
        occasion: quote.occasion ?? null,
        sourceId: quote.source === undefined ? null : this.#idOf("EmbeddedPost", this.#posts, quote.source),
      }));
      return { paragraph: { html: element.html, quotes: quotes ?? [] } };
    });
  }

  #idOf(type: "Person" | "EmbeddedPost", keys: ReadonlyMap<string, string>, key: string): string {
    const uuid = keys.get(key);
    if (uuid === undefined) throw new Error(`The demo newsroom has no ${type} ${key}.`);
    return encodeNodeId(type, uuid);
  }
}

function expectDone<Done extends object>(result: Done | UserError): Done {
  if (!(result instanceof UserError)) return result;
  const issues =
    result instanceof ValidationError ? result.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) : [];
  throw new Error(`The demo newsroom does not fit: ${[result.message, ...issues].join("\n")}`);
}
