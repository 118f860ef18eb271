import { useMutation } from "@tanstack/react-query";
import { type PointerEvent, useState } from "react";
import { DescribeImageDocument, type ImageToShowFragment } from "../api/generated/graphql.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Field } from "../ui/field.tsx";
import { useOpenArticle } from "./use-open-article.ts";

/** The texts of a picture in this article. */
export interface FigureTexts {
  readonly caption: string;
  readonly alt: string;
}

interface FigureFieldsProps {
  readonly image: ImageToShowFragment;
  readonly texts: FigureTexts;
  readonly onTexts: (texts: FigureTexts) => void;
  readonly isReadOnly: boolean;
}

/** A picture: its texts in this article, and the credit and focal point that it has wherever it is shown. */
export function FigureFields({ image, texts, onTexts, isReadOnly }: FigureFieldsProps) {
  const { t } = useWords();
  const describe = useDescribe(image);
  const [credit, setCredit] = useState(image.credit ?? "");
  return (
    <>
      <FocalPoint image={image} isReadOnly={isReadOnly} onSet={(focalPoint) => describe.mutate({ focalPoint })} />
      <Field
        label={t("article.alt")}
        hint={t("article.altHint")}
        rows={2}
        isReadOnly={isReadOnly}
        value={texts.alt}
        onChange={(alt) => onTexts({ ...texts, alt })}
      />
      <Field
        label={t("article.caption")}
        rows={2}
        isReadOnly={isReadOnly}
        value={texts.caption}
        onChange={(caption) => onTexts({ ...texts, caption })}
      />
      <Field
        label={t("article.credit")}
        hint={t("article.creditHint")}
        isReadOnly={isReadOnly}
        value={credit}
        onChange={setCredit}
        onBlur={() => {
          if (credit.trim() !== (image.credit ?? "")) describe.mutate({ credit: credit.trim() || null });
        }}
        fault={describe.error?.message}
      />
    </>
  );
}

interface ImageTexts {
  readonly credit?: string | null;
  readonly focalPoint?: { readonly x: number; readonly y: number };
}

/** Changes what a picture has wherever it is shown. */
function useDescribe(image: ImageToShowFragment) {
  const open = useOpenArticle();
  return useMutation({
    mutationFn: async (texts: ImageTexts) => {
      const input = { id: image.id, expectedVersion: image.version, ...texts };
      const { updateImage: outcome } = await request(DescribeImageDocument, { input });
      if (outcome.__typename === "UpdateImagePayload") return outcome.image;
      throw new Error(outcome.__typename === "ValidationError" ? outcome.issues[0]?.message : outcome.message);
    },
    onSuccess: (changed) => open.know({ image: changed }),
  });
}

interface FocalPointProps {
  readonly image: ImageToShowFragment;
  readonly isReadOnly: boolean;
  readonly onSet: (point: { readonly x: number; readonly y: number }) => void;
}

const STEP = 0.05;
const CENTRE = { x: 0.5, y: 0.5 };

function within(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;
}

/** What is kept in view when the picture is cropped: set by pointing, or with two sliders. */
function FocalPoint({ image, isReadOnly, onSet }: FocalPointProps) {
  const { t } = useWords();
  const { x, y } = image.focalPoint ?? CENTRE;
  const point = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>): void => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    if (!isReadOnly) onSet({ x: within((clientX - left) / width), y: within((clientY - top) / height) });
  };
  const slider = (axis: "x" | "y", label: string) => (
    <label className="slider">
      {label}
      <input
        type="range"
        min={0}
        max={1}
        step={STEP}
        disabled={isReadOnly}
        defaultValue={axis === "x" ? x : y}
        onPointerUp={({ currentTarget }) => onSet({ x, y, [axis]: within(currentTarget.valueAsNumber) })}
        onKeyUp={({ currentTarget }) => onSet({ x, y, [axis]: within(currentTarget.valueAsNumber) })}
      />
    </label>
  );
  return (
    <fieldset className="focal">
      <legend>{t("article.focalPoint")}</legend>
      <div className="focal-picture" onPointerDown={point}>
        <img src={image.large} width={image.width} height={image.height} alt="" />
        <svg className="focal-mark" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          <ellipse cx={x * 100} cy={y * 100} rx="3" ry={(3 * image.width) / image.height} />
        </svg>
      </div>
      <div className="two">
        {slider("x", t("article.focalX"))}
        {slider("y", t("article.focalY"))}
      </div>
    </fieldset>
  );
}
