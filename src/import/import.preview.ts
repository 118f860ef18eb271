import { elementsAndImages } from "@dateline/copy-reader/text";
import { SharedAnswers } from "../graphql/answer.js";
import { normaliseMarks } from "../marked-text/marks.js";
import { Person } from "../person/person.type.js";
import { imagePath, personPath, postPath, quotePath } from "./import.decisions.js";
import { type Meant, meantIn, type PersonVerdict } from "./import.persons.js";
import { describeReasons, explainReasons, wordReasons } from "./import.reasons.js";
import type {
  ImportedElement,
  ImportedImage,
  ImportedParagraph,
  ImportedPerson,
  ImportedPost,
  ImportedQuote,
  ImportPreview,
} from "./import.preview.type.js";
import type { CopyStory, StoryElement, StoryImage, StoryPerson } from "@dateline/copy-reader";

type StoryPost = Extract<StoryElement, { kind: "post" }>;
type StoryParagraph = Extract<StoryElement, { kind: "paragraph" }>;
type StoryQuote = StoryParagraph["quotes"][number];

/** What is shown of a story that was read. Without verdicts no person of the newsroom is proposed. */
export function previewStory(
  story: CopyStory,
  verdicts: readonly PersonVerdict[],
  headline: string | undefined,
): ImportPreview {
  const preview = new Preview(story, verdicts);
  const { byline, standfirst = null, dateline, language } = story;
  return {
    headline: headline ?? story.headline,
    standfirst,
    byline,
    dateline: dateline && { text: dateline.text, place: dateline.place, date: dateline.date },
    language,
    elements: elementsAndImages(story).map((each) => preview.element(each)),
    persons: story.persons.map((person, at) => preview.person(person, at)),
  };
}

/** What is shown of copy that only withdraws an earlier story. */
export function previewNothing(language: string): ImportPreview {
  return { headline: null, standfirst: null, byline: null, dateline: null, language, elements: [], persons: [] };
}

class Preview {
  readonly #persons = new SharedAnswers(Person);
  readonly #meant: (key: string | null) => Meant;

  constructor(
    readonly story: CopyStory,
    readonly verdicts: readonly PersonVerdict[],
  ) {
    this.#meant = meantIn(story.persons, verdicts);
  }

  element(each: StoryElement | StoryImage): ImportedElement {
    switch (each.kind) {
      case "paragraph":
        return this.#paragraph(each, this.story.elements.indexOf(each));
      case "post":
        return this.#post(each, this.story.elements.indexOf(each));
      default:
        return imageOf(each, this.story.images?.indexOf(each) ?? 0);
    }
  }

  person({ key, name, role, confidence, reasons }: StoryPerson, at: number): ImportedPerson {
    const { match, candidates } = this.#meant(key);
    const verdict = this.verdicts[at];
    return {
      path: personPath(at),
      name,
      role,
      confidence: rounded(confidence),
      ...explainReasons(reasons),
      match: this.#persons.one(match),
      matchConfidence: rounded(verdict?.confidence ?? 0),
      matchReason: describeReasons(verdict?.reasons ?? []),
      matchReasons: wordReasons(verdict?.reasons ?? []),
      candidates: this.#persons.many(candidates),
    };
  }

  #paragraph({ text, style, marks = [], quotes }: StoryParagraph, element: number): ImportedParagraph {
    return {
      kind: "paragraph",
      text,
      style,
      marks: normaliseMarks(text, marks),
      quotes: quotes.map((quote, at) => this.#quote(quote, quotePath(element, at))),
    };
  }

  #quote(quote: StoryQuote, path: string): ImportedQuote {
    const { start, end, text, kind, speakerKey, speakerRole, saidOn, confidence, reasons } = quote;
    const { match, candidates } = this.#meant(speakerKey);
    const speakerName = this.story.persons.find(({ key }) => key === speakerKey)?.name ?? null;
    const read = {
      path,
      start,
      end,
      text,
      kind,
      speakerName,
      speakerRole,
      saidOn,
      confidence,
      ...explainReasons(reasons),
    };
    return { ...read, speaker: this.#persons.one(match), candidates: this.#persons.many(candidates) };
  }

  #post(post: StoryPost, element: number): ImportedPost {
    const { platform, url, authorName, authorHandle, text, postedOn, authorKey } = post;
    const path = postPath(element);
    const proposal = this.story.proposals.find((each) => each.path === `${path}.author`);
    return {
      kind: "post",
      path,
      platform,
      url,
      authorName,
      authorHandle,
      text,
      postedOn,
      confidence: proposal?.confidence ?? 0,
      ...explainReasons(proposal?.reasons ?? []),
      candidates: this.#persons.many(this.#meant(authorKey).candidates),
    };
  }
}

function imageOf({ url, caption, credit, alt, isLead }: StoryImage, at: number): ImportedImage {
  return { kind: "image", path: imagePath(at), url, caption, credit, alt: alt === "" ? null : alt, isLead };
}

function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
