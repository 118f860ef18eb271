import { useWords } from "../languages/words.tsx";

/** What the audit log has of an act besides its name. */
export interface LoggedDetails {
  readonly detail: string | null;
  readonly notes: readonly { readonly code: string; readonly words: readonly string[] }[];
}

/** How many of the first words of a note are moments. */
const MOMENTS: Readonly<Record<string, number>> = { EMBARGO_REMOVED: 1, EMBARGO_MOVED: 2, LINK_UNTIL: 1 };

/** How many words of a note come before rules for publications. */
const BEFORE_RULES: Readonly<Record<string, number>> = { OVERRIDDEN: 1, NOT_PUBLISHED: 0 };

/**
 * Returns what the audit log has of an act: the actor's words, or the server's notes in the language of the interface. Null
 * where there is nothing.
 */
export function useDetails(): (entry: LoggedDetails) => string | null {
  const { worded, format } = useWords();
  const shown = (code: string, word: string, at: number): string => {
    if (at < (MOMENTS[code] ?? 0)) return format.moment(word);
    if (code !== "VERDICTS_CHANGED") return word;
    return word.replaceAll(/\w+/g, (name) => worded(`verdict.${name}`) ?? name);
  };
  const sentence = (code: string, words: readonly string[]): string | null => {
    const values = words.map((word, at) => shown(code, word, at));
    const [one = "", two = "", three = ""] = values;
    const text = worded(`note.${code}`, { one, two, three, all: format.list(values) });
    const rules = words.slice(BEFORE_RULES[code] ?? words.length);
    return text && [text, ...rules.flatMap((rule) => worded(`article.rule.${rule}`) ?? [])].join(" ");
  };
  return ({ detail, notes }) => {
    const sentences = notes.map(({ code, words }) => sentence(code, words));
    // A newer server may note more than is known here.
    return sentences.length === 0 || sentences.includes(null) ? detail : sentences.join(" ");
  };
}
