import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { SectionsToChooseDocument } from "../api/generated/graphql.ts";
import { request } from "../api/request.ts";
import { LANGUAGE_CODES } from "../languages/languages.ts";
import { useWords } from "../languages/words.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { Choice } from "../ui/choice.tsx";
import { Button, Toggle } from "../ui/button.tsx";
import type { ListSearch } from "./list-search.ts";

const ALL = "all";

type Change = (change: { readonly [Key in keyof ListSearch]?: ListSearch[Key] | undefined }) => void;

function SectionFilter({
  section = ALL,
  onChange,
}: {
  readonly section: string | undefined;
  readonly onChange: Change;
}) {
  const { t } = useWords();
  const { data } = useQuery({
    queryKey: ["sections", "choice"],
    queryFn: ({ signal }) => request(SectionsToChooseDocument, {}, { signal }),
    staleTime: 60_000,
  });
  const sections = data?.sections.map(({ id, name }) => ({ value: id, name })) ?? [];
  return (
    <Choice
      label={t("articles.section")}
      hidesLabel
      value={section}
      options={[{ value: ALL, name: `${t("articles.section")}: ${t("app.all")}` }, ...sections]}
      onChange={(value) => onChange({ section: value === ALL ? undefined : value })}
    />
  );
}

function LanguageFilter({ language, onChange }: { readonly language: string | undefined; readonly onChange: Change }) {
  const { t, format } = useWords();
  const languages = [...new Set([...LANGUAGE_CODES, ...(language === undefined ? [] : [language])])];
  const options = languages.map((value) => ({ value, name: format.language(value) }));
  return (
    <Choice
      label={t("articles.language")}
      hidesLabel
      value={language ?? ALL}
      options={[{ value: ALL, name: `${t("articles.language")}: ${t("app.all")}` }, ...options]}
      onChange={(value) => onChange({ language: value === ALL ? undefined : value })}
    />
  );
}

/** The filters of the list of articles, which are in the address. */
export function ListFilters({ search }: { readonly search: ListSearch }) {
  const { t } = useWords();
  const navigate = useNavigate({ from: "/" });
  const change: Change = (changes) =>
    void navigate({
      to: "/",
      replace: true,
      search: (before) =>
        Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== undefined)),
    });
  const { state, ...filters } = search;
  const { mine = false, changed = false, words = "" } = filters;
  return (
    <search className="filters">
      <SearchField
        label={t("articles.search")}
        value={words}
        onChange={(text) => change({ words: text === "" ? undefined : text })}
      />
      <Toggle name={t("articles.mine")} isOn={mine} onChange={(isOn) => change({ mine: isOn || undefined })} />
      <Toggle name={t("articles.changed")} isOn={changed} onChange={(isOn) => change({ changed: isOn || undefined })} />
      <SectionFilter section={search.section} onChange={change} />
      <LanguageFilter language={search.language} onChange={change} />
      {Object.keys(filters).length > 0 && (
        <Button look="bare" onPress={() => void navigate({ to: "/", search: state ? { state } : {} })}>
          {t("articles.clear")}
        </Button>
      )}
    </search>
  );
}
