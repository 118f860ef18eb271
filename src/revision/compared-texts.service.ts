import { Prisma } from "../generated/prisma/client.js";
import { BadInputError } from "../graphql/errors.js";
import type { Loader } from "../graphql/loading/loader.js";
import type { Change } from "./compared.js";
import { compareDocuments } from "./revision.diff.js";
import type { RevisionDocument } from "./revision.document.js";
import { documentOfHead } from "./revision.service.js";

const { sql } = Prisma;

/** The texts of an article to compare, as numbers of its revisions. */
export interface ComparedNumbers {
  /** Null: the published text. */
  readonly from: number | null;
  /** Null: the draft, also that of an article in the trash. */
  readonly to: number | null;
}

/** What the statement returns. */
interface Documents {
  readonly before: RevisionDocument | null;
  readonly after: RevisionDocument | null;
}

/**
 * The differences between two texts of an article. Of an article that is not published, all of the second text is new.
 * It costs one statement.
 *
 * @throws BadInputError when there is no such article or revision.
 */
export async function compareTexts(
  { run, view }: Loader,
  articleId: string,
  { from, to }: ComparedNumbers,
): Promise<readonly Change[]> {
  const { text, values } = sql`SELECT json_build_object(
      'before', ${from === null ? documentOfHead(articleId, "PUBLISHED") : documentOfRevision(articleId, from)},
      'after', ${to === null ? documentOfDraft(articleId) : documentOfRevision(articleId, to)}) AS json
    FROM article a WHERE a.id = ${articleId}::uuid`;
  const [row] = await run(text, values, view);
  if (!row) throw new BadInputError("There is no article of this id.", "articleId");
  // The statement states the shape of its JSON.
  const { before, after } = row.json as Documents;
  if (from !== null && before === null) throw lacksRevision(from, "from");
  if (after === null) throw lacksRevision(to, "to");
  return compareDocuments(before, after);
}

function documentOfRevision(articleId: string, number: number): Prisma.Sql {
  return sql`(SELECT r.document FROM revision r WHERE r.article_id = ${articleId}::uuid AND r.number = ${number}::int)`;
}

function documentOfDraft(articleId: string): Prisma.Sql {
  return sql`coalesce(${documentOfHead(articleId, "DRAFT")}, ${documentOfHead(articleId, "TRASH")})`;
}

function lacksRevision(number: number | null, argument: "from" | "to"): BadInputError {
  return new BadInputError(`The article has no revision ${number}.`, argument);
}
