import type { GoldArticle, GoldQuote } from "./material.js";
import type { Prediction } from "./predict.js";

/** Right and all. */
export interface Tally {
  right: number;
  all: number;
}

/** What one source scored; only quotations of at least three words count. */
export interface QuoteScore {
  found: number;
  missed: number;
  invented: number;
  named: Tally;
  pronoun: Tally;
  /** Pronouns for which the annotations name the person. */
  resolvable: Tally;
  nominal: Tally;
  none: Tally;
  readonly errors: string[];
}

const leastWords = 3;

/** Scores quotations against annotated articles by the material's own rules. */
export function scoreQuotes(
  articles: readonly GoldArticle[],
  predict: (article: GoldArticle) => readonly Prediction[],
): QuoteScore {
  const score = emptyScore();
  for (const article of articles) scoreArticle(score, article, predict(article));
  return score;
}

function emptyScore(): QuoteScore {
  const tally = (): Tally => ({ right: 0, all: 0 });
  return {
    found: 0,
    missed: 0,
    invented: 0,
    named: tally(),
    pronoun: tally(),
    resolvable: tally(),
    nominal: tally(),
    none: tally(),
    errors: [],
  };
}

function scoreArticle(score: QuoteScore, article: GoldArticle, predictions: readonly Prediction[]): void {
  const open = new Set(predictions.filter((prediction) => countWords(prediction.text) >= leastWords));
  for (const gold of article.quotes.filter((quote) => countWords(quote.text) >= leastWords)) {
    const hit = [...open].find((prediction) => overlap(prediction, gold) >= 0.8);
    if (!hit) {
      score.missed++;
      score.errors.push(`MISSED ${article.id} ${around(article.text, gold)}`);
      continue;
    }
    open.delete(hit);
    score.found++;
    scoreSpeaker(score, article, gold, hit);
  }
  for (const extra of open) {
    score.invented++;
    score.errors.push(`INVENTED ${article.id} ${around(article.text, extra)} | ${extra.speaker}`);
  }
}

function scoreSpeaker(score: QuoteScore, article: GoldArticle, gold: GoldQuote, hit: Prediction): void {
  const type = gold.speaker ? (gold.speaker_type ?? "name") : "none";
  const right = isRight(type, gold, hit);
  const tally = { name: score.named, pronoun: score.pronoun, nominal: score.nominal, none: score.none }[type];
  add(tally, right);
  if (type === "pronoun" && gold.speaker_resolved) add(score.resolvable, right);
  if (right || (type === "pronoun" && !gold.speaker_resolved)) return;
  const wanted = `${gold.speaker} (${gold.speaker_resolved ?? gold.speaker_person ?? ""})`;
  score.errors.push(
    `${type.toUpperCase()} ${article.id} ${around(article.text, gold)} | want ${wanted} | got ${hit.speaker} (${hit.speakerName}) | ${hit.reason}`,
  );
}

function isRight(type: string, gold: GoldQuote, hit: Prediction): boolean {
  const who = hit.speakerName ?? hit.speaker;
  const words = fold(hit.speaker) !== "" && fold(hit.speaker) === fold(gold.speaker);
  if (type === "none") return !who;
  if (type === "pronoun")
    return Boolean(gold.speaker_resolved && who) && familyName(who) === familyName(gold.speaker_resolved);
  if (type === "nominal") return words;
  return words || (Boolean(who) && familyName(who) === familyName(gold.speaker_person ?? gold.speaker));
}

function add(tally: Tally, right: boolean): void {
  tally.all++;
  if (right) tally.right++;
}

function fold(text: string | null | undefined): string {
  const plain = (text ?? "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[“”"«»„‘’'`]/gu, "");
  return plain.replace(/[\s.,;:!?…—–-]+/gu, " ").trim();
}

function countWords(text: string): number {
  return fold(text).split(" ").filter(Boolean).length;
}

function familyName(text: string | null | undefined): string {
  const bare = fold(text).replace(/\b(?:mr|mrs|ms|dr|sen|rep|gov|president|jr|sr)\b/gu, "");
  return bare.trim().split(" ").at(-1) ?? "";
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function overlap(left: Span, right: Span): number {
  const common = Math.min(left.end, right.end) - Math.max(left.start, right.start);
  return common / Math.max(left.end - left.start, right.end - right.start);
}

function around(text: string, span: Span): string {
  const before = text.slice(Math.max(0, span.start - 160), span.start);
  const said = text.slice(span.start, span.end);
  const shown = said.length > 60 ? `${said.slice(0, 35)} … ${said.slice(-20)}` : said;
  return `${before}⟦${shown}⟧${text.slice(span.end, span.end + 110)}`.replaceAll("\n", "⏎");
}
