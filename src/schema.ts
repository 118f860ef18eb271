import "reflect-metadata";
import { type GraphQLSchema, isObjectType } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { ArticleResolver, KillNoticeResolver } from "./article/article.resolver.js";
import { ArticleBodyResolver } from "./body/body.resolver.js";
import { ViewerResolver } from "./auth/viewer.resolver.js";
import { EmbeddedPostResolver, PersonPostsResolver } from "./embedded-post/embedded-post.resolver.js";
import { loadedNullableConnection } from "./graphql/connection.js";
import { loaded } from "./graphql/loading/loaded.js";
import { fieldShape } from "./graphql/loading/shape.js";
import { NodeResolver } from "./graphql/node.resolver.js";
import { encodeNodeId, isNodeType } from "./graphql/node-id.js";
import { MentionResolver, ParagraphResolver } from "./body/paragraph.resolver.js";
import { ArticlePersonsResolver, PersonResolver } from "./person/person.resolver.js";
import {
  ArticleQuotesResolver,
  EmbeddedPostQuotesResolver,
  ParagraphQuotesResolver,
  PersonQuotesResolver,
  QuoteResolver,
} from "./quote/quote.resolver.js";
import { ArticleRevisionsResolver, CorrectionResolver, RevisionResolver } from "./revision/revision.resolver.js";
import { ArticleMutations } from "./article/article.mutations.resolver.js";
import { BodyMutations } from "./body/body.mutations.resolver.js";
import { ApiTokenResolver, AuditLogResolver } from "./auth/token.resolver.js";
import { EmbeddedPostMutations } from "./embedded-post/embedded-post.mutations.resolver.js";
import { PersonMutations } from "./person/person.mutations.resolver.js";
import { PreviewMutations } from "./publishing/preview.resolver.js";
import { PublishingMutations } from "./publishing/publishing.resolver.js";
import { TrashMutations } from "./publishing/trash.resolver.js";
import { QuoteMutations } from "./quote/quote.mutations.resolver.js";
import { RevisionMutations } from "./revision/revision.mutations.resolver.js";
import { ImportMutations } from "./import/import.resolver.js";
import { ArticleTopicsResolver, TopicResolver } from "./topic/topic.resolver.js";

/** Rows carry their bare keys; clients see global ids. Here, once for all types, one becomes the other. */
function encodeIds(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const { name } = type;
    const { id, articleId } = type.getFields();
    if (id && isNodeType(name)) id.resolve = (row: { readonly id: string }) => encodeNodeId(name, row.id);
    if (articleId) {
      articleId.resolve = (row: { readonly articleId: string }) => encodeNodeId("Article", row.articleId);
    }
  }
  return schema;
}

/** The root types, which no class stands for, say what they are as all others do. */
function describeRoots(schema: GraphQLSchema): GraphQLSchema {
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  if (query) {
    query.description =
      "Reading. What the caller may not see is null, exactly as what does not exist; the view holds at every depth.";
  }
  if (mutation) {
    mutation.description =
      "Writing. Each is one transaction and answers what was done, or why nothing was; answers show the draft.";
  }
  return schema;
}

/**
 * Puts what is read of a relation directly in the place of type-graphql's call: its wrappers would run once for each row
 * to find what the root's statement has brought already. The decorated methods say the same, and declare the field.
 */
function answerRelations(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const kind = fieldShape(type.name, field.name)?.kind;
      if (kind === "one" || kind === "many" || kind === "mixed") {
        field.resolve = (parent: object, _args, _context, info) => loaded(parent, info);
      } else if (kind === "connection") {
        field.resolve = (parent: object, _args, _context, info) => loadedNullableConnection(parent, info);
      }
    }
  }
  return schema;
}

/** The whole schema. It is built once, when this module is loaded, and holds no state of any app. */
export const schema: GraphQLSchema = describeRoots(
  answerRelations(
    encodeIds(
      buildSchemaSync({
        resolvers: [
          ArticleResolver,
          ArticleBodyResolver,
          KillNoticeResolver,
          ParagraphResolver,
          MentionResolver,
          QuoteResolver,
          ParagraphQuotesResolver,
          ArticleQuotesResolver,
          PersonQuotesResolver,
          EmbeddedPostQuotesResolver,
          PersonResolver,
          ArticlePersonsResolver,
          EmbeddedPostResolver,
          PersonPostsResolver,
          TopicResolver,
          ArticleTopicsResolver,
          RevisionResolver,
          CorrectionResolver,
          ArticleRevisionsResolver,
          NodeResolver,
          ViewerResolver,
          ArticleMutations,
          BodyMutations,
          QuoteMutations,
          EmbeddedPostMutations,
          PersonMutations,
          PublishingMutations,
          TrashMutations,
          RevisionMutations,
          PreviewMutations,
          ImportMutations,
          ApiTokenResolver,
          AuditLogResolver,
        ],
        validate: false,
      }),
    ),
  ),
);
