import { PostsFoundDocument, type PostToShowFragment } from "../api/generated/graphql.ts";
import { request } from "../api/request.ts";
import { Picker, type PickerProps } from "../ui/picker.tsx";

/** A post, named by the beginning of its text. */
interface NamedPost extends PostToShowFragment {
  readonly name: string;
}

const NAME_LENGTH = 80;

/** Finds a post by words of its text or its author. */
export function PostPicker(props: PickerProps<NamedPost>) {
  return <Picker {...props} kind="posts" find={findPosts} describe={authorOf} />;
}

function authorOf({ authorName, authorHandle, postedOn }: NamedPost): string {
  return [authorName, authorHandle, postedOn].filter(Boolean).join(" · ");
}

async function findPosts(words: string, signal: AbortSignal): Promise<readonly NamedPost[]> {
  // The last word may not be typed to its end.
  const { search } = await request(PostsFoundDocument, { words: `${words}*` }, { signal });
  return search.nodes.flatMap(({ node }) => {
    if (node.__typename !== "EmbeddedPost") return [];
    const { postText, url } = node;
    return [{ ...node, name: postText === "" ? (url ?? "") : postText.slice(0, NAME_LENGTH) }];
  });
}
