import { addParagraph } from "../../src/body/body-edit.service.js";
import { replaceBody } from "../../src/body/replace-body.service.js";
import { updateArticle } from "../../src/article/update-article.service.js";
import { updateEmbeddedPost } from "../../src/embedded-post/update-post.service.js";
import { encodeNodeId, type NodeType } from "../../src/graphql/node-id.js";
import { createPreviewToken } from "../../src/publishing/preview.service.js";
import { createSection } from "../../src/section/section.service.js";
import { publishArticle, scheduleArticle, unpublishArticle } from "../../src/publishing/publishing.service.js";
import { deleteArticle } from "../../src/publishing/trash.service.js";
import type { TestApp } from "../support/app.js";
import { done, Newsroom } from "../support/newsroom.js";

/** Part of every word, name, slug, handle and address that no reader may learn of. */
export const SECRET = /zqx(own|draft|trash|due|killed|gone|again)/i;

/** Part of what the holder of the preview token may read besides. */
export const PREVIEWED = /zqxown/i;

const EXACT = "The bridge stays closed";

/** A newsroom whose editors hide what can be hidden. */
export class HidingNewsroom {
  readonly newsroom: Newsroom;
  /** The article that readers see in one version and editors change in another; its quote has another speaker there. */
  edited = { id: "", version: 0 };
  /** A section in which no article is before readers. */
  elsewhere = "";

  constructor(readonly app: TestApp) {
    this.newsroom = new Newsroom(app.database);
  }

