/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type ArticleState =
  | 'DRAFT'
  | 'IN_REVIEW'
  | 'KILLED'
  | 'PUBLISHED'
  | 'READY'
  | 'SCHEDULED'
  | 'UNPUBLISHED';

export type CorrectionKind =
  | 'CLARIFICATION'
  | 'CORRECTION'
  | 'RETRACTION'
  | 'UPDATE';

export type DifferenceKind =
  | 'ADDED'
  | 'CHANGED'
  | 'REMOVED';

export type PostAvailability =
  | 'DELETED'
  | 'EDITED'
  | 'LIVE'
  | 'UNKNOWN';

export type PostPlatform =
  | 'BLUESKY'
  | 'FACEBOOK'
  | 'INSTAGRAM'
  | 'MASTODON'
  | 'OTHER'
  | 'TELEGRAM'
  | 'THREADS'
  | 'TIKTOK'
  | 'TRUTH_SOCIAL'
  | 'X'
  | 'YOUTUBE';

export type QuoteKind =
  | 'DIRECT'
  | 'INDIRECT'
  | 'PARTIAL'
  | 'TRANSLATED';

export type QuoteVerdict =
  | 'ALTERED'
  | 'EXACT'
  | 'MARKED_EDIT'
  | 'NOT_COMPARABLE'
  | 'NOT_FOUND'
  | 'UNSOURCED';

export type TextDirection =
  | 'LTR'
  | 'RTL';

export type ArticlePageQueryVariables = Exact<{
  slug: string;
}>;


export type ArticlePageQuery = { article: { state: ArticleState, readingTimeMinutes: number, updatedAt: string, id: string, slug: string, headline: string, standfirst: string | null, byline: string | null, language: string, direction: TextDirection, firstPublishedAt: string | null, dateline: { text: string } | null, corrections: Array<{ kind: CorrectionKind, note: string, correctedAt: string }>, topics: Array<{ slug: string, name: string }>, body: Array<
      | { __typename: 'EmbeddedPost', id: string, platform: PostPlatform, url: string | null, authorName: string, authorHandle: string | null, text: string, language: string | null, postedOn: string | null, availability: PostAvailability, author: { slug: string, name: string } | null }
      | { __typename: 'Paragraph', id: string, text: string, quotes: Array<{ id: string, text: string, start: number, end: number, kind: QuoteKind, speakerRole: string | null, saidOn: string | null, occasion: string | null, speaker: { slug: string, name: string } | null, source: { id: string, platform: PostPlatform, authorName: string, text: string, language: string | null } | null, check: { verdict: QuoteVerdict, differences: Array<{ kind: DifferenceKind, quoted: string | null, original: string | null }> } }>, mentions: Array<{ start: number, end: number, person: { slug: string } }> }
    > } | null, killNotice: { reason: string, killedAt: string } | null };

export type TeaserFragment = { id: string, slug: string, headline: string, standfirst: string | null, byline: string | null, language: string, direction: TextDirection, firstPublishedAt: string | null };

export type CheckedQuoteFragment = { id: string, text: string, start: number, end: number, kind: QuoteKind, speakerRole: string | null, saidOn: string | null, occasion: string | null, speaker: { slug: string, name: string } | null, source: { id: string, platform: PostPlatform, authorName: string, text: string, language: string | null } | null, check: { verdict: QuoteVerdict, differences: Array<{ kind: DifferenceKind, quoted: string | null, original: string | null }> } };

export type PostFragment = { id: string, platform: PostPlatform, url: string | null, authorName: string, authorHandle: string | null, text: string, language: string | null, postedOn: string | null, availability: PostAvailability, author: { slug: string, name: string } | null };

export type FrontPageQueryVariables = Exact<{
  first: number;
}>;


export type FrontPageQuery = { articles: { nodes: Array<{ id: string, slug: string, headline: string, standfirst: string | null, byline: string | null, language: string, direction: TextDirection, firstPublishedAt: string | null }> } };

export type PersonPageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
}>;


