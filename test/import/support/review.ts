import { Desk, present } from "../../support/desk.js";

/** The selection of a preview. */
export const PREVIEW = `preview { headline standfirst byline language dateline { text place date }
  persons { path name role confidence reason reasons { code words count message } matchConfidence matchReason matchReasons { code words count message } match { id } candidates { id role } }
  elements { __typename
    ... on ImportedParagraph { text style marks { kind start end href } quotes { path start end text kind speakerName speakerRole saidOn
      confidence reason reasons { code words count message } speaker { id } candidates { id name } } }
    ... on ImportedPost { path platform url authorName authorHandle postText: text postedOn confidence reason reasons { code words count message } candidates { id } }
    ... on ImportedImage { path imageUrl: url caption credit alt isLead } } }`;
/** The selection of what was written, with the report. */
export const WRITTEN = `article { id headline leadImage { image { id } caption alt } body { __typename
    ... on Paragraph { text quotes { text speaker { id name } speakerRole source { id } } }
    ... on EmbeddedPost { postText: text author { id } }
    ... on Figure { image { id } caption alt } } }
  report { proposals { path value isApplied } warnings }`;

interface ReadQuote {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly speakerName: string | null;
  readonly speaker: { readonly id: string } | null;
  readonly candidates: readonly { readonly id: string }[];
}
interface ReadElement {
  readonly __typename: string;
  readonly path?: string;
  readonly text?: string;
  readonly imageUrl?: string;
  readonly quotes?: readonly ReadQuote[];
}
/** What a review is answered. */
export interface Read {
  readonly preview: {
    readonly persons: readonly { readonly path: string; readonly name: string }[];
    readonly elements: readonly ReadElement[];
  };
  readonly report: {
    readonly proposals: readonly { readonly path: string; readonly value: string; readonly isApplied: boolean }[];
    readonly warnings: readonly string[];
  };
}
interface WrittenElement {
  readonly __typename: string;
  readonly text?: string;
  readonly postText?: string;
  readonly image?: { readonly id: string };
  readonly quotes?: readonly {
    readonly text: string;
    readonly speaker: { readonly id: string; readonly name: string } | null;
    readonly source: { readonly id: string } | null;
    readonly speakerRole: string | null;
  }[];
}
/** What an import is answered. */
export interface Written extends Read {
  readonly article: { readonly id: string; readonly leadImage: unknown; readonly body: readonly WrittenElement[] };
}
/** A decision as it is sent. */
export interface Decision {
  readonly path: string;
  readonly isAccepted: boolean;
  readonly personId?: string;
  readonly imageId?: string;
}

/** A newsroom that knows one person of the page by her name, and two by the same name. */
export async function openNewsroom(): Promise<{ desk: Desk; known: string; namesake: string }> {
  const desk = await Desk.open();
  const known = await desk.newsroom.person({ name: "Ada Whitcombe", role: "Harbour master" });
  const namesake = await desk.newsroom.person({ name: "Bram Oster", role: "Engineer" });
  await desk.newsroom.person({ name: "Bram Oster", role: "Painter", slug: "bram-oster-painter" });
  return { desk, known, namesake };
}

/** An import, with the selection of a test or of all. */
export function importAs<Result>(desk: Desk, input: object, fields = `${WRITTEN} ${PREVIEW}`): Promise<Result> {
  return desk.run<Result>("importArticle", { format: "HTML", ...input }, fields);
}

/** A dry run. */
export function review(desk: Desk, content: string): Promise<Read> {
  const fields = `${PREVIEW} report { proposals { path value isApplied } warnings }`;
  return importAs<Read>(desk, { content, dryRun: true }, fields);
}

/** All quotes of a preview. */
export function quotesOf({ preview }: Read): readonly ReadQuote[] {
  return preview.elements.flatMap(({ quotes = [] }) => quotes);
}

/** The path of the first part of a type. */
export function pathOfType(read: Read, type: string): string {
  return present(read.preview.elements.find(({ __typename }) => __typename === type)?.path);
}

/** The name of every person, in order. */
export async function personNames(desk: Desk): Promise<readonly string[]> {
  const rows = await desk.app.database.prisma.person.findMany({ select: { name: true } });
  return rows.map(({ name }) => name).toSorted();
}

/** A page with the number of its story: a post, a picture and four quotes. */
export function pageOf(made: number): string {
  return `<html lang="en"><head><title>Lock ${made} opened</title></head>
<body><article><h1>Lock ${made} opened</h1>
<p>PORT MALDEN, Feb. 11, 2026 – The lock number ${made} was opened again on Wednesday.</p>
<p>“The lock ${made} holds well and will hold,” harbour master Ada Whitcombe told reporters.</p>
<figure><img src="https://pictures.example/gate-${made}.jpg" alt="The gate"><figcaption>The gate number ${made} on Wednesday. Photo: I. Harrow</figcaption></figure>
<p>“We painted gate ${made} twice this winter,” Bram Oster said.</p>
<blockquote class="twitter-tweet"><p>The lock number ${made} opens on Wednesday.</p>&mdash; Harbour Office (@maldenharbour) <a href="https://twitter.com/maldenharbour/status/10${made}">February 10, 2026</a></blockquote>
<p>“The lock number ${made} opens on Wednesday,” the Harbour Office had written. “Nobody asked us about number ${made},” said Cleo Vantreen.</p>
</article></body></html>`;
}
