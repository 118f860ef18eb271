/** Of the parts of the second edition that are not built as a whole, the definitions that are. */
export const BUILT = [
  "extend input ArticleFilter { isTrashed: Boolean }",
  "extend type Paragraph { style: ParagraphStyle!, marks: [Mark!]! }",
  "enum ParagraphStyle { BODY HEADING SUBHEADING BULLET NUMBERED BLOCK_QUOTE }",
  "type Mark { kind: MarkKind!, start: Int!, end: Int!, href: URL }",
  "enum MarkKind { STRONG EMPHASIS LINK }",
  "extend input ParagraphInput { style: ParagraphStyle, marks: [MarkInput!] }",
  "input MarkInput { kind: MarkKind!, start: Int!, end: Int!, href: URL }",
  "extend input UpdateArticleInput { body: [ElementInput!] }",
  `extend type Article { section: Section, authors: [Author!]!, related: [Article!]!, translations: [Article!]!, embargoedUntil: DateTime, publishAt: DateTime }
  type Section implements Node {
    id: ID!
    slug: String!
    name: String!
    parent: Section
    children: [Section!]!
    articles(first: Int, after: String, last: Int, before: String): ArticleConnection!
  }
  extend type Query { section(id: ID, slug: String): Section, sections: [Section!]! }
  extend input ArticleFilter { sectionId: ID, authorId: ID, updatedAfter: DateTime, topicIds: [ID!], embargoed: Boolean }
  extend input CreateArticleInput { sectionId: ID, authors: [AuthorInput!], relatedIds: [ID!], translationOfId: ID, embargoedUntil: DateTime }
  extend input UpdateArticleInput { sectionId: ID, authors: [AuthorInput!], relatedIds: [ID!], translationOfId: ID, embargoedUntil: DateTime }
  input AuthorInput { personId: ID!, role: String }
  type Author { person: Person!, role: String }
  extend type Person { written(first: Int, after: String): ArticleConnection! }
  extend type Mutation {
    updateTopic(input: UpdateTopicInput!): UpdateTopicResult!
    mergeTopics(input: MergeTopicsInput!): MergeTopicsResult!
    createSection(input: CreateSectionInput!): CreateSectionResult!
    updateSection(input: UpdateSectionInput!): UpdateSectionResult!
    deleteSection(input: DeleteSectionInput!): DeleteSectionResult!
  }`,
  "extend input UpdateArticleInput { leadImage: FigureInput, body: [ElementInput!] }",
  "extend input CreateArticleInput { leadImage: FigureInput }",
  "extend type Article { leadImage: Figure }",
  "extend union ArticleElement = Figure",
  "type Figure implements Node { id: ID!, image: Image!, caption: String, alt: String! }",
  "input FigureInput { id: ID, imageId: ID!, caption: String, alt: String }",
  "extend input ElementInput { figure: FigureInput }",
  `extend type Query { search(query: String!, in: [SearchKind!], filter: SearchFilter, first: Int, after: String): SearchConnection! }
    input SearchFilter { language: Locale, sectionId: ID, topicId: ID, personId: ID, publishedAfter: DateTime, publishedBefore: DateTime }`,
  `type Image implements Node {
  id: ID!
  url(width: Int, height: Int, fit: ImageFit, format: ImageFormat): URL!
  width: Int!
  height: Int!
  mediaType: String!
  sizeBytes: Int!
  contentHash: String!
  alt: String!
  caption: String
  credit: String
  copyright: String
  usageTerms: String
  usableUntil: Date
  focalPoint: FocalPoint
  placeholder: String
  createdAt: DateTime!
  articles(first: Int, after: String): ArticleConnection!
}
type FocalPoint { x: Float!, y: Float! }
enum ImageFit { COVER CONTAIN }
enum ImageFormat { AVIF WEBP JPEG PNG }
input ImageFilter { textContains: String, isUsed: Boolean }
extend type Person { portrait: Image }
extend type Query {
  image(id: ID!): Image
  images(first: Int, after: String, last: Int, before: String, filter: ImageFilter): ImageConnection!
}
extend type Mutation {
  updateImage(input: UpdateImageInput!): UpdateImageResult!
  deleteImage(input: DeleteImageInput!): DeleteImageResult!
}`,
];
