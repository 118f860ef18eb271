import { useState } from "react";
import { DropZone, type FileDropItem, FileTrigger } from "react-aria-components";
import type { ImportFormat } from "../api/generated/graphql.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Field } from "../ui/field.tsx";
import { readCopyFile, type WireCopy } from "./copy-files.ts";

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

/** Copy and what it is to be read as. */
export interface IntakeResult {
  readonly copies: readonly WireCopy[];
  readonly format: ImportFormat;
}

/** Where copy is pasted, dropped or chosen. */
export function Intake({ onRead }: { readonly onRead: (result: IntakeResult) => void }) {
  const { t } = useWords();
  const [text, setText] = useState("");
  const [format, setFormat] = useState<ImportFormat>("AUTO");
  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length > 0) onRead({ copies: await Promise.all(files.map(readCopyFile)), format });
  };
  const drop = async (items: readonly { readonly kind: string }[]): Promise<void> => {
    const files = items.filter((item): item is FileDropItem => item.kind === "file");
    await take(await Promise.all(files.map((item) => item.getFile())));
  };
  return (
    <DropZone className="intake" aria-label={t("wire.drop")} onDrop={({ items }) => void drop(items)}>
      <Field label={t("wire.paste")} hint={t("wire.pasteHint")} rows={14} autoFocus value={text} onChange={setText} />
      <div className="filters">
        <Choice<ImportFormat>
          label={t("wire.format")}
          hidesLabel
          value={format}
          options={[{ value: "AUTO", name: `${t("wire.format")}: ${t("wire.auto")}` }, ...FORMATS]}
          onChange={setFormat}
        />
        <FileTrigger allowsMultiple onSelect={(files) => void take([...(files ?? [])])}>
          <Button>{t("wire.files")}</Button>
        </FileTrigger>
        <Button
          look="primary"
          isDisabled={text.trim() === ""}
          onPress={() => onRead({ copies: [{ name: null, content: text }], format })}
        >
          {t("wire.read")}
        </Button>
      </div>
    </DropZone>
  );
}
