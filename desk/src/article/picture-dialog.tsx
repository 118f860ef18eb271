import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { type ImageToShowFragment, UpdateImageOnDeskDocument } from "../api/generated/graphql.ts";
import { payloadOf } from "../api/refused.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { FocalPointField, MIDDLE, type Point } from "../ui/focal-point.tsx";
import { useCanEdit } from "./use-article-parts.ts";
import { useOpenArticle } from "./use-open-article.ts";

/** The texts of a picture in this article. */
interface FigureTexts {
  readonly caption: string;
  readonly alt: string;
}

interface FigureFieldsProps {
  readonly image: ImageToShowFragment;
  readonly texts: FigureTexts;
  readonly onTexts: (texts: FigureTexts) => void;
}

interface PictureDialogProps extends FigureFieldsProps {
  readonly title: string;
  /** What else is done with the picture. */
  readonly actions: ReactNode;
  readonly onClose: () => void;
}

/** A picture of the article with its texts, which are kept as they are typed. */
export function PictureDialog({ title, actions, onClose, ...fields }: PictureDialogProps) {
  const { t } = useWords();
  return (
    <Dialog title={title} onClose={onClose} size="wide">
      <div className="stack">
        <FigureFields {...fields} />
        <div className="buttons">
          {actions}
          <Button look="primary" onPress={onClose}>
            {t("app.close")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** A picture: its texts in this article, and the credit and focal point that it has wherever it is shown. */
function FigureFields({ image, texts, onTexts }: FigureFieldsProps) {
  const { t } = useWords();
  const isReadOnly = !useCanEdit();
  const describe = useDescribe(image);
  const [credit, setCredit] = useState(image.credit ?? "");
  const sent = useRef(image.credit ?? "");
  const saveCredit = (): void => {
    const typed = credit.trim();
    if (typed === sent.current) return;
    sent.current = typed;
    describe.mutate({ credit: typed || null }, { onError: () => void (sent.current = image.credit ?? "") });
  };
  const closed = useEffectEvent(saveCredit);
  // A dialog that Escape closes takes its field away without a blur.
  useEffect(() => () => closed(), []);
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
        onBlur={saveCredit}
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
      const { updateImage } = await request(UpdateImageOnDeskDocument, { input });
      return payloadOf(updateImage, "UpdateImagePayload").image;
    },
    onSuccess: (changed) => open.know({ image: changed }),
  });
}
