import { DropZone, type FileDropItem, FileTrigger } from "react-aria-components";
import type { ImportFormat } from "../api/generated/graphql.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Field } from "../ui/field.tsx";
import { pastedCopy, readCopyFile, type WireCopy } from "./copy-files.ts";

/** The formats by their names, which are the same in every language. */
const FORMATS: readonly { readonly value: Exclude<ImportFormat, "AUTO">; readonly name: string }[] = [
  { value: "TEXT", name: "Text" },
  { value: "HTML", name: "HTML" },
  { value: "NINJS", name: "IPTC ninjs" },
  { value: "NITF", name: "IPTC NITF" },
  { value: "NEWSML_G2", name: "IPTC NewsML-G2" },
  { value: "IPTC7901", name: "IPTC 7901" },
  { value: "ANPA", name: "ANPA 1312" },
  { value: "EMAIL", name: "E-mail" },
  { value: "WXR", name: "WordPress (WXR)" },
];

interface IntakeProps {
  /** The text that is pasted so far. */
  readonly pasted: string;
  readonly format: ImportFormat;
  readonly onPaste: (text: string) => void;
  readonly onFormat: (format: ImportFormat) => void;
  readonly onRead: (copies: readonly WireCopy[]) => void;
}

/** Where copy is pasted, dropped or chosen. */
export function Intake({ pasted, format, onPaste, onFormat, onRead }: IntakeProps) {
  const { t } = useWords();
  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length > 0) onRead(await Promise.all(files.map(readCopyFile)));
  };
  const drop = async (items: readonly { readonly kind: string }[]): Promise<void> => {
    const files = items.filter((item): item is FileDropItem => item.kind === "file");
    await take(await Promise.all(files.map((item) => item.getFile())));
  };
  return (
    <DropZone className="intake" aria-label={t("wire.drop")} onDrop={({ items }) => void drop(items)}>
      <Field label={t("wire.paste")} hint={t("wire.pasteHint")} rows={14} autoFocus value={pasted} onChange={onPaste} />
      <div className="filters">
        <Choice<ImportFormat>
          label={t("wire.format")}
          hidesLabel
          value={format}
          options={[{ value: "AUTO", name: `${t("wire.format")}: ${t("wire.auto")}` }, ...FORMATS]}
          onChange={onFormat}
        />
        <FileTrigger allowsMultiple onSelect={(files) => void take([...(files ?? [])])}>
          <Button>{t("wire.files")}</Button>
        </FileTrigger>
        <Button look="primary" isDisabled={pasted.trim() === ""} onPress={() => onRead([pastedCopy(pasted)])}>
          {t("wire.read")}
        </Button>
      </div>
    </DropZone>
  );
}
