import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import {
  FoundQuotesDocument,
  PersonNamedDocument,
  type QuoteVerdict,
  TopicNamedDocument,
} from "../api/generated/graphql.ts";
import { usePages } from "../api/pages.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Field } from "../ui/field.tsx";
import { Page } from "../ui/page.tsx";
import { PersonPicker } from "../ui/person-picker.tsx";
import { Rows } from "../ui/rows.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { TopicPicker } from "../ui/topic-picker.tsx";
import { QuoteRow } from "./quote-row.tsx";
import { quoteFilterOf, type QuotesSearch, VERDICTS } from "./quotes-search.ts";
import "./quotes.css";

const route = getRouteApi("/desk/quotes");
const PAGE_SIZE = 30;
const ALL = "all";

type Change = (change: { readonly [Key in keyof QuotesSearch]?: QuotesSearch[Key] | undefined }) => void;

interface FilterProps {
  readonly search: QuotesSearch;
  readonly onChange: Change;
}

function SpeakerFilter({ search: { speaker }, onChange }: FilterProps) {
  const { t } = useWords();
  const { data } = useQuery({
    queryKey: ["persons", "one", speaker],
    queryFn: ({ signal }) => request(PersonNamedDocument, { id: speaker ?? "" }, { signal }),
    enabled: speaker !== undefined,
  });
  const person = speaker === undefined ? null : (data?.person ?? null);
  return (
    <PersonPicker
      label={t("quotes.speaker")}
      hidesLabel
      value={person}
      onChange={(found) => onChange({ speaker: found?.id })}
    />
  );
}

function TopicFilter({ search: { topic: id }, onChange }: FilterProps) {
  const { t } = useWords();
  const { data } = useQuery({
    queryKey: ["topics", "one", id],
    queryFn: ({ signal }) => request(TopicNamedDocument, { id: id ?? "" }, { signal }),
    enabled: id !== undefined,
  });
  const topic = id === undefined ? null : (data?.topic ?? null);
  return (
    <TopicPicker
      label={t("quotes.topic")}
      hidesLabel
      value={topic}
      onChange={(found) => onChange({ topic: found?.id })}
    />
  );
}

function VerdictFilter({ search: { verdict }, onChange }: FilterProps) {
  const { t } = useWords();
  const options = VERDICTS.map((value) => ({ value, name: t(`verdict.${value}`) }));
  return (
    <Choice<QuoteVerdict | typeof ALL>
      label={t("quotes.verdict")}
      hidesLabel
      value={verdict ?? ALL}
      options={[{ value: ALL, name: `${t("quotes.verdict")}: ${t("app.all")}` }, ...options]}
      onChange={(value) => onChange({ verdict: value === ALL ? undefined : value })}
    />
  );
}

function DayFilters({ search: { from = "", until = "" }, onChange }: FilterProps) {
  const { t } = useWords();
  return (
    <div className="days">
      <Field
        label={t("quotes.from")}
        type="date"
        value={from}
        onChange={(day) => onChange({ from: day === "" ? undefined : day })}
      />
      <Field
        label={t("quotes.until")}
        type="date"
        value={until}
        onChange={(day) => onChange({ until: day === "" ? undefined : day })}
      />
    </div>
  );
}

function Filters({ search, onChange }: FilterProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <search className="filters">
      <SearchField
        label={t("quotes.words")}
        value={search.words ?? ""}
        onChange={(words) => onChange({ words: words === "" ? undefined : words })}
      />
      <SpeakerFilter search={search} onChange={onChange} />
      <VerdictFilter search={search} onChange={onChange} />
      <TopicFilter search={search} onChange={onChange} />
      <DayFilters search={search} onChange={onChange} />
      {Object.keys(search).length > 0 && (
        <Button look="bare" onPress={() => void navigate({ to: "/quotes", search: {} })}>
          {t("articles.clear")}
        </Button>
      )}
    </search>
  );
}

/** The search over everything that somebody is quoted with. */
export function QuotesPage() {
  const { t } = useWords();
  const search = route.useSearch();
  const navigate = useNavigate();
  const change: Change = (changes) => {
    const next = Object.entries({ ...search, ...changes }).filter(([, value]) => value !== undefined);
    void navigate({ to: "/quotes", search: Object.fromEntries(next), replace: true });
  };
  const filter = quoteFilterOf(search);
  const pages = usePages(["quotes", filter], async (after, signal) => {
    return (await request(FoundQuotesDocument, { first: PAGE_SIZE, after, filter }, { signal })).quotes;
  });
  return (
    <Page title={t("quotes.title")}>
      <Filters search={search} onChange={change} />
      <Rows label={t("quotes.title")} pages={pages} empty={t("quotes.none")} keys={t("quotes.keys")}>
        {(quote) => <QuoteRow key={quote.id} quote={quote} />}
      </Rows>
    </Page>
  );
}
