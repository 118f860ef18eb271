import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { GridListItem } from "react-aria-components";
import { type EditedPostFragment, ListedPostsDocument, type PostPlatform } from "../api/generated/graphql.ts";
import { usePages } from "../api/pages.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Choice } from "../ui/choice.tsx";
import { Page } from "../ui/page.tsx";
import { Rows } from "../ui/rows.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { PLATFORM_OPTIONS, PLATFORMS } from "./platforms.ts";
import { PostDialog } from "./post-dialog.tsx";
import "./library.css";

const route = getRouteApi("/desk/posts");
const PAGE_SIZE = 30;
const ALL = "all";

function isPlatform(value: string | undefined): value is PostPlatform {
  return value !== undefined && Object.hasOwn(PLATFORMS, value);
}

/** The captured posts. */
export function PostsPage() {
  const { t, format } = useWords();
  const { words = "", platform } = route.useSearch();
  const navigate = useNavigate();
  const [edited, setEdited] = useState<EditedPostFragment | null>(null);
  const filter = { ...(words !== "" && { handle: words }), ...(isPlatform(platform) && { platform }) };
  const pages = usePages(["posts", "list", filter], async (after, signal) => {
    return (await request(ListedPostsDocument, { first: PAGE_SIZE, after, filter }, { signal })).embeddedPosts;
  });
  const show = (next: { readonly words: string; readonly platform: string | undefined }): void => {
    const search = {
      ...(next.words !== "" && { words: next.words }),
      ...(next.platform && { platform: next.platform }),
    };
    void navigate({ to: "/posts", search, replace: true });
  };
  return (
    <Page title={t("nav.posts")}>
      <search className="filters">
        <SearchField label={t("posts.handle")} value={words} onChange={(text) => show({ words: text, platform })} />
        <Choice<PostPlatform | typeof ALL>
          label={t("persons.platform")}
          hidesLabel
          value={isPlatform(platform) ? platform : ALL}
          options={[{ value: ALL, name: `${t("persons.platform")}: ${t("app.all")}` }, ...PLATFORM_OPTIONS]}
          onChange={(value) => show({ words, platform: value === ALL ? undefined : value })}
        />
      </search>
      <Rows label={t("nav.posts")} pages={pages}>
        {(post) => (
          <GridListItem
            key={post.id}
            id={post.id}
            textValue={`${post.authorName}: ${post.text}`}
            className="row plain-row"
            onAction={() => setEdited(post)}
          >
            <div className="row-main">
              <span className="meta">
                <bdi className="name">{post.authorName}</bdi>
                {post.authorHandle && <bdi>{post.authorHandle}</bdi>}
                <span>{PLATFORMS[post.platform]}</span>
                {post.postedOn && <span>{format.day(post.postedOn)}</span>}
              </span>
              <span className="post-text" dir="auto" {...(post.language && { lang: post.language })}>
                {post.text}
              </span>
              <span className="meta">
                <span>{t("library.uses", { count: post.articles.totalCount })}</span>
                <span>{t("quotes.total", { count: post.quotes.totalCount })}</span>
              </span>
            </div>
            <span className="quiet">{t(`availability.${post.availability}`)}</span>
          </GridListItem>
        )}
      </Rows>
      {edited && <PostDialog post={edited} onClose={() => setEdited(null)} />}
    </Page>
  );
}
