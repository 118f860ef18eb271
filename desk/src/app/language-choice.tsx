import { isLanguage, LANGUAGE_CODES, LANGUAGES } from "../languages/languages.ts";
import { useWords } from "../languages/words.tsx";
import { Choice } from "../ui/choice.tsx";

const OPTIONS = LANGUAGE_CODES.map((value) => ({ value, name: LANGUAGES[value].name }));

/** The choice of the language of the interface. */
export function LanguageChoice() {
  const { t, language, choose } = useWords();
  return (
    <Choice
      label={t("user.language")}
      value={language}
      options={OPTIONS}
      onChange={(value) => isLanguage(value) && choose(value)}
    />
  );
}
