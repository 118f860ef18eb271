import { writeFileSync } from "node:fs";
import { readDocument } from "../../packages/copy-reader/src/formats/read-document.js";
import { readPostDay } from "../../packages/copy-reader/src/posts/days.js";
import type { CopyStory } from "../../packages/copy-reader/src/story/story-value.js";
import { describeReading } from "../../packages/copy-reader/src/story/reasons.js";
import { readPlainCopy } from "../../packages/copy-reader/src/story/read-plain-copy.js";
import {
  type GoldArticle,
  type GoldForeign,
  type GoldPost,
  type GoldWire,
  goldArticle,
  goldForeign,
  goldPost,
  goldWire,
  materialFolder,
  readMaterial,
} from "./material.js";
import { describeMissing } from "./missing.js";
import { predictQuotes } from "./predict.js";
import { type QuoteScore, scoreQuotes, type Tally } from "./score.js";

const flags = process.argv.slice(2);
const half = flags.includes("--even") ? 0 : flags.includes("--odd") ? 1 : null;
const errors: string[] = [];
/** So many errors of each kind are printed where not all are asked for. */
const errorsShown = 3;
const rows: Record<string, string | number>[] = [];

measureQuotes("English articles", "quotes.en.jsonl", "en");
measureQuotes("German articles", "quotes.de.jsonl", "de");
measureWire();
measurePosts();
measureForeign("Arabic articles", "articles.ar.jsonl", "ar");
measureForeign("Persian articles", "articles.fa.jsonl", "fa");
if (rows.length === 0) {
  console.error(describeMissing(materialFolder));
  process.exitCode = 1;
} else console.table(Object.fromEntries(rows.map(({ source, ...row }) => [source, row])));
printErrors(flags.find((flag) => flag.startsWith("--only="))?.slice(7));

/** All errors where they are asked for, otherwise the first few of each kind; what is only counted is no error. */
function printErrors(only: string | undefined): void {
  const shown = new Map<string, number>();
  for (const error of errors) {
    const kind = error.split(" ", 1)[0] ?? "";
    const count = (shown.get(kind) ?? 0) + 1;
    shown.set(kind, count);
    if (flags.includes("--errors") ? !only || kind === only : kind !== "FOREIGN" && count <= errorsShown)
      console.log(error);
  }
  if (!flags.includes("--errors") && errors.length > 0)
    console.log(`Of each kind the first ${errorsShown}: --errors prints all, --errors --only=KIND those of one kind.`);
}

function inHalf<T>(all: readonly T[]): readonly T[] {
  return half === null ? all : all.filter((_, index) => index % 2 === half);
}

function measureQuotes(source: string, file: string, language: string): void {
  const all = readMaterial(file, goldArticle);
  if (!all) return;
  const articles = inHalf(all);
  const predictions = new Map<string, ReturnType<typeof predictQuotes>>();
  const started = performance.now();
  for (const article of articles) predictions.set(article.id, predictQuotes(article.text, language));
  const tookMs = performance.now() - started;
  const score = scoreQuotes(articles, (article: GoldArticle) => predictions.get(article.id) ?? []);
  errors.push(...score.errors);
  rows.push({
    source,
    documents: articles.length,
    ...spanColumns(score),
    ...speakerColumns(score),
    "ms each": round(tookMs / articles.length, 1),
  });
  const folder = flags.find((flag) => flag.startsWith("--predictions="))?.slice(14);
  if (folder)
    writeFileSync(
      `${folder}/${file}`,
      [...predictions].map(([id, quotes]) => JSON.stringify({ id, quotes })).join("\n"),
    );
}

function spanColumns(score: QuoteScore): Record<string, number> {
  const precision = score.found / (score.found + score.invented);
  const recall = score.found / (score.found + score.missed);
  return { P: round(precision), R: round(recall), F1: round((2 * precision * recall) / (precision + recall)) };
}

function speakerColumns(score: QuoteScore): Record<string, string> {
  const { named, pronoun, resolvable, nominal, none } = score;
  return {
    named: share(named),
    pronoun: share(pronoun),
    resolvable: share(resolvable),
    nominal: share(nominal),
    unnamed: share(none),
  };
}

function share({ right, all }: Tally): string {
  return all === 0 ? "-" : `${(right / all).toFixed(3)} of ${all}`;
}

function round(value: number, digits = 3): number {
  return Number(value.toFixed(digits));
}

function measureWire(): void {
  const all = readMaterial("wire.en.jsonl", goldWire);
  if (!all) return;
  const tallies = { headlines: tally(), datelines: tally(), bylines: tally(), texts: tally() };
  const copies = inHalf(all);
  const started = performance.now();
  for (const copy of copies) {
    const story = readPlainCopy(copy.raw);
    const text = story.elements.map((element) => element.text).join(" ");
    count(tallies.headlines, copy, "HEADLINE", fold(copy.headline), fold(story.headline));
    count(tallies.datelines, copy, "DATELINE", fold(copy.dateline), fold(story.dateline?.text ?? null));
    if (copy.byline !== null || story.byline !== null)
      count(tallies.bylines, copy, "BYLINE", fold(copy.byline), fold(story.byline));
    count(tallies.texts, copy, "TEXT", tight(copy.text), tight(text));
  }
  const shares = Object.fromEntries(Object.entries(tallies).map(([name, each]) => [name, share(each)]));
  rows.push({
    source: "Wire copy",
    documents: copies.length,
    ...shares,
    "ms each": round((performance.now() - started) / copies.length, 1),
  });
}

