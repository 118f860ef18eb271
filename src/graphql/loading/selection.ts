import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from "graphql";

/** What is needed of a request to read its selections. */
export interface SelectionSource {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variableValues: Readonly<Record<string, unknown>>;
}

/** One field to answer: its name in the schema and all the nodes of the document that ask for it under one key. */
export interface SelectedField {
  readonly name: string;
  readonly nodes: readonly FieldNode[];
}

function isWanted(node: SelectionNode, source: SelectionSource): boolean {
  if (!node.directives?.length) return true;
  const values = source.variableValues;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, values);
  if (skip?.["if"] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, values)?.["if"] !== false;
}

function applies(condition: string, type: GraphQLObjectType, schema: GraphQLSchema): boolean {
  if (condition === type.name) return true;
  const conditional = schema.getType(condition);
  return isAbstractType(conditional) && schema.isSubType(conditional, type);
}

/**
 * The fields that selection sets ask of one object type, by response key, in the order of the document: fragments
 * spread, conditions decided, and fields with one response key merged, as in CollectFields of the specification.
 */
export function selectedFields(
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  source: SelectionSource,
): ReadonlyMap<string, SelectedField> {
  const found = new Map<string, { name: string; nodes: FieldNode[] }>();
  // A fragment adds nothing when it is spread again, so the work is linear in the document.
  const visited = new Set<string>();
  const walk = (set: SelectionSetNode): void => {
    for (const node of set.selections) {
      if (!isWanted(node, source)) continue;
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        const known = found.get(key);
        if (known) known.nodes.push(node);
        else found.set(key, { name: node.name.value, nodes: [node] });
        continue;
      }
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        if (visited.has(node.name.value)) continue;
        visited.add(node.name.value);
      }
      const spread = node.kind === Kind.INLINE_FRAGMENT ? node : source.fragments[node.name.value];
      const condition = spread?.typeCondition?.name.value;
      if (spread && (!condition || applies(condition, type, source.schema))) walk(spread.selectionSet);
    }
  };
  for (const set of sets) walk(set);
  return found;
}

/** The selection sets under some nodes of one field. */
export function setsOf(nodes: readonly FieldNode[]): SelectionSetNode[] {
  return nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
}

/** The names of the variables that the selections below some nodes use, their own arguments left out. */
export function variablesBelow(
  nodes: readonly FieldNode[],
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): readonly string[] {
  const names = new Set<string>();
  const visited = new Set<string>();
  const look = (set: SelectionSetNode): void => {
    visit(set, {
      Variable: (node) => void names.add(node.name.value),
      FragmentSpread: (node) => {
        const fragment = fragments[node.name.value];
        if (!fragment || visited.has(node.name.value)) return;
        visited.add(node.name.value);
        look(fragment.selectionSet);
      },
    });
  };
  for (const set of setsOf(nodes)) look(set);
  return [...names].sort();
}
