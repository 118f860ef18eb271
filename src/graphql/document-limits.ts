import {
  type ASTNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from "graphql";
import { LimitError } from "./limit-error.js";

/*
 * What a document may look like, checked once after parsing and before the rules of validation run: some of those, and
 * most walks after them, take time that grows with the document as it is after every fragment is spread.
 *
 * The first measure is linear in the document, because the size of a fragment is computed once. Only a document that
 * passes it is expanded. The rules of @escape.tech/graphql-armor run beside the others in one visit, too late for that.
 */

/** The bounds on the shape of a document. They leave room for generated documents of large pages. */
export const DOCUMENT_LIMITS = {
  /** Characters of a name or an alias: it is repeated in every row of the answer. */
  nameLength: 200,
  /** Lines of the document: every error counts them to report its position. */
  lines: 20_000,
  operations: 50,
  fragments: 100,
  /** Fields, arguments, values and directives after all fragments are spread. */
  size: 10_000,
  /** How deep selections and values may be nested, whatever they select. */
  nesting: 50,
  /** Aliases of one operation after all fragments are spread. */
  aliases: 1_000,
  /** Directives of one operation after all fragments are spread. */
  directives: 100,
  /** Directives of one field or fragment. */
  directivesPerNode: 4,
  /** Root fields of a query; those of a mutation are bounded by their cost. */
  rootFields: 30,
  /** How often one response key may be selected in one place. */
  repetitions: 100,
  /** Under how many response keys one field may be selected in one place. */
  aliasesOfField: 50,
  /** The same of a field without arguments and selections: all of them have the same value. */
  aliasesOfValue: 5,
} as const;

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * Refuses a document that is too large or too repetitive to be validated.
 *
 * @param maxDepth how many fields may be nested; introspection is not counted.
 * @throws LimitError with the limit that it exceeds.
 */
export function checkDocument(document: DocumentNode, maxDepth: number): void {
  checkText(document);
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  atMost("operations", operations.length);
  atMost("fragments", document.definitions.length - operations.length);
  const sizes = new SizeMeter(fragments);
  let size = 0;
  for (const operation of operations) {
    size += sizes.of(operation, 0);
    atMost("size", size);
  }
  // An unused fragment is validated, too.
  for (const fragment of fragments.values()) atMost("size", sizes.of(fragment, 0));
  // A fragment that spreads itself has no expansion; the rules of validation refuse it.
  if (sizes.hasCycle) return;
  for (const operation of operations) new Expansion(fragments, maxDepth).check(operation);
}

function checkText(document: DocumentNode): void {
  const text = document.loc?.source.body ?? "";
  let lines = 1;
  for (let at = text.search(/[\n\r]/); at >= 0 && at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) lines += 1;
  }
  atMost("lines", lines);
  visit(document, { Name: ({ value }) => atMost("nameLength", value.length) });
}

const REASONS: Readonly<Record<keyof typeof DOCUMENT_LIMITS, readonly [reason: string, what: string]>> = {
  nameLength: ["NAME_LIMIT_EXCEEDED", "characters in a name"],
  lines: ["LINE_LIMIT_EXCEEDED", "lines"],
  operations: ["OPERATION_LIMIT_EXCEEDED", "operations"],
  fragments: ["FRAGMENT_LIMIT_EXCEEDED", "fragments"],
  size: ["SIZE_LIMIT_EXCEEDED", "fields, arguments and values after its fragments are spread"],
  nesting: ["NESTING_LIMIT_EXCEEDED", "levels of nesting"],
  aliases: ["ALIAS_LIMIT_EXCEEDED", "aliases"],
  directives: ["DIRECTIVE_LIMIT_EXCEEDED", "directives"],
  directivesPerNode: ["DIRECTIVE_LIMIT_EXCEEDED", "directives in one place"],
  rootFields: ["ROOT_FIELD_LIMIT_EXCEEDED", "root fields"],
  repetitions: ["REPETITION_LIMIT_EXCEEDED", "selections of one field in one place"],
  aliasesOfField: ["ALIAS_LIMIT_EXCEEDED", "aliases of one field in one place"],
  aliasesOfValue: ["ALIAS_LIMIT_EXCEEDED", "aliases of one value in one place"],
};

function atMost(limit: keyof typeof DOCUMENT_LIMITS, found: number): void {
  const most = DOCUMENT_LIMITS[limit];
  if (found <= most) return;
  const [reason, what] = REASONS[limit];
  throw new LimitError(
    `The document has too many ${what}: ${found}, at most ${most} are allowed.`,
    reason,
    most,
    found,
  );
}

/** Measures definitions as they are after every fragment is spread, each fragment once. */
class SizeMeter {
  readonly #known = new Map<string, number>();
  readonly #open = new Set<string>();
  #hasCycle = false;

  constructor(readonly fragments: Fragments) {}

  /** Whether a fragment that was measured spreads itself. */
  get hasCycle(): boolean {
    return this.#hasCycle;
  }

