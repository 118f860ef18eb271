// How long a thousand stories take: read from plain copy, written as drafts, and found again. `npm run bench:imports`.
import "reflect-metadata";
import type { Work } from "../src/auth/work.js";
import { demoNewsroom } from "../src/demo/demo.stories.js";
import type { DemoStory } from "../src/demo/demo.type.js";
import { UserError } from "../src/graphql/user-errors.js";
import { formatTable } from "../src/lib/table.js";
import { parseParagraphHtml } from "../src/marked-text/html.js";
import { importStory } from "../src/import/import.service.js";
import { readPlainCopy, type CopyStory } from "@dateline/copy-reader";
import { onThrowAwayDatabase } from "./throw-away.js";

const STORIES = 1000;

const posts = new Map(demoNewsroom.posts.map((post) => [post.key, post]));

/** A story of the demo newsroom as a wire would send it, with a paragraph that no other copy has. */
function copyOf(story: DemoStory, round: number): string {
  const parts = story.body.flatMap((element) => {
    if ("figure" in element) return [];
    if ("html" in element) return parseParagraphHtml(element.html).text;
    const post = posts.get(element.post);
    return post ? `${post.text} — ${post.authorName} (${post.authorHandle ?? "@post"}) ${post.postedOn ?? ""}` : "";
  });
  const [first = "", ...rest] = parts;
  const lede = story.dateline ? `${story.dateline.text} ${first}` : first;
  return [story.headline, lede, `Report number ${round} of the day followed.`, ...rest].join("\n\n");
}

function* copies(): Generator<string> {
  for (let at = 0; at < STORIES; at += 1) {
    const story = demoNewsroom.stories[at % demoNewsroom.stories.length];
    if (story) yield copyOf(story, at);
  }
}

interface Row {
  readonly what: string;
  readonly seconds: number;
  readonly statements: number | null;
}

async function importAll(
  work: Work,
  stories: readonly CopyStory[],
  what: string,
  counter: { count: number },
): Promise<Row> {
  counter.count = 0;
  const startedAt = performance.now();
  for (const [at, story] of stories.entries()) {
    const result = await importStory(work, story);
    if (result instanceof UserError) throw new Error(result.message);
    if ((at + 1) % 250 === 0) process.stderr.write(`${what}: ${at + 1}\n`);
  }
  return { what, seconds: (performance.now() - startedAt) / 1000, statements: counter.count };
}

await onThrowAwayDatabase(async (work, counter) => {
  const texts = [...copies()];
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const startedAt = performance.now();
  const stories = texts.map((text) => readPlainCopy(text));
  const read = { what: "read", seconds: (performance.now() - startedAt) / 1000, statements: null };
  const rows = [
    read,
    await importAll(work, stories, "written", counter),
    await importAll(work, stories, "found again", counter),
  ];
  console.log(`${STORIES} stories of ${Math.round(characters / STORIES)} characters`);
  console.log(
    formatTable(
      ["", "seconds", "ms a story", "statements a story"],
      rows.map(({ what, seconds, statements }) => [
        what,
        seconds.toFixed(1),
        ((seconds * 1000) / STORIES).toFixed(1),
        statements === null ? "" : (statements / STORIES).toFixed(1),
      ]),
    ),
  );
});
