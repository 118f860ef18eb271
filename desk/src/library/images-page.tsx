import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { DropZone, type FileDropItem, FileTrigger, Text } from "react-aria-components";
import { type EditedImageFragment, ListedImagesDocument } from "../api/generated/graphql.ts";
import { usePages } from "../api/pages.ts";
import { request } from "../api/request.ts";
import { sendPicture } from "../api/upload.ts";
import { useWords } from "../languages/words.tsx";
import { Button, Toggle } from "../ui/button.tsx";
import { Fault } from "../ui/fault.tsx";
import { Page } from "../ui/page.tsx";
import { PictureCard } from "../ui/picture-card.tsx";
import { Rows } from "../ui/rows.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { ImageDialog } from "./image-dialog.tsx";
import "./library.css";

const route = getRouteApi("/desk/images");
const PAGE_SIZE = 40;

/** Uploads pictures that are dropped or chosen. */
function Uploads() {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const upload = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) await sendPicture(file);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["images"] }),
  });
  const drop = async (items: readonly { readonly kind: string }[]): Promise<void> => {
    const files = items.filter((item): item is FileDropItem => item.kind === "file");
    upload.mutate(await Promise.all(files.map((item) => item.getFile())));
  };
  return (
    <>
      <DropZone className="drop-pictures" onDrop={({ items }) => void drop(items)}>
        <Text slot="label">{t("images.drop")}</Text>
        <FileTrigger
          acceptedFileTypes={["image/*"]}
          allowsMultiple
          onSelect={(files) => files && upload.mutate([...files])}
        >
          <Button isPending={upload.isPending}>{t("images.upload")}</Button>
        </FileTrigger>
        <span role="status">{upload.isPending && t("images.uploading", { count: upload.variables.length })}</span>
      </DropZone>
      {upload.error && <Fault error={upload.error} />}
    </>
  );
}

/** The pictures of the newsroom. */
export function ImagesPage() {
  const { t } = useWords();
  const { words = "", unused = false } = route.useSearch();
  const { viewer } = route.useRouteContext();
  const navigate = useNavigate();
  const [edited, setEdited] = useState<EditedImageFragment | null>(null);
  const filter = { ...(words !== "" && { textContains: words }), ...(unused && { isUsed: false }) };
  const pages = usePages(["images", "list", filter], async (after, signal) => {
    return (await request(ListedImagesDocument, { first: PAGE_SIZE, after, filter }, { signal })).images;
  });
  const show = (next: { readonly words: string; readonly unused: boolean }): void => {
    const search = { ...(next.words !== "" && { words: next.words }), ...(next.unused && { unused: true as const }) };
    void navigate({ to: "/images", search, replace: true });
  };
  return (
    <Page title={t("nav.images")}>
      <Uploads />
      <search className="filters">
        <SearchField label={t("library.search")} value={words} onChange={(text) => show({ words: text, unused })} />
        <Toggle name={t("images.unused")} isOn={unused} onChange={(isOn) => show({ words, unused: isOn })} />
      </search>
      <Rows label={t("nav.images")} pages={pages} isGrid>
        {(image) => <PictureCard key={image.id} image={image} onAction={() => setEdited(image)} />}
      </Rows>
      {edited && <ImageDialog image={edited} canDelete={viewer.role !== "AUTHOR"} onClose={() => setEdited(null)} />}
    </Page>
  );
}
