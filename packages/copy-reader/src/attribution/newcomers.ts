import type { NameMention } from "../phrases/mentions.js";
import type { NamedEntity } from "../phrases/persons.js";
import type { ReadParagraph } from "../phrases/speaker-phrases.js";
import type { TokenisedText } from "../phrases/read-text.js";
import { tieConfidence } from "../story/confidence.js";
import type { SpokenQuote } from "./speakers.js";
import { lastOfSpan, type PlacedAttribution, type QuoteSite } from "./ties.js";

/** "… asked Smith. A day later Jones played it down. “…”": the one person in a sentence between two quotations. */
export function findNewcomer(text: TokenisedText, site: QuoteSite, previous: SpokenQuote): PlacedAttribution | null {
  const paragraph = text.paragraphs[site.paragraph];
  if (!paragraph || previous.entity === null || !previous.attribution) return null;
  const from = lastOfSpan(paragraph, previous.site.token) + 1;
  const own = paragraph.tokens.slice(from, site.token);
  const isWhole = own.length > 3 && own.at(-1)?.text === "." && previous.attribution.phrase.first < from;
  if (!isWhole || own[0]?.sentence === paragraph.tokens[previous.site.token]?.sentence) return null;
  const mentions = [
    ...new Set(
      paragraph.mentionAt
        .slice(from, site.token)
        .flatMap((mention) => (mention && isNamed(paragraph, mention) ? mention : [])),
    ),
  ];
  const others = new Set(
    mentions.flatMap((mention) => (mention.kind === "place" ? [] : (text.entities.of(mention) ?? []))),
  );
  const [only] = others;
  const mention = mentions.find((each) => only !== undefined && text.entities.of(each) === only);
  if (!mention || others.size !== 1 || only === previous.entity || mention.isPossessive || !isVoiceElsewhere(only))
    return null;
  const phrase = { first: mention.prefix, last: mention.last, kind: "name", mention, pronoun: null } as const;
  return {
    phrase,
    rule: "subject",
    cue: "",
    isTight: false,
    confidence: tieConfidence.newcomer,
    paragraph: site.paragraph,
  };
}

/** A person, or a bare name that is beside a verb of saying. */
function isVoiceElsewhere(entity: NamedEntity | undefined): boolean {
  return entity !== undefined && (entity.isPerson || entity.mentions.some(({ isBare, isVoice }) => isBare && isVoice));
}

/** Whether neither an article nor an adjective is before a name; a verb may: "spielte Martin". */
function isNamed({ tokens, lexicon }: ReadParagraph, { prefix, isBare }: NameMention): boolean {
  const [before, second] = [tokens[prefix - 1]?.lower ?? "", tokens[prefix - 2]?.lower ?? ""];
  if (lexicon.determiners.has(before)) return false;
  return isBare || (before.endsWith("te") && !lexicon.determiners.has(second));
}
