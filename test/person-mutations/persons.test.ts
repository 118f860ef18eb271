import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PersonsCreateDocument, PersonsReadDocument, PersonsUpdateDocument } from "../generated/graphql.js";
import { Desk } from "../support/desk.js";

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

async function personCount(): Promise<number> {
  return desk.app.database.prisma.person.count();
}

describe("createPerson", () => {
  it("creates a person with a slug of the name, aliases without duplicates, and handles as they are shown", async () => {
    const made = await desk.write(
      PersonsCreateDocument,
      {
        name: "  Zoë   Ångström ",
        role: " Minister ",
        aliases: ["Zoe Angstrom", "The Minister", "the minister"],
        accounts: [
          { platform: "X", handle: "Zoe_A" },
          { platform: "MASTODON", handle: "@zoe@news.example" },
        ],
      },
      "AUTHOR",
    );
    if (made.__typename !== "CreatePersonPayload") throw new Error(JSON.stringify(made));
    expect(made.person).toEqual({
      id: made.person.id,
      slug: "zoe-angstrom",
      name: "Zoë Ångström",
      role: "Minister",
      // The full name without its marks is the full name.
      aliases: ["The Minister"],
      accounts: [
        { platform: "X", handle: "@Zoe_A" },
        { platform: "MASTODON", handle: "@zoe@news.example" },
      ],
    });
    expect(await read({ slug: "zoe-angstrom" })).toMatchObject(made.person);
  });

  it.each([
    ["Али Хан", "али-хан"],
    ["علی رضایی", "علی-رضایی"],
    ["***", "person"],
  ])("makes a slug of %s", async (name, slug) => {
    const made = await desk.write(PersonsCreateDocument, { name });
    expect(made).toMatchObject({ person: { name, slug } });
  });

  it("reports all faults of an input at once, at their fields, and creates no person", async () => {
    const before = await personCount();
    const made = await desk.write(PersonsCreateDocument, {
      name: " ",
      slug: "Not A Slug",
      role: "x".repeat(301),
      aliases: ["fine", "", "bad\u0007"],
      accounts: [
        { platform: "X", handle: "twice" },
        { platform: "X", handle: "@TWICE" },
        { platform: "X", handle: "two words" },
        { platform: "X", handle: " " },
      ],
    });
    if (made.__typename !== "ValidationError") throw new Error(made.__typename);
    expect(made.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)).toEqual([
      "input.name: The text must not be empty.",
      'input.slug: A slug is lower-case words of letters and digits joined by hyphens, at most 120 characters. Try "not-a-slug".',
      "input.role: The text has 301 characters, where at most 300 are allowed.",
      "input.aliases.1: The text must not be empty.",
      "input.aliases.2: The text holds the control character U+0007.",
      "input.accounts.1.handle: The account is listed twice.",
      'input.accounts.2.handle: "two words" is not a handle.',
      "input.accounts.3.handle: The handle must not be empty.",
    ]);
    expect(made.path).toEqual(["input", "name"]);
    expect(await personCount()).toBe(before);
  });

  it("refuses more names and accounts than a person can have", async () => {
    const many = Array.from({ length: 51 }, (_, at) => `name-${at}`);
    const accounts = many.map((handle) => ({ platform: "X" as const, handle }));
    const made = await desk.write(PersonsCreateDocument, { name: "Many", aliases: many, accounts });
    expect(made).toMatchObject({
      issues: [{ path: ["input", "aliases"] }, { path: ["input", "accounts"] }],
    });
  });

  it("refuses a slug or an account that is another's, and numbers the slug of a name that is", async () => {
    const accounts = [{ platform: "BLUESKY" as const, handle: "Taken.Example" }];
    await desk.write(PersonsCreateDocument, { name: "Tom Taken", accounts });
    expect(await desk.write(PersonsCreateDocument, { name: "Other", slug: "tom-taken" })).toMatchObject({
      __typename: "ConflictError",
      code: "CONFLICT",
      path: ["input", "slug"],
    });
    const account = await desk.write(PersonsCreateDocument, {
      name: "Other",
      accounts: [{ platform: "BLUESKY", handle: "@taken.example" }],
    });
    expect(account).toMatchObject({
      __typename: "ConflictError",
      message: "The account @Taken.Example on BLUESKY is that of Tom Taken.",
      path: ["input", "accounts"],
    });
    expect(await read({ slug: "other" })).toBeNull();
    expect(await desk.write(PersonsCreateDocument, { name: "Tom Taken" })).toMatchObject({
      person: { slug: "tom-taken-2" },
    });
    // The same handle elsewhere is another account.
    const elsewhere = await desk.write(PersonsCreateDocument, {
      name: "Else",
      accounts: [{ platform: "X", handle: "taken.example" }],
    });
    expect(elsewhere.__typename).toBe("CreatePersonPayload");
  });

  it("answers everybody when many make the same person at once", async () => {
    const all = await Promise.all(
      Array.from({ length: 12 }, () => desk.write(PersonsCreateDocument, { name: "Same Name" })),
    );
    const slugs = all.map((made) => ("person" in made ? made.person.slug : made.__typename));
    expect(new Set(slugs).size).toBe(12);
    const wanted = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        desk.write(PersonsCreateDocument, { name: `Racer ${at}`, slug: "one-slug" }),
      ),
    );
    const kinds = wanted.map((made) => made.__typename).toSorted();
    expect(kinds).toEqual([...Array.from({ length: 7 }, () => "ConflictError"), "CreatePersonPayload"]);
    const accounts = [{ platform: "X" as const, handle: "one-account" }];
    const owned = await Promise.all(
      Array.from({ length: 8 }, (_, at) => desk.write(PersonsCreateDocument, { name: `Owner ${at}`, accounts })),
    );
    expect(owned.map((made) => made.__typename).toSorted()).toEqual(kinds);
  });
});

