import {
  DeskPublishArticleDocument,
  DeskReplaceBodyDocument,
  DeskUpdateArticleDocument,
  RevisionListDocument,
  RevisionThenDocument,
} from "../../generated/graphql.js";
import { type Desk, present } from "../../support/desk.js";
import { makeStory, type Story } from "../../support/story.js";

/** The headers of an editor who reads drafts. */
export function asEditor(desk: Desk): Readonly<Record<string, string>> {
  return { ...desk.headers.EDITOR, "x-content-view": "draft" };
}

/** The revisions of an article, the oldest first. */
export async function revisionsOf(desk: Desk, id: string) {
  const { article } = await desk.app.data(RevisionListDocument, { id }, asEditor(desk));
  return [...present(article?.revisions).nodes].reverse();
}

/** What a revision's article says. */
export async function articleThen(desk: Desk, revisionId: string | undefined) {
  const { node } = await desk.app.data(RevisionThenDocument, { id: revisionId ?? "" }, asEditor(desk));
  if (!node || !("article" in node)) throw new Error("There is no such revision.");
  return node.article;
}

/** Publishes a rich story, changes all of it, and publishes it again. */
export async function twoTexts(desk: Desk): Promise<Story & { readonly other: string; readonly extra: string }> {
  const story = await makeStory(desk, "DRAFT", {
    standfirst: "After nine days.",
    byline: "By A. Reporter",
    dateline: { place: "BREST", date: "2026-02-28" },
    topics: ["Ports", "Weather"],
  });
  const other = await desk.newsroom.person({ role: "Minister" });
  const extra = await desk.newsroom.post({ text: "We sail at dawn." });
  const { id, paragraphs, quotes, speaker } = story;
  await desk.write(DeskPublishArticleDocument, { id, expectedVersion: 1 });
  await desk.write(DeskUpdateArticleDocument, {
    id,
    expectedVersion: 2,
    headline: "Harbour still shut",
    slug: `still-shut-${story.id
      .slice(-6)
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, "x")}`,
    standfirst: null,
    byline: "By B. Reporter",
    dateline: { place: "LORIENT" },
    language: "fr",
    topics: ["Trade", "Ports"],
  });
  await desk.write(DeskReplaceBodyDocument, {
    articleId: id,
    expectedVersion: 3,
    body: [
      {
        paragraph: {
          id: paragraphs[1] ?? "",
          html: "He replied, <strong>sadly</strong>: “Far too late.”",
          quotes: [{ id: quotes[1] ?? "", exact: "Far too late", speakerId: other, saidOn: "2026-03-01" }],
        },
      },
      { post: { id: extra } },
      { paragraph: { text: "“Nobody sails,” they said.", quotes: [{ exact: "Nobody sails", speakerId: speaker }] } },
    ],
  });
  await desk.write(DeskPublishArticleDocument, { id, expectedVersion: 4 });
  return { ...story, other, extra };
}
