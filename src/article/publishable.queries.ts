import sql, { raw, type Sql } from "sql-template-tag";
import type { Scope } from "../graphql/loading/scope.js";
import { isReaderView } from "../graphql/loading/view.js";

/** The figures of a head with their images, as a JSON list. */
function figuresOf(row: string, scope: Scope): Sql {
  return sql`(SELECT coalesce(json_agg(json_build_object('id', f.id, 'imageId', f.image_id, 'alt', f.alt,
          'position', f.position, 'image', json_build_object('alt', i.alt, 'credit', i.credit, 'usableUntil', i.usable_until))), '[]')
        FROM ${scope.rows("figure")} f JOIN ${scope.rows("image")} i ON i.id = f.image_id
        WHERE ${raw(`f.article_id = ${row}.article_id AND f.head = ${row}.head`)})`;
}

/** The quotes of a head that an editor should look at, as a JSON list. Paraphrases need no source. */
function doubtfulQuotesOf(row: string, scope: Scope): Sql {
  return sql`(SELECT coalesce(json_agg(json_build_object('id', n.id, 'paragraphId', n.paragraph_id, 'position', n.position,
          'place', n.place, 'kind', n.kind, 'verdict', n.verdict, 'isAttributed', n.is_attributed) ORDER BY n.position, n.place), '[]')
        FROM (SELECT q.id, q.paragraph_id, p.position, q.kind, q.verdict,
            q.speaker_id IS NOT NULL OR q.speaker_role IS NOT NULL AS is_attributed,
            row_number() OVER (PARTITION BY q.paragraph_id ORDER BY q.start_offset, q.end_offset DESC, q.id) - 1 AS place
          FROM ${scope.rows("quote")} q JOIN ${scope.rows("paragraph")} p ON p.id = q.paragraph_id AND p.head = q.head
          WHERE ${raw(`q.article_id = ${row}.article_id AND q.head = ${row}.head`)}) n
        WHERE n.verdict IN ('ALTERED', 'NOT_FOUND') OR (n.verdict = 'UNSOURCED' AND n.kind <> 'INDIRECT') OR NOT n.is_attributed)`;
}

/** What the rules of publishing look at in a head, as a JSON object; null for readers. See Publishable. */
export function publishable(row: string, scope: Scope): Sql {
  if (isReaderView(scope.view)) return raw("NULL::json");
  return sql`(SELECT json_build_object('figures', ${figuresOf(row, scope)}, 'quotes', ${doubtfulQuotesOf(row, scope)},
          'embargoedUntil', a.embargoed_until) FROM article a WHERE a.id = ${raw(row)}.article_id)`;
}
