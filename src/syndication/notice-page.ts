import { escapeMarkup } from "../lib/escape-markup.js";
import { assertNever } from "../lib/assert-never.js";
import { element, escapeLines, openTag } from "./markup.js";
import { renderPage } from "./page.js";
import type { SyndicatedSite } from "./syndicated.js";
import { renderPhrase, timeOfMoment, voiceFor } from "./voice.js";

/** What readers see in place of an article. */
export type Notice =
  | { readonly kind: "GONE"; readonly reason: string; readonly killedAt: string }
  | { readonly kind: "MISSING" }
  | { readonly kind: "MOVED"; readonly address: string };

/**
 * A small HTML page in the language of the publication, in the style of the reading pages: why an article was taken from
 * readers and when, that there is none, or where it is now. Serve it with `readingPagePolicy`.
 */
export function renderNoticePage(notice: Notice, site: SyndicatedSite): string {
  const voice = voiceFor(site.language);
  const { title, text } = voice.wording.notices[notice.kind];
  // The reason may be in another, unknown language than the page.
  const reason = notice.kind === "GONE" ? element("p", { dir: "auto" }, escapeLines(notice.reason)) : "";
  const paragraph = element("p", {}, renderPhrase(voice, text, valuesOf(notice, site)));
  return renderPage(
    {
      language: site.language,
      title,
      head: [openTag("meta", { name: "robots", content: "noindex" })],
      skip: "",
      content: `\n${element("h1", {}, renderPhrase(voice, title))}\n${reason}${paragraph}\n`,
    },
    site,
  );
}

function valuesOf(notice: Notice, site: SyndicatedSite): Readonly<Record<string, string>> {
  switch (notice.kind) {
    case "GONE":
      return { moment: timeOfMoment(voiceFor(site.language), notice.killedAt) };
    case "MISSING":
      return {};
    case "MOVED":
      return { address: element("a", { href: notice.address }, element("bdi", {}, escapeMarkup(notice.address))) };
    default:
      return assertNever(notice);
  }
}
