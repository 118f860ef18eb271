// The folders of src/ in their order: a file imports from its own folder and from folders before it in this list.
export const FOLDERS = [
  ["lib", "Clock, slugs, keys and other small tools"],
  ["generated", "The Prisma client, made by `npm run generate`"],
  ["search-index", "What the search finds: search documents, written with the transaction that changes a text"],
  ["database", "Connections, transactions, migrations, the embedded PostgreSQL"],
  [
    "graphql",
    "Connections, ids, scalars, errors, limits; `loading/` compiles selections to SQL. Knows nothing of news",
  ],
  ["http", "Health checks, limits, headers, HTTP errors"],
  ["validation", "Rules of input texts, reported together"],
  ["outbox", "The events: one row for each editorial act, and how they are read in the order of commits"],
  ["auth", "Tokens, roles, permissions, the audit log"],
  ["answer-cache", "Whole answers to readers, kept until what they contain changes"],
  ["quote-check", "Comparison of a quote with its source, and its anchor in the paragraph; pure"],
  ["marked-text", "Text with marks, and the safe HTML made of it; pure"],
  ["topic", "Topics that articles are filed under"],
  ["section", "The tree of sections that articles are in"],
  ["person", "Persons, their names and accounts, mentions, merging"],
  ["image", "Pictures: upload, files, renditions, the library"],
  ["embedded-post", "Social media posts with their captured text"],
  ["draft", "The article as one value: types, loading, saving, locks, heads, the workflow table, the parser of bodies"],
  ["article", "Articles: queries, creating and updating"],
  ["body", "Paragraphs and figures, the order of a body, and their mutations"],
  ["quote", "Quotes and their mutations"],
  ["revision", "Revisions, their differences and their restoration"],
  ["search", "The search: query language, statements, ranking, snippets; the upgrade of its documents"],
  ["syndication", "Output formats: reading pages, ninjs, JSON-LD, feeds, news sitemap"],
  ["publishing", "Submit, approve, publish, schedule, unpublish, kill, trash, previews"],
  ["import", "Creates drafts from news copy; recognises known stories and persons"],
  ["export", "The newsroom as JSON lines, and its restoration"],
  ["desk", "Serves the desk: its files, its sessions, and the API as its pages use it"],
  ["demo", "The demo newsroom"],
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

/** The folders of desk/src/ in their order. */
export const DESK_FOLDERS = [
  ["editor", "The model of the body and its editor; merging. Knows nothing of operations"],
  ["languages", "Messages: one file per part and language. A language does not compile when a key is missing."],
  ["api", "Requests, sessions, pages of lists, refusals, uploads, unsaved work in the browser"],
  ["ui", "Shared controls"],
  ["library", "Persons, posts, images, sections, topics, tokens, the audit log"],
  ["quotes", "The search over quotes"],
  ["articles", "The list of articles"],
  ["wire", "Wire copy and its review"],
  ["article", "The article that is being written"],
  ["app", "Shell, router, sign-in"],
];

/**
 * What every folder of the desk may import: the types made of the schema and the operations, and of the server pure modules, by
 * which both judge a text alike.
 */
export const DESK_SHARES =
  /^desk\/src\/api\/generated\/|^src\/(lib|marked-text|quote-check)\/|^src\/draft\/kept-offsets\.ts$/;

/** The place of a file's folder in an order; files beside the folders are above all of them. Below 0: not in the list. */
export function placeIn(folders, root, file) {
  const [folder, rest] = file.slice(root.length + 1).split("/");
  return rest === undefined ? folders.length : folders.findIndex(([name]) => name === folder);
}

/** The table of some folders, in their order, as a document has it. */
export function printFolders(folders, root) {
  return [
    "| Folder | Content |",
    "|---|---|",
    ...folders.map(([name, content]) => `| \`${root}/${name}/\` | ${content} |`),
  ].join("\n");
}
