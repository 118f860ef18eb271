import { articleAddress, homeAddress, identityOf } from "./addresses.js";
import { type Credit, creditsOf } from "./credits.js";
import { paragraphsText } from "./body.js";
import { mediaTypeOf } from "./formats.js";
import { describeImage } from "./json-ld.images.js";
import { describeQuote } from "./json-ld.quotes.js";
import { describePost } from "./json-ld.posts.js";
import type { LinkedData } from "./json-ld.shape.js";
import {
  type SyndicatedArticle,
  type SyndicatedPerson,
  type SyndicatedSite,
  modifiedAt,
  syndicatedParagraphs,
  picturesOf,
  postsOf,
  quotesOf,
} from "./syndicated.js";
import { voiceFor } from "./voice.js";

/**
 * The article as a schema.org NewsArticle in JSON-LD 1.1: quotes as Quotation in `hasPart`, posts as SocialMediaPosting
 * in `citation`, corrections as CorrectionComment. Write it with `toJson`, whose output can be in a `script` element.
 * Everybody credited is a Person, or an Organization such as a desk.
 */
export function renderJsonLd(article: SyndicatedArticle, site: SyndicatedSite): LinkedData {
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": identityOf(article.id),
    identifier: article.id,
    url: article.url,
    mainEntityOfPage: article.url,
    headline: article.headline,
    ...(article.standfirst === null ? {} : { description: article.standfirst }),
    datePublished: article.firstPublishedAt,
    dateModified: modifiedAt(article),
    inLanguage: article.language,
    ...(article.section === null ? {} : { articleSection: article.section.name }),
    ...describeTranslations(article),
    version: article.version,
    ...(article.isPublished ? {} : { creativeWorkStatus: "Draft" }),
    ...describeOrigin(article, site),
    ...describeForms(article, site),
    ...describeContent(article),
  };
}

/** What the article is about and what it holds, without the properties that would have no value. */
function describeContent(article: SyndicatedArticle): LinkedData {
  const lists = {
    image: picturesOf(article).map((figure) => describeImage(figure)),
    about: article.topics.map(({ name }) => ({ "@type": "Thing", name })),
    keywords: article.topics.map(({ name }) => name),
    mentions: article.persons.map((person) => describePerson(person)),
    correction: describeCorrections(article),
    hasPart: quotesOf(article).map((quote) => describeQuote(article, quote)),
    citation: postsOf(article).map((post) => describePost(article, post)),
  };
  return {
    wordCount: article.wordCount,
    ...(syndicatedParagraphs(article).length === 0 ? {} : { articleBody: paragraphsText(article) }),
    ...Object.fromEntries(Object.entries(lists).filter(([, values]) => values.length > 0)),
  };
}

/** The address of the article, the parts of its page to read aloud, and its file for machines. */
function describeForms({ slug, standfirst }: SyndicatedArticle, site: SyndicatedSite): LinkedData {
  return {
    isPartOf: { "@type": "WebSite", name: site.title, url: homeAddress(site), inLanguage: site.language },
    speakable: {
      "@type": "SpeakableSpecification",
      cssSelector: standfirst === null ? ["h1"] : ["h1", ".standfirst"],
    },
    encoding: {
      "@type": "MediaObject",
      contentUrl: articleAddress(site, slug, "ninjs"),
      encodingFormat: mediaTypeOf("ninjs"),
    },
  };
}

/** The same story in other languages: the original with its other translations, or the translations of the original. */
function describeTranslations({ translations, originalId }: SyndicatedArticle): LinkedData {
  const works = translations.map((translation): LinkedData & { readonly "@id": string } => ({
    "@type": "NewsArticle",
    "@id": identityOf(translation.id),
    url: translation.url,
    headline: translation.headline,
    inLanguage: translation.language,
  }));
  const original = originalId === null ? undefined : works.find((work) => work["@id"] === identityOf(originalId));
  const others = works.filter((work) => work !== original);
  const listed: LinkedData = others.length === 0 ? {} : { workTranslation: others };
  return original ? { translationOfWork: { ...original, ...listed } } : listed;
}

function describeCredit({ name, isOrganization, author }: Credit): LinkedData {
  return {
    "@type": isOrganization ? "Organization" : "Person",
    ...(author === null ? {} : { "@id": identityOf(author.id) }),
    name,
    ...(author === null || author.role === null ? {} : { jobTitle: author.role }),
  };
}

function describeOrigin(article: SyndicatedArticle, site: SyndicatedSite): LinkedData {
  const { dateline } = article;
  const publisher = { "@type": "NewsMediaOrganization", name: site.title, url: homeAddress(site) };
  const place = dateline?.place ?? null;
  const authors = creditsOf(article).map(describeCredit);
  return {
    ...(dateline ? { dateline: dateline.text } : {}),
    ...(place === null ? {} : { locationCreated: { "@type": "Place", name: place } }),
    author: authors.length === 0 ? publisher : authors,
    publisher,
  };
}

function describePerson(person: SyndicatedPerson): LinkedData {
  const accounts = person.accounts.map(({ platform, handle }) => ({
    "@type": "PropertyValue",
    propertyID: platform,
    value: handle,
  }));
  return {
    "@type": "Person",
    "@id": identityOf(person.id),
    name: person.name,
    ...(person.role === null ? {} : { jobTitle: person.role }),
    ...(accounts.length === 0 ? {} : { identifier: accounts }),
  };
}

function describeCorrections(article: SyndicatedArticle): LinkedData[] {
  const { wording, language } = voiceFor(article.language);
  return article.corrections.map(({ kind, note, correctedAt }) => ({
    "@type": "CorrectionComment",
    name: language === article.language ? wording.corrections[kind] : kind,
    text: note,
    datePublished: correctedAt,
    inLanguage: article.language,
  }));
}
