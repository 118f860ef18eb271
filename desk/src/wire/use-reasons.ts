import type { ReasonFragment } from "../api/generated/graphql.ts";
import { useWords } from "../languages/words.tsx";

/** Returns reasons of a reading as sentences in the language of the interface; those of a newer server in its own words. */
export function useReasons(): (reasons: readonly ReasonFragment[]) => string {
  const { worded } = useWords();
  return (reasons) =>
    reasons
      .map(({ code, words: [one = "", two = ""], count, message }) => {
        return worded(`reason.${code}`, { one, two, count: count ?? 0 }) ?? message;
      })
      .join(" ");
}
