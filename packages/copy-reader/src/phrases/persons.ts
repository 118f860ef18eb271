import { describesThing } from "../lexicon/things.js";
import { placeNames } from "../lexicon/things.js";
import { nameSuffixes } from "../lexicon/names.js";
import type { NameMention } from "./mentions.js";

/** Somebody or something with a name, and every place where the text names it. */
export interface NamedEntity {
  readonly key: string;
  readonly names: readonly string[];
  readonly mentions: readonly NameMention[];
  readonly gender: "he" | "she" | null;
  readonly isPerson: boolean;
}

/** Every entity of a text, and the one that each mention refers to. */
export interface EntityIndex {
  readonly entities: readonly NamedEntity[];
  of(mention: NameMention): NamedEntity | null;
}

interface Draft {
  names: readonly string[];
  readonly last: string;
  readonly mentions: NameMention[];
  /** Where it is named in full; found before short forms are assigned. */
  readonly met: NameMention[];
  gender: "he" | "she" | null;
  isPerson: boolean;
}

/** Joins the mentions of a text, which must be in order, into entities: full names first, then their short forms. */
export function buildEntities(mentions: readonly NameMention[], capitalisesNouns: boolean): EntityIndex {
  const singles = new Set(
    mentions
      .filter((mention) => core(mention).length === 1 && (!capitalisesNouns || (mention.isBare && mention.isVoice)))
      .map((mention) => fold(core(mention)[0])),
  );
  const drafts = new DraftIndex();
  const owners = new Map<NameMention, Draft>();
  for (const mention of mentions) {
    if (core(mention).length > 1 && mention.kind === "person") owners.set(mention, drafts.addFull(mention));
  }
  for (const mention of mentions) {
    if (core(mention).length > 1 && isLikelyFullName(mention, singles) && !drafts.knowsFamily(mention)) {
      owners.set(mention, drafts.addFull(mention));
    }
  }
  for (const mention of mentions) {
    const owner = owners.get(mention) ?? (core(mention).length === 1 ? drafts.findShort(mention) : null);
    if (owner) owners.set(mention, owner);
    else if (mention.kind !== "place") owners.set(mention, drafts.addOther(mention));
  }
  for (const mention of mentions) owners.get(mention)?.mentions.push(mention);
  return seal(drafts.all, owners);
}

/** Words with capitals are a person's name when the last of them is alone elsewhere, as family names do. */
function isLikelyFullName(mention: NameMention, singles: ReadonlySet<string>): boolean {
  const family = fold(core(mention).at(-1));
  const [opener = ""] = core(mention).map(fold);
  if (mention.kind !== "unknown" || core(mention).length > 4 || placeNames.has(family)) return false;
  return singles.has(family) && !describesThing.test(opener);
}

const cores = new WeakMap<NameMention, readonly string[]>();

/** The words of a name without suffixes such as "Jr."; worked out once for each mention. */
function core(mention: NameMention): readonly string[] {
  const found = cores.get(mention) ?? mention.names.filter((name) => !nameSuffixes.has(name.toLowerCase()));
  cores.set(mention, found);
  return found;
}

function fold(name: string | undefined): string {
  return (name ?? "").toLowerCase().replace(/’/gu, "'");
}

class DraftIndex {
  readonly all: Draft[] = [];
  private readonly byLast = new Map<string, Draft[]>();
  private readonly byFirst = new Map<string, Draft[]>();

  addFull(mention: NameMention): Draft {
    const names = core(mention);
    const last = this.stem(fold(names.at(-1)));
    const known = this.byLast.get(last)?.find((draft) => sameFirstName(draft, names));
    if (!known) return this.add(mention, true);
    if (names.length > known.names.length && !isInitial(names[0])) known.names = mention.names;
    known.gender ??= mention.gender;
    known.met.push(mention);
    return known;
  }

  knowsFamily(mention: NameMention): boolean {
    const names = core(mention);
    return (this.byLast.get(fold(names.at(-1))) ?? []).some((draft) => !sameFirstName(draft, names));
  }

