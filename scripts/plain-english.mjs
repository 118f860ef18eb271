// Fails on words that plain technical English does without, in the schema, the documents, the comments and texts of the
// source and the names of the tests.
// A line that needs such a word, such as a quotation, is listed in ALLOWED with its reason.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Words to avoid, and what to write instead. */
const PLAIN = {
  "tells?|told|telling": "report, return, contain, distinguish",
  "mends?|mended|mending": "fix, correct",
  gives: "returns, contains",
  whoever: "the caller, anybody who",
  "whom(?:ever)?": "who, that",
  anew: "again",
  stands: "is",
  wholly: "entirely",
  "thrown away|throws? away": "discarded",
  "retells?|retold": "describe",
};

/** Parts of lines in which such a word is right. */
const ALLOWED = [
  // Examples of news copy.
  /“[^”]*”/g,
  /`[^`]*`/g,
  // The copy in the example of packages/copy-reader/README.md.
  /Edna Quill told reporters/g,
];

const PATTERNS = Object.entries(PLAIN).map(([words, plain]) => ({
  pattern: new RegExp(`\\b(?:${words})\\b`, "i"),
  plain,
}));

function filesOf(folder, ending) {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending) && !/generated|node_modules/.test(name))
    .map((name) => join(folder, name));
}

/** Every line of a file with its number, from 1. */
function linesOf(file) {
  return readFileSync(join(root, file), "utf8")
    .split("\n")
    .map((text, at) => ({ place: `${file}:${at + 1}`, text }));
}

/** The comment on a line of TypeScript; empty without one. */
function commentOn(text) {
  return /^\s*(?:\/\*\*?|\*|\/\/).*/.exec(text)?.[0] ?? /\s\/\/ .*/.exec(text)?.[0] ?? "";
}

/** The name of a test or of a group of tests that begins on a line; empty without one. */
function testNameOn(text) {
  return /^\s*(?:it|test|describe)\b.*?["`](.*)["`],/.exec(text)?.[1] ?? "";
}

/** The texts in quotation marks on a line of a program, without lists of words and news copy. */
function textsOn({ place, text }) {
  if (/^(?:test|bench)\/|\/test\/|^src\/demo\/|\/lexicon\//.test(place) || /^\s*(?:import|export)\b.* from /.test(text))
    return "";
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|`([^`]*)`/g)]
    .map(([, plain, template]) => plain ?? template)
    .join(" | ");
}

const prose = [
  "schema.graphql",
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "CHANGELOG.md",
  "packages/copy-reader/README.md",
  "examples/news-site/README.md",
  ...filesOf("docs", ".md"),
];
const lines = [
  ...prose.flatMap(linesOf),
  ...[
    "src",
    "scripts",
    "bench",
    "test",
    "packages/copy-reader/src",
    "packages/copy-reader/test",
    "examples/news-site/src",
    "desk/src",
  ]
    .flatMap((folder) => [...filesOf(folder, ".ts"), ...filesOf(folder, ".tsx")])
    .flatMap(linesOf)
    .map(({ place, text }) => ({ place, text: commentOn(text) || testNameOn(text) || textsOn({ place, text }) })),
];

const faults = lines.flatMap(({ place, text }) => {
  const checked = ALLOWED.reduce((rest, allowed) => rest.replace(allowed, ""), text);
  return PATTERNS.filter(({ pattern }) => pattern.test(checked)).map(
    ({ pattern, plain }) => `${place}: "${pattern.exec(checked)[0]}"; write: ${plain}. ${text.trim()}`,
  );
});

if (faults.length > 0) {
  console.log(faults.join("\n"));
  process.exit(1);
}