  /** What readers see, and what they saw once. */
  async publish(): Promise<void> {
    const { newsroom } = this;
    const speaker = await newsroom.person({
      name: "Ada Public",
      accounts: [{ platform: "X", handle: "ada" }],
      aliases: ["A. Public"],
      // Readers do not see what a file was called.
      portraitId: await newsroom.image({ alt: "Ada Public at work", fileName: "zqxgone.jpg" }),
    });
    const text = `${EXACT}. That is final.`;
    const source = await newsroom.post({ text: "It said zqxgone.", authorHandle: "@ada", authorId: null });
    // Readers see what a post says, not what it said before.
    done(await updateEmbeddedPost(newsroom.work, { id: source, text }));
    const body = [
      {
        paragraph: {
          text: `“${EXACT},” Ada Public said.`,
          quotes: [{ exact: EXACT, speakerId: speaker, sourceId: source }],
        },
      },
      { post: { id: source } },
    ];
    const sectionId = encodeNodeId("Section", done(await createSection(newsroom.work, { name: "Region" })).sectionId);
    this.elsewhere = encodeNodeId("Section", done(await createSection(newsroom.work, { name: "Else" })).sectionId);
    const original = await newsroom.published({ headline: "Brücke gesperrt", slug: "bruecke", language: "de" });
    const author = await newsroom.person({ name: "Pen Public" });
    const metadata = {
      headline: "Bridge closed",
      slug: "bridge",
      topics: ["Bridges"],
      sectionId,
      authors: [{ personId: author, role: "reporter" }],
      leadImage: { imageId: await newsroom.image({ alt: "The bridge", fileName: "zqxgone.jpg" }) },
      relatedIds: [original.id],
      translationOfId: original.id,
    };
    this.edited = await newsroom.published({ ...metadata, body });
    const correction = { kind: "CORRECTION", note: "The year was wrong." } as const;
    const { work } = newsroom;
    const { id, version } = this.edited;
    this.edited = { id, ...done(await publishArticle(work, { id, expectedVersion: version, correction })) };
    await newsroom.published({ headline: "Second", slug: "second", topics: ["Bridges"], body: [body[0] ?? {}] });
    await newsroom.killed({ headline: "Killed zqxkilled", slug: "taken-back", ...(await this.#secret("killed")) });
    const gone = await newsroom.published({
      headline: "Unpublished zqxgone",
      slug: "was-here",
      ...(await this.#secret("gone")),
    });
    done(await unpublishArticle(work, { id: gone.id, expectedVersion: gone.version }));
  }

  /** What editors do that no reader may notice. */
  async hide(): Promise<void> {
    const { newsroom } = this;
    const { work } = newsroom;
    await this.#edit();
    await newsroom.draft({ headline: "Zqxdraft", ...(await this.#secret("draft")) });
    const trashed = await newsroom.draft({ headline: "Zqxtrash", ...(await this.#secret("trash")) });
    done(await deleteArticle(work, { id: trashed.id, expectedVersion: trashed.version }));
    const due = await newsroom.draft({ headline: "Zqxdue", ...(await this.#secret("due")) });
    const publishAt = new Date("2100-01-01T00:00:00Z");
    const { version } = done(await scheduleArticle(work, { id: due.id, expectedVersion: due.version, publishAt }));
    done(await updateArticle(work, { id: due.id, expectedVersion: version, headline: "Zqxdue, changed since" }));
    // The same words of the same public speaker, in a draft alone.
    const { rows } = await this.app.database.pool.query<{ id: string }>(
      "SELECT id FROM person WHERE name = 'Ada Public'",
    );
    const speakerId = encodeNodeId("Person", rows[0]?.id ?? "");
    await newsroom.draft({
      headline: "Zqxagain",
      topics: ["Bridges"],
      body: [{ paragraph: { text: `“${EXACT},” Ada Public told zqxagain.`, quotes: [{ exact: EXACT, speakerId }] } }],
    });
  }

  /** A token with which anybody reads the draft of the edited article; it works for an hour. */
  async previewToken(): Promise<string> {
    return done(await createPreviewToken(this.newsroom.work, { articleId: this.edited.id, expiresInMinutes: 60 }))
      .token;
  }

  /** The published article gets other words, another slug, topic, person and post, and its quote another speaker. */
  async #edit(): Promise<void> {
    const { work } = this.newsroom;
    const { body, topics } = await this.#secret("own");
    const { id, version } = this.edited;
    const texts = { headline: "Zqxown headline", slug: "zqxown", standfirst: "Zqxown", byline: "Zqxown" };
    const author = await this.newsroom.person({ name: "Zqxown Pen" });
    const other = await this.newsroom.draft({
      headline: "Zqxown other",
      byline: null,
      authors: [{ personId: author }],
    });
    const references = { sectionId: this.elsewhere, relatedIds: [other.id], translationOfId: null };
    const metadata = { ...texts, topics, ...references, authors: [{ personId: author, role: "zqxown role" }] };
    const dateline = { text: "ZQXOWN –", place: "Zqxown" };
    const first = done(await updateArticle(work, { id, expectedVersion: version, ...metadata, dateline }));
    const { rows } = await this.app.database.pool.query<{ paragraph: string; quote: string; speaker: string }>(
      `SELECT q.paragraph_id AS paragraph, q.id AS quote, p.id AS speaker FROM quote q
       JOIN article_head h ON h.article_id = q.article_id AND h.head = q.head AND h.slug = 'zqxown', person p
       WHERE q.head = 'DRAFT' AND p.name = 'Zqxown Person'`,
    );
    const { paragraph = "", quote = "", speaker = "" } = rows[0] ?? {};
    const kept = {
      id: encodeNodeId("Paragraph", paragraph),
      text: `Zqxown changed: “${EXACT},” Zqxown Person said.`,
      quotes: [
        {
          id: encodeNodeId("Quote", quote),
          exact: EXACT,
          speakerId: encodeNodeId("Person", speaker),
          occasion: "zqxown",
        },
      ],
    };
    const target = { id, expectedVersion: first.version, field: "articleId" };
    const second = done(await replaceBody(work, { ...target, body: [{ paragraph: kept }, ...body] }));
    const added = { articleId: id, expectedVersion: second.version, paragraph: { text: "Zqxown added." } };
    this.edited = { id, ...done(await addParagraph(work, added)) };
  }

  /** A body and topics in which everything is hidden: words, a person with an account, a post with its address. */
  async #secret(name: string) {
    const word = `zqx${name}`;
    const speakerId = await this.newsroom.person({
      name: `Z${word.slice(1)} Person`,
      role: `${word} role`,
      aliases: [`Alias ${word}`],
      accounts: [{ platform: "BLUESKY", handle: `${word}.example` }],
      portraitId: await this.newsroom.image({ alt: `${word} portrait`, credit: word }),
    });
    const imageId = await this.newsroom.image({ alt: `${word} picture`, caption: word, credit: word, place: word });
    const sourceId = await this.newsroom.post({
      platform: "BLUESKY",
      url: `https://social.example/${word}`,
      authorName: `${word} author`,
      authorHandle: `@${word}.example`,
      text: `Nobody knows ${word}.`,
    });
    const text = `“Nobody knows ${word},” the person said.`;
    const quotes = [{ exact: `Nobody knows ${word}`, speakerId, sourceId, occasion: `${word} occasion` }];
    return {
      topics: [`Topic ${word}`],
      body: [{ paragraph: { text, quotes } }, { post: { id: sourceId } }, { figure: { imageId } }],
    };
  }

  /** The global ids of everything there is, by type, with whether some reader may see it. */
  async ids(): Promise<{ type: NodeType; id: string; isPublic: boolean }[]> {
    const published = (table: string, key: string): string =>
      `SELECT ${key} FROM ${table} WHERE head = 'PUBLISHED' AND ${key} IS NOT NULL`;
    const sources: readonly (readonly [NodeType, string, string])[] = [
      ["Article", "SELECT id FROM article", published("article_head", "article_id")],
      ["Paragraph", "SELECT DISTINCT id FROM paragraph", published("paragraph", "id")],
      ["Quote", "SELECT DISTINCT id FROM quote", published("quote", "id")],
      [
        "Person",
        "SELECT id FROM person",
        `${published("appearance", "person_id")} UNION ${published("article_author", "person_id")}`,
      ],
      [
        "EmbeddedPost",
        "SELECT id FROM embedded_post",
        `${published("placement", "post_id")} UNION ${published("quote", "source_id")}`,
      ],
      ["Topic", "SELECT id FROM topic", published("article_topic", "topic_id")],
      ["Section", "SELECT id FROM section", "SELECT id FROM section"],
      ["Figure", "SELECT DISTINCT id FROM figure", published("figure", "id")],
      [
        "Image",
        "SELECT id FROM image",
        `${published("figure", "image_id")} UNION SELECT portrait_id FROM person
          WHERE portrait_id IS NOT NULL AND id IN (${published("appearance", "person_id")})`,
      ],
      ["Revision", "SELECT id FROM revision", "SELECT id FROM revision WHERE FALSE"],
    ];
    const found = await Promise.all(
      sources.map(async ([type, all, open]) => {
        const rows = await this.app.database.read<{ id: string; isPublic: boolean }>(
          `SELECT a.id, a.id IN (${open}) AS "isPublic" FROM (${all}) a ORDER BY a.id`,
        );
        return rows.map(({ id, isPublic }) => ({ type, id: encodeNodeId(type, id), isPublic }));
      }),
    );
    return found.flat();
  }
}
