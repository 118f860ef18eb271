import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_PUBLISHING_RULES } from "../../src/auth/work.js";
import { Desk, paragraphsOf, present } from "../support/desk.js";

const settings = {
  now: new Date("2026-03-10T23:30:00Z"),
  rules: { ...DEFAULT_PUBLISHING_RULES, requiresImageCredit: true, timeZone: "Europe/Berlin" },
};
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open(settings);
});
afterAll(() => desk.app.close());

interface Obstacle {
  readonly rule: string;
  readonly path: string;
  readonly isBlocking: boolean;
  readonly elementId: string | null;
  readonly quoteId: string | null;
}

const CHECK = `query ($id: ID!, $at: DateTime) { article(id: $id) {
  publishingObstacles(at: $at) { rule path message isBlocking elementId quoteId } } }`;

async function check(id: string, at?: string): Promise<readonly Obstacle[]> {
  const { article } = await desk.readAsEditor<{ article: { publishingObstacles: readonly Obstacle[] } }>(CHECK, {
    id,
    at,
  });
  return article.publishingObstacles;
}

/** The refusal of a publication, or of a schedule for a moment. */
function refused(
  id: string,
  expectedVersion: number,
  publishAt?: string,
): Promise<{ obstacles?: readonly Obstacle[]; code?: string }> {
  const name = publishAt ? "ScheduleArticle" : "PublishArticle";
  const document = `mutation ($input: ${name}Input!) { result: ${publishAt ? "scheduleArticle" : "publishArticle"}(input: $input) {
    ... on UnpublishableError { obstacles { rule path message isBlocking elementId quoteId } } ... on UserError { code } } }`;
  const input = { id, expectedVersion, ...(publishAt ? { publishAt } : {}) };
  return desk.app
    .data<{ result: { obstacles?: readonly Obstacle[]; code?: string } }, object>(
      document,
      { input },
      desk.headers.EDITOR,
    )
    .then(({ result }) => result);
}

