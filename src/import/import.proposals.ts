import { foldName } from "../person/person.mentions.js";
import { accountKey, type KnownPerson, otherNamesOf, labelOfPerson } from "./import.candidates.js";
import type { Decisions } from "./import.decisions.js";
import type { PersonVerdict } from "./import.persons.js";
import { describeReasons, type ImportReason } from "./import.reasons.js";
import { compareRoles, type RoleRelation } from "./import.roles.js";
import type { StoryImage, StoryPerson, CopyStory } from "@dateline/copy-reader";

/** One thing that was read, and whether the draft is written with it. */
export interface ImportedProposal {
  readonly path: string;
  readonly value: string;
  readonly confidence: number;
  readonly reason: string;
  readonly reasons: readonly ImportReason[];
  /** Whether the draft is written with it, or would be; what is doubtful is only proposed. */
  readonly isApplied: boolean;
}

/**
 * What was read of a story and, after each person that was read, who this is or may be.
 *
 * @param pictures the places of the pictures that are in the draft.
 */
export function proposeAll(
  story: CopyStory,
  verdicts: readonly PersonVerdict[],
  pictures: ReadonlySet<number>,
): readonly ImportedProposal[] {
  const read = story.proposals.map(
    (proposal): ImportedProposal => ({ ...proposal, isApplied: isKept(story, proposal.path) }),
  );
  const ofPersons = groupByPerson(read);
  const persons = story.persons.flatMap((person, at) => {
    const verdict = verdicts[at];
    const matches = verdict ? proposePerson(`persons[${at}].match`, person, verdict, story.persons) : [];
    return [...(ofPersons.get(String(at)) ?? []), ...matches];
  });
  const isOfElement = ({ path }: ImportedProposal): boolean => path.startsWith("elements[");
  const head = read.filter((proposal) => !isOfElement(proposal) && placeOf(proposal) === undefined);
  return [...head, ...persons, ...read.filter(isOfElement), ...proposeImages(story, pictures)];
}

/** The same proposals after the decisions: the draft contains no refused proposals and no persons who are left out. */
export function applyDecisions(
  proposals: readonly ImportedProposal[],
  decisions: Decisions,
  isLeftOut: (person: number) => boolean,
): readonly ImportedProposal[] {
  if (decisions.size === 0) return proposals;
  return proposals.map((proposal) => {
    const [part = ""] = /^(?:elements\[\d+\](?:\.quotes\[\d+\])?|(?:persons|images)\[\d+\])/u.exec(proposal.path) ?? [];
    const { isAccepted = true, personId = null, imageId = null } = decisions.get(part) ?? {};
    const person = placeOf(proposal);
    if (!isAccepted || (person !== undefined && isLeftOut(Number(person)))) return { ...proposal, isApplied: false };
    // The decision names the person and replaces the proposal.
    if (personId !== null && /\.(?:speaker|author|match)$/u.test(proposal.path))
      return { ...proposal, isApplied: false };
    return imageId === null ? proposal : { ...proposal, isApplied: true };
  });
}

/** The pictures that the copy shows. An editor uploads those of the others that may be used. */
function proposeImages({ images = [] }: CopyStory, pictures: ReadonlySet<number>): readonly ImportedProposal[] {
  return images.flatMap((image, at) => {
    const isApplied = pictures.has(at);
    return (["url", "caption", "credit", "alt"] as const).flatMap((name) => {
      const value = image[name];
      if (!value) return [];
      const reason = explainImage(name, image, isApplied);
      return [{ path: `images[${at}].${name}`, value, confidence: IMAGE_CONFIDENCE, reason, reasons: [], isApplied }];
    });
  });
}

const IMAGE_CONFIDENCE = 0.9;

