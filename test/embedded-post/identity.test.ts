import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addressKeyOf } from "../../src/embedded-post/address-key.js";
import type { Role } from "../../src/auth/role.js";
import { PostsEmbedDocument, type PostsEmbedMutationVariables } from "../generated/graphql.js";
import { Desk } from "../support/desk.js";

type Post = PostsEmbedMutationVariables["input"]["post"];

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

async function tryEmbed(post: Post, as: Role = "EDITOR") {
  const { id, version } = await desk.newsroom.draft();
  return desk.write(PostsEmbedDocument, { articleId: id, expectedVersion: version, post }, as);
}

async function embed(post: Post, as: Role = "EDITOR") {
  const result = await tryEmbed(post, as);
  if (result.__typename !== "EmbedPostPayload") throw new Error(JSON.stringify(result));
  return result.embeddedPost;
}

const council: Post = { platform: "FACEBOOK", authorName: "City Council", text: "The vote is off." };

describe("a post without an address", () => {
  it("is not another author's post of the same words", async () => {
    const first = await embed(council, "AUTHOR");
    const mayor = await embed({ ...council, authorName: "The Mayor" });
    const addressed = await embed({
      ...council,
      authorName: "The Speaker",
      url: "https://facebook.com/speaker/posts/1",
    });
    expect(new Set([first.id, mayor.id, addressed.id]).size).toBe(3);
    expect(addressed).toMatchObject({ authorName: "The Speaker", url: "https://facebook.com/speaker/posts/1" });
    expect(mayor).toMatchObject({ authorName: "The Mayor" });
  });

  it("is found again under the same name, and under the same handle whatever the name", async () => {
    const text = "We meet at noon.";
    const first = await embed({ ...council, text });
    expect((await embed({ ...council, text, authorName: " CITY  Council " })).id).toBe(first.id);
    const handled = await embed({ ...council, text, authorHandle: "@council" });
    expect(handled.id).not.toBe(first.id);
    expect((await embed({ ...council, text, authorHandle: "Council", authorName: "Council of the City" })).id).toBe(
      handled.id,
    );
    expect((await embed({ ...council, text, authorHandle: "@council2" })).id).not.toBe(handled.id);
  });

  it("is not the post of another person of the same name", async () => {
    const [one, two] = [
      await desk.newsroom.person({ name: "Ana Reed" }),
      await desk.newsroom.person({ name: "Ana Reed" }),
    ];
    const post = { ...council, authorName: "Ana Reed", text: "I am running." };
    const first = await embed({ ...post, authorId: one });
    expect((await embed({ ...post, authorId: two })).id).not.toBe(first.id);
    expect((await embed({ ...post, authorId: one })).id).toBe(first.id);
  });

  it.each(["🔥", "★★"])("keeps authors apart whose name %s has no letters", async (authorName) => {
    const first = await embed({ ...council, text: `Fire ${authorName}`, authorName });
    expect((await embed({ ...council, text: `Fire ${authorName}`, authorName: `${authorName}!` })).id).not.toBe(
      first.id,
    );
    expect((await embed({ ...council, text: `Fire ${authorName}`, authorName })).id).toBe(first.id);
  });
});

describe("a post with an address", () => {
  const post = { authorName: "Hal Venn", authorHandle: "@halvenn", text: "The tide is in." };

  it.each([
    ["https://twitter.com/halvenn/status/4711", "https://x.com/halvenn/status/4711"],
    ["https://x.com/halvenn/status/4712?s=20&t=abc", "http://mobile.twitter.com/HalVenn/status/4712/photo/1"],
    ["https://x.com/i/web/status/4713", "https://www.x.com/halvenn/status/4713#top"],
    ["https://youtu.be/aB3-_x?si=1", "https://www.youtube.com/watch?app=desktop&v=aB3-_x&t=4"],
    ["https://www.threads.net/@halvenn/post/C1", "https://threads.com/@halvenn/post/C1/"],
    ["https://t.me/halvenn/17", "https://telegram.me/halvenn/17?utm_source=x"],
    ["https://www.facebook.com/halvenn/posts/1?fbclid=9", "https://m.facebook.com/halvenn/posts/1"],
  ])("is one post at %s and at %s", async (one, other) => {
    const first = await embed({ ...post, url: one });
    expect((await embed({ ...post, url: other })).id).toBe(first.id);
  });

  it.each([
    ["https://x.com/halvenn/status/1", "https://x.com/halvenn/status/12"],
    ["https://www.youtube.com/watch?v=one", "https://www.youtube.com/watch?v=two"],
    [
      "https://www.facebook.com/permalink.php?story_fbid=1&id=2",
      "https://www.facebook.com/permalink.php?story_fbid=3&id=2",
    ],
    ["https://www.instagram.com/p/AbC/", "https://www.instagram.com/p/aBc/"],
  ])("is another post at %s than at %s", (one, other) => {
    expect(addressKeyOf(one)).not.toBe(addressKeyOf(other));
  });

  const known = { ...post, url: "https://x.com/halvenn/status/900" };
  it.each([
    ["text", { text: "The tide is out." }],
    ["authorHandle", { authorHandle: "@somebodyelse" }],
  ])("is refused when its %s differs from what the newsroom has, and the known post stays", async (field, change) => {
    const first = await embed(known);
    const refused = await tryEmbed({ ...known, url: "https://twitter.com/halvenn/status/900", ...change });
    expect(refused).toMatchObject({ __typename: "ConflictError", path: ["input", "post", field] });
    expect("message" in refused ? refused.message : "").toContain(first.id);
    expect(await embed(known)).toMatchObject({ id: first.id, text: known.text, authorHandle: "@halvenn" });
  });

  it("is refused under another name if no handle identifies the author", async () => {
    const url = "https://social.example/nohandle/1";
    await embed({ authorName: "Opal Finch", text: "I resign.", url });
    expect(await tryEmbed({ authorName: "Rex Marlow", text: "I resign.", url })).toMatchObject({
      __typename: "ConflictError",
      path: ["input", "post", "authorName"],
    });
  });

  it("is not a post that is known without an address, and takes nothing from it", async () => {
    const bare = await embed({ ...post, platform: "X", text: "No address." });
    const full = await embed({ ...post, text: "No address.", url: "https://x.com/halvenn/status/901" });
    expect(full.id).not.toBe(bare.id);
    expect(full.url).toBe("https://x.com/halvenn/status/901");
  });

  it("is made once when many embed its spellings at once", async () => {
    const urls = ["https://x.com/halvenn/status/902", "https://twitter.com/halvenn/status/902"];
    const all = await Promise.all([...urls, ...urls, ...urls].map((url) => embed({ ...post, url })));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  });
});
