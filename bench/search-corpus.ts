import type { Database } from "../src/database/client.js";

/** A kind of query, and a query of it with the same words for a hand-written statement, where that can run it. */
export interface QueryKind {
  readonly name: string;
  readonly make: () => { readonly query: string; readonly plain: string | null };
}

/** What is asked of a corpus. */
export interface SearchCorpus {
  readonly kinds: readonly QueryKind[];
}

const VOCABULARY = 30_000;
const WORDS_OF_PARAGRAPH = 45;
const PARAGRAPHS = 5;
const BATCH = 1_000;
const FIRST_PUBLISHED = Date.parse("2016-01-01T00:00:00Z");

/** Numbers that are the same in each run. */
class Dice {
  #state = 88_172_645;

  next(): number {
    this.#state = (this.#state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return this.#state / 2_147_483_648;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }
}

const ONSETS = [
  "b",
  "br",
  "c",
  "d",
  "f",
  "g",
  "gr",
  "h",
  "k",
  "l",
  "m",
  "n",
  "p",
  "pr",
  "r",
  "s",
  "st",
  "t",
  "tr",
  "v",
];
const NUCLEI = ["a", "e", "i", "o", "u", "ea", "ou"];
const CODAS = ["", "n", "r", "l", "s", "nd", "rt", "m"];

/** A pronounceable word for a number; different numbers have different words. */
function wordOf(number: number): string {
  let word = "";
  let rest = number + 900;
  while (rest > 0) {
    for (const parts of [ONSETS, NUCLEI, CODAS]) {
      word += parts[rest % parts.length] ?? "";
      rest = Math.floor(rest / parts.length);
    }
  }
  return word;
}

/** Words as frequent as those of a language: the second half as often as the first, and so on. */
class Vocabulary {
  readonly words = Array.from({ length: VOCABULARY }, (_, at) => wordOf(at));

  constructor(readonly dice: Dice) {}

  /** A word by its place in the order of frequency, roughly. */
  at(rank: number): string {
    return this.words[Math.min(VOCABULARY - 1, rank)] ?? "";
  }

  pick(): string {
    return this.at(Math.floor(VOCABULARY ** this.dice.next()) - 1);
  }

  /** A word that is in a few of many texts. */
  rare(): string {
    return this.at(3_000 + this.dice.below(20_000));
  }

  /** A word that is in many texts. */
  common(): string {
    return this.at(20 + this.dice.below(200));
  }

