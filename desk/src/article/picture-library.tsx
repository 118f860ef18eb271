import { useState } from "react";
import { ImagesToChooseDocument, type ImageToShowFragment } from "../api/generated/graphql.ts";
import { usePages } from "../api/pages.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { PictureCard } from "../ui/picture-card.tsx";
import { Rows } from "../ui/rows.tsx";
import { SearchField } from "../ui/search-field.tsx";

const PAGE_SIZE = 24;

interface PictureLibraryProps {
  readonly onPick: (image: ImageToShowFragment) => void;
  readonly onClose: () => void;
}

/** Chooses a picture of the library: words find it, arrow keys and Enter choose it. */
export function PictureLibrary({ onPick, onClose }: PictureLibraryProps) {
  const { t } = useWords();
  const [words, setWords] = useState("");
  const filter = words === "" ? {} : { textContains: words };
  const pages = usePages(["images", "choose", filter], async (after, signal) => {
    return (await request(ImagesToChooseDocument, { first: PAGE_SIZE, after, filter }, { signal })).images;
  });
  return (
    <Dialog title={t("article.fromLibrary")} onClose={onClose} size="wide">
      <SearchField label={t("library.search")} value={words} onChange={setWords} isAsked />
      <Rows label={t("nav.images")} pages={pages} isGrid>
        {(image) => <PictureCard key={image.id} image={image} onAction={() => onPick(image)} />}
      </Rows>
      <div className="buttons">
        <Button onPress={onClose}>{t("app.cancel")}</Button>
      </div>
    </Dialog>
  );
}
