import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DeskAddParagraphDocument, DeskPublishArticleDocument, PersonsUpdateDocument } from "../generated/graphql.js";
import { Desk } from "../support/desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

/** The persons mentioned in each paragraph that readers see. */
async function mentioned(id: string) {
  type Read = { article: { paragraphs: { mentions: { text: string; person: { id: string } }[] }[] } };
  const document = "query M($id: ID!) { article(id: $id) { paragraphs { mentions { text person { id } } } } }";
  const { article } = await desk.app.data<Read, object>(document, { id });
  return article.paragraphs.map(({ mentions }) => mentions.map(({ text, person }) => [text, person.id]));
}

async function addAndPublish(id: string, expectedVersion: number, text: string) {
  await desk.write(DeskAddParagraphDocument, { articleId: id, expectedVersion, paragraph: { text } });
  await desk.write(DeskPublishArticleDocument, { id, expectedVersion: expectedVersion + 1 });
}

describe("a mention", () => {
  it("stays with its person after another one of the same name is made, in old and new paragraphs", async () => {
    const first = await desk.newsroom.person({ name: "Nora Vestergaard" });
    const body = [{ paragraph: { text: "Nora Vestergaard spoke first." } }];
    const { id, version } = await desk.newsroom.published({ body });
    await desk.newsroom.person({ name: "Nora Vestergaard" });
    await addAndPublish(id, version, "Later Nora Vestergaard left, and Vestergaard did not return.");
    expect(await mentioned(id)).toEqual([
      [["Nora Vestergaard", first]],
      [
        ["Nora Vestergaard", first],
        ["Vestergaard", first],
      ],
    ]);
    const { person } = await desk.app.data<{ person: object | null }, object>(
      "query P($id: ID!) { person(id: $id) { name } }",
      { id: first },
    );
    expect(person).toEqual({ name: "Nora Vestergaard" });
  });

  it("stays with a person who is renamed, whose old name is an alias", async () => {
    const person = await desk.newsroom.person({ name: "Ines Calder" });
    const { id, version } = await desk.newsroom.published({ body: [{ paragraph: { text: "Ines Calder won." } }] });
    expect(await desk.write(PersonsUpdateDocument, { id: person, name: "Ines Thorne" })).toMatchObject({
      person: { name: "Ines Thorne", aliases: ["Ines Calder"] },
    });
    await addAndPublish(id, version, "Ines Thorne thanked everybody.");
    expect(await mentioned(id)).toEqual([[["Ines Calder", person]], [["Ines Thorne", person]]]);
  });

  it("is of no person if two have the name and the article links neither", async () => {
    await desk.newsroom.person({ name: "Per Holm" });
    await desk.newsroom.person({ name: "Per Holm" });
    const { id } = await desk.newsroom.published({ body: [{ paragraph: { text: "Per Holm came." } }] });
    expect(await mentioned(id)).toEqual([[]]);
  });
});
