import { Field, Float, Int, ObjectType } from "type-graphql";
import { PageInfo } from "../graphql/connection.js";
import { Node } from "../graphql/node.type.js";
import { LocaleScalar } from "../graphql/scalars.js";
import { Section } from "../section/section.type.js";
import { Topic } from "../topic/topic.type.js";

@ObjectType({ description: "Something that a search found.", simpleResolvers: true })
export class SearchHit {
  @Field(() => Node, { description: "The article, quote, person or post." })
  node!: Node;

  @Field(() => String, {
    description: "The passage with the most matches, as HTML: matches are in `<mark>`, and everything else is escaped.",
  })
  snippet!: string;

  @Field(() => Float, {
    description: "How well it matches, for comparison with the other hits of the same search only; greater is better.",
  })
  score!: number;
}

@ObjectType({ description: "A hit and its place in the search.", simpleResolvers: true })
export class SearchHitEdge {
  @Field(() => String, {
    description: "Opaque cursor, valid for the same query even when articles are published or removed.",
  })
  cursor!: string;

  @Field(() => SearchHit, { description: "The hit itself." })
  node!: SearchHit;
}

@ObjectType({ description: "How many hits are in one language.", simpleResolvers: true })
export class LanguageFacet {
  @Field(() => LocaleScalar, { description: "The language." })
  language!: string;

  @Field(() => Int, { description: "The number of hits." })
  count!: number;
}

@ObjectType({ description: "How many hits are in one section, without those below it.", simpleResolvers: true })
export class SectionFacet {
  @Field(() => Section, { description: "The section." })
  section!: Section;

  @Field(() => Int, { description: "The number of hits: articles and their quotes." })
  count!: number;
}

@ObjectType({ description: "How many hits are filed under one topic.", simpleResolvers: true })
export class TopicFacet {
  @Field(() => Topic, { description: "The topic." })
  topic!: Topic;

  @Field(() => Int, { description: "The number of hits: articles and their quotes." })
  count!: number;
}

/** The cost of a facet for each of the items that a list is assumed to have: all hits are counted. */
const FACET_COST = 20;

@ObjectType({
  description: "Hits by what they can be narrowed to, the largest number first, at most 50 of each.",
  simpleResolvers: true,
})
export class SearchFacets {
  @Field(() => [LanguageFacet], { description: "Hits by language.", complexity: FACET_COST })
  languages!: readonly LanguageFacet[];

  @Field(() => [SectionFacet], { description: "Hits by section.", complexity: FACET_COST })
  sections!: readonly SectionFacet[];

  @Field(() => [TopicFacet], { description: "Hits by topic.", complexity: FACET_COST })
  topics!: readonly TopicFacet[];
}

@ObjectType({
  description: "A page of hits, the best first: by the part that matches, how well it matches, and how new it is.",
  simpleResolvers: true,
})
export class SearchConnection {
  @Field(() => [SearchHitEdge], { description: "The hits with their cursors." })
  edges!: readonly SearchHitEdge[];

  @Field(() => [SearchHit], { description: "The hits without their cursors." })
  nodes!: readonly SearchHit[];

  @Field(() => PageInfo, { description: "Position of this page in the search." })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: "Number of hits on all pages. Counted only when selected." })
  totalCount!: number | null;

  @Field(() => SearchFacets, {
    description: "Hits on all pages by language, section and topic. Counted only when selected.",
  })
  facets!: SearchFacets;
}
