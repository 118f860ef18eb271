import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { GridListItem } from "react-aria-components";
import { type EditedSectionFragment, SectionTreeDocument } from "../api/generated/graphql.ts";
import type { Pages } from "../api/pages.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";
import { Rows } from "../ui/rows.tsx";
import { type PlacedSection, SectionDialog } from "./section-dialog.tsx";
import "./library.css";

const route = getRouteApi("/desk/sections");

interface Branch extends EditedSectionFragment {
  readonly children?: readonly Branch[];
}

/** The sections of a tree, each before those below it. */
function placed(branches: readonly Branch[], parentId: string | null = null, depth = 0): readonly PlacedSection[] {
  return branches.flatMap(({ children = [], ...section }) => [
    { ...section, parentId, depth },
    ...placed(children, section.id, depth + 1),
  ]);
}

type Edited = PlacedSection | "new" | null;

/** The tree of sections. */
export function SectionsPage() {
  const { t } = useWords();
  const { viewer } = route.useRouteContext();
  const [edited, setEdited] = useState<Edited>(null);
  const query = useQuery({
    queryKey: ["sections", "tree"],
    queryFn: ({ signal }) => request(SectionTreeDocument, {}, { signal }),
  });
  const all = placed(query.data?.sections ?? []);
  const canEdit = viewer.role !== "AUTHOR";
  const pages: Pages<PlacedSection> = {
    nodes: all,
    isPending: query.isPending,
    error: query.error,
    hasMore: false,
    isLoadingMore: false,
    loadMore: () => undefined,
    retry: () => void query.refetch(),
  };
  return (
    <Page
      title={t("nav.sections")}
      actions={
        canEdit && (
          <Button look="primary" onPress={() => setEdited("new")}>
            {t("sections.new")}
          </Button>
        )
      }
    >
      <Rows label={t("nav.sections")} pages={pages}>
        {(section) => (
          <GridListItem
            key={section.id}
            id={section.id}
            textValue={section.name}
            className="row plain-row"
            {...(canEdit && { onAction: () => setEdited(section) })}
          >
            <span className="name" data-depth={section.depth}>
              {section.name}
            </span>
            <bdi className="quiet">{section.slug}</bdi>
          </GridListItem>
        )}
      </Rows>
      {edited && <SectionDialog section={edited === "new" ? null : edited} all={all} onClose={() => setEdited(null)} />}
    </Page>
  );
}
