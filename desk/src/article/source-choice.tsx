import { useQuery } from "@tanstack/react-query";
import { PostsOfPersonDocument, type PostToShowFragment } from "../api/generated/graphql.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Choice } from "../ui/choice.tsx";
import type { ListedQuote } from "./listed-quotes.tsx";
import { useArticle, useOpenArticle } from "./use-open-article.ts";

const NONE = "none";

/** The post that a quote is checked against: of the article, or another one of the speaker. */
export function SourceChoice({
  quote,
  onChange,
}: {
  readonly quote: ListedQuote;
  readonly onChange: (sourceId: string | null) => void;
}) {
  const { t } = useWords();
  const open = useOpenArticle();
  const known = useArticle(({ references }) => references.posts);
  const speakerId = quote.facts.speakerId;
  const { data } = useQuery({
    queryKey: ["person", speakerId, "posts"],
    queryFn: ({ signal }) => request(PostsOfPersonDocument, { id: speakerId ?? "" }, { signal }),
    enabled: speakerId !== null,
  });
  const posts = new Map<string, PostToShowFragment>(known);
  for (const post of data?.person?.embeddedPosts.nodes ?? []) posts.set(post.id, post);
  const options = [
    { value: NONE, name: t("article.noSource") },
    ...[...posts.values()].map((post) => ({ value: post.id, name: nameOf(post) })),
  ];
  return (
    <>
      <Choice
        label={t("article.source")}
        value={quote.facts.sourceId ?? NONE}
        options={options}
        onChange={(value) => {
          const post = posts.get(value);
          if (post) open.know({ post });
          onChange(post ? post.id : null);
        }}
      />
      {quote.source && (
        <blockquote className="source" dir="auto" lang={quote.source.language ?? undefined}>
          {quote.source.postText}
        </blockquote>
      )}
    </>
  );
}

function nameOf({ authorName, postedOn, postText }: PostToShowFragment): string {
  const words = (postText ?? "").slice(0, 40);
  return [authorName, postedOn, `“${words}${(postText ?? "").length > 40 ? "…" : ""}”`].filter(Boolean).join(" · ");
}
