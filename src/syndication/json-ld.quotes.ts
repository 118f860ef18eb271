import { identityOf, partAddress } from "./addresses.js";
import type { LinkedData } from "./json-ld.shape.js";
import {
  type SyndicatedArticle,
  type SyndicatedQuote,
  hasSpeakersWords,
  languageOfQuote,
  sourceOf,
} from "./syndicated.js";
import { voiceFor } from "./voice.js";

/**
 * A quote as a schema.org Quotation. `spokenByCharacter` is the speaker as the article presents them, in the office of
 * that day; `creator` is the person, and is set only if the words are the speaker's own. `keywords` contain the kind of
 * the quote and the verdict of its check, as terms; `isBasedOn` names that source.
 */
export function describeQuote(article: SyndicatedArticle, quote: SyndicatedQuote): LinkedData {
  const source = sourceOf(article, quote);
  return {
    "@type": "Quotation",
    "@id": partAddress(article, quote.id),
    identifier: quote.id,
    text: quote.text,
    inLanguage: languageOfQuote(article, quote),
    ...describeSpeaker(quote),
    ...(quote.saidOn === null ? {} : { dateCreated: quote.saidOn }),
    ...(quote.occasion === null ? {} : { recordedAt: describeOccasion(quote.occasion, quote.saidOn) }),
    ...(source ? { isBasedOn: { "@type": "SocialMediaPosting", "@id": identityOf(source.id) } } : {}),
    keywords: [term("QuoteKind", quote.kind), ...describeVerdict(article, quote)],
  };
}

function describeSpeaker({ speaker, speakerRole, kind }: SyndicatedQuote): LinkedData {
  if (!speaker) return {};
  const person = { "@type": "Person", "@id": identityOf(speaker.id), name: speaker.name };
  const office = speakerRole === null ? {} : { jobTitle: speakerRole };
  return {
    ...(kind === "INDIRECT" ? {} : { creator: { ...person, ...office } }),
    spokenByCharacter: { ...person, ...office },
  };
}

function describeOccasion(occasion: string, saidOn: string | null): LinkedData {
  return { "@type": "Event", name: occasion, ...(saidOn === null ? {} : { startDate: saidOn }) };
}

function describeVerdict(article: SyndicatedArticle, quote: SyndicatedQuote): LinkedData[] {
  if (!hasSpeakersWords(quote)) return [];
  const { wording, language } = voiceFor(article.language);
  const said = language === article.language ? { name: wording.verdicts[quote.verdict] } : {};
  return [{ ...term("QuoteVerdict", quote.verdict), ...said }];
}

function term(set: string, code: string): LinkedData {
  return {
    "@type": "DefinedTerm",
    name: code,
    termCode: code,
    inDefinedTermSet: { "@type": "DefinedTermSet", name: set },
  };
}
