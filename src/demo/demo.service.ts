import { ADVISORY_LOCKS } from "../database/advisory-locks.js";
import { createArticle } from "../article/article.service.js";
import type { CreateArticleInput } from "../article/create-article.inputs.js";
import type { AuthorInput } from "../draft/author.inputs.js";
import type { ElementInput } from "../draft/body.inputs.js";
import type { FigureInput } from "../draft/figure.inputs.js";
import type { WriteTarget } from "../draft/change.service.js";
import { replaceBody } from "../body/replace-body.service.js";
import { updateArticle } from "../article/update-article.service.js";
import type { Actor } from "../auth/role.js";
import { joinTransaction, type Work } from "../auth/work.js";
import type { Database, Transaction } from "../database/client.js";
import { capturePost } from "../embedded-post/embedded-post.service.js";
import { encodeNodeId } from "../graphql/node-id.js";
import type { OpenImages } from "../image/open-images.js";
import { createPerson } from "../person/person.service.js";
import { createSection } from "../section/section.service.js";
import { killArticle, publishArticle, scheduleArticle, submitArticle } from "../publishing/publishing.service.js";
import { portraitOf } from "./demo.portraits.js";
import { storePictures } from "./demo.pictures.service.js";
import type {
  DemoDeskStory,
  DemoElement,
  DemoFigure,
  DemoNewsroom,
  DemoPendingChange,
  DemoPerson,
  DemoPost,
  DemoSection,
  DemoStory,
} from "./demo.type.js";
import { expectDone } from "./expect-done.js";

/** Under whose name the demo newsroom works. */
const DEMO_EDITOR: Actor = { name: "Demo newsroom", role: "ADMIN" };

/** The demo is some hundred small writes; a slow machine needs seconds for them. */
const TIMEOUT_MS = 120_000;

/** How long after the newsroom is loaded the scheduled article is due and the embargo ends, in milliseconds. */
const DUE_AFTER_MS = 7 * 24 * 60 * 60_000;

/** How many objects the demo newsroom has. */
export interface DemoCount {
  readonly articles: number;
  readonly persons: number;
  readonly posts: number;
}

/**
 * Fills an empty database with a newsroom, by the same writes that editors use, all in one transaction: anybody who reads
 * sees all of it or nothing. Null when there is content already.
 */
