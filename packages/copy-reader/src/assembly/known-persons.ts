import { statedConfidence } from "../story/confidence.js";
import { because } from "../story/reasons.js";
import { foldName } from "../text/name-words.js";
import type { StoryPerson, CopyStory } from "../story/story-value.js";
import type { DocumentPerson } from "../formats/document-parts.js";

/** More persons than this are a list of names, not those of a story. */
const MOST_PERSONS = 60;

/**
 * The story with the persons that the document's own data name. A person already found in the text gets the accounts and
 * the role that the data state; one whose full name is in the text but was not recognised is added; others are left out.
 */
export function addPersons(story: CopyStory, stated: readonly DocumentPerson[]): CopyStory {
  const persons: StoryPerson[] = [...story.persons];
  const text = ` ${story.elements.map((element) => foldName(element.text)).join(" ")} `;
  for (const person of stated.slice(0, MOST_PERSONS)) {
    const folded = foldName(person.name);
    const at = persons.findIndex(({ name, aliases }) => [name, ...aliases].some((form) => foldName(form) === folded));
    const known = persons[at];
    if (known) persons[at] = enrich(known, person);
    else if (folded.includes(" ") && text.includes(` ${folded} `)) persons.push(toPerson(person, persons.length));
  }
  return { ...story, persons };
}

function enrich(known: StoryPerson, { role, handles }: DocumentPerson): StoryPerson {
  const own = new Set(known.handles.map(({ platform, handle }) => `${platform} ${handle.toLowerCase()}`));
  const others = handles.filter(({ platform, handle }) => !own.has(`${platform} ${handle.toLowerCase()}`));
  return {
    ...known,
    role: role ?? known.role,
    handles: [...known.handles, ...others],
    confidence: Math.max(known.confidence, statedConfidence.person),
    reasons: [because("STATED_PERSON")],
  };
}

function toPerson({ name, role, handles }: DocumentPerson, index: number): StoryPerson {
  const reasons = [because("STATED_PERSON")];
  return {
    key: `stated-${index}`,
    name,
    role,
    aliases: [],
    handles,
    confidence: statedConfidence.addedPerson,
    reasons,
  };
}
