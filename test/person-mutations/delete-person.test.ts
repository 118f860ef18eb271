import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deleteArticle } from "../../src/publishing/trash.service.js";
import { PersonsCreateDocument, PersonsDeleteDocument, PersonsReadDocument } from "../generated/graphql.js";
import { Desk } from "../support/desk.js";
import { done } from "../support/newsroom.js";

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

const NOWHERE = "per_AAAAAAAAcACAAAAAAAAAAA";

async function read(selector: { id: string } | { slug: string }) {
  const headers = { ...desk.headers.EDITOR, "x-content-view": "draft" };
  return (await desk.app.data(PersonsReadDocument, selector, headers)).person;
}

describe("deletePerson", () => {
  const quoting = (speakerId: string, headline: string) => ({
    headline,
    body: [{ paragraph: { text: "“I stay,” they said.", quotes: [{ exact: "I stay", speakerId }] } }],
  });

  it("deletes a person without quotes, with mentions, slugs and accounts; their posts stay", async () => {
    const accounts = [{ platform: "X" as const, handle: "passing" }];
    const id = await desk.newsroom.person({ name: "Paul Passing", accounts });
    const post = await desk.newsroom.post({ text: "A post of Paul.", authorHandle: "@passing" });
    const { id: article } = await desk.newsroom.published({
      body: [{ paragraph: { text: "Paul Passing came by." } }, { post: { id: post } }],
    });
    expect((await read({ id }))?.embeddedPosts.nodes).toEqual([{ text: "A post of Paul." }]);
    expect(await desk.write(PersonsDeleteDocument, { id })).toEqual({
      __typename: "DeletePersonPayload",
      deletedId: id,
    });
    expect(await read({ id })).toBeNull();
    expect(await read({ slug: "paul-passing" })).toBeNull();
    for (const headers of [{}, { ...desk.headers.EDITOR, "x-content-view": "draft" }]) {
      const seen = await desk.app.data(
        `{ article(id: "${article}") { persons { name } paragraphs { text mentions { text } } embeddedPosts { text author { name } } } }`,
        {},
        headers,
      );
      expect(seen).toEqual({
        article: {
          persons: [],
          paragraphs: [{ text: "Paul Passing came by.", mentions: [] }],
          embeddedPosts: [{ text: "A post of Paul.", author: null }],
        },
      });
    }
    expect((await desk.write(PersonsCreateDocument, { name: "Paul Passing", accounts })).__typename).toBe(
      "CreatePersonPayload",
    );
  });

  it("refuses a person who is quoted in what readers see, in a draft, or in the trash", async () => {
    const work = desk.newsroom.work;
    const published = await desk.newsroom.person({ name: "Quoted Published" });
    await desk.newsroom.published(quoting(published, "With a quote"));
    const drafted = await desk.newsroom.person({ name: "Quoted Drafted" });
    await desk.newsroom.draft(quoting(drafted, "Draft with a quote"));
    const trashed = await desk.newsroom.person({ name: "Quoted Trashed" });
    const { id, version } = await desk.newsroom.draft(quoting(trashed, "Trash with a quote"));
    done(await deleteArticle(work, { id, expectedVersion: version }));
    for (const [person, name] of [
      [published, "Quoted Published"],
      [drafted, "Quoted Drafted"],
      [trashed, "Quoted Trashed"],
    ] as const) {
      expect(await desk.write(PersonsDeleteDocument, { id: person })).toMatchObject({
        __typename: "ConflictError",
        message: `${name} is quoted; take the person off those quotes first.`,
        path: ["input", "id"],
      });
      expect((await read({ id: person }))?.name).toBe(name);
    }
  });

  it.each([NOWHERE, "nonsense", "quo_AAAAAAAAcACAAAAAAAAAAA"])("finds no person of %s", async (id) => {
    expect(await desk.write(PersonsDeleteDocument, { id })).toMatchObject({
      __typename: "NotFoundError",
      path: ["input", "id"],
    });
  });

  it("and a quote that is recorded at the same moment never leave a quote without its speaker", async () => {
    for (let round = 0; round < 8; round += 1) {
      const id = await desk.newsroom.person({ name: `Gone ${round}` });
      const body = [{ paragraph: { text: "“I stay,” they said.", quotes: [{ exact: "I stay", speakerId: id }] } }];
      const [deleted, { createArticle }] = await Promise.all([
        desk.write(PersonsDeleteDocument, { id }),
        desk.app.data<{ createArticle: { __typename: string } }, object>(
          "mutation($input: CreateArticleInput!) { createArticle(input: $input) { __typename } }",
          { input: { headline: `Race ${round}`, body } },
          desk.headers.EDITOR,
        ),
      ]);
      const outcome = `${deleted.__typename} ${createArticle.__typename}`;
      expect(["DeletePersonPayload ValidationError", "ConflictError CreateArticlePayload"]).toContain(outcome);
    }
  });
});
