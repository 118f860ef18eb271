/** A post that the newsroom does not have yet, as its address and text were entered. */
export interface NewPost {
  readonly url: string;
  readonly authorName: string;
  readonly authorHandle: string | null;
  readonly text: string;
  readonly postedOn: string | null;
  readonly language: string | null;
}
