import { FieldResolver, Resolver, Root } from "type-graphql";
import { MadeOf } from "../graphql/loading/shape.js";
import type { Compared } from "./compared.js";
import { compareRevisions } from "./revision.diff.js";
import { textOfDocument } from "../draft/draft-document.js";
import type { RevisionDocument } from "./revision.document.js";
import { Revision, RevisionChange } from "./revision.type.js";

/** The computed fields of revisions. */
@Resolver(() => Revision)
export class RevisionResolver {
  // Two whole documents are read and compared.
  @FieldResolver(() => [RevisionChange], {
    complexity: 20,
    description: "The differences from the previous revision; for the first revision, its whole content.",
  })
  @MadeOf<Revision>("changes")
  changes(@Root() revision: Revision): readonly RevisionChange[] {
    const { before, after } = revision.changes;
    return compareRevisions(before && comparable(before), comparable(after));
  }
}

function comparable(document: RevisionDocument): Compared {
  const images = new Map((document.image ?? []).map((image) => [image.id, image]));
  return { text: textOfDocument(document), names: document.names, images };
}