  text(words: number): string {
    return Array.from({ length: words }, () => this.pick()).join(" ");
  }
}

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

/** Fills an empty database with published articles of invented words, each with a quote, and persons and posts. */
export async function fillSearchCorpus(database: Database, articles: number): Promise<SearchCorpus> {
  const dice = new Dice();
  const vocabulary = new Vocabulary(dice);
  const persons = Math.ceil(articles / 10);
  const nameOf = (at: number): string => `${capital(wordOf(40_000 + (at % 900)))} ${capital(wordOf(50_000 + at))}`;
  await database.pool.query(
    "INSERT INTO topic (id, slug, name) SELECT gen_random_uuid(), 't' || n, 'T' || n FROM generate_series(1, 40) n",
  );
  for (let from = 0; from < persons; from += 10_000)
    await addPersons(database, from, Math.min(10_000, persons - from), nameOf);
  for (let from = 0; from < articles; from += BATCH) {
    await addArticles(database, vocabulary, from, Math.min(BATCH, articles - from), nameOf, persons);
    if (from % 20_000 === 0) console.error(`${from} of ${articles} articles`);
  }
  const phrase = (): string => `"${vocabulary.common()} ${vocabulary.common()}"`;
  const both = (one: string, other: string) => ({ query: `${one} ${other}`, plain: `${one} & ${other}` });
  const alone = (query: string, plain: string | null) => ({ query, plain });
  const misspelled = (name: string): string => name.replace(/(.)(.)$/, "$2$1");
  const someone = (): string => nameOf(dice.below(persons));
  return {
    kinds: [
      { name: "rare word", make: () => ((word) => alone(word, word))(vocabulary.rare()) },
      { name: "common word", make: () => ((word) => alone(word, word))(vocabulary.common()) },
      { name: "rare and common", make: () => both(vocabulary.rare(), vocabulary.common()) },
      { name: "two common", make: () => both(vocabulary.common(), vocabulary.common()) },
      {
        name: "phrase of common",
        make: () => ((text) => alone(text, text.slice(1, -1).replace(" ", " <-> ")))(phrase()),
      },
      {
        name: "common, excluded",
        make: () => ((a, b) => alone(`${a} -${b}`, `${a} & !${b}`))(vocabulary.common(), vocabulary.common()),
      },
      {
        name: "rare or rare",
        make: () => ((a, b) => alone(`${a} OR ${b}`, `${a} | ${b}`))(vocabulary.rare(), vocabulary.rare()),
      },
      { name: "prefix", make: () => ((word) => alone(`${word}*`, `${word}:*`))(vocabulary.rare().slice(0, 5)) },
      { name: "person", make: () => alone(someone(), null) },
      { name: "misspelled", make: () => alone(misspelled(someone()), null) },
      { name: "no match", make: () => alone(`${vocabulary.rare()} zzxqwv`, null) },
    ],
  };
}

async function addPersons(
  database: Database,
  from: number,
  count: number,
  nameOf: (at: number) => string,
): Promise<void> {
  const names = Array.from({ length: count }, (_, at) => nameOf(from + at));
  await database.pool.query(
    `WITH made AS (INSERT INTO person (id, slug, name) SELECT md5('person' || ($2::integer + at - 1))::uuid, 'person-' || ($2::integer + at - 1), name
      FROM unnest($1::text[]) WITH ORDINALITY n(name, at) RETURNING id, name)
    INSERT INTO person_name (person_id, position, name, folded) SELECT id, 0, name, lower(name) FROM made`,
    [names, from],
  );
}

async function addArticles(
  database: Database,
  vocabulary: Vocabulary,
  from: number,
  count: number,
  nameOf: (at: number) => string,
  persons: number,
): Promise<void> {
  const { dice } = vocabulary;
  const rows = Array.from({ length: count }, (_, at) => {
    const number = from + at;
    const speaker = dice.below(persons);
    const quote = vocabulary.text(12);
    const others = Array.from({ length: PARAGRAPHS - 1 }, () => `${capital(vocabulary.text(WORDS_OF_PARAGRAPH))}.`);
    return {
      number,
      headline: capital(vocabulary.text(7)),
      standfirst: `${capital(vocabulary.text(14))}.`,
      speaker,
      quote,
      paragraphs: [`“${quote},” said ${nameOf(speaker)}.`, ...others],
      at: new Date(FIRST_PUBLISHED + number * 50 * 60_000).toISOString(),
    };
  });
  await database.pool.query(ADD, [JSON.stringify(rows)]);
}

const ADD = `
  WITH given AS MATERIALIZED (
    SELECT *, md5('article' || number)::uuid AS id FROM jsonb_to_recordset($1::jsonb)
      AS g(number integer, headline text, standfirst text, speaker integer, quote text, paragraphs jsonb, at timestamptz)),
  a AS (INSERT INTO article (id, state, version, created_at, first_published_at, published_at)
    SELECT id, 'PUBLISHED', 1, at, at, at FROM given RETURNING id),
  s AS (INSERT INTO article_slug SELECT 'a-' || number, id, true, at FROM given RETURNING slug),
  h AS (INSERT INTO article_head (article_id, head, version, slug, headline, standfirst, language, published_at, updated_at)
    SELECT id, 'PUBLISHED', 1, 'a-' || number, headline, standfirst, 'en', at, at FROM given RETURNING article_id),
  t AS (INSERT INTO article_topic (article_id, head, topic_id, position)
    SELECT g.id, 'PUBLISHED', o.id, 0 FROM given g JOIN topic o ON o.slug = 't' || (1 + g.number % 40) RETURNING topic_id),
  p AS (INSERT INTO paragraph (id, head, article_id, position, text)
    SELECT md5('paragraph' || number || ' ' || place)::uuid, 'PUBLISHED', id, place - 1, text
    FROM given CROSS JOIN jsonb_array_elements_text(paragraphs) WITH ORDINALITY e(text, place) RETURNING id),
  m AS (INSERT INTO appearance (article_id, head, person_id, position, is_speaker)
    SELECT id, 'PUBLISHED', md5('person' || speaker)::uuid, 0, true FROM given RETURNING article_id)
  INSERT INTO quote (id, head, article_id, paragraph_id, start_offset, end_offset, text, kind, speaker_id, verdict, words_key, created_at)
    SELECT md5('quote' || number)::uuid, 'PUBLISHED', id, md5('paragraph' || number || ' 1')::uuid, 1, 1 + length(quote), quote,
      'DIRECT', md5('person' || speaker)::uuid, 'UNSOURCED', number::text, at
    FROM given`;
