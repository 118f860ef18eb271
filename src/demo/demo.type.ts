import type { ParagraphStyle } from "../marked-text/paragraph-style.type.js";
import type { PostPlatform } from "../person/platform.type.js";
import type { Canvas } from "./canvas.js";

/** A person who is quoted or mentioned. Aliases contain all forms of the name in the articles. */
export interface DemoPerson {
  /** Names the person within the demo newsroom only. */
  readonly key: string;
  readonly name: string;
  readonly role?: string;
  readonly aliases?: readonly string[];
  readonly accounts?: readonly { readonly platform: PostPlatform; readonly handle: string }[];
}

/** A section. Those with one parent come in the order in which they are listed. */
export interface DemoSection {
  readonly slug: string;
  readonly name: string;
  /** The slug of the section that it belongs to, which comes earlier in the list. */
  readonly parent?: string;
}

/** A picture, and what is known of it. */
export interface DemoPicture {
  /** Names the picture within the demo newsroom only. */
  readonly key: string;
  readonly draw: () => Canvas;
  readonly alt: string;
  readonly headline: string;
  readonly caption?: string;
  readonly credit: string;
  readonly usageTerms: string;
  readonly place?: string;
  readonly focalPoint?: { readonly x: number; readonly y: number };
}

/** A post as it was captured. */
export interface DemoPost {
  /** Names the post within the demo newsroom only. */
  readonly key: string;
  readonly platform: PostPlatform;
  readonly url?: string;
  readonly authorName: string;
  /** With its leading @. */
  readonly authorHandle?: string;
  /** The key of the person who wrote it; absent when the account belongs to no person of the newsroom. */
  readonly author?: string;
  readonly text: string;
  readonly language?: string;
  /** Calendar date, ISO 8601. */
  readonly postedOn?: string;
  /** RFC 3339, UTC. */
  readonly postedAt?: string;
  readonly availability?: "UNKNOWN" | "LIVE" | "EDITED" | "DELETED";
}

/** A part of a paragraph that quotes a person. */
export interface DemoQuote {
  /** Exactly as they are in the paragraph's plain text, without quotation marks; the first occurrence is meant. */
  readonly words: string;
  readonly kind: "DIRECT" | "PARTIAL" | "INDIRECT" | "TRANSLATED";
  /** The key of a person; absent when no speaker is named. */
  readonly speaker?: string;
  /** The speaker's office when the words were said. */
  readonly speakerRole?: string;
  /** Calendar date, ISO 8601. */
  readonly saidOn?: string;
  readonly occasion?: string;
  /** The key of the post the words can be checked against. */
  readonly source?: string;
  /** What the check of the words against the source has to say. */
  readonly expected: "EXACT" | "MARKED_EDIT" | "ALTERED" | "NOT_FOUND" | "NOT_COMPARABLE" | "UNSOURCED";
}

/** A paragraph. Its html uses nothing but `<a href>`, `<em>`, `<strong>` and character references. */
export interface DemoParagraph {
  readonly html: string;
  /** BODY where absent. */
  readonly style?: ParagraphStyle;
  readonly quotes?: readonly DemoQuote[];
}

/** A picture in an article, with its own texts if those of the picture do not fit. */
export interface DemoFigure {
  /** The key of a picture. */
  readonly picture: string;
  readonly alt?: string;
  readonly caption?: string;
}

/** A part of a body: a paragraph, a picture, or the key of an embedded post, which is at most once in a body. */
export type DemoElement = DemoParagraph | { readonly post: string } | { readonly figure: DemoFigure };

/** An article of the demo newsroom with its data. */
export interface DemoStory {
  /** Lower-case ASCII words joined by hyphens, once in the newsroom. */
  readonly slug: string;
  readonly headline: string;
  readonly standfirst?: string;
  /** Absent where the names of the authors are printed. */
  readonly byline?: string;
  /** Who wrote it, in printed order. */
  readonly authors?: readonly { /** The key of a person. */ readonly person: string; readonly role?: string }[];
  /** The date is a calendar date, ISO 8601. */
  readonly dateline?: { readonly text: string; readonly place?: string; readonly date?: string };
  /** BCP 47 language tag. */
  readonly language: string;
  /** The slug of its section. */
  readonly section: string;
  /** The slug of the article that it is a translation of, published earlier. */
  readonly translationOf?: string;
  /** The slugs of other articles to show beside it, published earlier. */
  readonly related?: readonly string[];
  /** The picture of teasers. */
  readonly lead?: DemoFigure;
  /** Names of topics; the same name is the same topic in every language. */
  readonly topics: readonly string[];
  /** RFC 3339, UTC; of the first publication. */
  readonly publishedAt: string;
  readonly body: readonly DemoElement[];
  /** What was corrected after publication; `before` is the body as first published, with its mistake. */
  readonly correction?: {
    readonly kind: "CORRECTION" | "CLARIFICATION" | "UPDATE" | "RETRACTION";
    readonly note: string;
    /** RFC 3339, UTC; later than the publication. */
    readonly correctedAt: string;
    readonly before: readonly DemoElement[];
  };
  /** Why and when the article was withdrawn for good; later than the publication. */
  readonly killed?: { readonly reason: string; readonly killedAt: string };
}

/** An article that readers do not see yet. */
export interface DemoDeskStory extends Omit<DemoStory, "publishedAt" | "correction" | "killed"> {
  /** The state it is left in. A scheduled one is due a week after the newsroom is loaded. */
  readonly stage: "DRAFT" | "IN_REVIEW" | "SCHEDULED";
  /** Whether it is under an embargo, which ends a week after the newsroom is loaded. */
  readonly isEmbargoed?: boolean;
  /** RFC 3339, UTC. */
  readonly writtenAt: string;
}

/** A change to a published article that is not published yet. */
export interface DemoPendingChange {
  /** The slug of the article. */
  readonly slug: string;
  readonly standfirst: string;
  /** RFC 3339, UTC; later than the publication. */
  readonly changedAt: string;
}

/** Everything an empty database is filled with. */
export interface DemoNewsroom {
  readonly sections: readonly DemoSection[];
  readonly pictures: readonly DemoPicture[];
  readonly persons: readonly DemoPerson[];
  readonly posts: readonly DemoPost[];
  readonly stories: readonly DemoStory[];
  readonly desk: readonly DemoDeskStory[];
  readonly pendingChange: DemoPendingChange;
}
