import { createHash } from "node:crypto";
import type { Prisma } from "../../src/generated/prisma/client.js";
import { createArticle } from "../../src/article/article.service.js";
import type { WrittenArticle } from "../../src/draft/written.js";
import type { ElementInput } from "../../src/draft/body.inputs.js";
import type { CreateArticleInput } from "../../src/article/create-article.inputs.js";
import type { Actor } from "../../src/auth/role.js";
import type { Work } from "../../src/auth/work.js";
import type { Database } from "../../src/database/client.js";
import { capturePost } from "../../src/embedded-post/embedded-post.service.js";
import type { NewPost } from "../../src/embedded-post/post.parse.js";
import { encodeNodeId } from "../../src/graphql/node-id.js";
import { UserError } from "../../src/graphql/user-errors.js";
import { newId } from "../../src/lib/new-id.js";
import type { CreatePersonInput } from "../../src/person/person.inputs.js";
import { createPerson } from "../../src/person/person.service.js";
import type { CreateSectionInput } from "../../src/section/section.inputs.js";
import { createSection } from "../../src/section/section.service.js";
import { killArticle, publishArticle } from "../../src/publishing/publishing.service.js";

const ADMIN: Actor = { name: "Test editor", role: "ADMIN" };

/** Unwraps what must have been done. */
export function done<Done extends object>(result: Done | UserError): Done {
  if (result instanceof UserError) throw new Error(`${result.code}: ${result.message} ${JSON.stringify(result)}`);
  return result;
}

/**
 * Makes what a test does not care about. Its clock starts at a fixed moment and moves by a minute with every article,
 * so that orders by time are the order of making.
 */
export class Newsroom {
  now = new Date("2026-03-01T08:00:00Z");
  readonly work: Work;
  #made = 0;

  constructor(readonly database: Database) {
    this.work = { database, clock: { now: () => this.now }, newId, actor: ADMIN, origin: null };
  }

  /** A person; returns the global id. */
  async person(input: Partial<CreatePersonInput> = {}): Promise<string> {
    this.#made += 1;
    const { personId } = done(await createPerson(this.work, { name: `Person Number${this.#made}`, ...input }));
    return encodeNodeId("Person", personId);
  }

  /** A section; returns the global id. */
  async section(input: Partial<CreateSectionInput> = {}): Promise<string> {
    this.#made += 1;
    const { sectionId } = done(await createSection(this.work, { name: `Section ${this.#made}`, ...input }));
    return encodeNodeId("Section", sectionId);
  }

  /** A captured post; returns the global id. */
  async post(input: Partial<NewPost> = {}): Promise<string> {
    this.#made += 1;
    const post: NewPost = {
      platform: "X",
      url: `https://social.example/posts/${this.#made}`,
      authorName: "Harbour Office",
      authorHandle: "@harbour",
      authorId: null,
      text: `Post number ${this.#made}.`,
      language: "en",
      postedOn: "2026-02-28",
      postedAt: null,
      ...input,
    };
    return encodeNodeId("EmbeddedPost", await this.database.transaction((tx) => capturePost(this.work, tx, post)));
  }

  /** A picture of the newsroom, whose file is nowhere; returns the global id. */
  async image(input: Partial<Prisma.ImageCreateManyInput> = {}): Promise<string> {
    this.#made += 1;
    const id = newId();
    const row = {
      id,
      contentHash: createHash("sha256").update(id).digest("hex"),
      mediaType: "image/jpeg",
      width: 1200,
      height: 800,
      sizeBytes: 90_000,
      alt: `Picture number ${this.#made}`,
      createdAt: this.now,
      ...input,
    };
    await this.database.prisma.image.createMany({ data: [row] });
    return encodeNodeId("Image", id);
  }

  /** A draft; returns its global id and version. */
  async draft(input: Partial<CreateArticleInput> = {}): Promise<{ id: string; version: number }> {
    this.#made += 1;
    this.now = new Date(this.now.getTime() + 60_000);
    const headline = `Article number ${this.#made}`;
    const body: ElementInput[] = [{ paragraph: { text: `The text of article ${this.#made}.` } }];
    return this.#written(done(await createArticle(this.work, { headline, body, ...input })));
  }

  /** A published article; returns its global id and version. */
  async published(input: Partial<CreateArticleInput> = {}): Promise<{ id: string; version: number }> {
    const { id, version } = await this.draft(input);
    return this.#written(done(await publishArticle(this.work, { id, expectedVersion: version })));
  }

  /** An article that readers saw once and that was taken from them for good. */
  async killed(input: Partial<CreateArticleInput> = {}, reason = "The document was forged."): Promise<{ id: string }> {
    const { id, version } = await this.published(input);
    return this.#written(done(await killArticle(this.work, { id, expectedVersion: version, reason })));
  }

  #written({ articleId, version }: WrittenArticle): { id: string; version: number } {
    return { id: encodeNodeId("Article", articleId), version };
  }
}
