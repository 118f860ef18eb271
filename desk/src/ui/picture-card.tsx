import { GridListItem } from "react-aria-components";
import type { PictureCardFragment } from "../api/generated/graphql.ts";
import { useWords } from "../languages/words.tsx";

interface PictureCardProps {
  readonly image: PictureCardFragment;
  readonly onAction: () => void;
}

/** A picture in a grid of pictures. */
export function PictureCard({ image, onAction }: PictureCardProps) {
  const { t } = useWords();
  const { id, alt, fileName, credit, thumbnail } = image;
  return (
    <GridListItem id={id} className="card" textValue={alt || (fileName ?? "")} onAction={onAction}>
      <img src={thumbnail} alt="" loading="lazy" width={400} height={300} />
      <div className="card-text">
        {alt === "" ? <span className="due">{t("images.noAlt")}</span> : <bdi>{alt}</bdi>}
        {credit && <bdi className="quiet">{credit}</bdi>}
      </div>
    </GridListItem>
  );
}
