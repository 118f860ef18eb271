import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { Newsroom } from "../support/newsroom.js";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  const newsroom = new Newsroom(database.database);
  await newsroom.person({ name: "Nela Ostrow" });
  const text = "“It opens,” said Nela Ostrow 🚢.";
  await newsroom.draft({ body: [{ paragraph: { text, quotes: [{ exact: "It opens" }] } }] });
});
afterAll(() => database.close());

const run = (sql: string) => database.database.pool.query(sql);

describe.each(["quote", "mention"])("a %s", (table) => {
  it("cannot end outside the text of its paragraph, however many rows a statement writes", async () => {
    const constraint = `${table}_inside_paragraph_check`;
    await expect(run(`UPDATE ${table} SET end_offset = 1000`)).rejects.toMatchObject({ code: "23514", constraint });
    const copies = `INSERT INTO ${table} SELECT (jsonb_populate_record(r, jsonb_build_object(
      'id', gen_random_uuid(), 'start_offset', n, 'end_offset', n + 30))).* FROM ${table} r, generate_series(1, 5) n`;
    await expect(run(copies)).rejects.toMatchObject({ code: "23514", constraint });
  });

  it("may end where the text ends, counted in UTF-16 code units", async () => {
    const update = `UPDATE ${table} SET end_offset = (SELECT utf16_length(text) FROM paragraph)`;
    expect((await run(update)).rowCount).toBe(1);
  });
});