export type PersonPageQuery = { person: { slug: string, name: string, role: string | null, accounts: Array<{ platform: PostPlatform, handle: string }>, quotes: { nodes: Array<{ id: string, text: string, start: number, end: number, kind: QuoteKind, speakerRole: string | null, saidOn: string | null, occasion: string | null, article: { slug: string, headline: string, language: string, direction: TextDirection }, speaker: { slug: string, name: string } | null, source: { id: string, platform: PostPlatform, authorName: string, text: string, language: string | null } | null, check: { verdict: QuoteVerdict, differences: Array<{ kind: DifferenceKind, quoted: string | null, original: string | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type TopicPageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
}>;


export type TopicPageQuery = { topic: { name: string, articles: { nodes: Array<{ id: string, slug: string, headline: string, standfirst: string | null, byline: string | null, language: string, direction: TextDirection, firstPublishedAt: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const TeaserFragmentDoc = new TypedDocumentString(`
    fragment Teaser on Article {
  id
  slug
  headline
  standfirst
  byline
  language
  direction
  firstPublishedAt
}
    `, {"fragmentName":"Teaser"}) as unknown as TypedDocumentString<TeaserFragment, unknown>;
export const CheckedQuoteFragmentDoc = new TypedDocumentString(`
    fragment CheckedQuote on Quote {
  id
  text
  start
  end
  kind
  speakerRole
  saidOn
  occasion
  speaker {
    slug
    name
  }
  source {
    id
    platform
    authorName
    text
    language
  }
  check {
    verdict
    differences {
      kind
      quoted
      original
    }
  }
}
    `, {"fragmentName":"CheckedQuote"}) as unknown as TypedDocumentString<CheckedQuoteFragment, unknown>;
export const PostFragmentDoc = new TypedDocumentString(`
    fragment Post on EmbeddedPost {
  id
  platform
  url
  authorName
  authorHandle
  text
  language
  postedOn
  availability
  author {
    slug
    name
  }
}
    `, {"fragmentName":"Post"}) as unknown as TypedDocumentString<PostFragment, unknown>;
export const ArticlePageDocument = new TypedDocumentString(`
    query ArticlePage($slug: String!) {
  article(slug: $slug) {
    ...Teaser
    state
    dateline {
      text
    }
    readingTimeMinutes
    updatedAt
    corrections {
      kind
      note
      correctedAt
    }
    topics {
      slug
      name
    }
    body {
      __typename
      ... on Paragraph {
        id
        text
        quotes {
          ...CheckedQuote
        }
        mentions {
          start
          end
          person {
            slug
          }
        }
      }
      ... on EmbeddedPost {
        ...Post
      }
    }
  }
  killNotice(slug: $slug) {
    reason
    killedAt
  }
}
    fragment Teaser on Article {
  id
  slug
  headline
  standfirst
  byline
  language
  direction
  firstPublishedAt
}
fragment CheckedQuote on Quote {
  id
  text
  start
  end
  kind
  speakerRole
  saidOn
  occasion
  speaker {
    slug
    name
  }
  source {
    id
    platform
    authorName
    text
    language
  }
  check {
    verdict
    differences {
      kind
      quoted
      original
    }
  }
}
fragment Post on EmbeddedPost {
  id
  platform
  url
  authorName
  authorHandle
  text
  language
  postedOn
  availability
  author {
    slug
    name
  }
}`) as unknown as TypedDocumentString<ArticlePageQuery, ArticlePageQueryVariables>;
export const FrontPageDocument = new TypedDocumentString(`
    query FrontPage($first: Int!) {
  articles(first: $first) {
    nodes {
      ...Teaser
    }
  }
}
    fragment Teaser on Article {
  id
  slug
  headline
  standfirst
  byline
  language
  direction
  firstPublishedAt
}`) as unknown as TypedDocumentString<FrontPageQuery, FrontPageQueryVariables>;
export const PersonPageDocument = new TypedDocumentString(`
    query PersonPage($slug: String!, $first: Int!, $after: String) {
  person(slug: $slug) {
    slug
    name
    role
    accounts {
      platform
      handle
    }
    quotes(first: $first, after: $after) {
      nodes {
        ...CheckedQuote
        article {
          slug
          headline
          language
          direction
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment CheckedQuote on Quote {
  id
  text
  start
  end
  kind
  speakerRole
  saidOn
  occasion
  speaker {
    slug
    name
  }
  source {
    id
    platform
    authorName
    text
    language
  }
  check {
    verdict
    differences {
      kind
      quoted
      original
    }
  }
}`) as unknown as TypedDocumentString<PersonPageQuery, PersonPageQueryVariables>;
export const TopicPageDocument = new TypedDocumentString(`
    query TopicPage($slug: String!, $first: Int!, $after: String) {
  topic(slug: $slug) {
    name
    articles(first: $first, after: $after) {
      nodes {
        ...Teaser
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Teaser on Article {
  id
  slug
  headline
  standfirst
  byline
  language
  direction
  firstPublishedAt
}`) as unknown as TypedDocumentString<TopicPageQuery, TopicPageQueryVariables>;