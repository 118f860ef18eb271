import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_PUBLISHING_RULES } from "../../src/auth/work.js";
import { decodeNodeId } from "../../src/graphql/node-id.js";
import { newId } from "../../src/lib/new-id.js";
import { publishDue, SCHEDULER } from "../../src/publishing/schedule.service.js";
import { DeskPublishArticleDocument, DeskScheduleArticleDocument } from "../generated/graphql.js";
import { Desk } from "../support/desk.js";

const NOW = new Date("2026-03-10T23:30:00Z");
const LATER = new Date("2026-03-12T12:00:00Z");

const settings = { now: NOW };
let desk: Desk;
let strict: Desk;
beforeAll(async () => {
  desk = await Desk.open(settings);
  const rules = { ...DEFAULT_PUBLISHING_RULES, requiresImageCredit: true, timeZone: "Europe/Berlin" };
  strict = await Desk.open({ ...settings, rules });
});
afterAll(async () => {
  await desk.app.close();
  await strict.app.close();
});

const keyOf = (id: string): string => decodeNodeId(id)?.uuid ?? "";
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

type Image = Parameters<Desk["newsroom"]["image"]>[0];

/** A draft with a lead image, and a second picture in its body. */
async function draftWith(at: Desk, lead: Image, second: Image = { credit: "Ada Moss" }) {
  const leadId = await at.newsroom.image({ credit: "Tom Reed", ...lead });
  const secondId = await at.newsroom.image(second);
  const draft = await at.newsroom.draft({
    leadImage: { imageId: leadId },
    body: [{ paragraph: { text: "Text." } }, { figure: { imageId: secondId } }],
  });
  return { ...draft, leadId, secondId };
}

const publish = (at: Desk, { id, version }: { id: string; version: number }, more: object = {}) =>
  at.write(DeskPublishArticleDocument, { id, expectedVersion: version, ...more });
const schedule = (at: Desk, { id, version }: { id: string; version: number }, more: object = {}) =>
  at.write(DeskScheduleArticleDocument, { id, expectedVersion: version, publishAt: LATER.toISOString(), ...more });

/** The rules and places of what is in the way. */
function obstaclesOf(result: { readonly obstacles?: readonly { readonly rule: string; readonly path: string }[] }) {
  return (result.obstacles ?? []).map(({ rule, path }) => [rule, path]);
}

async function lastEntry(at: Desk, id: string) {
  return at.app.database.prisma.auditEntry.findFirst({ where: { subjectId: keyOf(id) }, orderBy: { id: "desc" } });
}

/** What a server's look at the schedule does at a moment. */
function look(now: Date): Promise<number> {
  return publishDue({ database: desk.app.database, clock: { now: () => now }, newId, actor: SCHEDULER, origin: null });
}

