import { useArticle } from "./use-open-article.ts";

/** Whether the caller may write the text now. */
export function useCanEdit(): boolean {
  return useArticle(({ saved }) => saved.allowedActs.includes("EDIT"));
}

const RTL_SCRIPTS = new Set(["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg"]);

/** The direction of a language's script. */
export function directionOf(language: string): "ltr" | "rtl" {
  try {
    return RTL_SCRIPTS.has(new Intl.Locale(language).maximize().script ?? "") ? "rtl" : "ltr";
  } catch {
    return "ltr";
  }
}
