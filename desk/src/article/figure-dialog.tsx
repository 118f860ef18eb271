import { useState } from "react";
import type { ImageToShowFragment } from "../api/generated/graphql.ts";
import { figureType, idOf } from "../editor/schema.ts";
import { setFigure } from "../editor/text-commands.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { PictureDialog } from "./picture-dialog.tsx";
import { PictureLibrary } from "./picture-library.tsx";
import { useCanEdit } from "./use-article-parts.ts";
import { useDesk } from "./use-desk.ts";
import { useArticle, useOpenArticle } from "./use-open-article.ts";

/** A figure of the body with its texts. */
export function FigureDialog({ figureId, onClose }: { readonly figureId: string; readonly onClose: () => void }) {
  const { t } = useWords();
  const { run } = useDesk();
  const open = useOpenArticle();
  const canEdit = useCanEdit();
  const figure = useArticle(({ editor }) =>
    editor.doc.children.find((node) => node.type === figureType && idOf(node) === figureId),
  );
  const images = useArticle(({ references }) => references.images);
  const image = images.get(String(figure?.attrs["imageId"]));
  const [isChoosing, setChoosing] = useState(false);
  const replace = (next: ImageToShowFragment): void => {
    open.know({ image: next });
    run(setFigure(figureId, { imageId: next.id, caption: next.caption ?? null, alt: next.alt }));
    setChoosing(false);
  };
  if (!figure || !image) return null;
  if (isChoosing) return <PictureLibrary onPick={replace} onClose={() => setChoosing(false)} />;
  const texts = { caption: String(figure.attrs["caption"] ?? ""), alt: String(figure.attrs["alt"] ?? "") };
  return (
    <PictureDialog
      title={t("article.picture")}
      image={image}
      texts={texts}
      onTexts={(next) => run(setFigure(figureId, next))}
      actions={
        <Button isDisabled={!canEdit} onPress={() => setChoosing(true)}>
          {t("article.replaceFromLibrary")}
        </Button>
      }
      onClose={onClose}
    />
  );
}