  addOther(mention: NameMention): Draft {
    const [only] = core(mention);
    const known = this.byLast
      .get(fold(core(mention).at(-1)))
      ?.find((draft) => fold(draft.names.join(" ")) === fold(mention.names.join(" ")));
    if (known) return known;
    return this.add(mention, mention.kind === "person" && only !== undefined);
  }

  /** A family name alone is the nearest person of that name already met, otherwise one named later. */
  findShort(mention: NameMention): Draft | null {
    const name = this.stem(fold(core(mention)[0]));
    const family = this.byLast.get(name) ?? [];
    const fitting = family.filter((draft) => fits(draft, mention));
    const chosen = nearest(fitting, mention) ?? nearest(this.byFirst.get(name) ?? [], mention);
    if (chosen && chosen.gender === null && mention.titles.length > 0) chosen.gender = mention.gender;
    return chosen;
  }

  /** A name in the genitive is the name: "Konys" is Kony where Kony is known. */
  private stem(name: string): string {
    const bare = name.endsWith("s") ? name.slice(0, -1) : name;
    return bare !== name && !this.byLast.has(name) && this.byLast.has(bare) ? bare : name;
  }

  private add(mention: NameMention, isPerson: boolean): Draft {
    const names = core(mention);
    const draft: Draft = {
      names: mention.names,
      last: fold(names.at(-1)),
      mentions: [],
      met: [mention],
      gender: mention.gender,
      isPerson,
    };
    this.all.push(draft);
    push(this.byLast, draft.last, draft);
    if (names.length > 1) push(this.byFirst, fold(names[0]), draft);
    return draft;
  }
}

function push(map: Map<string, Draft[]>, key: string, draft: Draft): void {
  const list = map.get(key);
  if (list) list.push(draft);
  else map.set(key, [draft]);
}

function isInitial(name: string | undefined): boolean {
  return /^\p{Lu}\.?$/u.test(name ?? "");
}

function sameFirstName(draft: Draft, names: readonly string[]): boolean {
  const [left, right] = [fold(draft.names[0]), fold(names[0])];
  if (left === right || names.length === 1 || draft.names.length === 1) return true;
  return (isInitial(names[0]) || isInitial(draft.names[0])) && left[0] === right[0]
    ? true
    : left.length > 2 && right.length > 2 && left.slice(0, 3) === right.slice(0, 3);
}

function fits(draft: Draft, mention: NameMention): boolean {
  const said = mention.titles.length > 0 ? mention.gender : null;
  return said === null || draft.gender === null || draft.gender === said;
}

/** Of namesakes the one named most recently in full counts, before one that comes only later. */
function nearest(drafts: readonly Draft[], mention: NameMention): Draft | null {
  const [only] = drafts;
  return drafts.length <= 1 ? (only ?? null) : (bestNamesake(drafts, mention) ?? null);
}

/** Papers name the kin of a story's subject in full, so the bare name is anybody who is named in full most often. */
function bestNamesake(drafts: readonly Draft[], mention: NameMention): Draft | undefined {
  const before = drafts.filter((draft) => draft.met.some((met) => met.paragraph <= mention.paragraph));
  const known = before.length > 0 ? before : drafts;
  return known.toSorted((left, right) => right.met.length - left.met.length)[0];
}

function seal(drafts: readonly Draft[], owners: ReadonlyMap<NameMention, Draft>): EntityIndex {
  const used = drafts.filter((draft) => draft.mentions.length > 0);
  const sealed = new Map(used.map((draft, index) => [draft, sealOne(draft, index)]));
  return {
    entities: [...sealed.values()],
    of: (mention) => {
      const draft = owners.get(mention);
      return draft ? (sealed.get(draft) ?? null) : null;
    },
  };
}

function sealOne(draft: Draft, index: number): NamedEntity {
  const slug = fold(draft.names.join("-")).replace(/[^\p{L}\p{N}]+/gu, "-");
  return {
    key: `p${index + 1}-${slug}`,
    names: draft.names,
    mentions: draft.mentions,
    gender: draft.gender,
    isPerson: draft.isPerson,
  };
}
