import { foldName } from "../text/name-words.js";
import type { WirePerson, WireStory } from "../story/story-value.js";
import type { IntakePerson } from "../formats/document-parts.js";

/** More persons than this are a list of names, not those of a story. */
const MOST_PERSONS = 60;

/**
 * The story with the persons whom the document's own data name. One whom the text was seen to name gets the accounts and
 * the role that are told; one whom it names unnoticed is added; one whom it does not name is left out.
 */
export function addPersons(story: WireStory, told: readonly IntakePerson[]): WireStory {
  const persons: WirePerson[] = [...story.persons];
  const text = ` ${story.elements.map((element) => foldName(element.text)).join(" ")} `;
  for (const person of told.slice(0, MOST_PERSONS)) {
    const folded = foldName(person.name);
    const at = persons.findIndex(({ name, aliases }) => [name, ...aliases].some((form) => foldName(form) === folded));
    const known = persons[at];
    if (known) persons[at] = enrich(known, person);
    else if (folded.includes(" ") && text.includes(` ${folded} `)) persons.push(toPerson(person, persons.length));
  }
  return { ...story, persons };
}

function enrich(known: WirePerson, { role, handles }: IntakePerson): WirePerson {
  const own = new Set(known.handles.map(({ platform, handle }) => `${platform} ${handle.toLowerCase()}`));
  const others = handles.filter(({ platform, handle }) => !own.has(`${platform} ${handle.toLowerCase()}`));
  return {
    ...known,
    role: role ?? known.role,
    handles: [...known.handles, ...others],
    confidence: Math.max(known.confidence, 0.97),
    reason: "The document's own data name this person, and so does its text.",
  };
}

function toPerson({ name, role, handles }: IntakePerson, index: number): WirePerson {
  const reason = "The document's own data name this person, and so does its text.";
  return { key: `told-${index}`, name, role, aliases: [], handles, confidence: 0.9, reason };
}
