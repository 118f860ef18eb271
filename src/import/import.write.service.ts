import { headTextsOf } from "../draft/head-texts.parse.js";
import { DATELINE_DAYS_AHEAD, insertArticle } from "../article/article.service.js";
import type { WrittenArticle } from "../draft/written.js";
import type { AuthorInput } from "../draft/author.inputs.js";
import type { FigureInput } from "../draft/figure.inputs.js";
import type { ElementInput } from "../draft/body.inputs.js";
import type { DatelineInput } from "../article/create-article.inputs.js";
import { refuse, type Work } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { capturePosts } from "../draft/capture-posts.service.js";
import type { NewPost } from "../embedded-post/post.parse.js";
import { encodeNodeId } from "../graphql/node-id.js";
import { normaliseMarks } from "../marked-text/marks.js";
import { latestDay } from "../validation/issues.js";
import { UserError } from "../graphql/user-errors.js";
import { createPerson } from "../person/person.service.js";
import { loadDraft } from "../draft/store.service.js";
import { placedFigures, readObstacles } from "../publishing/obstacles.service.js";
import { describeObstacles } from "../publishing/obstacles.type.js";
import { publishArticle } from "../publishing/publishing.service.js";
import { otherNamesOf } from "./import.candidates.js";
import type { DecidedStory } from "./import.decisions.js";
import { headlineOf } from "./import.headline.js";
import type { ImportKeys } from "./import.keys.js";
import type { Filing } from "./import.section.service.js";
import { keepKeys } from "./import.known.service.js";
import type { PersonVerdict } from "./import.persons.js";
import { elementsAndImages, holdAt, warnOfRepeated } from "@dateline/copy-reader/text";
import type { StoryElement, StoryImage, StoryPerson, StoryPost, CopyStory } from "@dateline/copy-reader";

/** How a new story is written. */
interface WriteOptions {
  /** In the place of the one in the copy. */
  readonly headline?: string | undefined;
  readonly isPublished: boolean;
}

/** Writes one new story within a transaction: its persons, its posts and its article. */
export class StoryImport {
  /** The bare keys of the persons, by their keys in the story. */
  readonly #persons: Map<string, string>;
  readonly story: CopyStory;
  /** Why what was to be published is a draft; null when nothing was in the way. */
  hold: string | null = null;
  /** What an editor should look at, as it was found while writing. */
  readonly warnings: string[] = [];

  constructor(
    readonly work: Work,
    readonly tx: Transaction,
    readonly decided: DecidedStory,
    readonly verdicts: readonly PersonVerdict[],
    readonly filing: Filing,
  ) {
    this.story = decided.story;
    this.#persons = new Map(decided.known);
  }

  async run(keys: ImportKeys, { headline, isPublished }: WriteOptions): Promise<WrittenArticle> {
    const { story, work, tx } = this;
    for (const [at, person] of story.persons.entries()) {
      if (this.decided.left.has(person.key) || this.#persons.has(person.key)) continue;
      this.#persons.set(person.key, await this.#settlePerson(person, this.verdicts[at]));
    }
    const posts = await this.#capture();
    const { dateline, language } = story;
    const { sectionId, topics } = this.filing;
    const created = await insertArticle(work, tx, {
      ...headTextsOf(story),
      headline: headlineOf(story, headline),
      authors: this.#authors(),
      sectionId: sectionId && encodeNodeId("Section", sectionId),
      topics: [...topics],
      dateline: dateline && this.#dateline(dateline),
      language: language === "und" ? null : language,
      embargoedUntil: this.#embargo(),
      leadImage: this.#leadImage(),
      body: this.#body(posts),
    });
    await keepKeys(tx, created.articleId, keys);
    return isPublished ? this.#publish(created) : created;
  }

  async #publish({ articleId, version }: WrittenArticle): Promise<WrittenArticle> {
    const draft = await loadDraft(this.tx, "Article", articleId);
    const now = this.work.clock.now();
    const obstacles = draft ? await readObstacles(this.work, this.tx, placedFigures(draft), now) : [];
    if (obstacles.length > 0) {
      this.hold = describeObstacles(obstacles);
      return { articleId, version };
    }
    const target = { id: encodeNodeId("Article", articleId), expectedVersion: version };
    return expectDone(await publishArticle(this.work, target));
  }

  async #settlePerson(person: StoryPerson, verdict: PersonVerdict | undefined): Promise<string> {
    const earlier = this.story.persons[verdict?.sameAs ?? -1];
    return verdict?.known?.id ?? (earlier && this.#persons.get(earlier.key)) ?? (await this.#addPerson(person));
  }

