import { describe, expect, it } from "vitest";
import { foldName } from "../../src/person/person.mentions.js";
import { accountKey, type KnownPerson } from "../../src/import/import.candidates.js";
import { judgePersons } from "../../src/import/import.persons.js";
import { describeReasons } from "../../src/import/import.reasons.js";
import { compareRoles } from "../../src/import/import.roles.js";
import type { StoryPerson } from "@dateline/copy-reader";

function known(name: string, more: Partial<KnownPerson> = {}): KnownPerson {
  const names = more.names ?? [name];
  const slug = more.slug ?? foldName(name).replaceAll(" ", "-");
  return { id: slug, slug, name, role: null, accounts: [], ...more, names, folded: names.map(foldName) };
}

function inStory(name: string, more: Partial<StoryPerson> = {}): StoryPerson {
  return { key: name, name, role: null, aliases: [], handles: [], confidence: 0.92, reasons: [], ...more };
}

/** Judges one person against all who are given, as if every one had been found by every name. */
function judge(person: StoryPerson, persons: readonly KnownPerson[]) {
  const [verdict] = judgePersons([person], { named: persons, alike: new Map([[foldName(person.name), persons]]) });
  if (!verdict) throw new Error("There is no verdict.");
  return verdict;
}

const OWNER = { accounts: [accountKey("X", "@awhitcombe")] };
const HANDLE = { handles: [{ platform: "X", handle: "@AWhitcombe" }] } as const;

interface Case {
  readonly name: string;
  readonly person: StoryPerson;
  readonly persons: readonly KnownPerson[];
  /** The slug of the matched person; null: a new person. */
  readonly taken: string | null;
  readonly possible?: readonly string[];
  /** From and to. */
  readonly sure: readonly [number, number];
  readonly reason: RegExp;
  /** Whether an editor is warned; by default when somebody else may be meant. */
  readonly warns?: boolean;
}

const CASES: readonly Case[] = [
  {
    name: "an account that is known is very sure",
    person: inStory("Ada Whitcombe", HANDLE),
    persons: [known("Ada Whitcombe", OWNER), known("Ada Whitcombe", { slug: "ada-whitcombe-2" })],
    taken: "ada-whitcombe",
    sure: [0.98, 1],
    reason: /knows @AWhitcombe as an account of Ada Whitcombe/,
  },
  {
    name: "an account under quite another name is less sure",
    person: inStory("Press Office", HANDLE),
    persons: [known("Ada Whitcombe", OWNER)],
    taken: "ada-whitcombe",
    sure: [0.8, 0.9],
    reason: /account of Ada Whitcombe/,
  },
  {
    name: "a full name that one person bears",
    person: inStory("Ada Whitcombe"),
    persons: [known("Ada Whitcombe"), known("Bela Whitcombe")],
    taken: "ada-whitcombe",
    sure: [0.9, 0.95],
    reason: /^One person of the newsroom has this name\.$/,
  },
  {
    name: "roles that agree make it surer",
    person: inStory("Ada Whitcombe", { role: "harbour master of Malden" }),
    persons: [known("Ada Whitcombe", { role: "Harbour Master" })],
    taken: "ada-whitcombe",
    sure: [0.96, 1],
    reason: /The roles agree\.$/,
  },
  {
    name: "roles that contradict leave it taken, but far less sure",
    person: inStory("Ada Whitcombe", { role: "striker" }),
    persons: [known("Ada Whitcombe", { role: "Prime minister of Aland" })],
    taken: "ada-whitcombe",
    sure: [0.5, 0.65],
    reason: /But the story says “striker”, and the newsroom “Prime minister of Aland”/,
    warns: true,
  },
  {
    name: "another name that one person bears",
    person: inStory("Countess of Malden Bay"),
    persons: [known("Ada Whitcombe", { names: ["Ada Whitcombe", "Countess of Malden Bay"] })],
    taken: "ada-whitcombe",
    sure: [0.85, 0.92],
    reason: /Ada Whitcombe has this name too/,
  },
  {
    name: "accents and capitals alone make no other name",
    person: inStory("JOSE ARRANZ"),
    persons: [known("José Arranz")],
    taken: "jose-arranz",
    sure: [0.85, 0.92],
    reason: /The newsroom writes it José Arranz\./,
  },
  {
    name: "a name that two persons bear is nobody's, and both are proposed",
    person: inStory("Ada Whitcombe", { role: "a judge in Malden" }),
    persons: [known("Ada Whitcombe", { role: "Skipper" }), known("Ada Whitcombe", { slug: "ada-2", role: "Judge" })],
    taken: null,
    possible: ["ada-2", "ada-whitcombe"],
    sure: [0.4, 0.6],
    reason: /^2 persons of the newsroom bear this name\.$/,
  },
  {
    name: "a family name alone is nobody's, and the one who has it is proposed",
    person: inStory("Whitcombe", { confidence: 0.6 }),
    persons: [known("Ada Whitcombe")],
    taken: null,
    possible: ["ada-whitcombe"],
    sure: [0.5, 0.6],
    reason: /^No person of the newsroom has this name\.$/,
  },
  {
    name: "a family name that several have names none of them",
    person: inStory("Whitcombe", { confidence: 0.6 }),
    persons: [known("Ada Whitcombe"), known("Bela Whitcombe")],
    taken: null,
    possible: [],
    sure: [0.6, 0.6],
    reason: /^No person of the newsroom has this name\.$/,
  },
  {
    name: "but for the one whose role agrees",
    person: inStory("Whitcombe", { confidence: 0.6, role: "judge" }),
    persons: [known("Ada Whitcombe"), known("Bela Whitcombe", { role: "Judge at Malden" })],
    taken: null,
    possible: ["bela-whitcombe"],
    sure: [0.4, 0.5],
    reason: /^No person of the newsroom has this name\.$/,
  },
  {
    name: "a single name that is somebody's whole name is theirs",
    person: inStory("Zelka", { confidence: 0.6 }),
    persons: [known("Zelka")],
    taken: "zelka",
    sure: [0.7, 0.8],
    reason: /One person/,
  },
  {
    name: "unless others have it as their family name",
    person: inStory("Zelka", { confidence: 0.6 }),
    persons: [known("Zelka"), known("Ivo Zelka")],
    taken: null,
    possible: ["zelka", "ivo-zelka"],
    sure: [0.5, 0.6],
    reason: /one name only, and more than one person can be meant/,
  },
  {
    name: "a middle initial is a doubt",
    person: inStory("Ada J. Whitcombe"),
    persons: [known("Ada Whitcombe")],
    taken: null,
    possible: ["ada-whitcombe"],
    sure: [0.4, 0.5],
    reason: /^No person of the newsroom has this name\.$/,
  },
  {
    name: "a name spelled otherwise is a doubt",
    person: inStory("Muhammad Tarzi"),
    persons: [known("Mohammed Tarzi")],
    taken: null,
    possible: ["mohammed-tarzi"],
    sure: [0.5, 0.6],
    reason: /^No person of the newsroom has this name\.$/,
  },
  {
    name: "another name that the story has for somebody is a doubt",
    person: inStory("Ada Whitcombe", { aliases: ["Whitcombe", "Ada Lindqvist"] }),
    persons: [known("Ada Lindqvist")],
    taken: null,
    possible: ["ada-lindqvist"],
    sure: [0.4, 0.5],
    reason: /^No person of the newsroom has this name\.$/,
  },
  {
    name: "somebody unknown is new, as sure as the story was read",
    person: inStory("Ada Whitcombe"),
    persons: [known("Rosa Quill")],
    taken: null,
    possible: [],
    sure: [0.92, 0.92],
    reason: /^No person of the newsroom has this name\.$/,
  },
];