describe("updatePerson", () => {
  it("changes what is named, leaves what is absent, and clears what is null", async () => {
    const id = await desk.newsroom.person({
      name: "Vera Change",
      role: "Mayor",
      aliases: ["V. Change"],
      accounts: [{ platform: "X", handle: "vera" }],
    });
    const update = (input: object) => desk.write(PersonsUpdateDocument, { id, ...input }, "AUTHOR");
    const all = { aliases: ["V. Change"], accounts: [{ platform: "X", handle: "@vera" }] };
    expect(await update({})).toMatchObject({ person: { name: "Vera Change", role: "Mayor", ...all } });
    expect(await update({ role: null })).toMatchObject({ person: { role: null, ...all } });
    expect(await update({ name: "V. Change" })).toMatchObject({
      person: { name: "V. Change", aliases: ["Vera Change"], slug: "vera-change" },
    });
    expect(await update({ aliases: null, accounts: null })).toMatchObject({ person: { aliases: [], accounts: [] } });
    expect(await update({ accounts: [{ platform: "X", handle: "VERA" }] })).toMatchObject({
      person: { accounts: [{ platform: "X", handle: "@VERA" }] },
    });
  });

  it("keeps every slug the person had, and takes none that another had", async () => {
    const id = await desk.newsroom.person({ name: "Slug Keeper" });
    const other = await desk.newsroom.person({ name: "Slug Other" });
    await desk.write(PersonsUpdateDocument, { id, slug: "keeper-two" });
    expect((await read({ slug: "slug-keeper" }))?.slug).toBe("keeper-two");
    expect((await read({ slug: "keeper-two" }))?.id).toBe(id);
    for (const slug of ["slug-keeper", "keeper-two"]) {
      const taken = await desk.write(PersonsUpdateDocument, { id: other, slug });
      expect(taken).toMatchObject({ __typename: "ConflictError", path: ["input", "slug"] });
    }
    // Back to an own one.
    expect(await desk.write(PersonsUpdateDocument, { id, slug: "slug-keeper" })).toMatchObject({
      person: { slug: "slug-keeper" },
    });
  });

  it("refuses what cannot be cleared, is not sound, or is another's, and changes nothing", async () => {
    await desk.newsroom.person({ name: "Owner", accounts: [{ platform: "TIKTOK", handle: "owned" }] });
    const id = await desk.newsroom.person({ name: "Firm", role: "Judge" });
    const before = await read({ id });
    const refused = await desk.write(PersonsUpdateDocument, {
      id,
      name: null,
      slug: null,
      role: "\u202eback",
      aliases: [""],
    });
    expect(refused).toMatchObject({
      __typename: "ValidationError",
      issues: [
        { path: ["input", "name"] },
        { path: ["input", "slug"] },
        { path: ["input", "role"] },
        { path: ["input", "aliases", "0"] },
      ],
    });
    const taken = await desk.write(PersonsUpdateDocument, {
      id,
      role: "Thief",
      accounts: [{ platform: "TIKTOK", handle: "OWNED" }],
    });
    expect(taken).toMatchObject({ __typename: "ConflictError", path: ["input", "accounts"] });
    expect(await read({ id })).toEqual(before);
    for (const none of [NOWHERE, "nonsense", "art_AAAAAAAAcACAAAAAAAAAAA"]) {
      expect(await desk.write(PersonsUpdateDocument, { id: none, role: "x" })).toMatchObject({
        __typename: "NotFoundError",
        path: ["input", "id"],
      });
    }
  });

  it("answers every request when many change the same person at once", async () => {
    const id = await desk.newsroom.person({ name: "Busy" });
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        desk.write(PersonsUpdateDocument, { id, role: `Role ${at}`, aliases: [`Alias ${at}`] }),
      ),
    );
    expect(new Set(all.map(({ __typename }) => __typename))).toEqual(new Set(["UpdatePersonPayload"]));
    const { role, aliases } = (await read({ id })) ?? {};
    expect(aliases).toEqual([role?.replace("Role", "Alias")]);
  });
});
