import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** Where the material to measure against lies when it is there: beside the checkout, never inside it. */
export const materialFolder = fileURLToPath(new URL("../../../shared/eval/", import.meta.url));

const goldQuote = z.object({
  text: z.string(),
  start: z.number(),
  end: z.number(),
  speaker: z.string().nullish(),
  speaker_type: z.enum(["name", "pronoun", "nominal", "none"]).nullish(),
  speaker_person: z.string().nullish(),
  speaker_resolved: z.string().nullish(),
});

/** An annotated article: who says which stretch of its text. */
export const goldArticle = z.object({
  id: z.string(),
  text: z.string(),
  quotes: z.array(goldQuote),
  other_quoted: z.array(z.object({ text: z.string(), start: z.number(), end: z.number() })).nullish(),
});

/** Copy as it left a wire with the parts it should be cut into. */
export const goldWire = z.object({
  id: z.string(),
  raw: z.string(),
  headline: z.string().nullable(),
  dateline: z.string().nullable(),
  byline: z.string().nullable(),
  text: z.string(),
});

/** A post with its plain form as it is in a story, where that is known. */
export const goldPost = z.object({
  statusUrl: z.string().nullable(),
  lang: z.string().nullable(),
  name: z.string().nullable(),
  handle: z.string(),
  dateText: z.string().nullable(),
  text: z.string(),
  plain: z.string().nullable(),
});

/** An article in a language whose quotations are only counted, not annotated. */
export const goldForeign = z.object({
  id: z.string(),
  headline: z.string().nullish(),
  text: z.string().optional(),
  paragraphs: z.array(z.string()).optional(),
});

export type GoldArticle = z.infer<typeof goldArticle>;
export type GoldQuote = z.infer<typeof goldQuote>;
export type GoldWire = z.infer<typeof goldWire>;
export type GoldPost = z.infer<typeof goldPost>;
export type GoldForeign = z.infer<typeof goldForeign>;

/** Reads one file of the material, one JSON value a line; null when the file is not there. */
export function readMaterial<T>(file: string, schema: z.ZodType<T>): readonly T[] | null {
  const path = `${materialFolder}${file}`;
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  return lines.map((line) => schema.parse(JSON.parse(line)));
}
