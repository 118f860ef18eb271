import { createHash } from "node:crypto";
import { insertArticle, type WrittenArticle } from "../article/article.service.js";
import type { ElementInput } from "../article/body.inputs.js";
import { forbids } from "../auth/acts.js";
import { joinTransaction, refuse, type Work, write } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { capturePost } from "../embedded-post/embedded-post.service.js";
import { encodeNodeId } from "../graphql/node-id.js";
import { ConflictError, UserError } from "../graphql/user-errors.js";
import { foldHandle } from "../person/handle.js";
import { foldName } from "../person/person.mentions.js";
import { createPerson } from "../person/person.service.js";
import { publishArticle } from "../publishing/publishing.service.js";
import { foldQuotedWords } from "../quote/quote.words.js";
import type { ImportFormat } from "./import.type.js";
import { type Copy, readCopy } from "./read-copy.js";
import type { WireElement, WirePerson, WirePost, WireStory } from "./wire.story.js";

/** What an import does beyond reading. */
export interface ImportOptions {
  /** In the place of the one in the copy. */
  readonly headline?: string | undefined;
  /** Whether the article is published at once instead of left as a draft. */
  readonly isPublished?: boolean;
  /** What its sender calls the story; null or absent where it has no name of its own. */
  readonly ownId?: string | null;
}

/** An imported story. */
export interface ImportedArticle extends WrittenArticle {
  /** Whether the story had been imported before: then nothing was written. */
  readonly wasKnown: boolean;
  /** What was decided about each person, for an editor to check. */
  readonly persons: readonly { readonly name: string; readonly decision: string }[];
}

/** How much of the first paragraph stands in for a headline, in UTF-16 code units. */
const STAND_IN_LENGTH = 90;

/** What tells a story when it comes again, however its lines are broken and its quotation marks typed. */
export function importKeyOf(story: WireStory): string {
  const words = story.elements.map(({ text }) => foldQuotedWords(text)).join("\n");
  return createHash("sha256").update(words, "utf8").digest("hex");
}

/** What tells a story by the name its sender gave it, in whatever version or words it comes. */
export function importKeyOfId(ownId: string): string {
  return createHash("sha256").update(`id\n${ownId}`, "utf8").digest("hex");
}

