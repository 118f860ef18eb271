import { confidenceOfWords, fieldConfidence } from "./confidence.js";
import { because, explained, type ReadingReason } from "./reasons.js";
import type { FoundDateline } from "../head/dateline.js";
import type { StoryHead } from "../head/headline.js";
import type { StoryElement, StoryPerson, StoryPost, ReadingProposal, StoryQuote } from "./story-value.js";

/** What the proposals are drawn from. */
export interface ProposalSource {
  readonly head: StoryHead;
  readonly dateline: FoundDateline | null;
  readonly language: string;
  readonly languageConfidence: number;
  readonly languageReason: string;
  readonly elements: readonly StoryElement[];
  readonly persons: readonly StoryPerson[];
}

/** Lists everything that was read with its reason, from the head of the story to its end. */
export function listProposals(source: ProposalSource): readonly ReadingProposal[] {
  const paths = new QuotePaths();
  return [
    ...proposeHead(source),
    ...proposeDateline(source.dateline),
    ...source.persons.flatMap(proposePerson),
    ...source.elements.flatMap((element, index) => proposeElement(element, index, source.persons, paths)),
  ];
}

function proposeHead({
  head,
  language,
  languageConfidence,
  languageReason,
}: ProposalSource): readonly ReadingProposal[] {
  return [
    ...propose("headline", head.headline, fieldConfidence.headline, head.headlineReason),
    ...propose("byline", head.byline, fieldConfidence.byline, "A short line above the text begins as a byline does."),
    ...propose("language", language, languageConfidence, languageReason),
  ];
}

/** @param why what the copy says about it, or reasons that another program can word. */
function propose(
  path: string,
  value: string | null,
  confidence: number,
  why: string | readonly ReadingReason[],
): readonly ReadingProposal[] {
  return value === null ? [] : [{ path, value, confidence: rounded(confidence), ...explained(why) }];
}

function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}

function proposeDateline(found: FoundDateline | null): readonly ReadingProposal[] {
  if (!found) return [];
  const { dateline, confidence, reason } = found;
  return [
    ...propose("dateline.place", dateline.place, confidence, reason),
    ...propose("dateline.date", dateline.date, confidence, reason),
    ...propose("dateline.agency", dateline.agency, confidence, reason),
  ];
}

function proposePerson(person: StoryPerson, index: number): readonly ReadingProposal[] {
  const path = `persons[${index}]`;
  return [
    ...propose(`${path}.name`, person.name, person.confidence, person.reasons),
    ...propose(
      `${path}.role`,
      person.role,
      person.confidence * fieldConfidence.role,
      `The text describes ${person.name} so.`,
    ),
    ...person.handles.flatMap(({ handle }) =>
      propose(
        `${path}.handle`,
        handle,
        fieldConfidence.handle,
        `The story holds a post of this account, whose name is that of ${person.name}.`,
      ),
    ),
  ];
}

/** Where the last part of each utterance is. */
class QuotePaths {
  readonly #last = new Map<number, string>();

  /** The path of the part that goes before in the same utterance, null for its first. */
  follow(utterance: number, path: string): string | null {
    const before = this.#last.get(utterance) ?? null;
    this.#last.set(utterance, path);
    return before;
  }
}

function proposeElement(
  element: StoryElement,
  index: number,
  persons: readonly StoryPerson[],
  paths: QuotePaths,
): readonly ReadingProposal[] {
  if (element.kind === "post") return proposePost(element, index);
  return element.quotes.flatMap((quote, at) => {
    const path = `elements[${index}].quotes[${at}]`;
    return proposeQuote(quote, path, persons, paths.follow(quote.utterance, path));
  });
}

const bySignature = [because("SIGNED_POST")];
const byAddress = [because("ADDRESSED_POST")];

function proposePost(post: StoryPost, index: number): readonly ReadingProposal[] {
  const path = `elements[${index}]`;
  const author = post.authorHandle === null ? post.authorName : `${post.authorName} (${post.authorHandle})`;
  return [
    ...(post.text === ""
      ? propose(`${path}.author`, author, fieldConfidence.addressedAuthor, byAddress)
      : propose(`${path}.author`, author, fieldConfidence.signedAuthor, bySignature)),
    ...propose(`${path}.postedOn`, post.postedOn, fieldConfidence.postedOn, "It is the day in the post's signature."),
    ...propose(
      `${path}.platform`,
      post.platform,
      post.url === null ? fieldConfidence.platformOfHandle : fieldConfidence.platform,
      "The form of the handle or the link shows the platform.",
    ),
  ];
}

function proposeQuote(
  quote: StoryQuote,
  path: string,
  persons: readonly StoryPerson[],
  continues: string | null,
): readonly ReadingProposal[] {
  const person = persons.find(({ key }) => key === quote.speakerKey);
  const speaker = person?.name ?? quote.speakerText;
  const source = quote.sourcePost === null ? null : `elements[${quote.sourcePost}]`;
  return [
    ...propose(
      `${path}.text`,
      quote.text,
      confidenceOfWords(quote),
      "These words are in quotation marks and read as something said.",
    ),
    ...propose(`${path}.speaker`, speaker, quote.confidence, quote.reasons),
    ...propose(
      `${path}.continues`,
      continues,
      fieldConfidence.continues,
      "It was interrupted there and goes on: both are one utterance.",
    ),
    ...propose(
      `${path}.saidOn`,
      quote.saidOn,
      fieldConfidence.saidOn,
      "The day is next to the speaker and the verb of saying.",
    ),
    ...propose(
      `${path}.source`,
      source,
      fieldConfidence.sourcePost,
      "The post holds most of the quoted words, so they can be checked against it.",
    ),
  ];
}
