// The folders of src/ in their order: a file imports from its own folder and from folders above it in this list.
export const FOLDERS = [
  ["lib", "clock, slugs, keys, limits of sizes"],
  ["generated", "the Prisma client, made by `npm run generate`"],
  ["database", "connections, transactions, migrations at the start, the embedded PostgreSQL"],
  ["graphql", "connections, ids, scalars, errors, limits; `graphql/loading/` turns selections into SQL"],
  ["http", "health, HTTP errors, rate limits, headers"],
  ["validation", "the rules of inputs"],
  ["auth", "who asks, what the caller may do, and the frame of every write"],
  ["quote-check", "the anchors of quotes in a text, and the check against a source"],
  ["marked-text", "text with marks, and the safe HTML made of it"],
  ["topic", "what articles are filed under"],
  ["person", "persons, their names and accounts, and the mentions of them in texts"],
  ["embedded-post", "posts of social platforms, kept whole"],
  ["draft", "an article's working draft as one value, its loader and writer, and the frame of its changes"],
  ["article", "articles: creating, changing and listing them"],
  ["body", "the body of an article: paragraphs, and the posts placed among them"],
  ["quote", "quotes: listing and editing them"],
  ["revision", "the whole of an article at one moment"],
  ["syndication", "articles in the formats of the trade"],
  ["publishing", "the acts of the workflow: publish, schedule, unpublish, kill, trash"],
  ["import", "copy that was read becomes a draft"],
  ["export", "the newsroom as JSON lines, and back"],
  ["demo", "the newsroom of the first start"],
];

/** The layers from the lowest to the highest; a file imports from its own layer and from lower ones. */
export const LAYERS = [
  ["plain modules and types", /$^/],
  ["rules and data", /\.(service|queries|relations)\.ts$/],
  ["faces", /\.(resolver|http|command)\.ts$/],
  ["composition", /^src\/[^/]+\.ts$/],
  ["processes", /^src\/(server|cli)\.ts$/],
];

/** The layer of a file, counted from 0. */
export function layerOf(file) {
  return Math.max(
    0,
    LAYERS.findLastIndex(([, pattern]) => pattern.test(file)),
  );
}

/** The place of a file's folder in the order; files of src/ itself are above all folders. Below 0: not in the list. */
export function placeOf(file) {
  const [, folder, rest] = file.split("/");
  return rest === undefined ? FOLDERS.length : FOLDERS.findIndex(([name]) => name === folder);
}

/** The table of folders for docs/architecture.md. */
export function printFolders() {
  return [
    "| Folder | Content |",
    "|---|---|",
    ...FOLDERS.map(([name, content]) => `| \`src/${name}/\` | ${content} |`),
  ].join("\n");
}
