import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../src/database/embedded-postmaster.js";
import { Desk } from "../support/desk.js";
import { PATIENTLY } from "../support/patiently.js";
import { HAS_VARNISH, startVarnish, type TestVarnish } from "../support/varnish.js";

const STORY = "query Story($slug: String!) { article(slug: $slug) { headline quotes { speaker { name } } } }";
const LIST = "query Newest { articles(first: 5) { nodes { headline } } }";

let desk: Desk;
let varnish: TestVarnish;

interface Kept {
  readonly status: number;
  readonly text: string;
  /** Whether Varnish has answered by itself: it then names the request that it has kept the answer of. */
  readonly isHit: boolean;
}

async function fetchKept(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Kept> {
  const response = await fetch(`${varnish.url}${path}`, {
    headers: { "apollo-require-preflight": "1", ...headers },
    redirect: "manual",
  });
  const isHit = (response.headers.get("x-varnish") ?? "").includes(" ");
  return { status: response.status, text: await response.text(), isHit };
}

const pathOf = (query: string, variables: object = {}): string =>
  `/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables) }).toString()}`;

/** Requests a path until Varnish has kept what a server answers with, and returns the text. */
async function keep(path: string): Promise<string> {
  await expect.poll(() => fetchKept(path), PATIENTLY).toMatchObject({ isHit: true });
  return (await fetchKept(path)).text;
}

/** Resolves when a path is answered with other than some text. */
async function untilGone(path: string, text: string): Promise<Kept> {
  await expect.poll(async () => (await fetchKept(path)).text, PATIENTLY).not.toContain(text);
  return fetchKept(path);
}

describe.skipIf(!HAS_VARNISH)("Varnish with the configuration of the documentation", () => {
  beforeAll(async () => {
    const port = await freePort();
    varnish = await startVarnish(port);
    desk = await Desk.open({ cdn: "varnish", cdnMaxAgeS: 600, cdnPurgeUrl: varnish.url, checksCache: false });
    await desk.app.http.listen({ port, host: "127.0.0.1" });
  });
  afterAll(async () => {
    await desk.app.close();
    await varnish.stop();
  });

  it("answers by itself, until a correction and then a kill remove what contained the article", async () => {
    const { id, version } = await desk.newsroom.published({ headline: "Ferry leaves", slug: "ferry" });
    const paths = [pathOf(STORY, { slug: "ferry" }), pathOf(LIST), "/articles/ferry.json", "/feed.rss"];
    for (const path of paths) expect(await keep(path)).toContain("Ferry leaves");
    await desk.run("updateArticle", { id, expectedVersion: version, headline: "Ferry stays" }, "article { id }");
    await desk.run("publishArticle", { id, expectedVersion: version + 1 }, "article { id }");
    for (const path of paths) await untilGone(path, "Ferry leaves");
    for (const path of paths) expect(await keep(path)).toContain("Ferry stays");
    await desk.run("killArticle", { id, expectedVersion: version + 2, reason: "It was forged." }, "article { id }");
    for (const path of paths) await untilGone(path, "Ferry stays");
    expect((await fetchKept("/articles/ferry.json")).status).toBe(410);
  });

  it("removes an article when the name of a speaker changes", async () => {
    const speaker = await desk.newsroom.person({ name: "Ada Quay" });
    const said = "“We open on Monday”";
    const quotes = [{ exact: said, speakerId: speaker }];
    await desk.newsroom.published({ slug: "quay", body: [{ paragraph: { text: `${said}, she said.`, quotes } }] });
    const path = pathOf(STORY, { slug: "quay" });
    expect(await keep(path)).toContain("Ada Quay");
    await desk.run("updatePerson", { id: speaker, name: "Ada Quay-Lund" }, "person { id }");
    expect((await untilGone(path, '"Ada Quay"')).text).toContain("Ada Quay-Lund");
  });

  it("keeps nothing of what is for one caller", async () => {
    const path = pathOf(LIST);
    await keep(path);
    for (const headers of [desk.headers.EDITOR, { ...desk.headers.EDITOR, "x-content-view": "draft" }]) {
      for (let time = 0; time < 2; time += 1) {
        expect(await fetchKept(path, headers)).toMatchObject({ status: 200, isHit: false });
      }
    }
    expect(await fetchKept(`${path}&preview=none`)).toMatchObject({ status: 401, isHit: false });
  });
});
