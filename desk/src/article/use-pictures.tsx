import { Selection } from "prosemirror-state";
import { useMutation } from "@tanstack/react-query";
import type { ImageToShowFragment } from "../api/generated/graphql.ts";
import { useWords } from "../languages/words.tsx";
import { makeId } from "../editor/ids.ts";
import { figureType } from "../editor/schema.ts";
import { insertElement } from "../editor/text-commands.ts";
import { uploadImage } from "./upload-image.ts";
import { useDesk } from "./use-desk.ts";
import { useOpenArticle } from "./use-open-article.ts";

/** Puts pictures into the body that are dropped, pasted, or chosen from files or the library. */
export function usePictures() {
  const { t } = useWords();
  const open = useOpenArticle();
  const { run } = useDesk();
  const insert = (image: ImageToShowFragment): void => {
    open.know({ image });
    const { id, alt, caption } = image;
    run(insertElement(figureType.create({ id: makeId(), imageId: id, caption: caption ?? null, alt })));
  };
  const uploading = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) insert(await uploadImage(file));
    },
  });
  const upload = (files: readonly File[]): void => uploading.mutate(files);
  const take = (files: readonly File[], position: number): boolean => {
    const pictures = files.filter(({ type }) => type.startsWith("image/"));
    if (pictures.length === 0) return false;
    run((state, dispatch) => {
      dispatch?.(state.tr.setSelection(Selection.near(state.doc.resolve(position))));
      return true;
    });
    upload(pictures);
    return true;
  };
  const status = (
    <div role="status">
      {uploading.isPending && <p className="notice">{t("article.uploading")}</p>}
      {uploading.error && <p className="notice bad">{uploading.error.message}</p>}
    </div>
  );
  return { upload, insert, take, status };
}
