import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { updateArticle } from "../../src/article/update-article.service.js";
import type { Work } from "../../src/auth/work.js";
import { updateEmbeddedPost } from "../../src/embedded-post/update-post.service.js";
import { updatePerson } from "../../src/person/person.service.js";
import { approveArticle, scheduleArticle, submitArticle } from "../../src/publishing/publishing.service.js";
import { deleteArticle } from "../../src/publishing/trash.service.js";
import { useCopyReader } from "../support/copies.js";
import { encodeNodeId } from "../../src/graphql/node-id.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { done, Newsroom } from "../support/newsroom.js";

const sendCopy = useCopyReader();

let app: TestApp;
let newsroom: Newsroom;
let author: Work;

beforeAll(async () => {
  app = await createTestApp();
  newsroom = new Newsroom(app.database);
  author = { ...newsroom.work, actor: { name: "Author", role: "AUTHOR" } };
});
afterAll(() => app.close());

describe("what an author changes is seen by an editor before readers see it", () => {
  it("an author cannot change a person or post that readers see, but can change others", async () => {
    const [shown, hidden] = [
      await newsroom.person({ name: "Ada Shown" }),
      await newsroom.person({ name: "Ben Hidden" }),
    ];
    const post = await newsroom.post({ text: "We will not sail." });
    const quotes = [{ exact: "We will sail", speakerId: shown, sourceId: post }];
    await newsroom.published({ body: [{ paragraph: { text: "“We will sail,” she said.", quotes } }] });
    expect(await updatePerson(author, { id: shown, name: "Ada Changed" })).toMatchObject({ code: "FORBIDDEN" });
    expect(await updateEmbeddedPost(author, { id: post, text: "We will sail." })).toMatchObject({ code: "FORBIDDEN" });
    const { persons, quotes: read } = await app.data<Record<string, { nodes: readonly object[] }>, object>(
      "{ persons { nodes { name } } quotes { nodes { check { verdict } } } }",
    );
    expect(persons?.nodes).toEqual([{ name: "Ada Shown" }]);
    expect(read?.nodes).toEqual([{ check: { verdict: "ALTERED" } }]);
    done(await updatePerson(author, { id: hidden, name: "Ben Changed" }));
    done(await updateEmbeddedPost(newsroom.work, { id: post, text: "We will sail." }));
  });

  it("an author cannot change an approved or scheduled draft until it is rejected", async () => {
    const { id, version } = await newsroom.draft({ headline: "Approved" });
    const edit = (expectedVersion: number) => updateArticle(author, { id, expectedVersion, headline: "Unseen" });
    const submitted = done(await submitArticle(author, { id, expectedVersion: version }));
    const ready = done(await approveArticle(newsroom.work, { id, expectedVersion: submitted.version }));
    expect(await edit(ready.version)).toMatchObject({ code: "TRANSITION", from: "READY" });
    const publishAt = new Date(newsroom.now.getTime() + 60_000);
    const set = done(await scheduleArticle(newsroom.work, { id, expectedVersion: ready.version, publishAt }));
    expect(await edit(set.version)).toMatchObject({ code: "TRANSITION", from: "SCHEDULED" });
    done(await updateArticle(newsroom.work, { id, expectedVersion: set.version, headline: "Seen" }));
  });
});

describe("requests that cannot be answered", () => {
  it("a story whose article is in the trash is reported with its id, and nothing is written", async () => {
    const content =
      "PORT MALDEN – The ferry ran again on Monday after a week.\n\nNobody was hurt, the harbour office said.";
    const imported = done(await sendCopy(newsroom.work, { content }));
    const id = encodeNodeId("Article", imported.articleId ?? "");
    done(await deleteArticle(newsroom.work, { id, expectedVersion: 1 }));
    const again = await sendCopy(newsroom.work, { content });
    expect(again).toMatchObject({ code: "CONFLICT", message: expect.stringContaining(id) });
  });

  it.each([
    [
      '{ articles(filter: { headlineContains: "a\\u0000b" }) { totalCount } }',
      "A text in the request holds the character U+0000.",
    ],
    ["subscription { x }", "There is no subscription here; ask by a query or a mutation."],
  ])("%s is bad input", async (document, message) => {
    const { errors } = await app.ask(document);
    expect(errors).toMatchObject([{ message, extensions: { code: "BAD_USER_INPUT" } }]);
  });

  it("null instead of a list is bad input", async () => {
    const { errors, status } = await app.ask("query ($i: [ID!] = []) { nodes(ids: $i) { id } }", { i: null });
    expect([status, errors?.[0]?.extensions["code"]]).toEqual([400, "BAD_USER_INPUT"]);
  });
});
