import { compareNames, loneName, type NameDifference } from "../person/person.alike.js";
import { type KnownPerson, otherNamesOf } from "./import.candidates.js";
import { compareRoles } from "./import.roles.js";
import type { StoryPerson } from "@dateline/copy-reader";

/** A person who may be meant. */
export interface Possible {
  readonly known: KnownPerson;
  readonly confidence: number;
  readonly reason: string;
}

/** The confidence that two names with this difference are one person's, and the wording of the difference. */
const DIFFERENCES: Readonly<Record<NameDifference, readonly [confidence: number, words: string]>> = {
  parting: [0.6, "is parted otherwise"],
  letters: [0.6, "has other letters for the same sounds"],
  order: [0.55, "has its parts in another order"],
  middle: [0.55, "differs in a middle name"],
  particle: [0.5, "differs in a small word"],
  spelling: [0.45, "is spelled otherwise"],
  initial: [0.4, "has a first name in the place of an initial"],
  family: [0.4, "has the family name alone"],
  suffix: [0.35, "differs in its ending, such as Jr."],
  further: [0.35, "differs in a further family name"],
};

/** Persons who may be meant by a name that no person has exactly, the likeliest first. */
export function findPossible(person: StoryPerson, alike: readonly KnownPerson[]): readonly Possible[] {
  const possible = alike.flatMap((known): Possible[] => {
    const [best] = [person.name, ...otherNamesOf(person)]
      .flatMap((named) => known.names.flatMap((name) => compareToName(named, name, known)))
      .sort(byConfidence);
    return best ? [weighRole(person, best)] : [];
  });
  // A family name that several have does not say who of them is meant, unless a role agrees.
  const isUnclear = possible.length > 1 && loneName(person.name) !== null;
  const kept = isUnclear
    ? possible.filter(({ known }) => compareRoles(person.role, known.role) === "AGREES")
    : possible;
  return kept.sort(byConfidence);
}

/** The persons who share one name, each of them a candidate, the likeliest first. */
export function weighBearers(
  person: StoryPerson,
  bearers: readonly KnownPerson[],
  reason: string,
): readonly Possible[] {
  return bearers.map((known) => weighRole(person, { known, confidence: 0.4, reason })).sort(byConfidence);
}

function compareToName(named: string, name: string, known: KnownPerson): readonly Possible[] {
  const differences = compareNames(named, name);
  if (!differences) return [];
  if (differences.length === 0) {
    return [
      { known, confidence: 0.55, reason: `The story has the name ${named} for this person, and so has the newsroom.` },
    ];
  }
  const sureness = Math.min(...differences.map((each) => DIFFERENCES[each][0]));
  const confidence = differences.length === 1 ? sureness : sureness * 0.8;
  return [{ known, confidence, reason: describeDifferences(named, name, differences) }];
}

function describeDifferences(named: string, name: string, differences: readonly NameDifference[]): string {
  if (differences.length === 1 && differences[0] === "family") {
    return loneName(named) === null
      ? `The newsroom knows ${name} by one name only, which is the family name here.`
      : `The story contains one name only, which is the family name of ${name}.`;
  }
  return `The name ${name} ${differences.map((each) => DIFFERENCES[each][1]).join(" and ")}.`;
}

function weighRole(person: StoryPerson, { known, confidence, reason }: Possible): Possible {
  const relation = compareRoles(person.role, known.role);
  if (relation === "AGREES") return { known, confidence: confidence + 0.15, reason: `${reason} The roles agree.` };
  if (relation !== "CONTRADICTS") return { known, confidence, reason };
  return { known, confidence: confidence / 2, reason: `${reason} But the roles contradict each other.` };
}

function byConfidence(one: Possible, other: Possible): number {
  return other.confidence - one.confidence;
}