describe("publishing and scheduling", () => {
  it.each([
    ["publish", publish],
    ["schedule", schedule],
  ])(
    "to %s lists every picture without alternative text, and after the last day of its use, and writes nothing",
    async (_act, send) => {
      const draft = await draftWith(desk, { alt: "", usableUntil: day("2026-03-09") }, { alt: "  ", credit: null });
      const before = await desk.draft(draft.id);
      const result = await send(desk, draft);
      expect(result).toMatchObject({ __typename: "UnpublishableError", code: "UNPUBLISHABLE" });
      expect(obstaclesOf(result as object)).toEqual([
        ["IMAGE_ALT", "leadImage.alt"],
        ["IMAGE_USABLE_UNTIL", "leadImage.image.usableUntil"],
        ["IMAGE_ALT", "body[1].alt"],
      ]);
      expect(await desk.draft(draft.id)).toEqual(before);
      expect(await desk.published(draft.id)).toBeNull();
    },
  );

  it("accepts the last day itself, and an alternative text of the figure alone", async () => {
    const imageId = await desk.newsroom.image({ alt: "", usableUntil: day("2026-03-10") });
    const draft = await desk.newsroom.draft({ leadImage: { imageId, alt: "A quay" } });
    expect(await publish(desk, draft)).toMatchObject({ __typename: "PublishArticlePayload" });
  });

  it("begins a day when the newsroom's time zone does", async () => {
    const draft = await draftWith(strict, { usableUntil: day("2026-03-10") });
    expect(obstaclesOf((await publish(strict, draft)) as object)).toEqual([
      ["IMAGE_USABLE_UNTIL", "leadImage.image.usableUntil"],
    ]);
  });

  it("looks at the day for which an article is scheduled", async () => {
    const draft = await draftWith(desk, { usableUntil: day("2026-03-11") });
    expect(obstaclesOf((await schedule(desk, draft)) as object)).toEqual([
      ["IMAGE_USABLE_UNTIL", "leadImage.image.usableUntil"],
    ]);
    expect(await publish(desk, draft)).toMatchObject({ __typename: "PublishArticlePayload" });
  });

  it("asks for a credit where the setting does", async () => {
    const [without, elsewhere] = [
      await draftWith(strict, { credit: " " }, { credit: null }),
      await draftWith(desk, { credit: null }, { credit: null }),
    ];
    expect(obstaclesOf((await publish(strict, without)) as object)).toEqual([
      ["IMAGE_CREDIT", "leadImage.image.credit"],
      ["IMAGE_CREDIT", "body[1].image.credit"],
    ]);
    expect(await publish(desk, elsewhere)).toMatchObject({ __typename: "PublishArticlePayload" });
  });

  it.each([
    ["publish", publish, "PublishArticlePayload"],
    ["schedule", schedule, "ScheduleArticlePayload"],
  ])(
    "to %s is possible with a reason, which the audit log keeps with what it overrode",
    async (_act, send, payload) => {
      const draft = await draftWith(desk, { usableUntil: day("2026-03-01") });
      expect(await send(desk, draft, { overrideReason: " " })).toMatchObject({ __typename: "UnpublishableError" });
      const result = await send(desk, draft, { overrideReason: "The agency allows it." });
      expect(result).toMatchObject({ __typename: payload });
      const entry = await lastEntry(desk, draft.id);
      expect(entry?.detail).toContain("Override: The agency allows it.");
      expect(entry?.detail).toContain("leadImage.image.usableUntil");
    },
  );

  it("keeps no reason that nothing needed", async () => {
    const draft = await draftWith(desk, {});
    await publish(desk, draft, { overrideReason: "In case." });
    expect((await lastEntry(desk, draft.id))?.detail).toBeNull();
  });

  it("is refused to an author, with a reason or without", async () => {
    const draft = await draftWith(desk, { alt: "" });
    const input = { id: draft.id, expectedVersion: draft.version, overrideReason: "Please." };
    expect(await desk.write(DeskPublishArticleDocument, input, "AUTHOR")).toMatchObject({
      __typename: "ForbiddenError",
    });
  });
});

describe("the schedule", () => {
  it("does not publish an article that violates a rule by then, unschedules it, and keeps the reason", async () => {
    const draft = await draftWith(desk, {});
    await schedule(desk, draft);
    const where = { id: keyOf(draft.leadId) };
    await desk.app.database.prisma.image.update({ where, data: { usableUntil: day("2026-03-11") } });
    await look(LATER);
    expect(await desk.published(draft.id)).toBeNull();
    expect(await desk.draft(draft.id)).toMatchObject({ state: "READY", version: draft.version + 2 });
    expect(await lastEntry(desk, draft.id)).toMatchObject({
      act: "unscheduleArticle",
      actor: SCHEDULER.name,
      detail: expect.stringContaining(
        "leadImage.image.usableUntil: The picture may not be published after 2026-03-11.",
      ),
    });
    expect(await look(LATER)).toBe(0);
  });

  it("publishes what an editor overrode when it was scheduled, and forgets the reason with the schedule", async () => {
    const draft = await draftWith(desk, { usableUntil: day("2026-03-01") });
    await schedule(desk, draft, { overrideReason: "The agency allows it." });
    await look(LATER);
    expect(await desk.published(draft.id)).toMatchObject({ state: "PUBLISHED" });
    expect((await lastEntry(desk, draft.id))?.detail).toContain("Override: The agency allows it.");
    const article = await desk.app.database.prisma.article.findUnique({ where: { id: keyOf(draft.id) } });
    expect(article?.overrideReason).toBeNull();
  });
});
