/** A post a quotation could be checked against. */
export interface CandidatePost {
  readonly element: number;
  readonly authorKey: string | null;
  /** Its words of weight, see {@link weightyWords}. */
  readonly words: ReadonlySet<string>;
}

/** How much of a quotation a post holds. */
export interface Evidence {
  readonly element: number;
  /** The share of the quotation's words of weight that the post holds, from 0 to 1. */
  readonly share: number;
}

/** At least this share of the words of weight must be in the post. */
const leastShare = 0.5;
/** A post by somebody else must hold nearly everything. */
const leastForeignShare = 0.8;
const shortest = 4;
/** No story holds more posts that a quotation could sensibly be compared with. */
const mostPosts = 50;

/** The post that holds most of the quoted words; null when none holds enough to be checked against. */
export function findEvidence(
  quote: string,
  speakerKey: string | null,
  posts: readonly CandidatePost[],
): Evidence | null {
  const words = posts.length === 0 ? new Set<string>() : weightyWords(quote);
  if (words.size < 2) return null;
  const found = posts.slice(0, mostPosts).map((post) => {
    const share = sharedPart(words, post.words);
    const isOwn = speakerKey !== null && post.authorKey === speakerKey;
    return { element: post.element, share, isEnough: share >= (isOwn ? leastShare : leastForeignShare) };
  });
  const [best] = found.filter((each) => each.isEnough).sort((a, b) => b.share - a.share);
  return best ? { element: best.element, share: best.share } : null;
}

const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** The longer words and the numbers of a text; the single signs of a script that has no spaces. */
export function weightyWords(text: string): ReadonlySet<string> {
  const bySign = spaceless.test(text.slice(0, 40));
  const words =
    text
      .toLowerCase()
      .normalize("NFKC")
      .match(bySign ? /\p{L}/gu : /[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => bySign || word.length >= shortest || /\d/u.test(word)));
}

function sharedPart(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of words) if (others.has(word)) shared++;
  return shared / words.size;
}
