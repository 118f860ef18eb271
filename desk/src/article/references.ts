import type {
  ArticleToEditFragment,
  ImageToShowFragment,
  PersonToNameFragment,
  PostToShowFragment,
} from "../api/generated/graphql.ts";

/** What the text and the facts refer to by id, as far as it was read or chosen. */
export interface References {
  readonly persons: ReadonlyMap<string, PersonToNameFragment>;
  readonly posts: ReadonlyMap<string, PostToShowFragment>;
  readonly images: ReadonlyMap<string, ImageToShowFragment>;
}

/** Everything that an article refers to, besides what is known already. */
export function articleReferences(article: ArticleToEditFragment, known: References | null): References {
  const persons = new Map(known?.persons);
  const posts = new Map(known?.posts);
  const images = new Map(known?.images);
  for (const { person } of article.authors) persons.set(person.id, person);
  if (article.leadImage) images.set(article.leadImage.image.id, article.leadImage.image);
  for (const element of article.body) {
    if (element.__typename === "EmbeddedPost") posts.set(element.id, element);
    if (element.__typename === "Figure") images.set(element.image.id, element.image);
  }
  for (const { speaker, source } of article.body.flatMap((part) =>
    part.__typename === "Paragraph" ? part.quotes : [],
  )) {
    if (speaker) persons.set(speaker.id, speaker);
    if (source) posts.set(source.id, source);
  }
  return { persons, posts, images };
}

/** Something that was chosen or read. */
export interface Known {
  readonly person?: PersonToNameFragment;
  readonly post?: PostToShowFragment;
  readonly image?: ImageToShowFragment;
}

/** The references with one more. */
export function withKnown({ persons, posts, images }: References, { person, post, image }: Known): References {
  return {
    persons: person ? new Map(persons).set(person.id, person) : persons,
    posts: post ? new Map(posts).set(post.id, post) : posts,
    images: image ? new Map(images).set(image.id, image) : images,
  };
}
