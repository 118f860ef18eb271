import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { selectQuote } from "../editor/quote-commands.ts";
import { useDesk } from "./use-desk.ts";

const route = getRouteApi("/desk/articles/$id");

/** Selects the quote that the address names, once, when the article is opened: searches lead to their quotes like this. */
export function QuoteFromAddress() {
  const { quote } = route.useSearch();
  const { run, focusBody, showPanel } = useDesk();
  const [wanted] = useState(quote);
  useEffect(() => {
    if (wanted === undefined) return undefined;
    // The editor is there after the effects of this render.
    const frame = requestAnimationFrame(() => {
      if (!run(selectQuote(wanted))) return;
      showPanel("quotes");
      focusBody();
    });
    return () => cancelAnimationFrame(frame);
    // Once: later the caret belongs to the writer.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [wanted]);
  return null;
}
