import { useDeferredValue, useMemo } from "react";
import { countWords } from "../../../src/lib/count-words.ts";
import { paragraphType, textOf } from "../editor/schema.ts";
import { useWords } from "../languages/words.tsx";
import { useArticle } from "./use-open-article.ts";

/** The number of words of the body, counted as the server counts them. */
export function WordCount() {
  const { t } = useWords();
  const editor = useArticle((view) => view.editor);
  const language = useArticle(({ head }) => head.language);
  const doc = useDeferredValue(editor.doc);
  const count = useMemo(() => {
    const texts = doc.children.filter(({ type }) => type === paragraphType).map(textOf);
    return countWords(texts, language);
  }, [doc, language]);
  return <span className="count quiet">{t("articles.words", { count })}</span>;
}
