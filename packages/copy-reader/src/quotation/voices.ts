import { isFiniteCue } from "./cues.js";
import type { NameMention } from "../phrases/mentions.js";
import type { ReadParagraph } from "../phrases/speaker-phrases.js";
import { subjectAfter, subjectBefore } from "../attribution/subjects.js";

const known = new WeakMap<ReadParagraph, ReadonlySet<NameMention>>();

/** The names in a paragraph that are subjects of a verb of saying, worked out once for each paragraph. */
export function findVoices(paragraph: ReadParagraph): ReadonlySet<NameMention> {
  const found = known.get(paragraph) ?? readVoices(paragraph);
  known.set(paragraph, found);
  return found;
}

function readVoices(paragraph: ReadParagraph): ReadonlySet<NameMention> {
  const voices = new Set<NameMention>();
  for (const [cue, token] of paragraph.tokens.entries()) {
    if (!isFiniteCue(paragraph, cue) || paragraph.lexicon.weakCues.has(token.lower)) continue;
    const mention = voiceOf(paragraph, cue, token.sentence);
    if (mention) voices.add(mention);
  }
  return voices;
}

function voiceOf(paragraph: ReadParagraph, cue: number, sentence: number): NameMention | null {
  const { tokens, lexicon } = paragraph;
  const before = tokens[cue - 1];
  const opens = !before || before.sentence !== sentence || before.kind === "quote" || before.text === ",";
  let low = cue;
  while (low > 0 && low > cue - 60 && tokens[low - 1]?.sentence === sentence) low--;
  const isInverted = opens && lexicon.inverted.has(tokens[cue]?.lower ?? "");
  const behind = isInverted ? (subjectAfter(paragraph, cue, Math.min(tokens.length, cue + 30))?.mention ?? null) : null;
  if (behind?.kind === "person") return behind;
  const left = subjectBefore(paragraph, cue, low);
  if (left && left.score >= (opens ? 5 : 3)) return left.phrase.mention;
  return behind;
}
