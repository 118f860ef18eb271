import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../support/app.js";
import { Newsroom } from "../support/newsroom.js";
import { SearchIdsDocument } from "../generated/graphql.js";
import { JUDGED, type JudgedQuery } from "./support/judged.js";
import { type JudgedIds, publishStories } from "./support/stories.js";

let app: TestApp;
let ids: JudgedIds;

beforeAll(async () => {
  app = await createTestApp();
  ids = await publishStories(new Newsroom(app.database));
});
afterAll(() => app.close());

/** The number of hits that the measure looks at. */
const DEPTH = 10;

/** The first hits of a query, by the names of what was judged; what was not judged is null. */
async function hitsOf(query: string): Promise<readonly (string | null)[]> {
  const { search } = await app.data(SearchIdsDocument, { query, first: DEPTH });
  const names = new Map([...ids].map(([name, id]) => [id, name]));
  return search.nodes.map(({ node }) => names.get(node.id) ?? null);
}

/** The discounted gain of hits: the better a hit, and the earlier it is, the more. */
function gainOf(hits: readonly (string | null)[], { expected }: JudgedQuery): number {
  return hits.reduce((sum, name, at) => {
    const place = expected.findIndex((each) => each === name);
    return sum + (place < 0 ? 0 : (2 ** (expected.length - place) - 1) / Math.log2(at + 2));
  }, 0);
}

/** nDCG@10: the gain of the hits as a part of the greatest possible. */
async function measure(
  judged: JudgedQuery,
): Promise<{ query: string; gain: number; hits: readonly (string | null)[] }> {
  const hits = await hitsOf(judged.query);
  return { query: judged.query, gain: gainOf(hits, judged) / gainOf(judged.expected, judged), hits };
}

describe("the judged queries", () => {
  it("find what is expected first: nDCG@10 is at least 0.9, and no query finds nothing of it", async () => {
    const relevant = JUDGED.filter(({ expected }) => expected.length > 0);
    expect(relevant.length).toBeGreaterThanOrEqual(60);
    const measured = [];
    for (const judged of relevant) measured.push(await measure(judged));
    const poor = measured.filter(({ gain }) => gain < 0.5);
    expect(poor).toEqual([]);
    const average = measured.reduce((sum, { gain }) => sum + gain, 0) / measured.length;
    expect(average).toBeGreaterThanOrEqual(0.9);
  });
});
