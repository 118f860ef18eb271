import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { type Catalogue, type Translate, translator } from "./catalogue.ts";
import { type Formats, formatsOf } from "./formats.ts";
import { type Language, LANGUAGES, localeOf, storeLanguage } from "./languages.ts";
import { speak } from "./spoken.ts";

/** The language of the interface, its messages and its formats. */
export interface Words {
  readonly language: Language;
  readonly t: Translate;
  /** The message of a name that the server has for something, such as an act of the audit log; the name itself where there is none. */
  readonly named: (group: "act" | "subject", name: string) => string;
  readonly format: Formats;
  readonly choose: (language: Language) => void;
}

const WordsContext = createContext<Words | null>(null);

/** The words of the interface. */
export function useWords(): Words {
  const words = use(WordsContext);
  if (!words) throw new Error("useWords is used outside of WordsProvider.");
  return words;
}

interface Chosen {
  readonly language: Language;
  readonly catalogue: Catalogue;
}

/** The message of a key that may be none of the catalogue's. */
function nameIn(catalogue: Catalogue, key: string): string | null {
  const messages: Readonly<Record<string, string | object | undefined>> = catalogue;
  const message = messages[key];
  return typeof message === "string" ? message : null;
}

/** Provides the words of the interface, and sets the language and the direction of the page. */
export function WordsProvider({ initial, children }: { readonly initial: Chosen; readonly children: ReactNode }) {
  const [{ language, catalogue }, setChosen] = useState(initial);
  const choose = useCallback((next: Language) => {
    storeLanguage(next);
    void LANGUAGES[next].load().then((loaded) => setChosen({ language: next, catalogue: loaded }));
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = LANGUAGES[language].direction;
  }, [language]);
  useEffect(() => {
    const t = translator(language, LANGUAGES[language].direction, catalogue);
    speak({ language, t, find: (key) => nameIn(catalogue, key) });
  }, [language, catalogue]);
  const locale = localeOf(language);
  const words = useMemo<Words>(
    () => ({
      language,
      t: translator(locale, LANGUAGES[language].direction, catalogue),
      named: (group, name) => nameIn(catalogue, `${group}.${name}`) ?? name,
      format: formatsOf(locale),
      choose,
    }),
    [language, locale, catalogue, choose],
  );
  return (
    <WordsContext value={words}>
      <I18nProvider locale={locale}>{children}</I18nProvider>
    </WordsContext>
  );
}