describe("the check before a publication", () => {
  it("lists what is in the way in the order of the article, with the parts that it concerns, in one statement", async () => {
    const { newsroom } = desk;
    const [speaker, source] = [
      await newsroom.person({ role: null }),
      await newsroom.post({ text: "The harbour opens on Monday." }),
    ];
    const [lead, second] = [
      await newsroom.image({ alt: "", credit: "Tom Reed" }),
      await newsroom.image({ credit: null }),
    ];
    const said = (exact: string, more: object) => ({ exact, ...more });
    const { id } = await newsroom.draft({
      embargoedUntil: new Date("2026-03-12T00:00:00Z"),
      leadImage: { imageId: lead },
      body: [
        { paragraph: { text: "Text." } },
        {
          paragraph: {
            text: "“The harbour opens on Monday,” she said. “The harbour closes on Monday,” she said.",
            quotes: [
              said("The harbour opens on Monday", { speakerId: speaker, sourceId: source }),
              said("The harbour closes on Monday", { speakerId: speaker, sourceId: source }),
            ],
          },
        },
        { figure: { imageId: second } },
        {
          paragraph: {
            text: "“Nobody fishes there any more.” “We wait.” They are patient.",
            quotes: [
              said("Nobody fishes there any more", { speakerId: speaker, sourceId: source }),
              said("We wait", { speakerId: null }),
              said("They are patient", { kind: "INDIRECT", speakerRole: "Fishers" }),
            ],
          },
        },
      ],
    });
    desk.app.statements.length = 0;
    const found = await check(id);
    expect(desk.app.statements.filter(({ sql }) => sql.includes("article_head"))).toHaveLength(1);
    const article = present(await desk.draft(id));
    const [, opens, fishes] = paragraphsOf(article);
    const figure = article.body.find(({ __typename }) => __typename === "Figure");
    const figureId = figure?.__typename === "Figure" ? figure.id : null;
    const quotes = [...present(opens).quotes, ...present(fishes).quotes].map((quote) => quote.id);
    expect(
      found.map(({ rule, path, isBlocking, elementId, quoteId }) => [rule, path, isBlocking, elementId, quoteId]),
    ).toEqual([
      ["EMBARGO", "embargoedUntil", true, null, null],
      ["IMAGE_ALT", "leadImage.alt", true, article.leadImage?.id, null],
      ["QUOTE_ALTERED", "body[1].quotes[1].text", false, opens?.id, quotes[1]],
      ["IMAGE_CREDIT", "body[2].image.credit", true, figureId, null],
      ["QUOTE_NOT_FOUND", "body[3].quotes[0].text", false, fishes?.id, quotes[2]],
      ["QUOTE_UNSOURCED", "body[3].quotes[1].source", false, fishes?.id, quotes[3]],
      ["QUOTE_UNATTRIBUTED", "body[3].quotes[1].speaker", false, fishes?.id, quotes[3]],
    ]);
  });

  it("has exactly the blocking obstacles with which publishing and scheduling refuse the text, at their moments", async () => {
    const { newsroom } = desk;
    // In Berlin it is the 11th already.
    const expired = await newsroom.image({ credit: "Tom Reed", usableUntil: new Date("2026-03-10T00:00:00Z") });
    const expiring = await newsroom.image({ credit: "Tom Reed", usableUntil: new Date("2026-03-12T00:00:00Z") });
    const { id, version } = await newsroom.draft({
      body: [
        { figure: { imageId: expired } },
        { figure: { imageId: expiring } },
        { figure: { imageId: await newsroom.image({ alt: " " }) } },
      ],
    });
    const rules = (obstacles: readonly Obstacle[] | undefined) => obstacles?.map(({ rule, path }) => [rule, path]);
    const now = await refused(id, version);
    expect(await check(id)).toEqual(now.obstacles);
    expect(rules(now.obstacles)).toEqual([
      ["IMAGE_USABLE_UNTIL", "body[0].image.usableUntil"],
      ["IMAGE_ALT", "body[2].alt"],
      ["IMAGE_CREDIT", "body[2].image.credit"],
    ]);
    const later = "2026-03-13T12:00:00.000Z";
    const then = await refused(id, version, later);
    expect(await check(id, later)).toEqual(then.obstacles);
    expect(rules(then.obstacles)).toContainEqual(["IMAGE_USABLE_UNTIL", "body[1].image.usableUntil"]);
  });

  it("names an embargo until it has passed", async () => {
    const { id, version } = await desk.newsroom.draft({ embargoedUntil: new Date("2026-03-12T00:00:00Z") });
    expect((await refused(id, version)).code).toBe("EMBARGO");
    expect((await check(id)).map(({ rule }) => rule)).toEqual(["EMBARGO"]);
    expect(await check(id, "2026-03-12T00:00:00Z")).toEqual([]);
    expect(await check((await desk.newsroom.draft()).id)).toEqual([]);
  });

  it("is null for readers, and for requests that read as they do", async () => {
    const { id } = await desk.newsroom.published();
    const hidden = { article: { publishingObstacles: null } };
    expect(await desk.readAsReader(CHECK, { id })).toEqual(hidden);
    expect(await desk.app.data(CHECK, { id }, desk.headers.EDITOR)).toEqual(hidden);
    const { token } = await desk.run<{ token: string }>("createPreviewToken", { articleId: id }, "token");
    expect(await desk.app.data(CHECK, { id }, { "x-preview-token": token })).toEqual(hidden);
  });

  it("reads the text that it is asked of: the scheduled one, or an earlier one", async () => {
    const { id, version } = await desk.newsroom.draft();
    const publishAt = "2027-01-01T00:00:00.000Z";
    await desk.run("scheduleArticle", { id, expectedVersion: version, publishAt }, "article { id }");
    const paragraph = { text: "“We wait.”", quotes: [{ exact: "We wait" }] };
    await desk.run("addParagraph", { articleId: id, expectedVersion: version + 1, paragraph }, "article { id }");
    const { article } = await desk.readAsEditor<{ article: object }>(
      `query ($id: ID!) { article(id: $id) { publishingObstacles { rule } scheduledText { publishingObstacles { rule } } } }`,
      { id },
    );
    expect(article).toEqual({
      publishingObstacles: [{ rule: "QUOTE_UNSOURCED" }, { rule: "QUOTE_UNATTRIBUTED" }],
      scheduledText: { publishingObstacles: [] },
    });
  });
});
