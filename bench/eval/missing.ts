/** The files of the material, and what a line of each holds. */
const FILES: Readonly<Record<string, string>> = {
  "quotes.en.jsonl": "an English article with its annotated quotations: id, text, quotes",
  "quotes.de.jsonl": "the same in German",
  "wire.en.jsonl": "copy as it left a wire, with its parts: id, raw, headline, dateline, byline, text",
  "posts.jsonl": "a post with its parts: statusUrl, lang, name, handle, dateText, text, plain",
  "articles.ar.jsonl": "an Arabic article, whose quotations are only counted: id, text or paragraphs",
  "articles.fa.jsonl": "the same in Persian",
};

/** The message for a missing corpus: where it is expected, and in which format. */
export function describeMissing(folder: string): string {
  const files = Object.entries(FILES).map(([name, content]) => `  ${name.padEnd(18)} ${content}`);
  return [
    "There is nothing to measure against: annotated news is no part of the project, and none was found.",
    `It would have to lie beside the checkout, in ${folder}, in one or more of these files:`,
    "",
    ...files,
    "",
    "Each line is one JSON object; bench/eval/material.ts has the exact shapes. What is there is measured.",
  ].join("\n");
}
