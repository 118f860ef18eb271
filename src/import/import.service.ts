import { insertArticle, type WrittenArticle } from "../article/article.service.js";
import type { ElementInput } from "../article/body.inputs.js";
import { forbids } from "../auth/acts.js";
import { joinTransaction, refuse, type Work, write } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { capturePosts } from "../article/capture-posts.service.js";
import type { NewPost } from "../embedded-post/post.parse.js";
import { encodeNodeId } from "../graphql/node-id.js";
import { ConflictError, UserError, ValidationError, ValidationIssue } from "../graphql/user-errors.js";
import { Withdrawal } from "../intake/intake.notices.js";
import { foldName } from "../person/person.mentions.js";
import { createPerson } from "../person/person.service.js";
import { publishArticle } from "../publishing/publishing.service.js";
import { accountsOf, otherNamesOf } from "./import.candidates.js";
import { headlineOf } from "./import.headline.js";
import {
  type ImportKeys,
  importKeysOf,
  type KnownStory,
  listKeys,
  TAKES_BACK_UNKNOWN,
  tellKnown,
} from "./import.keys.js";
import { findKnown, findNamed, keepKeys, keepName, lockNames } from "./import.known.service.js";
import type { PersonVerdict } from "./import.persons.js";
import { matchPersons } from "./import.persons.service.js";
import { type ImportedProposal, proposeAll } from "./import.proposals.js";
import type { ImportFormat } from "./import.type.js";
import { type Copy, formatOf, readCopy } from "./read-copy.js";
import { holdAt } from "../wire/wire.release.js";
import type { WireElement, WirePerson, WirePost, WireStory } from "../wire/wire.story.js";

/** What an import does beyond reading. */
export interface ImportOptions {
  /** In the place of the one in the copy. */
  readonly headline?: string | undefined;
  /** Whether the article is published at once instead of left as a draft. */
  readonly isPublished?: boolean;
  /** Whether it is only told what would be done. */
  readonly isDryRun?: boolean;
  /** What its sender calls the story; null or absent where it has no name of its own. */
  readonly ownId?: string | null;
}

/** What came of a story. */
export interface ImportedStory {
  /** The article that was written, or as which the story was imported before; null in a dry run. */
  readonly article: WrittenArticle | null;
  /** As what the story was imported before: then nothing was written. Null when it is new. */
  readonly known: KnownStory | null;
  /** Whether its sender has taken the story back. */
  readonly isWithdrawn: boolean;
  /** Why a story that was to be published was not, or would not be; null when nothing was in the way. */
  readonly hold: string | null;
  /** What was read and why, and of a new story who its persons are. */
  readonly proposals: readonly ImportedProposal[];
  /** What an editor should look at. */
  readonly warnings: readonly string[];
}

/**
 * Writes a story that was read from wire copy as a draft: its persons, its posts and the article, all or nothing. A
 * story that was imported before is found again and left as it is, and so is every person whom the newsroom knows. What
 * is to be published stays a draft while its sender holds it. A dry run tells the same and only reads.
 */
export async function importStory(
  work: Work,
  read: WireStory,
  options: ImportOptions = {},
): Promise<ImportedStory | UserError> {
  const held = holdAt(read, work.clock.now());
  // A moment of release is only worth a warning before it has come, which the reader of a document cannot tell.
  const isUntold = held !== null && !read.warnings.includes(held);
  const story = isUntold ? { ...read, warnings: [...read.warnings, held] } : read;
  const keys = importKeysOf(story, options.ownId ?? null);
  const hold = options.isPublished ? held : null;
  if (options.isDryRun) {
    return forbids(work.actor, "importArticle") ?? tellStory(work.database.prisma, { story, keys, hold });
  }
  return write(work, "importArticle", async (tx) => {
    await lockNames(tx, [...listKeys(keys), ...story.persons.flatMap(namesOf)]);
    const known = await findKnown(tx, keys);
    if (known?.isTrashed) refuse(new ConflictError(tellKnown("The story", known, story.isWithdrawn), ["input"]));
    if (known) {
      await keepName(work, tx, known, keys);
      return { ...tellKnownStory(story, known), article: known };
    }
    const verdicts = await matchPersons(tx, story.persons);
    const isPublished = options.isPublished === true && hold === null;
    const run = new StoryImport(joinTransaction(work, tx), tx, story, verdicts);
    const article = await run.run(keys, { ...options, isPublished });
    return { ...tellNewStory(story, verdicts, hold), article };
  });
}

/** What tells a person when two stories that name it come at once. */
function namesOf(person: WirePerson): readonly string[] {
  return [foldName(person.name), ...accountsOf(person)];
}

interface ReadStory {
  readonly story: WireStory;
  readonly keys: ImportKeys;
  readonly hold: string | null;
}

async function tellStory(tx: Transaction, { story, keys, hold }: ReadStory): Promise<ImportedStory> {
  const known = await findKnown(tx, keys);
  return known ? tellKnownStory(story, known) : tellNewStory(story, await matchPersons(tx, story.persons), hold);
}

function tellKnownStory(story: WireStory, known: KnownStory): ImportedStory {
  const warnings = [...story.warnings, tellKnown("The story", known, story.isWithdrawn)];
  return {
    article: null,
    known,
    isWithdrawn: story.isWithdrawn,
    hold: null,
    proposals: proposeAll(story, []),
    warnings,
  };
}