export async function loadDemo(
  database: Database,
  { newId, clock }: Pick<Work, "newId" | "clock">,
  newsroom: DemoNewsroom,
  images: OpenImages,
): Promise<DemoCount | null> {
  return database.transaction(
    async (tx) => {
      // Two servers that start together on one empty database: the second waits, and finds it filled.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ADVISORY_LOCKS.demo})`;
      if ((await tx.article.count()) + (await tx.person.count()) > 0) return null;
      return new DemoLoader(database, tx, newId, images).load(newsroom, clock.now());
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

/** What an article refers to, as ids. */
type References = Pick<CreateArticleInput, "sectionId" | "authors" | "relatedIds" | "translationOfId">;

class DemoLoader {
  #now = new Date(0);
  readonly #sections = new Map<string, string>();
  #pictures: ReadonlyMap<string, string> = new Map();
  readonly #persons = new Map<string, string>();
  readonly #posts = new Map<string, string>();
  /** By their slugs. */
  readonly #articles = new Map<string, string>();
  readonly #work: Work;

  constructor(
    database: Database,
    readonly tx: Transaction,
    newId: () => string,
    readonly images: OpenImages,
  ) {
    this.#work = joinTransaction(
      { database, clock: { now: () => this.#now }, newId, actor: DEMO_EDITOR, origin: null },
      tx,
    );
  }

  async load(
    { sections, pictures, persons, posts, stories, desk, pendingChange }: DemoNewsroom,
    now: Date,
  ): Promise<DemoCount> {
    const inOrder = [...stories].sort((a, b) => a.publishedAt.localeCompare(b.publishedAt));
    this.#now = new Date(inOrder[0]?.publishedAt ?? 0);
    for (const section of sections) await this.#addSection(section);
    this.#pictures = await storePictures(this.#work, this.images, pictures);
    for (const person of persons) await this.#addPerson(person);
    for (const post of posts.toSorted((a, b) => capturedAt(a) - capturedAt(b))) await this.#addPost(post);
    for (const story of inOrder) await this.#publish(story);
    await this.#change(pendingChange);
    for (const story of desk) await this.#leaveOnDesk(story, new Date(now.getTime() + DUE_AFTER_MS));
    return { articles: stories.length + desk.length, persons: persons.length, posts: posts.length };
  }

  async #addSection({ slug, name, parent }: DemoSection): Promise<void> {
    const parentId = parent === undefined ? null : this.#idOf("Section", this.#sections, parent);
    this.#sections.set(slug, expectDone(await createSection(this.#work, { slug, name, parentId })).sectionId);
  }

  async #addPerson({ key, name, role, aliases, accounts }: DemoPerson): Promise<void> {
    const portrait = this.#pictures.get(portraitOf(key) ?? "");
    const input = {
      name,
      role: role ?? null,
      aliases: [...(aliases ?? [])],
      accounts: [...(accounts ?? [])],
      portraitId: portrait === undefined ? null : encodeNodeId("Image", portrait),
    };
    this.#persons.set(key, expectDone(await createPerson(this.#work, input)).personId);
  }

  async #addPost(post: DemoPost): Promise<void> {
    this.#now = new Date(capturedAt(post));
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

  async #create(
    story: Omit<DemoStory, "publishedAt">,
    elements: readonly DemoElement[],
    embargoedUntil: Date | null = null,
  ): Promise<WriteTarget> {
    const { slug, headline, standfirst, byline, dateline, language, topics, lead } = story;
    const input = {
      slug,
      headline,
      standfirst: standfirst ?? null,
      byline: byline ?? null,
      dateline: dateline ? { ...dateline } : null,
      language,
      topics: [...topics],
      embargoedUntil,
      leadImage: lead ? this.#figure(lead) : null,
      body: this.#body(elements),
    };
    const created = expectDone(await createArticle(this.#work, { ...input, ...this.#references(story) }));
    this.#articles.set(slug, created.articleId);
    return { id: encodeNodeId("Article", created.articleId), expectedVersion: created.version };
  }

  #references({ section, authors, related, translationOf }: Omit<DemoStory, "publishedAt">): References {
    const article = (slug: string): string => this.#idOf("Article", this.#articles, slug);
    const author = ({ person, role }: NonNullable<DemoStory["authors"]>[number]): AuthorInput => ({
      personId: this.#idOf("Person", this.#persons, person),
      role: role ?? null,
    });
    return {
      sectionId: this.#idOf("Section", this.#sections, section),
      authors: (authors ?? []).map(author),
      relatedIds: (related ?? []).map(article),
      translationOfId: translationOf === undefined ? null : article(translationOf),
    };
  }

  /** A change that stays in the working draft. */
  async #change({ slug, standfirst, changedAt }: DemoPendingChange): Promise<void> {
    this.#now = new Date(changedAt);
    const { articleId, article } = await this.tx.articleSlug.findUniqueOrThrow({
      where: { slug },
      select: { articleId: true, article: { select: { version: true } } },
    });
    const target = { id: encodeNodeId("Article", articleId), expectedVersion: article.version };
    expectDone(await updateArticle(this.#work, { ...target, standfirst }));
  }

  async #leaveOnDesk(story: DemoDeskStory, due: Date): Promise<void> {
    this.#now = new Date(story.writtenAt);
    const target = await this.#create(story, story.body, story.isEmbargoed ? due : null);
    if (story.stage === "IN_REVIEW") expectDone(await submitArticle(this.#work, target));
    if (story.stage === "SCHEDULED") expectDone(await scheduleArticle(this.#work, { ...target, publishAt: due }));
  }

  async #publish(story: DemoStory): Promise<void> {
    this.#now = new Date(story.publishedAt);
    const { correction, killed } = story;
    const { id, expectedVersion } = await this.#create(story, correction?.before ?? story.body);
    let { version } = expectDone(await publishArticle(this.#work, { id, expectedVersion }));
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
      if ("figure" in element) return { figure: this.#figure(element.figure) };
      const quotes = element.quotes?.map((quote) => ({
        exact: quote.words,
        kind: quote.kind,
        speakerId: quote.speaker === undefined ? null : this.#idOf("Person", this.#persons, quote.speaker),
        ...(quote.speakerRole === undefined ? {} : { speakerRole: quote.speakerRole }),
        saidOn: quote.saidOn ?? null,
        occasion: quote.occasion ?? null,
        sourceId: quote.source === undefined ? null : this.#idOf("EmbeddedPost", this.#posts, quote.source),
      }));
      return { paragraph: { html: element.html, style: element.style ?? "BODY", quotes: quotes ?? [] } };
    });
  }

  #figure({ picture, alt, caption }: DemoFigure): FigureInput {
    return { imageId: this.#idOf("Image", this.#pictures, picture), alt: alt ?? null, caption: caption ?? null };
  }

  #idOf(
    type: "Article" | "Section" | "Image" | "Person" | "EmbeddedPost",
    keys: ReadonlyMap<string, string>,
    key: string,
  ): string {
    const uuid = keys.get(key);
    if (uuid === undefined) throw new Error(`The demo newsroom has no ${type} ${key}.`);
    return encodeNodeId(type, uuid);
  }
}

/** When a post was captured, in milliseconds: ten minutes after it was posted, or at noon of a day that is all that is known. */
function capturedAt({ postedAt, postedOn }: DemoPost): number {
  if (postedAt !== undefined) return Date.parse(postedAt) + 10 * 60_000;
  return Date.parse(`${postedOn ?? "2025-01-01"}T12:00:00Z`);
}
