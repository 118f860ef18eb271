import type { GraphQLResolveInfo } from "graphql";
import { Args, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Article } from "../draft/article.type.js";
import { type Connection, loadedNullableConnection, PageArgs } from "../graphql/connection.js";
import { loaded } from "../graphql/loading/loaded.js";
import "./revision.queries.js";
import { type Compared, compareRevisions } from "./revision.diff.js";
import { type RevisionDocument, textOf } from "./revision.document.js";
import { Correction, Revision, RevisionChange, RevisionConnection } from "./revision.type.js";

/** What an article was. */
@Resolver(() => Revision)
export class RevisionResolver {
  @FieldResolver(() => Article, {
    description:
      "The article as it was then, with the persons, posts and topics of that moment. Their connections show the present.",
  })
  article(@Root() revision: Revision, @Info() info: GraphQLResolveInfo): Article {
    return loaded(revision, info);
  }

  // Two whole documents are read and compared.
  @FieldResolver(() => [RevisionChange], {
    complexity: 20,
    description: "What differs from the revision before; of the first, all.",
  })
  changes(@Root() revision: { readonly changes: ComparedDocuments }): readonly RevisionChange[] {
    const { before, after } = revision.changes;
    return compareRevisions(before && comparable(before), comparable(after));
  }
}

/** A document and the one before it. */
interface ComparedDocuments {
  readonly before: RevisionDocument | null;
  readonly after: RevisionDocument;
}

function comparable(document: RevisionDocument): Compared {
  return { text: textOf(document), names: document.names };
}

/** Where a correction can be seen. */
@Resolver(() => Correction)
export class CorrectionResolver {
  @FieldResolver(() => Revision, {
    nullable: true,
    description: "The revision that brought it to readers; null for readers.",
  })
  revision(@Root() correction: Correction, @Info() info: GraphQLResolveInfo): Revision | null {
    return loaded(correction, info);
  }
}

/** The past of an article. */
@Resolver(() => Article)
export class ArticleRevisionsResolver {
  @FieldResolver(() => [Correction], { description: "Corrections shown to readers, oldest first." })
  corrections(@Root() article: Article, @Info() info: GraphQLResolveInfo): readonly Correction[] {
    return loaded(article, info);
  }

  @FieldResolver(() => RevisionConnection, {
    nullable: true,
    description: "What it was, the newest first; null for readers.",
  })
  revisions(
    @Root() article: Article,
    @Args(() => PageArgs) _args: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Connection<Revision> | null {
    return loadedNullableConnection(article, info);
  }
}
