import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";
import { Intake, type IntakeResult } from "./intake.tsx";
import { Review } from "./review.tsx";
import "../library/library.css";
import "../ui/rows.css";
import "./wire.css";

/** Takes in wire copy: reads it, shows what was read for review, and makes drafts. */
export function WirePage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const [intake, setIntake] = useState<IntakeResult | null>(null);
  const [at, setAt] = useState(0);
  const copies = intake?.copies ?? [];
  const copy = copies[at];
  const hasNext = at + 1 < copies.length;
  const made = async (id: string): Promise<void> => {
    if (hasNext) setAt(at + 1);
    else await navigate({ to: "/articles/$id", params: { id }, search: {} });
  };
  const begin = (result: IntakeResult | null): void => {
    setIntake(result);
    setAt(0);
  };
  const acts = intake && (
    <div className="buttons">
      {hasNext && <Button onPress={() => setAt(at + 1)}>{t("wire.next")}</Button>}
      <Button onPress={() => begin(null)}>{t("wire.again")}</Button>
    </div>
  );
  const name = copy?.name ?? t("wire.pasted");
  return (
    <Page title={t("wire.title")} actions={acts}>
      {copies.length > 1 && (
        <p className="quiet">{t("wire.storyOf", { number: at + 1, total: copies.length, name })}</p>
      )}
      {intake && copy ? (
        <Review key={at} copy={copy} format={intake.format} onMade={(id) => void made(id)} />
      ) : (
        <Intake onRead={begin} />
      )}
    </Page>
  );
}
