import { readDay } from "./wire.days.js";
import { monthNumbers, weekdayNames } from "./wire.lexicon.months.js";
import type { WireDateline } from "./wire.story.js";

/** A dateline found at the head of a paragraph, and where the paragraph's own words begin. */
export interface FoundDateline {
  readonly dateline: WireDateline;
  readonly end: number;
  readonly confidence: number;
  readonly reason: string;
}

const agencies =
  "Reuters|Reuter|AP|AFP|UPI|dpa|APA|EFE|ANSA|TASS|Tass|RIA Novosti|Interfax|Ukrinform|Xinhua|IRNA|ISNA|MNA|FNA|Tasnim|Mehr|" +
  "Anadolu|AA|KUNA|WAM|SPA|SANA|MENA|PTI|ANI|IANS|APP|Bernama|Yonhap|Kyodo|Jiji|AAP|PA|PA Media|CP|The Canadian Press|" +
  "Associated Press|CNN|BBC|NPR|KNA|epd|SID|ANP|Belga|PAP|CTK|ČTK|MTI|TT|NTB|Ritzau|Lusa|EUROPA PRESS|Europa Press|" +
  "Bloomberg|Dow Jones|Agence France-Presse|رويترز|أ ف ب|د ب أ|واس|وام|كونا|ایرنا|ایسنا|فارس|مهر|تسنیم|فرانس برس";
const agencyName = new RegExp(`^(?:${agencies})$`, "u");
const parenthesised = /\s*[([/]([\p{L}][\p{L}\p{M}.\s/&-]{0,40})[)\]/]/u;
const dash = /\s+[-–—_―]{1,2}(?:\s+|$)|(?<=[\p{L}.)\d])(?:--|—|–|:)\s*|ـ+\s*|(?<=\/)\.?\s+|\s+-{2}\s*/gu;
const headLength = 140;
const furnitureDate = /^(?:date|datum|fecha|dated?)\s*:?\s*(?=\d)/iu;

interface Head {
  readonly place: string | null;
  readonly date: string | null;
  readonly agency: string | null;
  readonly hasDay: boolean;
}

/** Reads a dateline at the head of a paragraph: place, day and agency before a dash; null when there is none. */
export function readDateline(paragraph: string): FoundDateline | null {
  const lead = readLeadingDay(paragraph);
  const rest = paragraph.slice(lead.end);
  const head = rest.slice(0, headLength);
  for (const match of head.matchAll(dash)) {
    const found = readHead(head.slice(0, match.index));
    const follows = head.slice(match.index + match[0].length);
    if (found && (isDated(found) || (opensText(follows) && !match[0].includes(":"))))
      return describe(rest.slice(0, match.index + match[0].length), lead, found);
    if (match.index > 90) break;
  }
  return lead.date ? dateOnly(paragraph, lead) : null;
}

function isDated(head: Head): boolean {
  return head.hasDay || head.agency !== null;
}

/** What follows a bare place must be running text: two parts of a headline in capitals are none. */
function opensText(text: string): boolean {
  return /\p{Ll}{2}/u.test(text.slice(0, 60)) || !/\p{Lu}/u.test(text);
}

/** Some systems put the day before everything else, as in "date 2024-01-31 PLACE". */
function readLeadingDay(text: string): { readonly date: string | null; readonly end: number } {
  const label = furnitureDate.exec(text)?.[0].length ?? 0;
  const day = label > 0 || /^\d{4}-\d\d-\d\d\b/.test(text) ? readDay(text.slice(label)) : null;
  if (!day) return { date: null, end: 0 };
  const end = label + day.end;
  return { date: day.date, end: end + (/^[\s,;:·|–—-]*/u.exec(text.slice(end))?.[0].length ?? 0) };
}

function describe(text: string, lead: { date: string | null; end: number }, head: Head): FoundDateline {
  const date = head.date ?? lead.date;
  const dateline = { text: text.trim(), place: head.place, date, agency: head.agency };
  const parts = [head.place && "a place", (head.hasDay || lead.date) && "a day", head.agency && "an agency"];
  const named = parts.filter((part) => typeof part === "string").join(", ");
  return {
    dateline,
    end: lead.end + text.length,
    confidence: head.hasDay || head.agency !== null || lead.date !== null ? 0.97 : 0.8,
    reason: `The story opens with ${named} before a dash.`,
  };
}

