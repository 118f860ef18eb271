import { personsNamed } from "./named-persons.service.js";
import type { Transaction } from "../database/client.js";
import { Prisma } from "../generated/prisma/client.js";
import { findMentions, nameCandidates } from "./person.mentions.js";

const { sql } = Prisma;

/*
 * While two persons have one name, a text with this name mentions neither of them, unless it is linked already. Once they
 * are one person, these texts mention that person.
 */

/** The folded names that both persons have. It uses the key by person. */
async function sharedNames(tx: Transaction, from: string, into: string): Promise<readonly string[]> {
  const rows = await tx.personName.findMany({ where: { personId: { in: [from, into] } } });
  const ofInto = new Set(rows.flatMap(({ personId, folded }) => (personId === into ? [folded] : [])));
  const shared = rows.flatMap(({ personId, folded }) => (personId === from && ofInto.has(folded) ? [folded] : []));
  return shared.filter((folded) => folded !== "");
}

/** A pattern that matches every text with the folded name; what folding makes of one letter is left open. */
function patternOf(folded: string): string {
  return `%${folded.replaceAll(/ |ss|ae|oe|th/gu, "%")}%`;
}

/**
 * The keys of the articles of which a text may contain a name that both persons have, in any head.
 *
 * Raw because the database folds the texts. It reads all paragraphs, only where two persons of one name are merged.
 */
export async function articlesOfNamesakes(tx: Transaction, from: string, into: string): Promise<readonly string[]> {
  const patterns = (await sharedNames(tx, from, into)).map(patternOf);
  if (patterns.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT DISTINCT article_id AS id FROM paragraph
    WHERE translate(lower(normalize(regexp_replace(normalize(text, NFKD), ${MARKS}, '', 'g'), NFC)), 'øłđðıيىكةە', 'olddiییکهه')
      LIKE ANY(${patterns}::text[])`);
  return rows.map(({ id }) => id);
}

/** What foldName leaves out of a word. */
const MARKS = "[\u0300-\u036F\u0591-\u05C7\u064B-\u065F\u0670\u00AD\u0640\u200B-\u200F\u2060-\u2069'’ʼ‘]";

/** One head of an article, its paragraphs in reading order. */
interface HeadTexts {
  readonly head: string;
  readonly paragraphs: readonly {
    readonly id: string;
    readonly text: string;
    readonly speakers: readonly string[];
    readonly mentions: readonly { readonly person: string; readonly start: number; readonly end: number }[];
  }[];
}

/** Raw for one statement over three tables. It uses their indexes by article and by paragraph. */
function headsOf(tx: Transaction, articleId: string): Promise<readonly HeadTexts[]> {
  return tx.$queryRaw(sql`
    SELECT p.head, json_agg(json_build_object('id', p.id, 'text', p.text,
      'speakers', ARRAY(SELECT q.speaker_id FROM quote q
        WHERE q.paragraph_id = p.id AND q.head = p.head AND q.speaker_id IS NOT NULL),
      'mentions', (SELECT coalesce(json_agg(json_build_object('person', m.person_id, 'start', m.start_offset,
        'end', m.end_offset)), '[]'::json) FROM mention m WHERE m.paragraph_id = p.id AND m.head = p.head))
      ORDER BY p.position) AS paragraphs
    FROM paragraph p WHERE p.article_id = ${articleId}::uuid GROUP BY p.head ORDER BY p.head`);
}

/** Adds the mentions of a person that the texts of an article lack, in all heads. The article and the person are locked. */
export async function mentionInArticle(tx: Transaction, articleId: string, personId: string): Promise<void> {
  for (const head of await headsOf(tx, articleId)) await mentionInHead(tx, articleId, personId, head);
}

async function mentionInHead(
  tx: Transaction,
  articleId: string,
  personId: string,
  { head, paragraphs }: HeadTexts,
): Promise<void> {
  const texts = paragraphs.map(({ text }) => text);
  const named = await personsNamed(
    tx,
    nameCandidates(texts),
    paragraphs.flatMap(({ speakers }) => speakers),
  );
  const linked = new Set(paragraphs.flatMap(({ mentions }) => mentions.map(({ person }) => person)));
  const missing = findMentions(texts, named, linked).flatMap(({ paragraph, personId: found, start, end, text }) => {
    const at = paragraphs[paragraph];
    const isFree = at?.mentions.every((known) => known.end <= start || known.start >= end) ?? false;
    if (found !== personId || !at || !isFree) return [];
    return [{ paragraphId: at.id, head, articleId, personId, startOffset: start, endOffset: end, text }];
  });
  if (missing.length === 0) return;
  await tx.mention.createMany({ data: missing });
  await redrawAppearances(tx, articleId, head);
}

/** Raw for one statement over three tables. It uses their indexes by article and head. */
async function redrawAppearances(tx: Transaction, articleId: string, head: string): Promise<void> {
  await tx.appearance.deleteMany({ where: { articleId, head } });
  await tx.$executeRaw(sql`
    INSERT INTO appearance (article_id, head, person_id, position, is_speaker)
    SELECT ${articleId}::uuid, ${head}, person_id, row_number() OVER (ORDER BY min(place), person_id) - 1, bool_or(is_speaker)
    FROM (
      SELECT q.speaker_id AS person_id, ARRAY[p.position, q.start_offset, 0] AS place, TRUE AS is_speaker
      FROM quote q JOIN paragraph p ON p.id = q.paragraph_id AND p.head = q.head
      WHERE q.article_id = ${articleId}::uuid AND q.head = ${head} AND q.speaker_id IS NOT NULL
      UNION ALL
      SELECT m.person_id, ARRAY[p.position, m.start_offset, 1], FALSE
      FROM mention m JOIN paragraph p ON p.id = m.paragraph_id AND p.head = m.head
      WHERE m.article_id = ${articleId}::uuid AND m.head = ${head}) found
    GROUP BY person_id`);
}
