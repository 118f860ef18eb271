import { useQuery } from "@tanstack/react-query";
import { SectionsToChooseDocument } from "../api/generated/graphql.ts";
import { request } from "../api/request.ts";
import { LANGUAGE_CODES } from "../languages/languages.ts";
import { useWords } from "../languages/words.tsx";
import { Choice } from "../ui/choice.tsx";
import { Field } from "../ui/field.tsx";
import { AuthorList } from "./author-list.tsx";
import { LeadImage } from "./lead-image.tsx";
import { isToCome } from "./moments.ts";
import { MomentField } from "./moment-field.tsx";
import { TopicList } from "./topic-list.tsx";
import { useCanEdit } from "./use-article-parts.ts";
import { useArticle, useOpenArticle } from "./use-open-article.ts";

const NONE = "none";

/** Everything of the article that is not its text. */
export function DetailsPanel() {
  const { t, format } = useWords();
  const open = useOpenArticle();
  const isReadOnly = !useCanEdit();
  const { dateline, language, embargoedUntil } = useArticle(({ head }) => head);
  const slug = useArticle(({ saved }) => saved.slug);
  const languages = [
    ...new Set([language, ...LANGUAGE_CODES, "pt", "it", "nl", "ru", "uk", "tr", "zh", "ja", "he", "ur"]),
  ];
  return (
    <div className="details">
      <LeadImage />
      <AuthorList />
      <SectionChoice />
      <TopicList />
      <div className="two">
        <Field
          id="head-dateline"
          label={t("article.datelinePlace")}
          isReadOnly={isReadOnly}
          value={dateline.place}
          onChange={(place) => open.setField("dateline", { ...dateline, place })}
        />
        <Field
          label={t("article.datelineDate")}
          type="date"
          isReadOnly={isReadOnly}
          value={dateline.date}
          onChange={(date) => open.setField("dateline", { ...dateline, date })}
        />
      </div>
      <Choice
        label={t("articles.language")}
        value={language}
        options={languages.map((value) => ({ value, name: format.language(value) }))}
        onChange={(value) => open.setField("language", value)}
      />
      <MomentField
        label={t("article.embargo")}
        value={embargoedUntil}
        isReadOnly={isReadOnly}
        inputId="head-embargoedUntil"
        onChange={(moment) => open.setField("embargoedUntil", moment)}
      />
      <EmbargoReason />
      <p className="quiet address" dir="ltr">
        /{slug}
      </p>
    </div>
  );
}

/** Why an embargo that has not passed is moved earlier; the audit log keeps it. */
function EmbargoReason() {
  const { t } = useWords();
  const open = useOpenArticle();
  const was = useArticle(({ saved }) => saved.embargoedUntil);
  const is = useArticle(({ head }) => head.embargoedUntil);
  const reason = useArticle((view) => view.embargoReason);
  const isEarlier = was && isToCome(was) && (is === null || Date.parse(is) < Date.parse(was));
  if (!isEarlier) return null;
  return (
    <Field
      label={t("article.embargoReason")}
      isRequired
      value={reason}
      onChange={(text) => open.setEmbargoReason(text)}
    />
  );
}

function SectionChoice() {
  const { t } = useWords();
  const open = useOpenArticle();
  const sectionId = useArticle(({ head }) => head.sectionId);
  const { data } = useQuery({
    queryKey: ["sections"],
    queryFn: ({ signal }) => request(SectionsToChooseDocument, {}, { signal }),
  });
  const sections = data?.sections ?? [];
  const options = [
    { value: NONE, name: t("app.none") },
    ...sections.map(({ id, name, parent }) => {
      const above = sections.find((each) => each.id === parent?.id);
      return { value: id, name: above ? `${above.name} › ${name}` : name };
    }),
  ];
  return (
    <Choice
      label={t("articles.section")}
      value={sectionId ?? NONE}
      options={options}
      onChange={(value) => open.setField("sectionId", value === NONE ? null : value)}
    />
  );
}
