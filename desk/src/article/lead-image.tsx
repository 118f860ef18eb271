import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { DropZone, FileTrigger } from "react-aria-components";
import type { ImageToShowFragment } from "../api/generated/graphql.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { FaultLine } from "../ui/fault.tsx";
import type { ChosenFigure } from "./head-values.ts";
import { PictureDialog } from "./picture-dialog.tsx";
import { PictureLibrary } from "./picture-library.tsx";
import { uploadImage } from "./upload-image.ts";
import { useCanEdit } from "./use-article-parts.ts";
import { useArticle, useOpenArticle } from "./use-open-article.ts";

/** The picture that teasers show: dropped, chosen from files or the library, described or removed. */
export function LeadImage() {
  const { t } = useWords();
  const open = useOpenArticle();
  const canEdit = useCanEdit();
  const figure = useArticle(({ head }) => head.leadImage);
  const [isEditing, setEditing] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  const choose = (image: ImageToShowFragment): void => {
    open.know({ image });
    open.setField("leadImage", { id: null, image, caption: image.caption ?? "", alt: image.alt });
    setChoosing(false);
    setEditing(true);
  };
  const upload = useMutation({ mutationFn: uploadImage, onSuccess: choose });
  const take = (file: File | undefined): void => {
    if (file && canEdit) upload.mutate(file);
  };
  return (
    <fieldset className="list-field" id="head-leadImage" tabIndex={-1}>
      <legend>{t("article.leadImage")}</legend>
      <DropZone
        className="drop"
        aria-label={t("article.leadImage")}
        isDisabled={!canEdit}
        onDrop={({ items }) => {
          const [item] = items.filter((each) => each.kind === "file");
          if (item) void item.getFile().then(take);
        }}
      >
        {figure ? (
          <Shown figure={figure} onEdit={() => setEditing(true)} />
        ) : (
          <p className="quiet">{t("article.dropPicture")}</p>
        )}
        <FileTrigger acceptedFileTypes={["image/*"]} onSelect={(files) => take(files?.[0])}>
          <Button isDisabled={!canEdit} isPending={upload.isPending}>
            {figure ? t("article.replacePicture") : t("article.choosePicture")}
          </Button>
        </FileTrigger>
        <Button isDisabled={!canEdit} onPress={() => setChoosing(true)}>
          {figure ? t("article.replaceFromLibrary") : t("article.fromLibrary")}
        </Button>
        <FaultLine text={upload.error?.message} />
      </DropZone>
      {isChoosing && <PictureLibrary onPick={choose} onClose={() => setChoosing(false)} />}
      {isEditing && figure && <LeadDialog figure={figure} onClose={() => setEditing(false)} />}
    </fieldset>
  );
}

function Shown({ figure, onEdit }: { readonly figure: ChosenFigure; readonly onEdit: () => void }) {
  const { t } = useWords();
  const { image, alt } = figure;
  return (
    <>
      <img src={image.small} width={image.width} height={image.height} alt={alt} />
      {alt === "" && <p className="lacks">{t("article.lacksAlt")}</p>}
      <Button onPress={onEdit}>{t("article.figureEdit")}</Button>
    </>
  );
}

function LeadDialog({ figure, onClose }: { readonly figure: ChosenFigure; readonly onClose: () => void }) {
  const { t } = useWords();
  const open = useOpenArticle();
  const canEdit = useCanEdit();
  const images = useArticle(({ references }) => references.images);
  const image = images.get(figure.image.id) ?? figure.image;
  const remove = (): void => {
    open.setField("leadImage", null);
    onClose();
  };
  return (
    <PictureDialog
      title={t("article.leadImage")}
      image={image}
      texts={figure}
      onTexts={(texts) => open.setField("leadImage", { ...figure, ...texts, image })}
      actions={
        <Button look="danger" isDisabled={!canEdit} onPress={remove}>
          {t("article.removePicture")}
        </Button>
      }
      onClose={onClose}
    />
  );
}
