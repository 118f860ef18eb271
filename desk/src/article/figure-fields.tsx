import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { DescribeImageDocument, type ImageToShowFragment } from "../api/generated/graphql.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Field } from "../ui/field.tsx";
import { FocalPointField, MIDDLE, type Point } from "../ui/focal-point.tsx";
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
  const [point, setPoint] = useState<Point>(image.focalPoint ?? MIDDLE);
  return (
    <>
      <FocalPointField
        image={image}
        point={point}
        isReadOnly={isReadOnly}
        onChange={setPoint}
        onSettle={(focalPoint) => describe.mutate({ focalPoint })}
      />
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
  readonly focalPoint?: Point;
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
