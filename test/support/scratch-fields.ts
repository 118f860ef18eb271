import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import type { Database } from "../../src/database/client.js";
import { exportTo, restoreFile } from "../../src/export/export.command.js";
import { createTestApp, type TestApp } from "./app.js";
import { createTestDatabase } from "./database.js";
import { headersOf } from "./tokens.js";

/** An editor who tries a field that was added to a copy of the sources. */
export class ScratchEditor {
  constructor(
    readonly app: TestApp,
    readonly headers: Readonly<Record<string, string>>,
  ) {}

  /** Runs a mutation that returns an article, with these fields of its payload. */
  async write<Article>(mutation: string, input: object, fields: string): Promise<Article> {
    const name = `${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}`;
    const document = `mutation ($input: ${name}Input!) {
      result: ${mutation}(input: $input) { ... on ${name}Payload { ${fields} } ... on UserError { message } }
    }`;
    const { result } = await this.app.data<{ result: { article: Article } }, object>(document, { input }, this.headers);
    expect(result).toHaveProperty("article");
    return result.article;
  }

  /** Exports the newsroom with its drafts, restores it into an empty database and reads that. */
  async readRestored<Rows>(read: (database: Database) => Promise<Rows>): Promise<Rows> {
    const folder = await mkdtemp(join(tmpdir(), "dateline-scratch-"));
    const empty = await createTestDatabase();
    try {
      const file = join(folder, "export.jsonl");
      await exportTo(this.app.database, file, { withDrafts: true });
      await restoreFile(empty.database, file);
      return await read(empty.database);
    } finally {
      await empty.close();
      await rm(folder, { recursive: true, force: true });
    }
  }
}

/** An app with an editor for all tests of a file. */
export function useScratchEditor(): () => ScratchEditor {
  let editor: ScratchEditor;
  beforeAll(async () => {
    const app = await createTestApp();
    editor = new ScratchEditor(app, { ...(await headersOf(app.database, "EDITOR")), "x-content-view": "DRAFT" });
  });
  afterAll(() => editor.app.close());
  return () => editor;
}
