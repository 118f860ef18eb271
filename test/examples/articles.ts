import type { TestApp } from "../support/app.js";

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
