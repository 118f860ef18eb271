import { useMemo } from "react";
import { compareWords } from "../editor/words-diff.ts";

const ELEMENTS = { same: "span", removed: "del", added: "ins" } as const;

interface ComparedTextProps {
  readonly before: string;
  readonly after: string;
  readonly language: string;
}

/** A text with what was removed from it and added to it, word by word. */
export function ComparedText({ before, after, language }: ComparedTextProps) {
  const pieces = useMemo(() => compareWords(before, after, language), [before, after, language]);
  return (
    <p className="compared" lang={language} dir="auto">
      {pieces.map(({ kind, text }, at) => {
        const Element = ELEMENTS[kind];
        // Pieces have no identity but their place.
        return <Element key={at}>{text}</Element>;
      })}
    </p>
  );
}
