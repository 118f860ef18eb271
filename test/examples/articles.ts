import type { TestApp } from "../support/app.js";
import { headersOf } from "../support/tokens.js";

/** What readers see of an article. */
export interface ReaderArticle {
  readonly slug: string;
  readonly headline: string;
  readonly language: string;
  readonly direction: string;
  readonly body: readonly { readonly paragraph?: string; readonly post?: string; readonly caption?: string }[];
}

/** All articles that readers see, with the texts of their bodies in reading order. */
export async function articlesOfReaders(app: TestApp): Promise<readonly ReaderArticle[]> {
  const query = `{ articles(first: 100) { nodes {
    slug headline language direction body { ... on Paragraph { paragraph: text } ... on EmbeddedPost { post: text } ... on Figure { caption } }
  } } }`;
  return (await app.data<{ articles: { nodes: ReaderArticle[] } }, never>(query)).articles.nodes;
}

/** A page of articles by their headlines. */
export interface Listed {
  readonly nodes: readonly { readonly headline: string }[];
}

/** The link that shows the draft of an article. */
export async function previewOf(app: TestApp, slug: string): Promise<string> {
  const editor = await headersOf(app.database, "EDITOR");
  const ask = "query ($slug: String!) { article(slug: $slug) { id } }";
  const draft = { ...editor, "x-content-view": "draft" };
  const { article } = await app.data<{ article: { id: string } }, object>(ask, { slug }, draft);
  const create = `mutation ($id: ID!) { did: createPreviewToken(input: { articleId: $id }) {
    ... on CreatePreviewTokenPayload { url } } }`;
  const { did } = await app.data<{ did: { url: string } }, object>(create, article, editor);
  return did.url;
}
