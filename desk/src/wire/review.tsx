import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ImportCopyDocument, type ImportCopyMutation, type ImportFormat } from "../api/generated/graphql.ts";
import { payloadOf, RefusedError } from "../api/refused.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Fault } from "../ui/fault.tsx";
import { Field } from "../ui/field.tsx";
import type { WireCopy } from "./copy-files.ts";
import { DecisionList } from "./decision-list.tsx";
import { decisionInputs, type Decisions, partsOf } from "./decisions.ts";
import { ReadBody } from "./read-body.tsx";
import { Stories } from "./stories.tsx";

type Payload = Extract<ImportCopyMutation["importArticle"], { readonly __typename: "ImportArticlePayload" }>;
type Article = NonNullable<Payload["article"]>;

interface ReviewProps {
  readonly copy: WireCopy;
  readonly format: ImportFormat;
  /** Called with the article that was made, or that the story has already. */
  readonly onMade: (articleId: string) => void;
}

function Known({ article }: { readonly article: Article | null }) {
  const { t } = useWords();
  return (
    <div className="notice warn" role="status">
      <p>{t("wire.known")}</p>
      {article && (
        <Link to="/articles/$id" params={{ id: article.id }} search={{}}>
          {t("wire.openKnown")}: <bdi lang={article.language}>{article.headline}</bdi>
        </Link>
      )}
    </div>
  );
}

/** What was read besides the body and the persons, such as topics. */
function Facts({ payload: { preview, report } }: { readonly payload: Payload }) {
  const { t, format } = useWords();
  const others = report.proposals.filter(
    ({ path }) => !/^(elements|persons|images|headline|standfirst|byline|dateline|language)/.test(path),
  );
  const facts = [preview.byline, preview.dateline?.text, format.language(preview.language), report.format].filter(
    (fact): fact is string => typeof fact === "string" && fact !== "",
  );
  return (
    <div className="facts">
      <p className="meta">
        {facts.map((fact) => (
          <bdi key={fact}>{fact}</bdi>
        ))}
      </p>
      {others.length > 0 && (
        <p className="meta">
          {others.map(({ path, value, reason, confidence }) => (
            <span key={`${path} ${value}`}>
              <bdi>{value}</bdi> ({t("wire.confidence", { percent: format.percent(confidence) })}: {reason})
            </span>
          ))}
        </p>
      )}
      {report.warnings.length > 0 && (
        <div className="notice warn">
          <h2>{t("wire.warnings")}</h2>
          <ul>
            {report.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** The review of a story that was read, and the making of its draft. */
function ReviewedStory({ payload, copy, format, onMade }: ReviewProps & { readonly payload: Payload }) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const { preview, report } = payload;
  const [headline, setHeadline] = useState(preview.headline ?? "");
  const [decisions, setDecisions] = useState<Decisions>(new Map());
  const [current, setCurrent] = useState<string | null>(null);
  const parts = partsOf(preview);
  const make = useMutation({
    mutationFn: async () => {
      const input = {
        content: copy.content,
        format,
        decisions: decisionInputs(decisions),
        ...(headline.trim() !== (preview.headline ?? "") && { headline: headline.trim() }),
      };
      const done = payloadOf((await request(ImportCopyDocument, { input })).importArticle, "ImportArticlePayload");
      if (done.article) return done.article.id;
      throw new Error(done.report.warnings.join(" "));
    },
    onSuccess: async (id) => {
      await queryClient.invalidateQueries({ queryKey: ["articles"] });
      onMade(id);
    },
  });
  return (
    <>
      {report.wasImportedBefore && <Known article={payload.knownArticle} />}
      <Field label={t("articles.headline")} value={headline} onChange={setHeadline} />
      <Facts payload={payload} />
      <div className="columns review">
        <ReadBody preview={preview} decisions={decisions} current={current} />
        <section className="stack" aria-label={t("wire.decisions")}>
          <DecisionList
            parts={parts}
            decisions={decisions}
            onDecide={(path, decision) => setDecisions((before) => new Map(before).set(path, decision))}
            onCurrent={setCurrent}
          />
          {make.error && <Fault error={make.error} />}
          <div className="buttons">
            <span role="status" className="quiet">
              {parts.length > 0 && t("wire.progress", { count: decisions.size, total: parts.length })}
            </span>
            {!report.wasImportedBefore && (
              <Button look="primary" isPending={make.isPending} onPress={() => make.mutate()}>
                {t("wire.makeDraft")}
              </Button>
            )}
          </div>
        </section>
      </div>
    </>
  );
}

/** Reads copy without writing anything, and shows what was read for review. */
export function Review(props: ReviewProps) {
  const { t } = useWords();
  const { copy, format } = props;
  const { data, error, isPending } = useQuery({
    queryKey: ["wire", copy, format],
    queryFn: async ({ signal }) => {
      const input = { content: copy.content, format, dryRun: true };
      const { importArticle } = await request(ImportCopyDocument, { input }, { signal });
      return payloadOf(importArticle, "ImportArticlePayload");
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (isPending) return <p role="status">{t("wire.reading")}</p>;
  // The refusal of a file with several stories names the mutation that reads them.
  const isSeveral =
    error instanceof RefusedError && [error, ...error.issues].some(({ message }) => message.includes("importArticles"));
  if (isSeveral) return <Stories copy={copy} format={format} />;
  if (error) return <Fault error={error} />;
  return <ReviewedStory {...props} payload={data} />;
}
