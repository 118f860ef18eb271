import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { GridListItem } from "react-aria-components";
import { ListedTopicsDocument } from "../api/generated/graphql.ts";
import { usePages } from "../api/pages.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Page } from "../ui/page.tsx";
import { Rows } from "../ui/rows.tsx";
import { type ListedTopic, TopicDialog } from "./topic-dialog.tsx";
import "./library.css";

const route = getRouteApi("/desk/topics");
const PAGE_SIZE = 100;

/** The topics that articles are filed under. */
export function TopicsPage() {
  const { t } = useWords();
  const { viewer } = route.useRouteContext();
  const [edited, setEdited] = useState<ListedTopic | null>(null);
  const pages = usePages(["topics", "list"], async (after, signal) => {
    return (await request(ListedTopicsDocument, { first: PAGE_SIZE, after }, { signal })).topics;
  });
  return (
    <Page title={t("nav.topics")}>
      <Rows label={t("nav.topics")} pages={pages}>
        {(topic) => (
          <GridListItem
            key={topic.id}
            id={topic.id}
            textValue={topic.name}
            className="row plain-row"
            onAction={() => setEdited(topic)}
          >
            <bdi className="name">{topic.name}</bdi>
            <span className="quiet">{t("library.uses", { count: topic.articles.totalCount })}</span>
          </GridListItem>
        )}
      </Rows>
      {edited && <TopicDialog topic={edited} canMerge={viewer.role !== "AUTHOR"} onClose={() => setEdited(null)} />}
    </Page>
  );
}
