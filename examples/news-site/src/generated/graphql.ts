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

export type MarkKind =
  | 'EMPHASIS'
  | 'LINK'
  | 'STRONG';

export type ParagraphStyle =
  | 'BLOCK_QUOTE'
  | 'BODY'
  | 'BULLET'
  | 'HEADING'
  | 'NUMBERED'
  | 'SUBHEADING';

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


export type ArticlePageQuery = { article: { state: ArticleState, readingTimeMinutes: number, updatedAt: string, id: string, slug: string, headline: string, standfirst: string | null, byline: string | null, language: string, direction: TextDirection, firstPublishedAt: string | null, dateline: { text: string } | null, leadImage: { id: string, alt: string, caption: string | null, image: { width: number, height: number, placeholder: string | null, credit: string | null, small: string, medium: string, large: string } } | null, corrections: Array<{ kind: CorrectionKind, note: string, correctedAt: string }>, related: Array<{ id: string, slug: string, headline: string, standfirst: string | null, byline: string | null, language: string, direction: TextDirection, firstPublishedAt: string | null, leadImage: { alt: string, image: { width: number, height: number, placeholder: string | null, small: string, large: string } } | null, authors: Array<{ role: string | null, person: { slug: string, name: string } }>, section: { slug: string, name: string } | null }>, translations: Array<{ slug: string, headline: string, language: string, direction: TextDirection }>, topics: Array<{ slug: string, name: string }>, body: Array<
      | { __typename: 'EmbeddedPost', id: string, platform: PostPlatform, url: string | null, authorName: string, authorHandle: string | null, text: string, language: string | null, postedOn: string | null, availability: PostAvailability, author: { slug: string, name: string } | null }
      | { __typename: 'Figure', id: string, alt: string, caption: string | null, image: { width: number, height: number, placeholder: string | null, credit: string | null, small: string, medium: string, large: string } }
      | { __typename: 'Paragraph', id: string, text: string, style: ParagraphStyle, marks: Array<{ kind: MarkKind, start: number, end: number, href: string | null }>, quotes: Array<{ id: string, text: string, start: number, end: number, kind: QuoteKind, speakerRole: string | null, saidOn: string | null, occasion: string | null, speaker: { slug: string, name: string } | null, source: { id: string, platform: PostPlatform, authorName: string, text: string, language: string | null } | null, check: { verdict: QuoteVerdict, differences: Array<{ kind: DifferenceKind, quoted: string | null, original: string | null }> } }>, mentions: Array<{ start: number, end: number, person: { slug: string } }> }
    >, authors: Array<{ role: string | null, person: { slug: string, name: string } }>, section: { slug: string, name: string } | null } | null, killNotice: { reason: string, killedAt: string } | null, sections: Array<{ slug: string, name: string }> };

export type AuthorPageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
}>;


