import { RequestError } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "./button.tsx";

interface FaultProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** Why something cannot be shown, with the request's id for the server's log. */
export function Fault({ error, onRetry }: FaultProps) {
  const { t } = useWords();
  const id = error instanceof RequestError ? error.requestId : null;
  const isOffline = error instanceof RequestError && error.code === "OFFLINE";
  return (
    <div role="alert" className="notice bad">
      <p>
        <bdi>{isOffline ? t("app.offline") : error instanceof Error ? error.message : String(error)}</bdi>
      </p>
      {id !== null && <p className="quiet">{t("app.faultId", { id })}</p>}
      {onRetry && <Button onPress={onRetry}>{t("app.retry")}</Button>}
    </div>
  );
}

/** Why something failed, in one line; nothing without a text. */
export function FaultLine({ text }: { readonly text: string | null | undefined }) {
  if (text === null || text === undefined) return null;
  return (
    <p role="alert" className="fault">
      <bdi>{text}</bdi>
    </p>
  );
}
