import { useMutation } from "@tanstack/react-query";
import { type KeyboardEvent, useRef } from "react";
import { FileTrigger, GridList, GridListItem } from "react-aria-components";
import { sendPicture } from "../api/upload.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Fault } from "../ui/fault.tsx";
import { PersonPicker } from "../ui/person-picker.tsx";
import { useReasons } from "./use-reasons.ts";
import { type DecidedPart, type Decision, type Decisions, DOUBT } from "./decisions.ts";

type Decide = (path: string, decision: Decision) => void;

interface PartProps {
  readonly part: DecidedPart;
  readonly decision: Decision | undefined;
  readonly onDecide: Decide;
}

const AS_READ = "as read";

/** Who a person, a speaker or an author is: as read, a candidate, or anybody of the newsroom. */
function WhoIsIt({ part, decision, onDecide }: PartProps) {
  const { t } = useWords();
  const { path, name, match, candidates } = part;
  const known = [...(match ? [match] : []), ...candidates];
  const chosen = decision?.person;
  const others = [...known, ...(chosen ? [chosen] : [])];
  const unique = [...new Map(others.map((person) => [person.id, person])).values()].filter(
    ({ id }) => id !== match?.id,
  );
  const asRead = match?.name ?? (name === null ? t("app.none") : t("wire.newPerson", { name }));
  const options = [
    { value: AS_READ, name: t("wire.asRead", { name: asRead }) },
    ...unique.map((person) => ({
      value: person.id,
      name: person.role ? `${person.name}, ${person.role}` : person.name,
    })),
  ];
  const choose = (value: string): void => {
    const person = unique.find(({ id }) => id === value);
    onDecide(path, { isAccepted: true, ...(person && { person }) });
  };
  return (
    <div className="who">
      <Choice label={t("wire.whoIsIt")} hidesLabel value={chosen?.id ?? AS_READ} options={options} onChange={choose} />
      <PersonPicker
        label={t("wire.another")}
        hidesLabel
        value={null}
        onChange={(person) => person && onDecide(path, { isAccepted: true, person })}
      />
    </div>
  );
}

/** The file of a picture, which is uploaded; without one the draft does not contain the picture. */
function PictureFile({ part: { path }, onDecide }: PartProps) {
  const { t } = useWords();
  const upload = useMutation({
    mutationFn: (file: File) => sendPicture(file),
    onSuccess: (imageId) => onDecide(path, { isAccepted: true, imageId }),
  });
  return (
    <>
      <FileTrigger
        acceptedFileTypes={["image/*"]}
        onSelect={(files) => {
          const [file] = [...(files ?? [])];
          if (file) upload.mutate(file);
        }}
      >
        <Button isPending={upload.isPending}>{t("wire.chooseFile")}</Button>
      </FileTrigger>
      {upload.error && <Fault error={upload.error} />}
    </>
  );
}

function Status({ part: { kind }, decision }: PartProps) {
  const { t } = useWords();
  if (decision && !decision.isAccepted) return <span className="badge refused">{t("wire.refused")}</span>;
  if (kind === "image" && decision?.imageId === undefined) return <span className="badge">{t("wire.leftOut")}</span>;
  return decision ? (
    <span className="badge accepted">{t("wire.accepted")}</span>
  ) : (
    <span className="badge">{t("wire.undecided")}</span>
  );
}

function Part(props: PartProps) {
  const { t, format } = useWords();
  const why = useReasons();
  const { part, onDecide } = props;
  const { kind, path, text, confidence, reasons } = part;
  return (
    <div className="decision">
      <p className="decision-head">
        <span className="quiet">{t(`wire.${kind}`)}</span>
        <Status {...props} />
      </p>
      <p className="decision-text" dir="auto">
        {text}
      </p>
      <p className="meta">
        {confidence !== null && (
          <span className={confidence < DOUBT ? "due" : ""}>
            {t("wire.confidence", { percent: format.percent(confidence) })}
          </span>
        )}
        {reasons.length > 0 && <bdi>{why(reasons)}</bdi>}
      </p>
      <div className="decision-acts">
        {kind === "image" ? <PictureFile {...props} /> : <WhoIsIt {...props} />}
        {kind !== "image" && (
          <Button onPress={() => onDecide(path, { ...props.decision, isAccepted: true })}>{t("wire.accept")}</Button>
        )}
        <Button onPress={() => onDecide(path, { isAccepted: false })}>{t("wire.refuse")}</Button>
      </div>
    </div>
  );
}

interface DecisionListProps {
  readonly parts: readonly DecidedPart[];
  readonly decisions: Decisions;
  readonly onDecide: Decide;
  readonly onCurrent: (path: string | null) => void;
}

/** Everything to decide on, by pointer or by the keys A, R and C on a part. */
export function DecisionList({ parts, decisions, onDecide, onCurrent }: DecisionListProps) {
  const { t } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const rowOf = (target: EventTarget): HTMLElement | null =>
    target instanceof HTMLElement ? target.closest<HTMLElement>('[role="row"]') : null;
  const onKey = (event: KeyboardEvent): void => {
    const row = rowOf(event.target);
    const part = parts.find(({ path }) => path === row?.dataset["key"]);
    // Keys that are typed into a field of the part are its own.
    if (!row || !part || event.target !== row || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "a" && part.kind !== "image") onDecide(part.path, { ...decisions[part.path], isAccepted: true });
    else if (key === "r") onDecide(part.path, { isAccepted: false });
    else if (key === "c") row.querySelector("button")?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (parts.length === 0) return <p className="quiet">{t("wire.nothing")}</p>;
  return (
    // The rows are the interactive elements; this catches the keys that are pressed on them.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={list}
      onKeyDownCapture={onKey}
      onFocusCapture={(event) => onCurrent(rowOf(event.target)?.dataset["key"] ?? null)}
    >
      <GridList
        aria-label={t("wire.decisions")}
        aria-describedby="decision-keys"
        className="rows decisions"
        keyboardNavigationBehavior="tab"
        disallowTypeAhead
        dependencies={[decisions]}
        items={parts.map((part) => ({ ...part, id: part.path }))}
      >
        {(part) => (
          <GridListItem
            id={part.path}
            textValue={`${t(`wire.${part.kind}`)}: ${part.text}`}
            className="row static decision-row"
          >
            <Part part={part} decision={decisions[part.path]} onDecide={onDecide} />
          </GridListItem>
        )}
      </GridList>
      <p id="decision-keys" className="quiet keys">
        {t("wire.keys")}
      </p>
    </div>
  );
}
