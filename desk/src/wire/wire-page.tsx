import { getRouteApi } from "@tanstack/react-router";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";
import { CopyStories } from "./copy-stories.tsx";
import { Intake } from "./intake.tsx";
import { type OpenWireWork, useWireWork } from "./use-wire-work.ts";
import { NO_WORK } from "./wire-work.ts";
import "../library/library.css";
import "../ui/rows.css";
import "./wire.css";

const route = getRouteApi("/desk/wire");

/** Takes in wire copy: reads it, shows what was read for review, and makes drafts. */
export function WirePage() {
  const { t } = useWords();
  const { viewer } = route.useRouteContext();
  const open = useWireWork(viewer.id ?? viewer.name);
  const { work, change } = open;
  const { pasted, importFormat, copies } = work;
  const begin = (): void => {
    open.dismissRestored();
    change(() => NO_WORK);
  };
  return (
    <Page title={t("wire.title")} actions={copies.length > 0 && <Button onPress={begin}>{t("wire.again")}</Button>}>
      <KeptNotice open={open} onDiscard={begin} />
      {copies.length > 0 ? (
        <CopyStories open={open} />
      ) : (
        <Intake
          pasted={pasted}
          format={importFormat}
          onPaste={(text) => change((before) => ({ ...before, pasted: text }))}
          onFormat={(format) => change((before) => ({ ...before, importFormat: format }))}
          onRead={(read) => change((before) => ({ ...NO_WORK, importFormat: before.importFormat, copies: read }))}
        />
      )}
    </Page>
  );
}

interface KeptNoticeProps {
  readonly open: OpenWireWork;
  readonly onDiscard: () => void;
}

/** That work was restored, or that this browser cannot keep it. */
function KeptNotice({ open: { restoredAt, isKept, dismissRestored }, onDiscard }: KeptNoticeProps) {
  const { t, format } = useWords();
  return (
    <div role="status">
      {!isKept && <p className="notice warn">{t("wire.notKept")}</p>}
      {restoredAt !== null && (
        <div className="notice good">
          <p>{t("wire.restored", { ago: format.ago(restoredAt) })}</p>
          <div className="buttons">
            <Button look="danger" onPress={onDiscard}>
              {t("article.discardRestored")}
            </Button>
            <Button onPress={dismissRestored}>{t("app.close")}</Button>
          </div>
        </div>
      )}
    </div>
  );
}
