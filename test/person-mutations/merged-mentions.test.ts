import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  DeskAddParagraphDocument,
  DeskDeleteArticleDocument,
  DeskRestoreArticleDocument,
  PersonsMergeDocument,
} from "../generated/graphql.js";
import { Desk } from "../support/desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

interface Mentioned {
  readonly version: number;
  readonly persons: readonly { readonly id: string }[];
  readonly paragraphs: readonly { readonly mentions: readonly { text: string; person: { id: string } }[] }[];
}

/** Who is mentioned and who appears, as readers or as editors see it. */
async function readOf(id: string, view: "published" | "draft" = "published") {
  const document = `query M($id: ID!) {
    article(id: $id) { version persons { id } paragraphs { mentions { text person { id } } } }
  }`;
  const headers = view === "draft" ? { ...desk.headers.EDITOR, "x-content-view": "draft" } : {};
  const { article } = await desk.app.data<{ article: Mentioned }, object>(document, { id }, headers);
  return {
    version: article.version,
    persons: article.persons.map((person) => person.id),
    mentions: article.paragraphs.map(({ mentions }) => mentions.map(({ text, person }) => [text, person.id])),
  };
}

const merge = (id: string, intoId: string) => desk.write(PersonsMergeDocument, { id, intoId });

const namesakes = async (name: string, other = name) =>
  [await desk.newsroom.person({ name }), await desk.newsroom.person({ name: other })] as const;

describe("merging two persons of one name", () => {
  it("mentions the one person in the texts that could mention neither, in what readers see and in the draft", async () => {
    const [from, into] = await namesakes("Lena Wikström");
    const speakerId = await desk.newsroom.person({ name: "Odd Berg" });
    const body = [
      { paragraph: { text: "At noon LENA WIKSTROM arrived; Odd Berg left." } },
      { paragraph: { text: "“Fine,” said Odd Berg. Wikström agreed.", quotes: [{ exact: "Fine", speakerId }] } },
    ];
    const { id, version } = await desk.newsroom.published({ body });
    await desk.write(DeskAddParagraphDocument, {
      articleId: id,
      expectedVersion: version,
      paragraph: { text: "Lena Wikström returned." },
    });
    expect((await readOf(id)).persons).toEqual([speakerId]);
    await merge(from, into);
    const mentions = [
      [
        ["LENA WIKSTROM", into],
        ["Odd Berg", speakerId],
      ],
      [
        ["Odd Berg", speakerId],
        ["Wikström", into],
      ],
    ];
    expect(await readOf(id)).toEqual({ version, persons: [into, speakerId], mentions });
    expect(await readOf(id, "draft")).toEqual({
      version: version + 1,
      persons: [into, speakerId],
      mentions: [...mentions, [["Lena Wikström", into]]],
    });
    const { person } = await desk.app.data<{ person: object | null }, object>(
      "query P($id: ID!) { person(id: $id) { articles(first: 5) { totalCount } } }",
      { id: into },
    );
    expect(person).toEqual({ articles: { totalCount: 1 } });
  });

  it("does so by an alias that both have, in another script and in the trash", async () => {
    const from = await desk.newsroom.person({ name: "Parvin First", aliases: ["پروین کیانی"] });
    const into = await desk.newsroom.person({ name: "Parvin Second", aliases: ["پروين كياني"] });
    const body = [{ paragraph: { text: "دیروز پروین کیانی آمد." } }];
    const { id, version } = await desk.newsroom.draft({ language: "fa", body });
    await desk.write(DeskDeleteArticleDocument, { id, expectedVersion: version });
    await merge(from, into);
    await desk.write(DeskRestoreArticleDocument, { id });
    expect((await readOf(id, "draft")).mentions).toEqual([[["پروین کیانی", into]]]);
  });

  it("leaves texts unchanged if a third person has the name, or another person is linked", async () => {
    const [from, into] = await namesakes("Ana Prado");
    const body = [{ paragraph: { text: "Ana Prado waited." } }];
    const third = await desk.newsroom.person({ name: "Third Prado", aliases: ["Ana Prado"] });
    const { id } = await desk.newsroom.published({ body });
    await merge(from, into);
    expect((await readOf(id)).mentions).toEqual([[]]);
    await merge(third, into);
    expect((await readOf(id)).mentions).toEqual([[["Ana Prado", into]]]);
  });

  it("keeps a mention of another person where a text links one", async () => {
    const first = await desk.newsroom.person({ name: "Kai Brandt" });
    const { id } = await desk.newsroom.published({ body: [{ paragraph: { text: "Kai Brandt signed." } }] });
    const [from, into] = await namesakes("Kai Brandt");
    await merge(from, into);
    expect(await readOf(id)).toMatchObject({ persons: [first], mentions: [[["Kai Brandt", first]]] });
  });

  it("misses no text that is written at the same moment", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [from, into] = await namesakes(`Rolf Aster${"abcde"[round]}`);
      const text = `Rolf Aster${"abcde"[round]} called.`;
      const { id, version } = await desk.newsroom.draft({ body: [{ paragraph: { text: "Quiet." } }] });
      await Promise.all([
        merge(from, into),
        desk.write(DeskAddParagraphDocument, { articleId: id, expectedVersion: version, paragraph: { text } }),
      ]);
      expect((await readOf(id, "draft")).mentions).toEqual([[], [[text.slice(0, -8), into]]]);
    }
  });
});