function tally(): Tally {
  return { right: 0, all: 0 };
}

function count(into: Tally, copy: GoldWire, label: string, wanted: string, got: string): void {
  into.all++;
  if (wanted === got) into.right++;
  else errors.push(`${label} ${copy.id} | want ${clip(wanted, got)} | got ${clip(got, wanted)}`);
}

/** The part in which two texts differ. */
function clip(text: string, other: string): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at++;
  return text.slice(Math.max(0, at - 20), at + 60);
}

function fold(text: string | null): string {
  return (text ?? "")
    .replace(/\s+/gu, " ")
    .replace(/\s*[-–—]+$/u, "")
    .trim();
}

/** The closing mark of the agency is furniture, which the material leaves in some texts. */
function tight(text: string): string {
  return text
    .replace(/\s*reuters?\W*$/iu, "")
    .replace(/[\s\p{Cc}]+/gu, "")
    .replace(/\^M$/u, "");
}

function measurePosts(): void {
  const all = readMaterial("posts.jsonl", goldPost);
  if (!all) return;
  const plain = inHalf(all).filter((post) => post.plain !== null);
  measureRead("Posts, plain", plain, ({ plain: text }) =>
    readPlainCopy(`A first paragraph of the story stands here.\n\n${text}\n\nAnother paragraph follows it.`),
  );
  const signed = inHalf(all).filter((post) => post.name !== null && post.dateText !== null);
  measureRead("Posts, embed markup", signed, (post) => {
    const page = `<p>A first paragraph stands here.</p>${embedOf(post)}<p>Another follows it.</p>`;
    const read = readDocument("HTML", page);
    if (read.kind === "withdrawal") throw new Error(`The page takes back ${read.ownId}.`);
    return read.story;
  });
}

/** The post as the platform's own page of embeds would write it. */
function embedOf({ text, name, handle, dateText, statusUrl, lang }: GoldPost): string {
  const words = escape(text).replace(
    /(?:https?:\/\/t\.co|pic\.twitter\.com)\/\w+/gu,
    '<a href="https://t.co/x">$&</a>',
  );
  const address = statusUrl ?? `https://twitter.com/${handle}/status/1`;
  return `<blockquote class="twitter-tweet"><p lang="${lang ?? "en"}" dir="ltr">${words}</p>&mdash; ${escape(name ?? "")} (@${handle}) <a href="${escape(address)}">${dateText}</a></blockquote> <script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>`;
}

function escape(text: string): string {
  return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;").replace(/"/gu, "&quot;");
}

function measureRead(source: string, posts: readonly GoldPost[], read: (post: GoldPost) => CopyStory): void {
  const right = posts.filter((post) => isPostRight(post, read(post), source));
  rows.push({ source, documents: posts.length, posts: share({ right: right.length, all: posts.length }) });
}

function isPostRight(post: GoldPost, story: CopyStory, source: string): boolean {
  const found = story.elements.filter((element) => element.kind === "post");
  const [only] = found;
  const day = readPostDay(post.dateText ?? "")?.date ?? null;
  // The material cuts some texts at their first line; the plain form holds all of it.
  const text = only !== undefined && dense(only.text).startsWith(dense(post.text));
  const fits =
    found.length === 1 &&
    only?.authorName === post.name &&
    only.authorHandle === `@${post.handle}` &&
    only.postedOn === day &&
    text;
  if (!fits) errors.push(`POST ${source} | ${JSON.stringify(post)} | got ${JSON.stringify(found)}`);
  return fits;
}

function dense(text: string): string {
  return text.replace(/[\s.]+/gu, "");
}

/** Where nobody annotated quotations, the marked stretches that were read are counted and shown. */
function measureForeign(source: string, file: string, language: string): void {
  const all = readMaterial(file, goldForeign);
  if (!all) return;
  let quotes = 0;
  let spoken = 0;
  let recognised = 0;
  const articles = inHalf(all);
  for (const article of articles) {
    const story = readPlainCopy(textOf(article));
    const own = story.elements.flatMap((element) => (element.kind === "paragraph" ? element.quotes : []));
    quotes += own.length;
    spoken += own.filter((quote) => quote.speakerText !== null).length;
    recognised += story.language === language ? 1 : 0;
    for (const quote of own)
      errors.push(`FOREIGN ${article.id} ⟦${quote.text}⟧ | ${quote.speakerText} | ${describeReading(quote.reasons)}`);
  }
  rows.push({
    source,
    documents: articles.length,
    "quotes read": quotes,
    "with speaker": spoken,
    language: share({ right: recognised, all: articles.length }),
  });
}

function textOf(article: GoldForeign): string {
  return article.text ?? (article.paragraphs ?? []).join("\n\n");
}
