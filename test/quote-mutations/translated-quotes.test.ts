import { afterAll, beforeAll, expect, it } from "vitest";
import { DeskUpdateQuoteDocument, PostsUpdateDocument } from "../generated/graphql.js";
import { Desk, paragraphOf } from "../support/desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

it("a translated quote is not compared with its source, before and after a correction, until its kind changes", async () => {
  const sourceId = await desk.newsroom.post({ text: "Der Hafen bleibt offen." });
  const quotes = [{ exact: "The port stays open", kind: "TRANSLATED", sourceId }] as const;
  const body = [{ paragraph: { text: "“The port stays open,” he said.", quotes: [...quotes] } }];
  const { id, version } = await desk.newsroom.draft({ body });
  const read = async () => paragraphOf(await desk.draft(id)).quotes[0];
  expect(await read()).toMatchObject({ check: { verdict: "NOT_COMPARABLE" } });
  await desk.write(PostsUpdateDocument, { id: sourceId, text: "Der Hafen bleibt zu." });
  const quote = await read();
  expect(quote).toMatchObject({ check: { verdict: "NOT_COMPARABLE" } });
  await desk.write(DeskUpdateQuoteDocument, { id: quote?.id ?? "", expectedVersion: version, kind: "DIRECT" });
  expect(await read()).toMatchObject({ check: { verdict: "NOT_FOUND" } });
});
