import type { ReactElement, ReactNode } from "react";
import { GridList } from "react-aria-components";
import type { Pages } from "../api/pages.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "./button.tsx";
import { Fault } from "./fault.tsx";
import { Loading } from "./page.tsx";
import "./rows.css";

interface RowsProps<Node> {
  readonly label: string;
  readonly pages: Pages<Node>;
  /** What is shown where there is nothing. */
  readonly empty?: string;
  /** How rows are operated; below the list. */
  readonly keys?: string;
  /** Whether items are side by side. */
  readonly isGrid?: boolean;
  readonly children: (node: Node) => ReactElement;
}

/** A list of items with the keyboard of a grid: arrows move, Enter acts. */
export function Rows<Node>({ label, pages, empty, keys, isGrid = false, children }: RowsProps<Node>): ReactNode {
  const { t } = useWords();
  if (pages.isPending) return <Loading />;
  if (pages.error) return <Fault error={pages.error} onRetry={pages.retry} />;
  return (
    <>
      <GridList
        aria-label={label}
        className={isGrid ? "cards" : "rows"}
        layout={isGrid ? "grid" : "stack"}
        renderEmptyState={() => <p className="empty">{empty ?? t("library.none")}</p>}
      >
        {pages.nodes.map(children)}
      </GridList>
      <div className="list-foot">
        {pages.hasMore && (
          <Button isPending={pages.isLoadingMore} onPress={pages.loadMore}>
            {t("app.more")}
          </Button>
        )}
        {keys !== undefined && <p className="quiet keys">{keys}</p>}
      </div>
    </>
  );
}
