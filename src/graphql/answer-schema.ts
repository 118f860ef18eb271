import {
  getNamedType,
  type GraphQLField,
  type GraphQLFieldConfig,
  type GraphQLFieldResolver,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLScalarType,
  GraphQLSchema,
  isInputType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { fillAnswer, FilledAnswer, type FillSource } from "./fill-answer.js";
import { AnswerText, NotAnswerableError } from "./loading/answer-text.js";
import { findShape } from "./loading/shape.js";

/*
 * A schema whose root fields are leaves. graphql-js executes an operation on it as on the real one, with the same
 * resolvers, arguments, variables, conditions, errors and nulls, but ends at the root: below it the response is the text
 * that PostgreSQL made.
 */

/** What a root field returns, as a value that graphql-js does not look into. */
const answerScalar = new GraphQLScalarType<unknown, FilledAnswer>({
  name: "Answer",
  serialize: (value) => {
    if (value instanceof FilledAnswer) return value;
    throw new NotAnswerableError("The resolver made the value itself.", true);
  },
});

/** The schema for answers. It has the root fields whose objects are read from the database. */
export function createAnswerSchema(schema: GraphQLSchema): GraphQLSchema {
  const query = schema.getQueryType();
  if (!query) throw new Error("The schema has no queries.");
  const fields = Object.values(query.getFields()).flatMap((field) => {
    const type = answerType(schema, field.type);
    return type ? [[field.name, answerField(schema, field, type)] as const] : [];
  });
  return new GraphQLSchema({
    query: new GraphQLObjectType({ name: query.name, fields: Object.fromEntries(fields) }),
    types: Object.values(schema.getTypeMap()).filter(isInputType),
    directives: schema.getDirectives(),
  });
}

function answerField(
  schema: GraphQLSchema,
  { name, args, resolve }: GraphQLField<unknown, unknown>,
  type: GraphQLOutputType,
): GraphQLFieldConfig<unknown, unknown> {
  if (!resolve) throw new Error(`The root field ${name} has no resolver.`);
  return { type, args: Object.fromEntries(args.map((arg) => [arg.name, arg])), resolve: answering(schema, resolve) };
}

/** The type with answers in the places of objects; null when they are not read from the database. */
function answerType(schema: GraphQLSchema, type: GraphQLOutputType): GraphQLOutputType | null {
  if (isNonNullType(type)) {
    const inner = answerType(schema, type.ofType);
    return inner && new GraphQLNonNull(inner);
  }
  if (isListType(type)) {
    const inner = answerType(schema, type.ofType);
    return inner && new GraphQLList(inner);
  }
  return isReadFromDatabase(schema, type) ? answerScalar : null;
}

function isReadFromDatabase(schema: GraphQLSchema, type: GraphQLOutputType): boolean {
  if (isInterfaceType(type)) return schema.getPossibleTypes(type).every((each) => findShape(each) !== null);
  if (!isObjectType(type)) return false;
  const nodes = type.getFields()["nodes"];
  const row = nodes ? getNamedType(nodes.type) : type;
  return isObjectType(row) && findShape(row) !== null;
}

type Resolver = GraphQLFieldResolver<unknown, unknown>;

/** The same resolver, whose result is filled in. It reads the selections below its field in the real schema. */
function answering(schema: GraphQLSchema, resolve: Resolver): Resolver {
  return async (root, args, context, answerInfo) => {
    const info = { ...answerInfo, schema };
    const found: unknown = await resolve(root, args, context, info);
    return Array.isArray(found)
      ? Promise.all(found.map((each) => fill(each, { context, info })))
      : fill(found, { context, info });
  };
}

function fill(found: unknown, source: FillSource): unknown {
  return found instanceof AnswerText ? fillAnswer(found, source) : found;
}