function explainImage(name: "url" | "caption" | "credit" | "alt", { line }: StoryImage, isApplied: boolean): string {
  const use = isApplied ? "The draft shows it." : "It is not fetched: upload it to use it.";
  if (name === "url") return `The copy shows a picture (line ${line}). ${use}`;
  return `The copy has it with the picture (line ${line}).`;
}

/** What a draft has no place for is only reported: which halves are one utterance, and a speaker known only by a pronoun. */
function isKept({ elements }: CopyStory, path: string): boolean {
  if (path === "source") return false;
  const [, element, quote, field] = /^elements\[(\d+)\]\.quotes\[(\d+)\]\.(\w+)$/u.exec(path) ?? [];
  if (field === undefined) return true;
  const found = elements[Number(element)];
  const own = found?.kind === "paragraph" ? found.quotes[Number(quote)] : undefined;
  if (field === "speaker") return own !== undefined && (own.speakerKey !== null || own.speakerRole !== null);
  return field !== "continues";
}

/** The place of the person that a proposal is about. */
function placeOf({ path }: ImportedProposal): string | undefined {
  return /^persons\[(\d+)\]/u.exec(path)?.[1];
}

function groupByPerson(proposals: readonly ImportedProposal[]): ReadonlyMap<string, readonly ImportedProposal[]> {
  const groups = new Map<string, ImportedProposal[]>();
  for (const proposal of proposals) {
    const place = placeOf(proposal);
    const group = place === undefined ? undefined : groups.get(place);
    if (group) group.push(proposal);
    else if (place !== undefined) groups.set(place, [proposal]);
  }
  return groups;
}

function proposePerson(
  path: string,
  person: StoryPerson,
  verdict: PersonVerdict,
  persons: readonly StoryPerson[],
): readonly ImportedProposal[] {
  const { known, sameAs, confidence, reasons, possible } = verdict;
  const earlier = sameAs === null ? null : (persons[sameAs]?.name ?? null);
  const value = known ? labelOfPerson(known) : (earlier ?? "a new person");
  return [
    { path, value, confidence: rounded(confidence), reason: describeReasons(reasons), reasons, isApplied: true },
    ...possible.map((each) => propose(path, labelOfPerson(each.known), each.confidence, each.reason)),
    ...(known ? proposeNews(path, person, known) : []),
  ];
}

/** Facts about a known person that the newsroom lacks: an import changes no person. */
function proposeNews(path: string, person: StoryPerson, known: KnownPerson): readonly ImportedProposal[] {
  const forms = new Set(known.folded);
  const names = [person.name, ...otherNamesOf(person)].filter((name) => !forms.has(foldName(name)));
  const handles = person.handles.filter(
    ({ platform, handle }) => !known.accounts.includes(accountKey(platform, handle)),
  );
  return [
    ...proposeRole(`${path}.role`, person, known),
    ...names.map((name) =>
      propose(`${path}.alias`, name, 0.5, `The newsroom does not have this name of ${known.name}.`),
    ),
    ...handles.map(({ handle }) =>
      propose(`${path}.handle`, handle, 0.6, `The newsroom does not have this account of ${known.name}.`),
    ),
  ];
}

const ROLE_CONFIDENCE: Readonly<Record<RoleRelation, number>> = {
  UNKNOWN: 0.7,
  DIFFERS: 0.5,
  CONTRADICTS: 0.3,
  AGREES: 0,
};

function proposeRole(path: string, { role }: StoryPerson, known: KnownPerson): readonly ImportedProposal[] {
  const relation = compareRoles(role, known.role);
  if (role === null || relation === "AGREES") return [];
  const reason =
    known.role === null
      ? `The newsroom has no role of ${known.name}.`
      : `The newsroom has “${known.role}” as the role of ${known.name}.`;
  return [propose(path, role, ROLE_CONFIDENCE[relation], reason)];
}

function propose(path: string, value: string, confidence: number, reason: string): ImportedProposal {
  return { path, value, confidence: rounded(confidence), reason, reasons: [], isApplied: false };
}

function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
