import { because, explained } from "@dateline/copy-reader/text";
import { foldName } from "../person/person.mentions.js";
import { isPersonName, readAuthors } from "../syndication/authors.js";
import type { CopyStory, StoryPerson } from "@dateline/copy-reader";

/** A story whose byline was read: its authors are among its persons. */
export interface BylinedStory {
  readonly story: CopyStory;
  /** The keys of the authors among the persons of the story, in the order of the byline. */
  readonly authorKeys: readonly string[];
}

/** How sure it is that a name in a byline is that of a person. */
const CONFIDENCE = 0.8;

const IN_BYLINE = [because("IN_BYLINE")];

/** Words of bylines for authors without a name. */
const UNNAMED =
  /^(?:our|unser\w*|notre|nos|nuestr\w*|il nostro|own)\b|\b(?:correspondent|korrespondent\w*|correspondant\w*|corresponsal\w*|reporter|writer|editor|contributor|special)$/iu;

/**
 * Finds the authors that a byline names among the persons of the story, and adds those that the text does not name. Desks,
 * agencies and what is no name of a person are left to the byline.
 */
export function withAuthors(story: CopyStory): BylinedStory {
  const names = readAuthors(story.byline).filter(
    ({ name, isOrganization }) => !isOrganization && isPersonName(name) && !UNNAMED.test(name),
  );
  const persons: StoryPerson[] = [...story.persons];
  const authorKeys = names.map(({ name }) => {
    const folded = foldName(name);
    const known = persons.find((person) => [person.name, ...person.aliases].some((each) => foldName(each) === folded));
    if (known) return known.key;
    const author = {
      key: `author ${name}`,
      name,
      role: null,
      aliases: [],
      handles: [],
      confidence: CONFIDENCE,
      reasons: IN_BYLINE,
    };
    persons.push(author);
    return author.key;
  });
  const proposals = names.map(({ name }, at) => ({
    path: `authors[${at}]`,
    value: name,
    confidence: CONFIDENCE,
    ...explained(IN_BYLINE),
  }));
  return {
    story: { ...story, persons, proposals: [...story.proposals, ...proposals] },
    authorKeys: [...new Set(authorKeys)],
  };
}
