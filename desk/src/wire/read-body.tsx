import { useEffect, useRef } from "react";
import type { CopyPreviewFragment } from "../api/generated/graphql.ts";
import { useWords } from "../languages/words.tsx";
import { PLATFORMS } from "../library/platforms.ts";
import type { Decisions } from "./decisions.ts";

type Element = CopyPreviewFragment["elements"][number];
type Paragraph = Extract<Element, { readonly __typename: "ImportedParagraph" }>;

interface PartProps {
  readonly decisions: Decisions;
  readonly current: string | null;
}

/** How a part is shown by what was decided on it. */
function markOf(path: string, { decisions, current }: PartProps): Readonly<Record<string, string | undefined>> {
  const decision = decisions[path];
  return {
    "data-path": path,
    "data-decision": decision === undefined ? undefined : decision.isAccepted ? "accepted" : "refused",
    "data-current": path === current ? "true" : undefined,
  };
}

function ParagraphText({ paragraph: { text, quotes }, ...part }: { readonly paragraph: Paragraph } & PartProps) {
  const pieces = quotes.flatMap(({ path, start, end }, at) => {
    const from = quotes[at - 1]?.end ?? 0;
    return [
      <span key={`${path} before`}>{text.slice(from, start)}</span>,
      <mark key={path} className="read-quote" {...markOf(path, part)}>
        {text.slice(start, end)}
      </mark>,
    ];
  });
  return (
    <p dir="auto">
      {pieces}
      {text.slice(quotes.at(-1)?.end ?? 0)}
    </p>
  );
}

function BodyElement({ element, ...part }: { readonly element: Element } & PartProps) {
  const { t, format } = useWords();
  if (element.__typename === "ImportedParagraph") return <ParagraphText paragraph={element} {...part} />;
  if (element.__typename === "ImportedImage") {
    return (
      <figure className="read-part" {...markOf(element.path, part)}>
        <p className="quiet">{t("wire.image")}</p>
        {element.caption !== null && <p dir="auto">{element.caption}</p>}
        <p className="quiet">{t("wire.source", { url: element.address })}</p>
      </figure>
    );
  }
  return (
    <blockquote className="read-part" {...markOf(element.path, part)}>
      <p className="quiet">
        <bdi>{element.authorName ?? element.authorHandle}</bdi> · {PLATFORMS[element.platform]}
        {element.postedOn !== null && ` · ${format.day(element.postedOn)}`}
      </p>
      <p dir="auto">{element.text === "" ? element.url : element.text}</p>
    </blockquote>
  );
}

/** The body as it was read, with its quotes marked; the part that is being decided on is scrolled into view. */
export function ReadBody({ preview, ...part }: { readonly preview: CopyPreviewFragment } & PartProps) {
  const { t } = useWords();
  const body = useRef<HTMLDivElement>(null);
  const { current } = part;
  useEffect(() => {
    if (current === null) return;
    body.current?.querySelector(`[data-path="${CSS.escape(current)}"]`)?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    // It scrolls, which has to be possible by the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="panel read-body" aria-label={t("wire.body")} lang={preview.language} ref={body} tabIndex={0}>
      {preview.standfirst !== null && <p className="standfirst">{preview.standfirst}</p>}
      {preview.elements.map((element, at) => (
        // What was read has no identity but its place, and never changes.
        // oxlint-disable-next-line react/no-array-index-key
        <BodyElement key={at} element={element} {...part} />
      ))}
    </section>
  );
}
