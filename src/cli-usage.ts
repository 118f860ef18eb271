/*
 * The usage of the commands, and how to ask for it.
 */

const USAGE = {
  import: `  npm run import -- FILE... [--publish] [--dry-run]        reads wire copy into drafts; of a folder, all its files
      [--headline "…"] [--language TAG] [--format FORMAT]  what is known of the copy; else it is recognised
      [--encoding NAME]                                    of the files; else it is seen from their bytes
      [--quiet]                                            one line a file
  npm run import -- FILE.jsonl                             takes an export back
`,
  export: `  npm run export -- [FILE] [--drafts]                      writes the published newsroom, or all of it, as JSON lines
`,
  images: `  npm run images -- [--delete]                             lists files of images that no image has, or removes them
`,
  token: `  npm run token -- create --role ROLE --name "…" [--days N]  makes a token, shown once on the last line
  npm run token -- list                                    lists the tokens
  npm run token -- revoke ID                               makes a token useless at once
`,
  migrate: `  npm run migrate                                          applies the migrations of this version and ends
`,
  recheck: `  npm run recheck -- [--write]                             compares all quotes with their sources by the rules of this version
`,
  schema: `  npm run --silent schema                                  prints the schema
`,
} as const;
type Command = keyof typeof USAGE;

function isCommand(word: string | undefined): word is Command {
  return word !== undefined && Object.hasOwn(USAGE, word);
}

/** The usage of the command that a word names; of all commands when it names none. */
export function usageOf(word: string | undefined): string {
  return `Usage:\n${isCommand(word) ? USAGE[word] : Object.values(USAGE).join("")}`.trimEnd();
}

/** How to ask for the usage of the command that a word names. */
export function helpFor(word: string | undefined): string {
  return isCommand(word) && word !== "schema" ? `npm run ${word} -- --help` : "node dist/cli.js --help";
}

const HELP = new Set(["--help", "-h", "help"]);

/** Whether the words of a command line ask for help. */
export function asksForHelp([command = "", ...args]: readonly string[]): boolean {
  const end = args.indexOf("--");
  const flags = end === -1 ? args : args.slice(0, end);
  return HELP.has(command) || flags.includes("--help") || flags.includes("-h");
}