  async #addPerson(person: StoryPerson): Promise<string> {
    const { name, role, handles } = person;
    const accounts = handles.map((handle) => ({ ...handle }));
    const input = { name, role, aliases: [...otherNamesOf(person)], accounts };
    return expectDone(await createPerson(this.work, input)).personId;
  }

  /** The end of a hold that has not passed. A hold without an end is a warning alone. */
  #embargo(): Date | null {
    const { story, work } = this;
    const { heldUntil } = story;
    return heldUntil === null || holdAt(story, work.clock.now()) === null ? null : new Date(heldUntil);
  }

  /** Two names of a byline can be one person. */
  #authors(): AuthorInput[] {
    const persons = new Set(this.decided.authorKeys.flatMap((key) => this.#personId(key) ?? []));
    return [...persons].map((person) => ({ personId: encodeNodeId("Person", person) }));
  }

  #personId(key: string | null): string | null {
    return key === null ? null : (this.#persons.get(key) ?? null);
  }

  #dateline({ text, place, date }: NonNullable<CopyStory["dateline"]>): DatelineInput {
    return { text, place, date: this.#dayBy(date, DATELINE_DAYS_AHEAD) };
  }

  /** A day that was read, or null when it is further ahead than a draft may have it: it was read wrongly. */
  #dayBy(day: string | null, daysAhead: number): string | null {
    return day !== null && day <= latestDay(this.work.clock.now(), daysAhead) ? day : null;
  }

  /** Records the story's posts, after locking all that its text will refer to. */
  async #capture(): Promise<ReadonlyMap<StoryElement, string>> {
    const { elements } = this.story;
    const posts = elements.filter((element) => element.kind === "post");
    const texts = elements.filter((element) => element.kind === "paragraph").map(({ text }) => text);
    const body = texts.map(
      (text) => ({ kind: "paragraph", id: "", style: "BODY", text, marks: [], quotes: [] }) as const,
    );
    const more = { Person: [...this.#persons.values()] };
    const keys = await capturePosts(
      this.work,
      this.tx,
      posts.map((post) => this.#newPost(post)),
      [body],
      more,
    );
    return new Map(posts.map((post, at) => [post, keys[at] ?? ""]));
  }

  #newPost({ authorKey, ...post }: StoryPost): NewPost {
    const { platform, url, authorName, authorHandle, text, language, postedOn } = post;
    const authorId = this.#personId(authorKey);
    return { platform, url, authorName, authorHandle, authorId, text, language, postedOn, postedAt: null };
  }

  #body(posts: ReadonlyMap<StoryElement, string>): ElementInput[] {
    const { elements } = this.story;
    const shown = this.#withoutRepeated(posts);
    return shown.flatMap((element): ElementInput[] => {
      if (element.kind === "image") return this.#figure(element);
      if (element.kind === "post") return [{ post: { id: encodeNodeId("EmbeddedPost", posts.get(element) ?? "") } }];
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
          saidOn: this.#dayBy(saidOn, 1),
          sourceId: sourceId ? encodeNodeId("EmbeddedPost", sourceId) : null,
        };
      });
      const { text, style, marks = [] } = element;
      return [{ paragraph: { text, style, marks: normaliseMarks(text, marks), quotes } }];
    });
  }

  /** The figure of a picture in the body. The picture of the whole story is above it. */
  #figure(image: StoryImage): ElementInput[] {
    const { images } = this.decided;
    const lead = this.#lead();
    const placed = images.get(image);
    const isShownAbove = lead && placed?.isNamed === false && placed.imageId === images.get(lead)?.imageId;
    const figure = image === lead || isShownAbove ? null : this.#figureOf(image);
    return figure ? [{ figure }] : [];
  }

  /** The picture of the whole story; where the copy names none, it is the first one that was taken over. */
  #lead(): StoryImage | undefined {
    const { images } = this.decided;
    const shown = (this.story.images ?? []).filter((image) => images.has(image));
    const lead = shown.find(({ isLead }) => isLead) ?? shown.find((image) => images.get(image)?.isNamed === false);
    // Of one picture at two addresses, the place with its words is kept.
    const other = shown.find(
      (image) => image !== lead && lead && images.get(image)?.imageId === images.get(lead)?.imageId,
    );
    return lead && other && lead.caption === null && images.get(other)?.isNamed === false ? other : lead;
  }

  #leadImage(): FigureInput | null {
    const lead = this.#lead();
    return lead ? this.#figureOf(lead) : null;
  }

  #figureOf(image: StoryImage): FigureInput | null {
    const placed = this.decided.images.get(image);
    return placed ? { imageId: encodeNodeId("Image", placed.imageId), caption: placed.caption, alt: placed.alt } : null;
  }

  /** Two addresses may lead to one post, which a body holds once. */
  #withoutRepeated(posts: ReadonlyMap<StoryElement, string>): readonly (StoryElement | StoryImage)[] {
    const placed = new Set<string>();
    return elementsAndImages(this.story).filter((element) => {
      const id = element.kind === "post" ? posts.get(element) : undefined;
      if (element.kind !== "post" || id === undefined) return true;
      const isNew = !placed.has(id);
      placed.add(id);
      if (!isNew) this.warnings.push(warnOfRepeated(element));
      return isNew;
    });
  }
}

function expectDone<Done extends object>(result: Done | UserError): Done {
  return result instanceof UserError ? refuse(result) : result;
}
