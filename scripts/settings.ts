// Writes docs/settings.md from the declarations in src/config.ts.
import { writeFileSync } from "node:fs";
import { SETTINGS } from "../src/config.js";
import { settingsTable } from "../src/lib/settings.js";

const page = `# Settings

All settings are environment variables. An empty variable counts as absent. Faults are reported all at once, and the
server does not start with one. This page is generated from \`src/config.ts\` by \`npm run settings\`.

${settingsTable(SETTINGS)}
`;

writeFileSync(new URL("../docs/settings.md", import.meta.url), page);
