import type { ArticleState } from "../../src/draft/article.type.js";
import type { CreateArticleInput } from "../../src/article/create-article.inputs.js";
import { encodeNodeId } from "../../src/graphql/node-id.js";
import {
  approveArticle,
  killArticle,
  publishArticle,
  scheduleArticle,
  submitArticle,
  unpublishArticle,
} from "../../src/publishing/publishing.service.js";
import { type Desk, paragraphsOf, present } from "./desk.js";
import { done, type Newsroom } from "./newsroom.js";

/** When stories that are brought to SCHEDULED are due: long after every clock of a test. */
export const FAR_AHEAD = new Date("2100-01-01T00:00:00Z");

/** A story with a lead image, two quoted paragraphs and a post between them. */
export interface Story {
  readonly id: string;
  readonly version: number;
  readonly paragraphs: readonly string[];
  readonly quotes: readonly string[];
  readonly speaker: string;
  readonly source: string;
  readonly post: string;
  readonly image: string;
  /** The lead image. */
  readonly figure: string;
}

type Act = (newsroom: Newsroom, id: string, expectedVersion: number) => Promise<{ readonly version: number }>;

const submit: Act = async ({ work }, id, expectedVersion) => done(await submitArticle(work, { id, expectedVersion }));
const approve: Act = async ({ work }, id, expectedVersion) => done(await approveArticle(work, { id, expectedVersion }));
const publish: Act = async ({ work }, id, expectedVersion) => done(await publishArticle(work, { id, expectedVersion }));
const schedule: Act = async ({ work }, id, expectedVersion) =>
  done(await scheduleArticle(work, { id, expectedVersion, publishAt: FAR_AHEAD }));
const unpublish: Act = async ({ work }, id, expectedVersion) =>
  done(await unpublishArticle(work, { id, expectedVersion }));
const kill: Act = async ({ work }, id, expectedVersion) =>
  done(await killArticle(work, { id, expectedVersion, reason: "The letter was forged." }));

const WAYS: Readonly<Record<ArticleState, readonly Act[]>> = {
  DRAFT: [],
  IN_REVIEW: [submit],
  READY: [submit, approve],
  SCHEDULED: [schedule],
  PUBLISHED: [publish],
  UNPUBLISHED: [publish, unpublish],
  KILLED: [publish, kill],
};

/** Brings a new draft to a state, and returns its version then. */
export async function bringTo(
  newsroom: Newsroom,
  draft: { readonly id: string; readonly version: number },
  state: ArticleState,
): Promise<{ readonly id: string; readonly version: number }> {
  let { version } = draft;
  for (const act of WAYS[state]) ({ version } = await act(newsroom, draft.id, version));
  return { id: draft.id, version };
}

/** Makes a story and brings it to a state. */
export async function makeStory(
  desk: Desk,
  state: ArticleState = "PUBLISHED",
  input: Partial<CreateArticleInput> = {},
): Promise<Story> {
  const { newsroom } = desk;
  const speaker = await newsroom.person({ role: "Harbour master" });
  const source = await newsroom.post({ text: "The harbour opens on Monday." });
  const post = await newsroom.post({ text: "Ships wait outside." });
  const image = await newsroom.image();
  const draft = await newsroom.draft({
    headline: "Harbour to open",
    leadImage: { imageId: image },
    body: [
      {
        paragraph: {
          text: "“The harbour opens on Monday,” she said.",
          quotes: [{ exact: "The harbour opens on Monday", speakerId: speaker, sourceId: source }],
        },
      },
      { post: { id: post } },
      { paragraph: { text: "He replied: “Too late.”", quotes: [{ exact: "Too late", speakerId: speaker }] } },
    ],
    ...input,
  });
  const { version } = await bringTo(newsroom, draft, state);
  const article = present(await desk.draft(draft.id));
  const paragraphs = paragraphsOf(article);
  return {
    id: draft.id,
    version,
    paragraphs: paragraphs.map(({ id }) => id),
    quotes: paragraphs.flatMap(({ quotes }) => quotes.map(({ id }) => id)),
    speaker,
    source,
    post,
    image,
    figure: article.leadImage?.id ?? "",
  };
}

/** A global id of a type that leads to nothing. */
export function unknownId(type: Parameters<typeof encodeNodeId>[0]): string {
  return encodeNodeId(type, "00000000-0000-7000-8000-000000000000");
}
