import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Desk } from "../support/desk.js";

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open({ checksCache: false });
});
afterAll(() => desk.app.close());

type Query = readonly [document: string, variables: object];

/** What the cache answers before and after an act, having answered from memory before it. */
async function around([document, variables]: Query, act: () => Promise<unknown>): Promise<readonly unknown[]> {
  const before = await desk.readAsReader(document, variables);
  desk.app.statements.length = 0;
  expect(await desk.readAsReader(document, variables)).toEqual(before);
  expect(desk.app.statements).toEqual([]);
  await act();
  return [before, await desk.readAsReader(document, variables)];
}

async function unpublish(id: string): Promise<void> {
  const expectedVersion = (await desk.draft(id))?.version ?? 0;
  await desk.run("unpublishArticle", { id, expectedVersion }, "article { version }");
}

function setAuthor(post: string, authorId: string | null): Promise<unknown> {
  return desk.run("updateEmbeddedPost", { id: post, authorId }, "embeddedPost { id }");
}

const IMAGE = "query ($id: ID!) { image(id: $id) { alt } }";

/** A person with a portrait. */
async function portrayed(name: string): Promise<{ readonly person: string; readonly portrait: string }> {
  const person = await desk.newsroom.person({ name });
  const portrait = await desk.newsroom.image({ alt: name });
  await desk.run("updatePerson", { id: person, portraitId: portrait }, "person { id }");
  return { person, portrait };
}

describe("an answer with a portrait ends when readers no longer see the person", () => {
  it.each(["author", "speaker", "mention", "post", "source"])("as the %s of an article", async (role) => {
    const name = `Ada ${role[0]?.toUpperCase()}${role.slice(1)}`;
    const { person, portrait } = await portrayed(name);
    const source = await desk.newsroom.post({ text: `${name} was here` });
    if (role === "post" || role === "source") await setAuthor(source, person);
    const texts = { author: "Nothing.", mention: `${name} was there.`, post: "Nothing." };
    const text = role in texts ? texts[role as keyof typeof texts] : `Somebody said “${name} was here”.`;
    const { id } = await desk.newsroom.published({
      headline: role,
      ...(role === "author" && { authors: [{ personId: person }] }),
      body: [
        role === "post"
          ? { post: { id: source } }
          : {
              paragraph: {
                text,
                ...(role === "speaker" && { quotes: [{ exact: `${name} was here`, speakerId: person }] }),
                ...(role === "source" && { quotes: [{ exact: `${name} was here`, sourceId: source }] }),
              },
            },
      ],
    });
    const [before, after] = await around([IMAGE, { id: portrait }], () => unpublish(id));
    expect([before, after]).toEqual([{ image: { alt: name } }, { image: null }]);
  });
});

it("answers with the texts of a figure end when the image has others", async () => {
  const image = await desk.newsroom.image({ alt: "A pier", caption: "The pier" });
  const { id } = await desk.newsroom.published({ leadImage: { imageId: image } });
  const query = "query ($id: ID!) { article(id: $id) { leadImage { alt caption } } }";
  const [before, after] = await around([query, { id }], () =>
    desk.run("updateImage", { id: image, alt: "A mole", caption: "The mole" }, "image { id }"),
  );
  expect(before).toEqual({ article: { leadImage: { alt: "A pier", caption: "The pier" } } });
  expect(after).toEqual({ article: { leadImage: { alt: "A mole", caption: "The mole" } } });
});

it("lists of persons end when a post that readers see gets or loses its author", async () => {
  const { person, portrait } = await portrayed("Berta Poster");
  const post = await desk.newsroom.post({ text: "The pier is closed." });
  await desk.newsroom.published({ body: [{ post: { id: post } }] });
  const persons = '{ persons(filter: { nameContains: "berta" }) { nodes { name } } }';
  const [, after] = await around([persons, {}], () => setAuthor(post, person));
  expect(after).toEqual({ persons: { nodes: [{ name: "Berta Poster" }] } });
  await desk.readAsReader(persons);
  const [, image] = await around([IMAGE, { id: portrait }], () => setAuthor(post, null));
  expect(image).toEqual({ image: null });
  expect(await desk.readAsReader(persons)).toEqual({ persons: { nodes: [] } });
});

it("the articles of a section end when one moves that is further below or above", async () => {
  const top = await desk.newsroom.section({ name: "Top" });
  const other = await desk.newsroom.section({ name: "Other" });
  const middle = await desk.newsroom.section({ name: "Middle", parentId: top });
  const low = await desk.newsroom.section({ name: "Low", parentId: middle });
  await desk.newsroom.published({ sectionId: low });
  const query = "query ($id: ID!) { section(id: $id) { articles { totalCount } } }";
  const count = (totalCount: number) => ({ section: { articles: { totalCount } } });
  const move = (id: string, parentId: string) => () => desk.run("updateSection", { id, parentId }, "section { id }");
  expect(await around([query, { id: top }], move(low, other))).toEqual([count(1), count(0)]);
  expect(await around([query, { id: top }], move(other, middle))).toEqual([count(0), count(1)]);
});

it("the quotes of a person about a topic end when another topic becomes part of it", async () => {
  const person = await desk.newsroom.person({ name: "Cora Speaker" });
  await desk.newsroom.published({
    topics: ["Piers"],
    body: [{ paragraph: { text: "She said “it is open”.", quotes: [{ exact: "it is open", speakerId: person }] } }],
  });
  await desk.newsroom.published({ topics: ["Moles"] });
  const { topics } = await desk.readAsReader<{ topics: { nodes: { id: string; name: string }[] } }>(
    "{ topics { nodes { id name } } }",
  );
  const [piers, moles] = ["Piers", "Moles"].map((name) => topics.nodes.find((topic) => topic.name === name)?.id);
  const query = "query ($id: ID!, $t: ID!) { person(id: $id) { quotes(filter: { topicId: $t }) { totalCount } } }";
  const count = (totalCount: number) => ({ person: { quotes: { totalCount } } });
  const asked: Query = [query, { id: person, t: moles }];
  const merge = () => desk.run("mergeTopics", { id: piers, intoId: moles }, "topic { id }");
  expect(await around(asked, merge)).toEqual([count(0), count(1)]);
});
