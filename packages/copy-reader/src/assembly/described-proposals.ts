import { statedConfidence } from "../story/confidence.js";
import { because, explained, type ReadingReason } from "../story/reasons.js";
import type { CopyStory, ReadingProposal } from "../story/story-value.js";
import type { DocumentParts, DocumentPost, DocumentSummary, SenderOptions } from "../formats/document-parts.js";

interface Circumstances {
  readonly options: SenderOptions;
  readonly isContradicted: boolean;
  /** The summary that is the standfirst. */
  readonly standfirst: DocumentSummary | null;
}

/** The proposals of a story, with the reasons of what the document stated in the place of those of reading. */
export function describeProposals(
  story: CopyStory,
  parts: DocumentParts,
  { options, isContradicted, standfirst }: Circumstances,
): readonly ReadingProposal[] {
  const head = [
    ...proposeHead(story, parts, options, isContradicted),
    ...proposeStandfirst(standfirst),
    ...proposeTopics(story),
  ];
  const paths = new Set(head.map(({ path }) => path));
  const isHead = (path: string): boolean => !path.includes("[");
  const read = story.proposals.filter(({ path }) => !paths.has(path));
  return [
    ...head,
    ...read.filter(({ path }) => isHead(path)),
    ...proposePersons(story, read),
    ...describePosts(
      story,
      parts,
      read.filter(({ path }) => path.startsWith("elements[")),
    ),
  ];
}

function proposeHead(
  { headline, byline, language, dateline }: CopyStory,
  parts: DocumentParts,
  options: SenderOptions,
  isContradicted: boolean,
): readonly ReadingProposal[] {
  const isOwn = !options.headline?.trim();
  const isOwnLanguage = !options.language && !isContradicted;
  const where = parts.dateline?.reason;
  const isCompleted =
    dateline?.date !== undefined && dateline.date !== null && !namesYearOf(dateline.text, dateline.date);
  return [
    ...propose("headline", headline, isOwn ? parts.headline?.reason : undefined),
    ...propose("byline", byline, parts.byline?.reason),
    ...propose("source", parts.source?.value, parts.source ? [because("STATED_SENDER")] : undefined),
    ...propose("language", language, isOwnLanguage ? parts.language?.reason : undefined),
    ...propose("dateline.place", dateline?.place, parts.dateline?.place ? where : undefined),
    ...propose("dateline.date", dateline?.date, dayReason(parts, isCompleted)),
  ];
}

function proposeStandfirst(summary: DocumentSummary | null): readonly ReadingProposal[] {
  if (summary === null) return [];
  const { value, reason, isShared } = summary;
  return [
    {
      path: "standfirst",
      value,
      confidence: isShared === true ? statedConfidence.sharedSummary : statedConfidence.field,
      ...explained(reason),
    },
  ];
}

function proposeTopics({ topics = [] }: CopyStory): readonly ReadingProposal[] {
  return topics.flatMap((name, index) => propose(`topics[${index}]`, name, [because("STATED_TOPIC")]));
}

function dayReason({ dateline, publishedOn }: DocumentParts, isCompleted: boolean): string | undefined {
  if (dateline?.date) return dateline.reason;
  if (isCompleted && publishedOn !== null)
    return `The dateline names the day; its year is that of the publication on ${publishedOn}.`;
  return undefined;
}

/** Whether the dateline itself names the year of the day. */
function namesYearOf(dateline: string, date: string): boolean {
  return dateline.includes(date.slice(0, 4));
}

function propose(
  path: string,
  value: string | null | undefined,
  why: string | readonly ReadingReason[] | undefined,
): readonly ReadingProposal[] {
  return value && why ? [{ path, value, confidence: statedConfidence.field, ...explained(why) }] : [];
}

/** Persons may have been added and enriched, so theirs are written again where they differ. */
function proposePersons({ persons }: CopyStory, read: readonly ReadingProposal[]): readonly ReadingProposal[] {
  return persons.flatMap((person, index) => {
    const path = `persons[${index}]`;
    const found = read.filter((proposal) => proposal.path.startsWith(`${path}.`));
    if (!person.reasons.some(({ code }) => code === "STATED_PERSON")) return found;
    const { name, role, handles, reasons } = person;
    return [
      { path: `${path}.name`, value: name, confidence: person.confidence, ...explained(reasons) },
      ...propose(`${path}.role`, role, found.find((each) => each.path === `${path}.role`)?.reason ?? reasons),
      ...handles.flatMap(({ handle }) =>
        propose(`${path}.handle`, handle, "The document lists it as an account of this person."),
      ),
    ];
  });
}

/** If the markup of an embedded post names its author, no signature is read. */
function describePosts(
  story: CopyStory,
  parts: DocumentParts,
  read: readonly ReadingProposal[],
): readonly ReadingProposal[] {
  const stated = new Set(parts.blocks.flatMap((block) => (block.kind === "post" ? [keyOf(block)] : [])));
  return read.map((proposal) => {
    const [, index, field] = /^elements\[(\d+)\]\.(author|postedOn|platform)$/u.exec(proposal.path) ?? [];
    const element = index === undefined ? undefined : story.elements[Number(index)];
    if (field === undefined || element?.kind !== "post" || !stated.has(keyOf(element))) return proposal;
    return { ...proposal, confidence: statedConfidence.embed, ...explained([because("EMBEDDED_POST")]) };
  });
}

function keyOf({ url, text, line }: Pick<DocumentPost, "url" | "text" | "line">): string {
  return `${line}\n${url}\n${text}`;
}