  /** The number of nodes at and below a node. */
  of(node: ASTNode, nesting: number): number {
    atMost("nesting", nesting);
    let size = 1;
    if ("selectionSet" in node && node.selectionSet) size += this.#all(node.selectionSet.selections, nesting + 1);
    if ("directives" in node && node.directives) size += this.#all(node.directives, nesting);
    if ("arguments" in node && node.arguments) size += this.#all(node.arguments, nesting);
    if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) size += this.of(node.value, nesting);
    if (node.kind === Kind.LIST) size += this.#all(node.values, nesting + 1);
    if (node.kind === Kind.OBJECT) size += this.#all(node.fields, nesting + 1);
    if (node.kind === Kind.FRAGMENT_SPREAD) size += this.#fragment(node.name.value, nesting);
    if (node.kind === Kind.OPERATION_DEFINITION) size += this.#defaults(node);
    return size;
  }

  #all(nodes: readonly ASTNode[], nesting: number): number {
    let size = 0;
    for (const node of nodes) size += this.of(node, nesting);
    return size;
  }

  #defaults(operation: OperationDefinitionNode): number {
    const variables = operation.variableDefinitions ?? [];
    return this.#all(
      variables.flatMap(({ defaultValue }) => (defaultValue ? [defaultValue] : [])),
      0,
    );
  }

  #fragment(name: string, nesting: number): number {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    if (this.#open.has(name)) this.#hasCycle = true;
    if (!fragment || this.#open.has(name)) return 0;
    this.#open.add(name);
    const size = this.of(fragment, nesting);
    this.#open.delete(name);
    this.#known.set(name, size);
    return size;
  }
}

/** The fields that are selected under one response key in one place. */
interface Selected {
  readonly name: string;
  /** The innermost type that it is selected of; empty where no fragment names one. */
  readonly condition: string;
  readonly isPlain: boolean;
  times: number;
  readonly sets: SelectionSetNode[];
}

/**
 * Walks one operation as it is executed: fragments spread, and fields with one response key merged. It is bounded by
 * the size that was measured before.
 */
class Expansion {
  #aliases = 0;
  #directives = 0;
  #depth = 0;

  constructor(
    readonly fragments: Fragments,
    readonly maxDepth: number,
  ) {}

  check(operation: OperationDefinitionNode): void {
    this.#countDirectives(operation.directives);
    const rootFields = this.#place([operation.selectionSet], 0, 0);
    if (operation.operation === OperationTypeNode.QUERY) atMost("rootFields", rootFields);
    if (this.#depth <= this.maxDepth) return;
    const message = `The request is too deep: ${this.#depth}, where at most ${this.maxDepth} is allowed.`;
    throw new LimitError(message, "DEPTH_LIMIT_EXCEEDED", this.maxDepth, this.#depth);
  }

  /**
   * Checks one place of the answer and all below it, and returns how many response keys it has.
   *
   * @param depth the fields above it; null inside the introspection, which tools read at any depth.
   */
  #place(sets: readonly SelectionSetNode[], depth: number | null, nesting: number): number {
    atMost("nesting", nesting);
    const selected = new Map<string, Selected>();
    for (const set of sets) for (const each of set.selections) this.#select(each, selected, "");
    const keys = new Map<string, number>();
    for (const { name, condition, isPlain, times, sets: below } of selected.values()) {
      atMost("repetitions", times);
      const keysOfField = (keys.get(`${condition} ${name}`) ?? 0) + 1;
      keys.set(`${condition} ${name}`, keysOfField);
      atMost(isPlain ? "aliasesOfValue" : "aliasesOfField", keysOfField);
      const next = depth === null || name.startsWith("__") ? null : depth + 1;
      this.#depth = Math.max(this.#depth, next ?? 0);
      if (below.length > 0) this.#place(below, next, nesting + 1);
    }
    return selected.size;
  }

  #select(node: SelectionNode, selected: Map<string, Selected>, condition: string): void {
    this.#countDirectives(node.directives);
    if (node.kind === Kind.FIELD) return this.#add(node, selected, condition);
    const spread = node.kind === Kind.INLINE_FRAGMENT ? node : this.fragments.get(node.name.value);
    const inner = spread?.typeCondition?.name.value ?? condition;
    for (const each of spread?.selectionSet.selections ?? []) this.#select(each, selected, inner);
  }

  #add(node: FieldNode, selected: Map<string, Selected>, condition: string): void {
    if (node.alias) atMost("aliases", (this.#aliases += 1));
    const key = node.alias?.value ?? node.name.value;
    const isPlain = !node.selectionSet && !node.arguments?.length;
    const field = selected.get(key) ?? { name: node.name.value, condition, isPlain, times: 0, sets: [] };
    field.times += 1;
    if (node.selectionSet) field.sets.push(node.selectionSet);
    selected.set(key, field);
  }

  #countDirectives(directives: readonly DirectiveNode[] | undefined): void {
    if (!directives?.length) return;
    atMost("directivesPerNode", directives.length);
    atMost("directives", (this.#directives += directives.length));
  }
}
