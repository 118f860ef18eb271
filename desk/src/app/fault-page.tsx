import type { ErrorComponentProps } from "@tanstack/react-router";
import { useWords } from "../languages/words.tsx";
import { Fault } from "../ui/fault.tsx";
import { Page } from "../ui/page.tsx";

/** Takes the place of a page that failed; the rest of the desk goes on. */
export function FaultPage({ error, reset }: ErrorComponentProps) {
  const { t } = useWords();
  return (
    <Page title={t("app.fault")}>
      <Fault error={error} onRetry={reset} />
    </Page>
  );
}

/** Takes the place of a page that does not exist. */
export function NotFoundPage() {
  const { t } = useWords();
  return (
    <Page title={t("app.fault")}>
      <p>{t("app.notFound")}</p>
    </Page>
  );
}
