import { confidenceOfPerson } from "./confidence.js";
import { because, type ReadingReason } from "./reasons.js";
import { findAuthors } from "../posts/accounts.js";
import type { NamedEntity } from "../phrases/persons.js";
import type { TokenisedText } from "../phrases/read-text.js";
import { addresses, honorifics } from "../lexicon/persons.js";
import { findRole, isOffice } from "../phrases/roles.js";
import type { FoundPost, AccountHandle, StoryPerson } from "./story-value.js";

/** The persons of a story, in order of first appearance: those who speak and those who are surely persons. */
export function listStoryPersons(
  text: TokenisedText,
  speakers: ReadonlySet<NamedEntity>,
  posts: readonly FoundPost[],
): readonly StoryPerson[] {
  const entities = text.entities.entities.filter((entity) => isPerson(text, entity, speakers));
  const authors = findAuthors(posts, text.entities.entities);
  const signed = new Set(authors.values());
  return entities.map((entity) => {
    const handles = signed.has(entity) ? handlesOf(entity, authors) : [];
    return toPerson(text, entity, speakers.has(entity), handles);
  });
}

/** A full name is a person; a lone name is one only when it speaks. */
function isPerson(text: TokenisedText, entity: NamedEntity, speakers: ReadonlySet<NamedEntity>): boolean {
  const kinds = entity.mentions.map((mention) => mention.kind);
  if (kinds.every((kind) => kind === "organisation" || kind === "place")) return false;
  if (isThing(text, entity)) return false;
  if (speakers.has(entity)) return entity.isPerson || !text.lexicon.capitalisesNouns || isBareName(entity);
  return entity.isPerson && (entity.names.length > 1 || entity.mentions.some((mention) => mention.titles.length > 0));
}

/** "la Corée du Sud", "the Rovers": where people have no article, a bare name that always has one is a thing. */
function isThing({ paragraphs, lexicon }: TokenisedText, { mentions }: NamedEntity): boolean {
  if (lexicon.peopleTakeArticles) return false;
  return mentions.every(({ paragraph, prefix, first }) => {
    const before = paragraphs[paragraph]?.tokens[prefix - 1]?.lower ?? "";
    return prefix === first && lexicon.articles.has(before);
  });
}

/** Where every noun has a capital, one that never has an article or an adjective before it is a name. */
function isBareName({ mentions }: NamedEntity): boolean {
  return mentions.every((mention) => mention.isBare);
}

function toPerson(
  text: TokenisedText,
  entity: NamedEntity,
  speaks: boolean,
  handles: readonly AccountHandle[],
): StoryPerson {
  const name = entity.names.join(" ");
  const full = entity.names.length > 1;
  const role = findRole(text, entity) ?? honorificOf(text, entity);
  return {
    key: entity.key,
    name,
    role,
    aliases: aliasesOf(entity, name),
    handles,
    confidence: Math.round(confidenceOfPerson(entity, speaks, role !== null) * 100) / 100,
    reasons: reasonsFor(entity, speaks, full),
  };
}

function reasonsFor({ mentions }: NamedEntity, speaks: boolean, full: boolean): readonly ReadingReason[] {
  const named = because(full ? "NAMED_IN_FULL" : "NAMED_BY_ONE_NAME", [], mentions.length);
  return speaks ? [named, because("SPEAKS_IN_STORY")] : [named];
}

function honorificOf(text: TokenisedText, entity: NamedEntity): string | null {
  const titles = entity.mentions.map((mention) =>
    mention.titles.filter((title) => isOffice(text, title.toLowerCase()) && !addresses.has(title.toLowerCase())),
  );
  return titles.find((each) => each.length > 0)?.join(" ") ?? null;
}

function aliasesOf(entity: NamedEntity, name: string): readonly string[] {
  const forms = entity.mentions.flatMap((mention) => {
    const bare = mention.names.join(" ");
    const last = mention.titles.at(-1);
    const isHonorific = last !== undefined && honorifics.has(last.toLowerCase()) && mention.names.length > 1;
    return isHonorific ? [bare, `${last} ${bare}`] : [bare];
  });
  return [...new Set(forms)].filter((form) => form !== name);
}

function handlesOf(entity: NamedEntity, authors: ReadonlyMap<FoundPost, NamedEntity>): readonly AccountHandle[] {
  const handles = new Map<string, AccountHandle>();
  for (const [post, author] of authors) {
    const { authorHandle: handle, platform } = post;
    if (author === entity && handle !== null) handles.set(handle, { platform, handle });
  }
  return [...handles.values()];
}