function dateOnly(paragraph: string, lead: { date: string | null; end: number }): FoundDateline {
  const dateline = { text: paragraph.slice(0, lead.end).trim(), place: null, date: lead.date, agency: null };
  return { dateline, end: lead.end, confidence: 0.9, reason: "The story opens with a day." };
}

function readHead(head: string): Head | null {
  if (head.trim() === "" || /[?!;“”"„«»@]|https?:/u.test(head)) return null;
  const agencyMatch = parenthesised.exec(head);
  const bare = agencyMatch ? head.replace(agencyMatch[0], " ") : head;
  const parts = bare.split(/,|،|\s+-\s+|(?<=[.])\s(?=\d|\p{Lu}\p{Ll}+\s\d)/u).map((part) => part.trim());
  return assemble(
    joinAbbreviations(parts).filter((part) => part !== "" && part !== "."),
    agencyMatch?.[1]?.trim() ?? null,
  );
}

/** The stop in "Feb. 10" ends no part: it belongs to a month that is cut short. */
function joinAbbreviations(parts: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const before = joined.at(-1) ?? "";
    const isMonth = before.endsWith(".") && monthNumbers.has(before.slice(0, -1).toLowerCase());
    if (isMonth && /^\d/u.test(part)) joined[joined.length - 1] = `${before} ${part}`;
    else joined.push(part);
  }
  return joined;
}

function assemble(parts: readonly string[], parenthesis: string | null): Head | null {
  let agency = parenthesis;
  let date: string | null = null;
  let hasDay = false;
  const places: string[] = [];
  for (const [index, part] of parts.entries()) {
    const day = readWholeDay(parts.slice(index, index + 2).join(", ")) ?? readWholeDay(part);
    if (day) [hasDay, date] = [true, date ?? day.date];
    else if (agencyName.test(part)) agency ??= part;
    else if (weekdayNames.has(part.toLowerCase().replace(/\.$/u, "")) || (hasDay && /^\d{4}\.?$/.test(part)))
      hasDay = true;
    else if (hasDay || !isPlace(part)) return null;
    else places.push(part);
  }
  return accept({ place: places.length > 0 ? places.join(", ") : null, date, agency, hasDay }, places);
}

function readWholeDay(part: string): { date: string | null } | null {
  const text = part.replace(/^(?:\p{L}+day|\p{L}{2,3})\.?\s+(?=\d|\p{L}+\.?\s+\d)/u, "");
  for (const candidate of [part, text]) {
    const day = readDay(candidate);
    if (day && /^[.\s]*$/u.test(candidate.slice(day.end))) return day;
  }
  return null;
}

/** A place is a few capitalised words; a script without capitals allows a few words. */
function isPlace(part: string): boolean {
  const words = part.split(/[\s/]+/u);
  if (words.length > 5 || part.length > 50 || /\d/.test(part)) return false;
  const cased = /\p{Lu}|\p{Ll}/u.test(part);
  if (!cased) return words.length <= 3;
  return words.every((word) =>
    /^(?:\p{Lu}[\p{L}\p{M}.'’&-]*|de|del|la|le|el|of|the|am|im|an|der|bei|und|and|do|da|dos|sur|york|city)$/u.test(
      word,
    ),
  );
}

/** A place alone is a dateline only in capitals, as wires set it, or as one word of a script without them. */
function accept(head: Head, places: readonly string[]): Head | null {
  if (head.place === null) return head.agency !== null && agencyName.test(head.agency) ? head : null;
  if (places.length > 3) return null;
  if (head.hasDay || (head.agency !== null && isAgency(head.agency))) return head;
  const first = places[0] ?? "";
  if (/\p{Lu}{2}/u.test(first) && !/\p{Ll}{2}/u.test(first)) return head;
  return !/\p{Lu}|\p{Ll}/u.test(first) && places.length === 1 && first.split(" ").length <= 2 ? head : null;
}

function isAgency(text: string): boolean {
  return text.split("/").every((part) => agencyName.test(part.trim()) || /^[A-Z]{2,6}$/.test(part.trim()));
}
