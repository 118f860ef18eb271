import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestApp } from "../support/app.js";
import type { Desk } from "../support/desk.js";
import { ImageDesk } from "../support/image-desk.js";

let images: ImageDesk;
let desk: Desk;
let app: TestApp;
let as: Desk["headers"];
let draft: Readonly<Record<string, string>>;

beforeAll(async () => {
  images = await ImageDesk.open();
  ({ desk, draft } = images);
  ({ app, headers: as } = desk);
});
afterAll(() => app.close());

describe("updateImage", () => {
  it("changes what it names, clears what is null, and records it", async () => {
    const id = await images.image({ alt: "Old", credit: "dpa", focalX: "0.2", focalY: "0.3" });
    const first = await images.update({
      id,
      expectedVersion: 1,
      alt: "New",
      usableUntil: "2027-01-31",
      takenAt: "2026-03-01T12:00:00+01:00",
    });
    expect(first).toMatchObject({
      __typename: "UpdateImagePayload",
      image: {
        id,
        alt: "New",
        credit: "dpa",
        usableUntil: "2027-01-31",
        takenAt: "2026-03-01T11:00:00.000Z",
        focalPoint: { x: 0.2, y: 0.3 },
        version: 2,
      },
    });
    const second = await images.update({ id, credit: null, usableUntil: null, focalPoint: null, alt: null });
    expect(second).toMatchObject({ image: { alt: "", credit: null, usableUntil: null, focalPoint: null, version: 3 } });
    const acts = await app.database.prisma.auditEntry.findMany({
      where: { act: "updateImage" },
      orderBy: { id: "desc" },
      take: 2,
    });
    expect(acts).toMatchObject([
      { subject: "Image", role: "AUTHOR" },
      { subject: "Image", role: "AUTHOR" },
    ]);
  });

  it("is refused on another version, for faults, and for an image that does not exist", async () => {
    const id = await images.image({ alt: "Kept" });
    await images.update({ id, expectedVersion: 1, alt: "Changed" });
    expect(await images.update({ id, expectedVersion: 1, alt: "Lost" })).toMatchObject({
      __typename: "StaleImageVersionError",
      code: "STALE_VERSION",
      currentVersion: 2,
      image: { alt: "Changed" },
    });
    expect(await images.update({ id, credit: "x".repeat(301), focalPoint: { x: 1.5, y: -1 } })).toMatchObject({
      __typename: "ValidationError",
      issues: [
        { path: ["input", "focalPoint", "x"] },
        { path: ["input", "focalPoint", "y"] },
        { path: ["input", "credit"] },
      ],
    });
    const nowhere = "img_AAAAAAAAAAAAAAAAAAAAAA";
    expect(await images.update({ id: nowhere, alt: "x" })).toMatchObject({
      __typename: "NotFoundError",
      path: ["input", "id"],
    });
    expect(await images.update({ id: "per_AAAAAAAAAAAAAAAAAAAAAA", alt: "x" })).toMatchObject({
      __typename: "NotFoundError",
    });
    expect(await images.update({ id, alt: "x" }, {})).toMatchObject({ __typename: "ForbiddenError" });
  });

  it("of an image that published text or a visible person shows needs an editor", async () => {
    const [shown, portrait, free] = [
      await images.image({ alt: "A", credit: "dpa" }),
      await images.image({ alt: "B" }),
      await images.image({ alt: "C" }),
    ];
    const speaker = await desk.newsroom.person({ name: "Hanna Ferry", portraitId: portrait });
    await desk.newsroom.published({
      leadImage: { imageId: shown },
      body: [
        { paragraph: { text: "“We sail,” said Hanna Ferry.", quotes: [{ exact: "We sail", speakerId: speaker }] } },
      ],
    });
    for (const id of [shown, portrait]) {
      expect(await images.update({ id, alt: "Changed" })).toMatchObject({
        __typename: "ForbiddenError",
        path: ["input", "id"],
      });
      expect(await images.update({ id, alt: "Changed" }, as.EDITOR)).toMatchObject({ image: { alt: "Changed" } });
    }
    expect(await images.update({ id: free, alt: "Changed" })).toMatchObject({ image: { alt: "Changed" } });
  });
});

