import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { type Catalogue, type Messages, messagesOf } from "./catalogue.ts";
import { type Formats, formatsOf } from "./formats.ts";
import { type Language, LANGUAGES, localeOf, storeLanguage } from "./languages.ts";
import { speak } from "./spoken.ts";

/** The language of the interface, its messages and its formats. */
export interface Words extends Messages {
  readonly language: Language;
  /** The message of a name that the server has for something, such as an act of the audit log; the name itself where there is none. */
  readonly named: (group: "act" | "subject", name: string) => string;
  readonly format: Formats;
  /** A moment with its zone, and in UTC where that is another time. */
  readonly zonedMoment: (moment: string) => string;
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
    speak({
      language,
      ...messagesOf(language, LANGUAGES[language].direction, catalogue),
      format: formatsOf(localeOf(language)),
    });
  }, [language, catalogue]);
  const locale = localeOf(language);
  const words = useMemo<Words>(() => {
    const messages = messagesOf(locale, LANGUAGES[language].direction, catalogue);
    const named: Words["named"] = (group, name) => messages.worded(`${group}.${name}`) ?? name;
    const format = formatsOf(locale);
    const zonedMoment: Words["zonedMoment"] = (moment) => {
      const [local, utc] = [format.momentZoned(moment), format.momentUtc(moment)];
      return utc === null ? local : messages.t("article.zones", { local, utc });
    };
    return { language, ...messages, named, format, zonedMoment, choose };
  }, [language, locale, catalogue, choose]);
  return (
    <WordsContext value={words}>
      <I18nProvider locale={locale}>{children}</I18nProvider>
    </WordsContext>
  );
}
