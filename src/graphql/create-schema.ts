import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isLeafType,
  isObjectType,
  getNamedType,
} from "graphql";
import { buildSchemaSync, type ClassType } from "type-graphql";
import { loaded, loadedConnection } from "./loading/loaded.js";
import { childTypeOf, relationOf, type Relation, type Relations } from "./loading/relations.js";
import { dependenciesOf, expectShape, objectTypeOf, Shape, findShape } from "./loading/shape.js";
import { LeafSql } from "./loading/leaf-sql.js";
import { encodeNodeId, isNodeType, nodeIdInSql } from "./node-id.js";

/** The parts of a schema. */
export interface SchemaParts {
  /** The shapes and relations of all types that are read from the database. */
  readonly loading: readonly (Shape | Relations)[];
  /** The classes of root fields and of fields that TypeScript computes. */
  readonly resolvers: readonly ClassType[];
}

/**
 * Builds a schema of type-graphql classes, shapes and relations.
 *
 * @throws Error when a type or field that is read from the database does not declare how.
 */
export function createSchema({ loading, resolvers }: SchemaParts): GraphQLSchema {
  const all = loading.flatMap((part) => (part instanceof Shape ? [] : [part]));
  const [first, ...others] = [...resolvers, ...all.map(({ resolver }) => resolver)];
  if (!first) throw new Error("A schema needs resolvers.");
  const schema = buildSchemaSync({ resolvers: [first, ...others], validate: false });
  for (const part of loading) if (part instanceof Shape) attachShape(schema, part);
  for (const { parent, declared } of all) {
    for (const [name, relation] of Object.entries(declared)) {
      attachRelation(schema, objectTypeOf(schema, parent), name, relation);
    }
  }
  for (const type of Object.values(schema.getTypeMap())) if (isObjectType(type) && findShape(type)) finishType(type);
  describeRoots(schema);
  return schema;
}

/** The root types have no class that could describe them. */
function describeRoots(schema: GraphQLSchema): void {
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  if (query) {
    query.description =
      "Reads. Objects the caller may not see are null, exactly like objects that do not exist; the view applies at every depth.";
  }
  if (mutation) {
    mutation.description =
      "Writes. Each mutation is one transaction and returns its result or why it was refused. Results show the draft.";
  }
}

function attachShape(schema: GraphQLSchema, shape: Shape): void {
  const type = objectTypeOf(schema, shape.type);
  if (findShape(type)) throw new Error(`The shape of ${type.name} is declared twice.`);
  type.extensions = { ...type.extensions, shape };
}

/**
 * Answers a relation with the rows that the statement of the root field has loaded. Each row is a plain object: the
 * wrappers of type-graphql would only cost time.
 */
function attachRelation(schema: GraphQLSchema, type: GraphQLObjectType, name: string, relation: Relation): void {
  const field = type.getFields()[name];
  if (!field || relationOf(field) !== relation) throw new Error(`${type.name}.${name} is declared twice.`);
  const { changesWith: owner } = expectShape(type);
  const { plan } = relation;
  if (plan.kind === "connection" && !plan.changesWith && owner?.type !== type.name) {
    throw new Error(`${type.name}.${name}: declare with what the connection changes (changesWith).`);
  }
  if (plan.kind === "mixed") for (const part of plan.parts) expectShape(objectTypeOf(schema, part.type()));
  else expectShape(childTypeOf(field, plan));
  field.resolve =
    plan.kind === "connection"
      ? (parent: object, _args, _context, info) => loadedConnection(parent, info)
      : (parent: object, _args, _context, info) => loaded(parent, info);
}

/** Checks that every field of a type can be loaded, and encodes its global ids: the rows have bare keys. */
function finishType(type: GraphQLObjectType): void {
  const fields = type.getFields();
  for (const field of Object.values(fields)) if (!relationOf(field)) expectLoadable(type, field);
  const isNode = type.getInterfaces().some(({ name }) => name === "Node");
  if (!isNode || !fields["id"]) return;
  const { name } = type;
  if (!isNodeType(name)) throw new Error(`${name} implements Node: add its prefix to src/graphql/node-id.ts.`);
  fields["id"].resolve = (row: { readonly id: string }) => encodeNodeId(name, row.id);
  fields["id"].extensions = { ...fields["id"].extensions, inSql: new LeafSql((key) => nodeIdInSql(name, key)) };
}

function expectLoadable(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): void {
  if (dependenciesOf(field)) return;
  const name = `${type.name}.${field.name}`;
  if (field.resolve) throw new Error(`${name} has a resolver: name the properties it uses with @MadeOf(…).`);
  if (isLeafType(getNamedType(field.type))) return;
  throw new Error(`${name} has no loading plan: declare it with relations(${type.name}, …).`);
}