describe("who a person of a story is", () => {
  it.each(CASES)("$name", ({ person, persons, taken, possible = [], sure: [least, most], reason, warns }) => {
    const verdict = judge(person, persons);
    expect(verdict.known?.slug ?? null).toBe(taken);
    expect(verdict.possible.map(({ known }) => known.slug)).toEqual(possible);
    expect(verdict.confidence).toBeGreaterThanOrEqual(least);
    expect(verdict.confidence).toBeLessThanOrEqual(most);
    expect(describeReasons(verdict.reasons)).toMatch(reason);
    for (const each of verdict.possible) expect(each.confidence).toBeLessThanOrEqual(0.75);
    expect(verdict.warning !== null).toBe(warns ?? possible.length > 0);
  });

  it("is an earlier person of the story where name or account are the same", () => {
    const persons = [
      inStory("Ada Whitcombe", HANDLE),
      inStory("A. W.", HANDLE),
      inStory("Rosa Quill"),
      inStory("ADA WHITCOMBE"),
    ];
    const verdicts = judgePersons(persons, { named: [], alike: new Map() });
    expect(verdicts.map(({ sameAs }) => sameAs)).toEqual([null, 0, null, 0]);
  });

  it("is the first of two known persons identified by accounts, with a warning to the editor", () => {
    const handles = [
      { platform: "X", handle: "@awhitcombe" },
      { platform: "BLUESKY", handle: "@rosa.example" },
    ] as const;
    const rosa = known("Rosa Quill", { accounts: [accountKey("BLUESKY", "@rosa.example")] });
    const verdict = judge(inStory("Ada Whitcombe", { handles }), [rosa, known("Ada Whitcombe", OWNER)]);
    expect(verdict).toMatchObject({ known: { slug: "ada-whitcombe" }, confidence: 0.6 });
    expect(verdict.warning).toContain("@rosa.example is an account of Rosa Quill (rosa-quill)");
  });
});

describe("two roles", () => {
  it.each([
    ["Prime minister", "prime minister of Aland", "AGREES"],
    ["former harbour master", "Harbour master", "AGREES"],
    ["premier", "Prime minister", "DIFFERS"],
    ["chief executive", "police chief", "DIFFERS"],
    ["striker", "Prime minister", "CONTRADICTS"],
    ["Torhüterin des FC Malden", "Bundeskanzlerin", "CONTRADICTS"],
    ["president of the football federation", "goalkeeper", "DIFFERS"],
    ["ayatollah", "president", "DIFFERS"],
    ["singer", "archbishop", "CONTRADICTS"],
    [null, "Prime minister", "UNKNOWN"],
    ["striker", null, "UNKNOWN"],
  ] as const)("%s and %s: %s", (one, other, relation) => {
    expect(compareRoles(one, other)).toBe(relation);
    expect(compareRoles(other, one)).toBe(relation);
  });
});
