import { noted } from "../auth/audit-note.js";
import { record, type Work, write } from "../auth/work.js";
import { lockSharedRows } from "../database/row-locks.js";
import { UserError } from "../graphql/user-errors.js";
import { formatTable } from "../lib/table.js";
import { type ChangedCheck, recheckQuotes } from "./embedded-post.service.js";

/** So many verdicts of one post are noted in the audit log. */
const MOST_NOTED = 50;

/** This many posts are read at once; each is compared in a transaction of its own. */
const PAGE = 200;

/** The parsed command line. */
export interface RecheckCommand {
  /** Whether results that differ are stored; otherwise they are only listed. */
  readonly isWritten: boolean;
  /** Receives a line after each page of posts. */
  readonly report: (text: string) => void;
}

/**
 * Compares every quote that has a source with it again, by the rules of this version, in all heads. Returns what to print:
 * how many results differ, by the stored and the new verdict. It can be ended at any time and run again.
 */
export async function recheckAllQuotes(work: Work, { isWritten, report }: RecheckCommand): Promise<string> {
  const counts = new Map<string, number>();
  let posts = 0;
  let quotes = 0;
  for await (const page of pagesOfSources(work)) {
    for (const id of page) {
      const { checked, changed } = await recheckPost(work, id, isWritten);
      quotes += checked;
      for (const { from, to } of changed) counts.set(`${from} ${to}`, (counts.get(`${from} ${to}`) ?? 0) + 1);
    }
    posts += page.length;
    report(`${posts} posts, ${quotes} quotes compared …`);
  }
  return summary(quotes, counts, isWritten);
}

/** The keys of the posts that quotes have as their source. */
async function* pagesOfSources({ database }: Work): AsyncGenerator<readonly string[]> {
  let after: string | undefined;
  for (;;) {
    const page = await database.prisma.embeddedPost.findMany({
      where: { quotes: { some: {} }, ...(after !== undefined && { id: { gt: after } }) },
      orderBy: { id: "asc" },
      take: PAGE,
      select: { id: true },
    });
    after = page.at(-1)?.id;
    if (after === undefined) return;
    yield page.map(({ id }) => id);
  }
}

interface Rechecked {
  readonly checked: number;
  readonly changed: readonly ChangedCheck[];
}

async function recheckPost(work: Work, id: string, isWritten: boolean): Promise<Rechecked> {
  const rechecked = await write(work, "recheckQuotes", async (tx) => {
    await lockSharedRows(tx, { EmbeddedPost: [id] }, { EmbeddedPost: "UPDATE" });
    const post = await tx.embeddedPost.findUnique({ where: { id }, select: { text: true } });
    if (!post) return { checked: 0, changed: [] };
    const result = await recheckQuotes(tx, id, post.text, isWritten);
    if (isWritten && result.changed.length > 0) {
      const changed = result.changed.slice(0, MOST_NOTED).map(({ from, to }) => `${from} → ${to}`);
      const verdicts = noted("VERDICTS_CHANGED", changed, changed.join(", "));
      record(work, tx, "recheckQuotes", { type: "EmbeddedPost", id }, verdicts);
    }
    return result;
  });
  // The operator may do everything.
  if (rechecked instanceof UserError) throw new Error(rechecked.message);
  return rechecked;
}

function summary(quotes: number, counts: ReadonlyMap<string, number>, isWritten: boolean): string {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const end = isWritten ? "were stored" : "would be stored with --write";
  const sentence = `${quotes} quotes compared with their sources; ${total} results differ and ${end}.`;
  if (total === 0) return sentence;
  const rows = [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([pair, count]) => [...pair.split(" "), String(count)]);
  return `${formatTable(["stored", "new", "quotes"], rows)}\n${sentence}`;
}
