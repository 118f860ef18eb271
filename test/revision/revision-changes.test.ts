import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  DeskAddParagraphDocument,
  DeskMoveElementDocument,
  DeskPublishArticleDocument,
  DeskReplaceBodyDocument,
  DeskUpdateQuoteDocument,
} from "../generated/graphql.js";
import { Desk, present } from "../support/desk.js";
import { makeStory } from "../support/story.js";
import { revisionsOf, twoTexts } from "./support/revisions.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

describe("changes", () => {
  it("of the first revision are all that it holds", async () => {
    const { id } = await makeStory(desk, "PUBLISHED", { topics: ["Ports", "Weather"] });
    const [first] = await revisionsOf(desk, id);
    const changes = present(first).changes;
    expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(["ADDED"]));
    expect(changes.map(({ path, after }) => [path, after])).toEqual(
      expect.arrayContaining([
        ["headline", "Harbour to open"],
        ["topics", "Ports, Weather"],
        ["body[0]", "“The harbour opens on Monday,” she said."],
        ["body[0].quotes[0]", "The harbour opens on Monday"],
        ["body[0].quotes[0].speakerRole", "Harbour master"],
        ["body[1]", "Harbour Office @harbour: Ships wait outside."],
        ["body[2]", "He replied: “Too late.”"],
      ]),
    );
  });

  it("list headline, dateline, topics, body, quotes, attributions and posts in words", async () => {
    const { id, speaker, other } = await twoTexts(desk);
    const names = await desk.app.database.prisma.person.findMany({ select: { name: true }, orderBy: { id: "asc" } });
    expect(speaker).not.toBe(other);
    const [speakerName, otherName] = names.slice(-2).map(({ name }) => name);
    const [, second] = await revisionsOf(desk, id);
    const listed = present(second).changes.map(({ path, kind, before, after }) => [path, kind, before, after]);
    expect(listed).toEqual([
      ["headline", "CHANGED", "Harbour to open", "Harbour still shut"],
      ["slug", "CHANGED", expect.stringContaining("harbour-to-open"), expect.stringContaining("still-shut-")],
      ["standfirst", "REMOVED", "After nine days.", null],
      ["byline", "CHANGED", "By A. Reporter", "By B. Reporter"],
      ["dateline.text", "CHANGED", "BREST –", "LORIENT –"],
      ["dateline.place", "CHANGED", "BREST", "LORIENT"],
      ["dateline.date", "REMOVED", "2026-02-28", null],
      ["language", "CHANGED", "en", "fr"],
      ["topics", "CHANGED", "Ports, Weather", "Trade, Ports"],
      ["body[0]", "REMOVED", "“The harbour opens on Monday,” she said.", null],
      ["body[0].quotes[0]", "REMOVED", "The harbour opens on Monday", null],
      ["body[1]", "REMOVED", "Harbour Office @harbour: Ships wait outside.", null],
      ["body[0].text", "CHANGED", "He replied: “Too late.”", "He replied, sadly: “Far too late.”"],
      ["body[0].html", "CHANGED", "He replied: “Too late.”", "He replied, <strong>sadly</strong>: “Far too late.”"],
      ["body[0].quotes[0].text", "CHANGED", "Too late", "Far too late"],
      ["body[0].quotes[0].speaker", "CHANGED", speakerName, otherName],
      ["body[0].quotes[0].speakerRole", "CHANGED", "Harbour master", "Minister"],
      ["body[0].quotes[0].saidOn", "ADDED", null, "2026-03-01"],
      ["body[1]", "ADDED", null, "Harbour Office @harbour: We sail at dawn."],
      ["body[2]", "ADDED", null, "“Nobody sails,” they said."],
      ["body[2].quotes[0]", "ADDED", null, "Nobody sails"],
      ["body[2].quotes[0].kind", "ADDED", null, "DIRECT"],
      ["body[2].quotes[0].speaker", "ADDED", null, speakerName],
      ["body[2].quotes[0].speakerRole", "ADDED", null, "Harbour master"],
    ]);
  });

  it("of a moved part are that part alone", async () => {
    const story = await makeStory(desk, "PUBLISHED");
    const [, last] = story.paragraphs;
    const input = { articleId: story.id, expectedVersion: story.version, elementId: last ?? "", afterId: null };
    await desk.write(DeskMoveElementDocument, input);
    await desk.write(DeskPublishArticleDocument, { id: story.id, expectedVersion: story.version + 1 });
    const [, second] = await revisionsOf(desk, story.id);
    expect(second?.changes).toEqual([{ path: "body[0].position", kind: "CHANGED", before: "2", after: "0" }]);
  });

  it("are empty if nothing changed, and those of links alone are listed as html", async () => {
    const story = await makeStory(desk, "PUBLISHED");
    const { id, version } = story;
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: version });
    const html = "He replied: “Too <em>late</em>.”";
    const body = [
      { paragraph: { id: story.paragraphs[0] ?? "", text: "“The harbour opens on Monday,” she said." } },
      { post: { id: story.post } },
      { paragraph: { id: story.paragraphs[1] ?? "", html } },
    ];
    await desk.write(DeskReplaceBodyDocument, { articleId: id, expectedVersion: version + 1, body });
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: version + 2 });
    const [, second, third] = await revisionsOf(desk, id);
    expect(second?.changes).toEqual([]);
    expect(third?.changes).toEqual([
      { path: "body[2].html", kind: "CHANGED", before: "He replied: “Too late.”", after: html },
    ]);
  });

  it("a quote that is reassigned to a namesake of its speaker names both ids", async () => {
    const [one, two] = [
      await desk.newsroom.person({ name: "Mia Falk" }),
      await desk.newsroom.person({ name: "Mia Falk" }),
    ];
    const quotes = [{ exact: "We sail", speakerId: one }];
    const body = [{ paragraph: { text: "“We sail,” she said.", quotes } }];
    const { id, version } = await desk.newsroom.published({ body });
    const quote = present(await desk.draft(id)).body.flatMap((part) =>
      part.__typename === "Paragraph" ? part.quotes : [],
    )[0];
    await desk.write(DeskUpdateQuoteDocument, {
      id: present(quote).id,
      expectedVersion: version,
      speakerId: two,
    });
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: version + 1 });
    const [, second] = await revisionsOf(desk, id);
    expect(second?.changes).toEqual([
      {
        path: "body[0].quotes[0].speaker",
        kind: "CHANGED",
        before: `Mia Falk (${one})`,
        after: `Mia Falk (${two})`,
      },
    ]);
  });

  it("a quote whose attribution alone changed is listed so", async () => {
    const story = await makeStory(desk, "PUBLISHED");
    const { version, quotes, id } = story;
    const input = {
      id: quotes[0] ?? "",
      expectedVersion: version,
      speakerId: null,
      sourceId: null,
      occasion: "At sea",
    };
    await desk.write(DeskUpdateQuoteDocument, input);
    await desk.write(DeskAddParagraphDocument, {
      articleId: id,
      expectedVersion: version + 1,
      paragraph: { text: "!" },
    });
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: version + 2 });
    const [, second] = await revisionsOf(desk, id);
    expect(second?.changes.map(({ path, kind }) => [path, kind])).toEqual([
      ["body[0].quotes[0].speaker", "REMOVED"],
      ["body[0].quotes[0].speakerRole", "REMOVED"],
      ["body[0].quotes[0].occasion", "ADDED"],
      ["body[0].quotes[0].source", "REMOVED"],
      ["body[3]", "ADDED"],
    ]);
  });
});