function tellNewStory(story: WireStory, verdicts: readonly PersonVerdict[], hold: string | null): ImportedStory {
  const warnings = [...story.warnings, ...verdicts.flatMap(({ warning }) => warning ?? [])];
  return {
    article: null,
    known: null,
    isWithdrawn: story.isWithdrawn,
    hold,
    proposals: proposeAll(story, verdicts),
    warnings,
  };
}

/** What came of copy that was sent in. */
export interface ImportOutcome {
  /** The bare key; null when nothing was to be written. */
  readonly articleId: string | null;
  readonly report: {
    readonly format: ImportFormat;
    readonly language: string;
    readonly wasImportedBefore: boolean;
    readonly proposals: readonly ImportedProposal[];
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
  const read = readOrTakeBack(input);
  if (read instanceof UserError) return read;
  if (read instanceof Withdrawal) return takeBack(work, input, read);
  const { format, story, ownId } = read;
  const options = { headline: input.headline ?? undefined, ownId, isDryRun: input.dryRun ?? false };
  const imported = await importStory(work, story, options);
  if (imported instanceof UserError) return imported;
  const { article, known, proposals, warnings } = imported;
  const report = { format, language: story.language, wasImportedBefore: known !== null, proposals, warnings };
  return { articleId: article?.articleId ?? null, report };
}

function readOrTakeBack(copy: Copy): ReturnType<typeof readCopy> | Withdrawal {
  try {
    return readCopy(copy);
  } catch (error) {
    if (error instanceof Withdrawal) return error;
    throw error;
  }
}

/** Tells as what a story was imported that the copy only takes back. */
async function takeBack({ database }: Work, copy: Copy, { ownId }: Withdrawal): Promise<ImportOutcome | UserError> {
  const known = await findNamed(database.prisma, ownId);
  if (!known) return new ValidationError([new ValidationIssue(["input", "content"], TAKES_BACK_UNKNOWN)]);
  const warnings = [tellKnown("The story", known, true)];
  const format = formatOf(copy.content, copy.format);
  const report = { format, language: copy.language ?? "und", wasImportedBefore: true, proposals: [], warnings };
  return { articleId: known.articleId, report };
}

class StoryImport {
  /** The bare keys of the persons, by their keys in the story. */
  readonly #persons = new Map<string, string>();

  constructor(
    readonly work: Work,
    readonly tx: Transaction,
    readonly story: WireStory,
    readonly verdicts: readonly PersonVerdict[],
  ) {}

  async run(keys: ImportKeys, { headline, isPublished }: ImportOptions): Promise<WrittenArticle> {
    const { story, work, tx } = this;
    for (const [at, person] of story.persons.entries()) {
      this.#persons.set(person.key, await this.#settlePerson(person, this.verdicts[at]));
    }
    const posts = await this.#capture();
    const { dateline, byline, language } = story;
    const created = await insertArticle(work, tx, {
      headline: headlineOf(story, headline),
      byline,
      dateline: dateline && { text: dateline.text, place: dateline.place, date: dateline.date },
      language: language === "und" ? null : language,
      body: this.#body(posts),
    });
    await keepKeys(tx, created.articleId, keys);
    return isPublished ? this.#publish(created) : created;
  }

  async #publish({ articleId, version }: WrittenArticle): Promise<WrittenArticle> {
    const target = { id: encodeNodeId("Article", articleId), expectedVersion: version };
    return expectDone(await publishArticle(this.work, target));
  }

  async #settlePerson(person: WirePerson, verdict: PersonVerdict | undefined): Promise<string> {
    const earlier = this.story.persons[verdict?.sameAs ?? -1];
    return verdict?.known?.id ?? (earlier && this.#persons.get(earlier.key)) ?? (await this.#addPerson(person));
  }

  async #addPerson(person: WirePerson): Promise<string> {
    const { name, role, handles } = person;
    const accounts = handles.map((handle) => ({ ...handle }));
    const input = { name, role, aliases: [...otherNamesOf(person)], accounts };
    return expectDone(await createPerson(this.work, input)).personId;
  }

  #personId(key: string | null): string | null {
    return key === null ? null : (this.#persons.get(key) ?? null);
  }

  /** Records the story's posts, after locking all that its text will refer to. */
  async #capture(): Promise<ReadonlyMap<WireElement, string>> {
    const { elements } = this.story;
    const posts = elements.filter((element) => element.kind === "post");
    const texts = elements.filter((element) => element.kind === "paragraph").map(({ text }) => text);
    const body = texts.map((text) => ({ kind: "paragraph", id: "", text, marks: [], quotes: [] }) as const);
    const more = { posts: [], persons: [...this.#persons.values()] };
    const keys = await capturePosts(
      this.work,
      this.tx,
      posts.map((post) => this.#newPost(post)),
      [body],
      more,
    );
    return new Map(posts.map((post, at) => [post, keys[at] ?? ""]));
  }

  #newPost({ authorKey, ...post }: WirePost): NewPost {
    const { platform, url, authorName, authorHandle, text, language, postedOn } = post;
    const authorId = this.#personId(authorKey);
    return { platform, url, authorName, authorHandle, authorId, text, language, postedOn, postedAt: null };
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
      return { paragraph: { text: element.text, marks: element.marks ?? [], quotes } };
    });
  }
}

function expectDone<Done extends object>(result: Done | UserError): Done {
  return result instanceof UserError ? refuse(result) : result;
}
