import "reflect-metadata";
import { articleLoading } from "./article/article.relations.js";
import { articleHistoryLoading } from "./article/history.relations.js";
import { articleReferenceLoading } from "./article/references.relations.js";
import { ArticleMutations } from "./article/article.mutations.resolver.js";
import { ArticleResolver, KillNoticeResolver } from "./article/article.resolver.js";
import { BodyMutations } from "./body/body.mutations.resolver.js";
import { authLoading } from "./auth/token.queries.js";
import { ApiTokenResolver, AuditLogResolver } from "./auth/token.resolver.js";
import { ViewerResolver } from "./auth/viewer.resolver.js";
import { EmbeddedPostMutations } from "./embedded-post/embedded-post.mutations.resolver.js";
import { embeddedPostLoading } from "./embedded-post/embedded-post.relations.js";
import { EmbeddedPostResolver } from "./embedded-post/embedded-post.resolver.js";
import { createSchema, type SchemaParts } from "./graphql/create-schema.js";
import { NodeResolver } from "./graphql/node.resolver.js";
import { imageLoading } from "./image/image.relations.js";
import { ImageMutations } from "./image/image.mutations.resolver.js";
import { ImageResolver } from "./image/image.resolver.js";
import { ImportMutations } from "./import/import.resolver.js";
import { figureLoading } from "./body/figure.relations.js";
import { paragraphLoading } from "./body/paragraph.relations.js";
import { ParagraphResolver } from "./body/paragraph.resolver.js";
import { PersonMutations } from "./person/person.mutations.resolver.js";
import { personLoading } from "./person/person.relations.js";
import { PersonResolver } from "./person/person.resolver.js";
import { NewsroomResolver } from "./publishing/newsroom.resolver.js";
import { ObstaclesResolver } from "./publishing/obstacles.resolver.js";
import { PreviewMutations } from "./publishing/preview.resolver.js";
import { PublishingMutations } from "./publishing/publishing.resolver.js";
import { TrashMutations } from "./publishing/trash.resolver.js";
import { QuoteMutations } from "./quote/quote.mutations.resolver.js";
import { quoteLoading } from "./quote/quote.relations.js";
import { QuoteResolver } from "./quote/quote.resolver.js";
import { RevisionMutations } from "./revision/revision.mutations.resolver.js";
import { revisionLoading } from "./revision/revision.relations.js";
import { ArticleChangesResolver, RevisionResolver } from "./revision/revision.resolver.js";
import { SectionMutations } from "./section/section.mutations.resolver.js";
import { sectionLoading } from "./section/section.relations.js";
import { SectionResolver } from "./section/section.resolver.js";
import { SearchResolver } from "./search/search.resolver.js";
import { TopicMutations } from "./topic/topic.mutations.resolver.js";
import { topicLoading } from "./topic/topic.relations.js";
import { TopicResolver } from "./topic/topic.resolver.js";

/** Everything the schema is made of. */
export const SCHEMA_PARTS = {
  loading: [
    ...articleLoading,
    ...paragraphLoading,
    ...figureLoading,
    ...quoteLoading,
    ...personLoading,
    ...imageLoading,
    ...embeddedPostLoading,
    ...topicLoading,
    ...sectionLoading,
    ...articleReferenceLoading,
    ...articleHistoryLoading,
    ...revisionLoading,
    ...authLoading,
  ],
  resolvers: [
    NodeResolver,
    ViewerResolver,
    ArticleResolver,
    KillNoticeResolver,
    ParagraphResolver,
    QuoteResolver,
    PersonResolver,
    ImageResolver,
    EmbeddedPostResolver,
    TopicResolver,
    SectionResolver,
    RevisionResolver,
    ArticleChangesResolver,
    SearchResolver,
    ApiTokenResolver,
    AuditLogResolver,
    ArticleMutations,
    BodyMutations,
    QuoteMutations,
    EmbeddedPostMutations,
    ImageMutations,
    PersonMutations,
    TopicMutations,
    SectionMutations,
    PublishingMutations,
    TrashMutations,
    RevisionMutations,
    PreviewMutations,
    ObstaclesResolver,
    NewsroomResolver,
    ImportMutations,
  ],
} as const satisfies SchemaParts;

/** The whole schema. It is built once, when this module is loaded, and has no state of any app. */
export const schema = createSchema(SCHEMA_PARTS);
