import { afterAll, beforeAll, expect, it } from "vitest";
import { OPERATOR } from "../../src/auth/role.js";
import { recheckAllQuotes } from "../../src/embedded-post/recheck.command.js";
import { systemClock } from "../../src/lib/clock.js";
import { newId } from "../../src/lib/new-id.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { Newsroom } from "../support/newsroom.js";

const TEXT = "The quay stays closed until the crane is safe.";
let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
  const newsroom = new Newsroom(app.database);
  const sourceId = await newsroom.post({ text: TEXT });
  const quote = (words: string) => ({ exact: words, sourceId });
  const said = (words: string) => ({ paragraph: { text: `“${words}”, she wrote.`, quotes: [quote(words)] } });
  const body = [said(TEXT), said("The quay stays closed for ever.")];
  await newsroom.published({ headline: "The quay stays closed", body });
});
afterAll(() => app.close());

async function recheck(isWritten: boolean): Promise<string> {
  const work = { database: app.database, clock: systemClock, newId, actor: OPERATOR, origin: null };
  return recheckAllQuotes(work, { isWritten, report: () => {} });
}

async function stored(): Promise<unknown> {
  return app.database.read(
    'SELECT head, text, verdict, similarity, differences FROM quote ORDER BY head, text COLLATE "C", id',
  );
}

it("finds nothing to change in what this version stored", async () => {
  expect(await recheck(false)).toBe(
    "4 quotes compared with their sources; 0 results differ and would be stored with --write.",
  );
});

it("lists the results of other rules by their verdicts, stores them on request, in all heads, and records it", async () => {
  const right = await stored();
  await app.database.prisma.quote.updateMany({
    where: { text: TEXT },
    data: { verdict: "ALTERED", similarity: 0.5, differences: [] },
  });
  const wrong = await stored();
  expect(wrong).not.toEqual(right);
  const listed = await recheck(false);
  expect(listed).toMatch(/ALTERED +EXACT +2\n4 quotes .+; 2 results differ and would be stored with --write\.$/);
  expect(await stored()).toEqual(wrong);

  expect(await recheck(true)).toMatch(/; 2 results differ and were stored\.$/);
  expect(await stored()).toEqual(right);
  const entries = await app.database.prisma.auditEntry.findMany({ where: { act: "recheckQuotes" } });
  expect(entries.map(({ detail, subject }) => [subject, detail])).toEqual([
    ["EmbeddedPost", "ALTERED → EXACT, ALTERED → EXACT"],
  ]);
  expect(await recheck(true)).toMatch(/; 0 results differ/);
});