export type AuthorPageQuery = { person: { slug: string, name: string, role: string | null, written: { nodes: Array<{ id: string, slug: string, headline: string, standfirst: string | null, byline: string | null, language: string, direction: TextDirection, firstPublishedAt: string | null, leadImage: { alt: string, image: { width: number, height: number, placeholder: string | null, small: string, large: string } } | null, authors: Array<{ role: string | null, person: { slug: string, name: string } }>, section: { slug: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null, sections: Array<{ slug: string, name: string }> };

export type NavigationFragment = { sections: Array<{ slug: string, name: string }> };

export type HeadingFragment = { id: string, slug: string, headline: string, standfirst: string | null, byline: string | null, language: string, direction: TextDirection, firstPublishedAt: string | null, authors: Array<{ role: string | null, person: { slug: string, name: string } }>, section: { slug: string, name: string } | null };

export type TeaserFragment = { id: string, slug: string, headline: string, standfirst: string | null, byline: string | null, language: string, direction: TextDirection, firstPublishedAt: string | null, leadImage: { alt: string, image: { width: number, height: number, placeholder: string | null, small: string, large: string } } | null, authors: Array<{ role: string | null, person: { slug: string, name: string } }>, section: { slug: string, name: string } | null };

export type TeaserPictureFragment = { alt: string, image: { width: number, height: number, placeholder: string | null, small: string, large: string } };

export type ArticlePictureFragment = { id: string, alt: string, caption: string | null, image: { width: number, height: number, placeholder: string | null, credit: string | null, small: string, medium: string, large: string } };

export type CheckedQuoteFragment = { id: string, text: string, start: number, end: number, kind: QuoteKind, speakerRole: string | null, saidOn: string | null, occasion: string | null, speaker: { slug: string, name: string } | null, source: { id: string, platform: PostPlatform, authorName: string, text: string, language: string | null } | null, check: { verdict: QuoteVerdict, differences: Array<{ kind: DifferenceKind, quoted: string | null, original: string | null }> } };

export type PostFragment = { id: string, platform: PostPlatform, url: string | null, authorName: string, authorHandle: string | null, text: string, language: string | null, postedOn: string | null, availability: PostAvailability, author: { slug: string, name: string } | null };

export type FrontPageQueryVariables = Exact<{
  newest: number;
  perSection: number;
}>;


export type FrontPageQuery = { newest: { nodes: Array<{ id: string, slug: string, headline: string, standfirst: string | null, byline: string | null, language: string, direction: TextDirection, firstPublishedAt: string | null, leadImage: { alt: string, image: { width: number, height: number, placeholder: string | null, small: string, large: string } } | null, authors: Array<{ role: string | null, person: { slug: string, name: string } }>, section: { slug: string, name: string } | null }> }, sections: Array<{ slug: string, name: string, children: Array<{ slug: string, name: string }>, articles: { nodes: Array<{ id: string, slug: string, headline: string, standfirst: string | null, byline: string | null, language: string, direction: TextDirection, firstPublishedAt: string | null, leadImage: { alt: string, image: { width: number, height: number, placeholder: string | null, small: string, large: string } } | null, authors: Array<{ role: string | null, person: { slug: string, name: string } }>, section: { slug: string, name: string } | null }> } }> };

export type PersonPageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
}>;


export type PersonPageQuery = { person: { slug: string, name: string, role: string | null, accounts: Array<{ platform: PostPlatform, handle: string }>, written: { nodes: Array<{ id: string }> }, quotes: { nodes: Array<{ id: string, text: string, start: number, end: number, kind: QuoteKind, speakerRole: string | null, saidOn: string | null, occasion: string | null, article: { slug: string, headline: string, language: string, direction: TextDirection }, speaker: { slug: string, name: string } | null, source: { id: string, platform: PostPlatform, authorName: string, text: string, language: string | null } | null, check: { verdict: QuoteVerdict, differences: Array<{ kind: DifferenceKind, quoted: string | null, original: string | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null, sections: Array<{ slug: string, name: string }> };

export type SectionPageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
}>;


export type SectionPageQuery = { section: { slug: string, name: string, parent: { slug: string, name: string } | null, children: Array<{ slug: string, name: string }>, articles: { nodes: Array<{ id: string, slug: string, headline: string, standfirst: string | null, byline: string | null, language: string, direction: TextDirection, firstPublishedAt: string | null, leadImage: { alt: string, image: { width: number, height: number, placeholder: string | null, small: string, large: string } } | null, authors: Array<{ role: string | null, person: { slug: string, name: string } }>, section: { slug: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null, sections: Array<{ slug: string, name: string }> };

export type TopicPageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
}>;


export type TopicPageQuery = { topic: { name: string, articles: { nodes: Array<{ id: string, slug: string, headline: string, standfirst: string | null, byline: string | null, language: string, direction: TextDirection, firstPublishedAt: string | null, leadImage: { alt: string, image: { width: number, height: number, placeholder: string | null, small: string, large: string } } | null, authors: Array<{ role: string | null, person: { slug: string, name: string } }>, section: { slug: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null, sections: Array<{ slug: string, name: string }> };

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
export const NavigationFragmentDoc = new TypedDocumentString(`
    fragment Navigation on Query {
  sections {
    slug
    name
  }
}
    `, {"fragmentName":"Navigation"}) as unknown as TypedDocumentString<NavigationFragment, unknown>;
export const HeadingFragmentDoc = new TypedDocumentString(`
    fragment Heading on Article {
  id
  slug
  headline
  standfirst
  byline
  language
  direction
  firstPublishedAt
  authors {
    role
    person {
      slug
      name
    }
  }
  section {
    slug
    name
  }
}
    `, {"fragmentName":"Heading"}) as unknown as TypedDocumentString<HeadingFragment, unknown>;
export const TeaserPictureFragmentDoc = new TypedDocumentString(`
    fragment TeaserPicture on Figure {
  alt
  image {
    width
    height
    placeholder
    small: url(width: 400, height: 250, fit: COVER, format: WEBP)
    large: url(width: 800, height: 500, fit: COVER, format: WEBP)
  }
}
    `, {"fragmentName":"TeaserPicture"}) as unknown as TypedDocumentString<TeaserPictureFragment, unknown>;
export const TeaserFragmentDoc = new TypedDocumentString(`
    fragment Teaser on Article {
  ...Heading
  leadImage {
    ...TeaserPicture
  }
}
    fragment Heading on Article {
  id
  slug
  headline
  standfirst
  byline
  language
  direction
  firstPublishedAt
  authors {
    role
    person {
      slug
      name
    }
  }
  section {
    slug
    name
  }
}
fragment TeaserPicture on Figure {
  alt
  image {
    width
    height
    placeholder
    small: url(width: 400, height: 250, fit: COVER, format: WEBP)
    large: url(width: 800, height: 500, fit: COVER, format: WEBP)
  }
}`, {"fragmentName":"Teaser"}) as unknown as TypedDocumentString<TeaserFragment, unknown>;
export const ArticlePictureFragmentDoc = new TypedDocumentString(`
    fragment ArticlePicture on Figure {
  id
  alt
  caption
  image {
    width
    height
    placeholder
    credit
    small: url(width: 480, format: WEBP)
    medium: url(width: 960, format: WEBP)
    large: url(width: 1440, format: WEBP)
  }
}
    `, {"fragmentName":"ArticlePicture"}) as unknown as TypedDocumentString<ArticlePictureFragment, unknown>;
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
  ...Navigation
  article(slug: $slug) {
    ...Heading
    state
    dateline {
      text
    }
    readingTimeMinutes
    leadImage {
      ...ArticlePicture
    }
    updatedAt
    corrections {
      kind
      note
      correctedAt
    }
    related {
      ...Teaser
    }
    translations {
      slug
      headline
      language
      direction
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
        style
        marks {
          kind
          start
          end
          href
        }
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
      ... on Figure {
        ...ArticlePicture
      }
    }
  }
  killNotice(slug: $slug) {
    reason
    killedAt
  }
}
    fragment Navigation on Query {
  sections {
    slug
    name
  }
}
fragment Heading on Article {
  id
  slug
  headline
  standfirst
  byline
  language
  direction
  firstPublishedAt
  authors {
    role
    person {
      slug
      name
    }
  }
  section {
    slug
    name
  }
}
fragment Teaser on Article {
  ...Heading
  leadImage {
    ...TeaserPicture
  }
}
fragment TeaserPicture on Figure {
  alt
  image {
    width
    height
    placeholder
    small: url(width: 400, height: 250, fit: COVER, format: WEBP)
    large: url(width: 800, height: 500, fit: COVER, format: WEBP)
  }
}
fragment ArticlePicture on Figure {
  id
  alt
  caption
  image {
    width
    height
    placeholder
    credit
    small: url(width: 480, format: WEBP)
    medium: url(width: 960, format: WEBP)
    large: url(width: 1440, format: WEBP)
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
export const AuthorPageDocument = new TypedDocumentString(`
    query AuthorPage($slug: String!, $first: Int!, $after: String) {
  ...Navigation
  person(slug: $slug) {
    slug
    name
    role
    written(first: $first, after: $after) {
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
    fragment Navigation on Query {
  sections {
    slug
    name
  }
}
fragment Heading on Article {
  id
  slug
  headline
  standfirst
  byline
  language
  direction
  firstPublishedAt
  authors {
    role
    person {
      slug
      name
    }
  }
  section {
    slug
    name
  }
}
fragment Teaser on Article {
  ...Heading
  leadImage {
    ...TeaserPicture
  }
}
fragment TeaserPicture on Figure {
  alt
  image {
    width
    height
    placeholder
    small: url(width: 400, height: 250, fit: COVER, format: WEBP)
    large: url(width: 800, height: 500, fit: COVER, format: WEBP)
  }
}`) as unknown as TypedDocumentString<AuthorPageQuery, AuthorPageQueryVariables>;
export const FrontPageDocument = new TypedDocumentString(`
    query FrontPage($newest: Int!, $perSection: Int!) {
  newest: articles(first: $newest) {
    nodes {
      ...Teaser
    }
  }
  sections {
    slug
    name
    children {
      slug
      name
    }
    articles(first: $perSection) {
      nodes {
        ...Teaser
      }
    }
  }
}
    fragment Heading on Article {
  id
  slug
  headline
  standfirst
  byline
  language
  direction
  firstPublishedAt
  authors {
    role
    person {
      slug
      name
    }
  }
  section {
    slug
    name
  }
}
fragment Teaser on Article {
  ...Heading
  leadImage {
    ...TeaserPicture
  }
}
fragment TeaserPicture on Figure {
  alt
  image {
    width
    height
    placeholder
    small: url(width: 400, height: 250, fit: COVER, format: WEBP)
    large: url(width: 800, height: 500, fit: COVER, format: WEBP)
  }
}`) as unknown as TypedDocumentString<FrontPageQuery, FrontPageQueryVariables>;
export const PersonPageDocument = new TypedDocumentString(`
    query PersonPage($slug: String!, $first: Int!, $after: String) {
  ...Navigation
  person(slug: $slug) {
    slug
    name
    role
    accounts {
      platform
      handle
    }
    written(first: 1) {
      nodes {
        id
      }
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
    fragment Navigation on Query {
  sections {
    slug
    name
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
export const SectionPageDocument = new TypedDocumentString(`
    query SectionPage($slug: String!, $first: Int!, $after: String) {
  ...Navigation
  section(slug: $slug) {
    slug
    name
    parent {
      slug
      name
    }
    children {
      slug
      name
    }
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
    fragment Navigation on Query {
  sections {
    slug
    name
  }
}
fragment Heading on Article {
  id
  slug
  headline
  standfirst
  byline
  language
  direction
  firstPublishedAt
  authors {
    role
    person {
      slug
      name
    }
  }
  section {
    slug
    name
  }
}
fragment Teaser on Article {
  ...Heading
  leadImage {
    ...TeaserPicture
  }
}
fragment TeaserPicture on Figure {
  alt
  image {
    width
    height
    placeholder
    small: url(width: 400, height: 250, fit: COVER, format: WEBP)
    large: url(width: 800, height: 500, fit: COVER, format: WEBP)
  }
}`) as unknown as TypedDocumentString<SectionPageQuery, SectionPageQueryVariables>;
export const TopicPageDocument = new TypedDocumentString(`
    query TopicPage($slug: String!, $first: Int!, $after: String) {
  ...Navigation
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
    fragment Navigation on Query {
  sections {
    slug
    name
  }
}
fragment Heading on Article {
  id
  slug
  headline
  standfirst
  byline
  language
  direction
  firstPublishedAt
  authors {
    role
    person {
      slug
      name
    }
  }
  section {
    slug
    name
  }
}
fragment Teaser on Article {
  ...Heading
  leadImage {
    ...TeaserPicture
  }
}
fragment TeaserPicture on Figure {
  alt
  image {
    width
    height
    placeholder
    small: url(width: 400, height: 250, fit: COVER, format: WEBP)
    large: url(width: 800, height: 500, fit: COVER, format: WEBP)
  }
}`) as unknown as TypedDocumentString<TopicPageQuery, TopicPageQueryVariables>;