import { RefusedError } from "../api/refused.ts";
import { useWords } from "../languages/words.tsx";
import { Fault } from "./fault.tsx";

/** Why a write failed, or that a colleague wrote in between; nothing without an error. */
export function SaveFault({ error }: { readonly error?: unknown }) {
  const { t } = useWords();
  if (error === null || error === undefined) return null;
  if (!(error instanceof RefusedError && error.code === "STALE_VERSION")) return <Fault error={error} />;
  return (
    <p role="alert" className="notice warn">
      {t("app.stale")}
    </p>
  );
}