/** The headline that was told or found; where there is none, the beginning of the text, for an editor to replace. */
export function headlineOf(story: WireStory, told: string | undefined): string {
  const headline = told ?? story.headline;
  if (headline) return headline;
  const text = story.elements.find(({ kind }) => kind === "paragraph")?.text ?? "Untitled";
  if (text.length <= STAND_IN_LENGTH) return text;
  const cut = text.slice(0, STAND_IN_LENGTH);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), STAND_IN_LENGTH / 2))}…`;
}

/**
 * Writes a story that was read from wire copy as a draft: its persons, its posts and the article, all or nothing. A
 * story that was imported before is found again and left as it is.
 */
export async function importStory(
  work: Work,
  story: WireStory,
  options: ImportOptions = {},
): Promise<ImportedArticle | UserError> {
  return write(work, "importArticle", async (tx) => {
    const ofText = importKeyOf(story);
    const importKey = options.ownId ? importKeyOfId(options.ownId) : ofText;
    const known = await tx.article.findFirst({
      where: { importKey: { in: [importKey, ofText] } },
      select: { id: true, version: true, trashedAt: true },
    });
    if (known?.trashedAt) {
      const id = encodeNodeId("Article", known.id);
      refuse(new ConflictError(`The story was imported before and lies in the trash as ${id}; restore it.`, ["input"]));
    }
    if (known) return { articleId: known.id, version: known.version, wasKnown: true, persons: [] };
    return new StoryImport(joinTransaction(work, tx), tx, story).run(importKey, options);
  });
}

/** What came of copy that was sent in. */
export interface ImportOutcome {
  /** The bare key; null when nothing was to be written. */
  readonly articleId: string | null;
  readonly report: {
    readonly format: ImportFormat;
    readonly language: string;
    readonly proposals: WireStory["proposals"];
    readonly warnings: readonly string[];
  };
}

/** Reads copy and, unless it is only to be told what would be read, writes it as a draft. */
export async function importCopy(
  work: Work,
  input: Copy & { readonly dryRun?: boolean | null | undefined },
): Promise<ImportOutcome | UserError> {
  const denied = forbids(work.actor, "importArticle");
  if (denied) return denied;
  const read = readCopy(input);
  if (read instanceof UserError) return read;
  const { format, story, ownId } = read;
  const { language, proposals, warnings } = story;
  const report = { format, language, proposals, warnings };
  if (input.dryRun) return { articleId: null, report };
  const imported = await importStory(work, story, { headline: input.headline ?? undefined, ownId });
  if (imported instanceof UserError) return imported;
  const decisions = imported.persons.map(({ name, decision }) => `${name}: ${decision}.`);
  const known = imported.wasKnown ? ["The story had been imported before; nothing was written."] : [];
  return { articleId: imported.articleId, report: { ...report, warnings: [...warnings, ...known, ...decisions] } };
}

class StoryImport {
  readonly #persons = new Map<string, { readonly id: string; readonly decision: string }>();

  constructor(
    readonly work: Work,
    readonly tx: Transaction,
    readonly story: WireStory,
  ) {}

  async run(importKey: string, { headline, isPublished }: ImportOptions): Promise<ImportedArticle> {
    const { story, work, tx } = this;
    for (const person of story.persons) this.#persons.set(person.key, await this.#settlePerson(person));
    const posts = new Map<WireElement, string>();
    for (const element of story.elements) {
      if (element.kind === "post") posts.set(element, await this.#capture(element));
    }
    const { dateline, byline, language } = story;
    const created = await insertArticle(work, tx, {
      headline: headlineOf(story, headline),
      byline,
      dateline: dateline && { text: dateline.text, place: dateline.place, date: dateline.date },
      language: language === "und" ? null : language,
      body: this.#body(posts),
    });
    await tx.article.update({ where: { id: created.articleId }, data: { importKey }, select: { id: true } });
    const { articleId, version } = isPublished ? await this.#publish(created) : created;
    const persons = story.persons.map(({ key, name }) => ({ name, decision: this.#persons.get(key)?.decision ?? "" }));
    return { articleId, version, wasKnown: false, persons };
  }

  async #publish({ articleId, version }: WrittenArticle): Promise<WrittenArticle> {
    const target = { id: encodeNodeId("Article", articleId), expectedVersion: version };
    return expectDone(await publishArticle(this.work, target));
  }

  /** A person of the newsroom by account, or by a name that only one bears; else a new one. */
  async #settlePerson(person: WirePerson): Promise<{ id: string; decision: string }> {
    for (const { platform, handle } of person.handles) {
      const key = { platform, folded: foldHandle(handle) };
      const account = await this.tx.socialAccount.findUnique({ where: { platform_folded: key } });
      if (account) return { id: account.personId, decision: `known by the account ${handle}` };
    }
    const named = await this.tx.personName.findMany({
      where: { folded: foldName(person.name) },
      select: { personId: true },
      distinct: ["personId"],
    });
    const [only] = named;
    if (only && named.length === 1) return { id: only.personId, decision: "known by name" };
    const id = await this.#addPerson(person);
    return {
      id,
      decision: named.length > 1 ? `new: ${named.length} persons bear the name, merge if one is meant` : "new",
    };
  }

  async #addPerson({ name, role, aliases, handles }: WirePerson): Promise<string> {
    const words = new Set(foldName(name).split(" "));
    // A surname alone, or the name with a title before it, is found without being an alias of its own.
    const others = aliases.filter(
      (alias) =>
        !foldName(alias).includes(foldName(name)) &&
        foldName(alias)
          .split(" ")
          .some((word) => !words.has(word)),
    );
    const input = { name, role, aliases: others, accounts: handles.map((handle) => ({ ...handle })) };
    return expectDone(await createPerson(this.work, input)).personId;
  }

  #personId(key: string | null): string | null {
    return key === null ? null : (this.#persons.get(key)?.id ?? null);
  }

  async #capture(post: WirePost): Promise<string> {
    const { platform, url, authorName, authorHandle, authorKey, text, language, postedOn } = post;
    const authorId = this.#personId(authorKey);
    return capturePost(this.work, this.tx, {
      platform,
      url,
      authorName,
      authorHandle,
      authorId,
      text,
      language,
      postedOn,
      postedAt: null,
    });
  }

  #body(posts: ReadonlyMap<WireElement, string>): ElementInput[] {
    const { elements } = this.story;
    return elements.map((element): ElementInput => {
      if (element.kind === "post") return { post: { id: encodeNodeId("EmbeddedPost", posts.get(element) ?? "") } };
      const quotes = element.quotes.map((quote) => {
        const { start, end, kind, speakerRole, saidOn } = quote;
        const speakerId = this.#personId(quote.speakerKey);
        const source = quote.sourcePost === null ? undefined : elements[quote.sourcePost];
        const sourceId = source && posts.get(source);
        return {
          start,
          end,
          kind,
          speakerId: speakerId && encodeNodeId("Person", speakerId),
          ...(speakerRole === null ? {} : { speakerRole }),
          saidOn,
          sourceId: sourceId ? encodeNodeId("EmbeddedPost", sourceId) : null,
        };
      });
      return { paragraph: { text: element.text, quotes } };
    });
  }
}

function expectDone<Done extends object>(result: Done | UserError): Done {
  return result instanceof UserError ? refuse(result) : result;
}