describe("deleteImage", () => {
  it("removes the image, its original and its renditions", async () => {
    const id = await images.image();
    const { image: row } = await app.data<{ image: { url: string } }, object>(
      "query ($id: ID!) { image(id: $id) { url(width: 20) } }",
      { id },
      draft,
    );
    const path = new URL(row.url).pathname;
    expect((await app.http.inject(path)).statusCode).toBe(200);
    expect(await images.remove(id, as.AUTHOR)).toMatchObject({ __typename: "ForbiddenError" });
    expect(await images.remove(id)).toMatchObject({ deletedId: id });
    expect((await app.http.inject(path)).statusCode).toBe(404);
    expect(await images.seen(id, draft)).toEqual([null, null]);
    expect(await images.remove(id)).toMatchObject({ __typename: "NotFoundError" });
    const [entry] = await app.database.prisma.auditEntry.findMany({ where: { act: "deleteImage" } });
    expect(entry).toMatchObject({ subject: "Image", detail: "picture.jpg" });
  });

  it("is refused while any head or portrait uses it, and names them", async () => {
    const id = await images.image({ alt: "x", credit: "dpa" });
    const inDraft = await desk.newsroom.draft({ headline: "In a draft", leadImage: { imageId: id } });
    const published = await desk.newsroom.published({
      headline: "Published",
      body: [{ paragraph: { text: "a" } }, { figure: { imageId: id } }],
    });
    const person = await desk.newsroom.person({ name: "Jo Doe", portraitId: id });
    const refused = await images.remove(id);
    expect(refused).toMatchObject({
      __typename: "ImageInUseError",
      code: "CONFLICT",
      path: ["input", "id"],
      personIds: [person],
    });
    expect(new Set(refused["articleIds"] as string[])).toEqual(new Set([inDraft.id, published.id]));
    expect(refused["message"]).toMatch(/“In a draft”, “Published”, the portrait of Jo Doe/);
    const trashed = await images.mutate("deleteArticle", { id: inDraft.id, expectedVersion: inDraft.version }, "");
    expect(trashed["__typename"]).toBe("DeleteArticlePayload");
    expect((await images.remove(id))["articleIds"]).toContain(inDraft.id);
    expect(await images.seen(id, draft)).toEqual([id, id]);
  });

  it("and a first use at the same time do not both succeed", async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await images.image({ alt: "x" });
      const [removed] = await Promise.all([
        images.remove(id),
        images
          .mutate("createPerson", { name: `Person Round${round}`, portraitId: id }, "")
          .then((created) => created["__typename"]),
      ]);
      const row = await app.database.prisma.person.findFirst({
        where: { name: `Person Round${round}` },
        include: { portrait: true },
      });
      if (removed["__typename"] === "DeleteImagePayload") expect(row).toBeNull();
      else expect(row?.portrait).not.toBeNull();
    }
  });
});

describe("the portrait of a person", () => {
  it("is set, changed and cleared, and has to be an image", async () => {
    const [first, second] = [await images.image(), await images.image()];
    const field = "{ person { id portrait { id } } }";
    const made = await images.mutate(
      "createPerson",
      { name: "Portrayed Person", portraitId: first },
      `... on CreatePersonPayload ${field}`,
    );
    expect(made).toMatchObject({ person: { portrait: { id: first } } });
    const { id } = made["person"] as { id: string };
    const change = (portraitId: string | null): Promise<Record<string, unknown>> =>
      images.mutate("updatePerson", { id, portraitId }, `... on UpdatePersonPayload ${field}`);
    expect(await change(second)).toMatchObject({ person: { portrait: { id: second } } });
    expect(
      await images.mutate("updatePerson", { id, role: "Mayor" }, `... on UpdatePersonPayload ${field}`),
    ).toMatchObject({
      person: { portrait: { id: second } },
    });
    expect(await change("img_AAAAAAAAAAAAAAAAAAAAAA")).toMatchObject({
      __typename: "NotFoundError",
      path: ["input", "portraitId"],
    });
    expect(await change(id)).toMatchObject({ __typename: "ValidationError", path: ["input", "portraitId"] });
    expect(await change(null)).toMatchObject({ person: { portrait: null } });
  });

  it("is given to the remaining person of a merge if they have none", async () => {
    const [one, other] = [await images.image(), await images.image()];
    const from = await desk.newsroom.person({ name: "Merged One", portraitId: one });
    const into = await desk.newsroom.person({ name: "Merged Into" });
    const merged = await images.mutate(
      "mergePersons",
      { id: from, intoId: into },
      "... on MergePersonsPayload { person { portrait { id } } }",
    );
    expect(merged).toMatchObject({ person: { portrait: { id: one } } });
    const second = await desk.newsroom.person({ name: "Merged Two", portraitId: other });
    const kept = await images.mutate(
      "mergePersons",
      { id: second, intoId: into },
      "... on MergePersonsPayload { person { portrait { id } } }",
    );
    expect(kept).toMatchObject({ person: { portrait: { id: one } } });
    expect(await images.idsOf("(filter: { isUsed: false }, first: 100)")).toContain(other);
  });
});
