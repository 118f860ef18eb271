import { useMutation } from "@tanstack/react-query";
import { PreviewItDocument } from "../api/generated/graphql.ts";
import { refusedBy } from "../api/refused.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { FaultLine } from "../ui/fault.tsx";
import { useArticle, useOpenArticle } from "./use-open-article.ts";

/** The draft as its readers will see it, and a link to it for others. */
export function PreviewPanel() {
  const { t, format } = useWords();
  const open = useOpenArticle();
  const version = useArticle(({ saved }) => saved.version);
  const headline = useArticle(({ saved }) => saved.headline);
  const preview = useMutation({
    mutationFn: async () => {
      await open.save();
      const { result } = await request(PreviewItDocument, { input: { articleId: open.view().saved.id } });
      if (!("url" in result)) throw refusedBy(result);
      return result;
    },
  });
  const { data, error } = preview;
  return (
    <div className="stack">
      <div className="buttons start">
        <Button look="primary" isPending={preview.isPending} onPress={() => preview.mutate()}>
          {data ? t("article.previewAgain") : t("article.previewMake")}
        </Button>
        {data && (
          <>
            <a href={data.url} target="_blank" rel="noreferrer">
              {t("article.previewOpen")}
            </a>
            <Button onPress={() => void navigator.clipboard.writeText(data.url)}>{t("article.previewCopy")}</Button>
          </>
        )}
      </div>
      <FaultLine text={error?.message} />
      {data ? (
        <>
          <p className="quiet">{t("article.previewUntil", { moment: format.moment(data.expiresAt) })}</p>
          <iframe
            key={version}
            className="preview"
            title={t("article.previewOf", { headline })}
            src={new URL(data.url).pathname + new URL(data.url).search}
            sandbox="allow-same-origin"
          />
        </>
      ) : (
        <p className="quiet">{t("article.previewHint")}</p>
      )}
    </div>
  );
}
