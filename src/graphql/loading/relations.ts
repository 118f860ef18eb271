import { type GraphQLField, type GraphQLObjectType, getNamedType, isObjectType } from "graphql";
import type { Sql } from "sql-template-tag";
import { Args, type ClassType, Extensions, FieldResolver, Resolver } from "type-graphql";
import type { Order, RelatedRows, RelationInput } from "./rows.js";
import type { Scope } from "./scope.js";
import type { TypeClass } from "./shape.js";

/*
 * A relation is declared once: its type, nullability, arguments and description for the schema, and the SQL of its rows
 * for the loading. In the schema the declaration is the field's extension `relation`.
 */

/** Which rows a relation has and in which order. The type of the rows is that of the field. */
export type RelationPlan =
  /** At most one object. */
  | {
      readonly kind: "one";
      rows(input: RelationInput): RelatedRows;
      /** The scope of the child, where it is not that of the parent. */
      scope?(input: RelationInput): Scope;
    }
  /** All objects that the parent owns. */
  | {
      readonly kind: "many";
      rows(input: RelationInput): RelatedRows;
      order(input: RelationInput): readonly Sql[];
      /** The scope of the children, where it is not that of the parent. */
      scope?(input: RelationInput): Scope;
    }
  /** An object of columns of the parent's row. */
  | { readonly kind: "part"; exists?(row: string): Sql }
  /** All objects of several types in one order. */
  | { readonly kind: "mixed"; readonly parts: readonly MixedPart[] }
  /** A page of objects. It always reads the tables, also below a revision. */
  | {
      readonly kind: "connection";
      /** Whether the request must not see this connection. The field is null then. */
      isHidden?(scope: Scope): boolean;
      /** The key of cache_change that is noted when the page changes, where it is not that of the parent's lists. */
      changesWith?(parent: string): Sql;
      rows(input: RelationInput): RelatedRows;
      order(input: RelationInput): Order;
    };

/** The rows of one type among those of a mixed relation. */
export interface MixedPart {
  readonly type: () => TypeClass;
  rows(input: RelationInput): RelatedRows;
  /** A number that orders the rows of all parts. */
  position(input: RelationInput): Sql;
}

type FieldType = Parameters<typeof FieldResolver>[0];

/** The declaration of one relation. */
export class Relation {
  constructor(
    readonly plan: RelationPlan,
    readonly field: {
      readonly type: Extract<FieldType, () => unknown>;
      readonly description: string;
      readonly nullable?: boolean;
      readonly args?: ClassType;
    },
  ) {}
}

type PlanOf<Kind extends RelationPlan["kind"]> = Omit<Extract<RelationPlan, { kind: Kind }>, "kind">;
type Described<Plan> = Plan & { readonly description: string };

/** At most one object. It is non-null unless `nullable` is set. */
export function one(
  type: () => ClassType,
  { description, nullable = false, ...plan }: Described<PlanOf<"one">> & { readonly nullable?: boolean },
): Relation {
  return new Relation({ kind: "one", ...plan }, { type, description, nullable });
}

/**
 * An object of columns of the parent's row, which its shape names. It is nullable when `exists` is
 * declared, the condition on the row.
 */
export function part(type: () => ClassType, { description, ...plan }: Described<PlanOf<"part">>): Relation {
  return new Relation({ kind: "part", ...plan }, { type, description, nullable: plan.exists !== undefined });
}

/** All objects that the parent owns, in an order. Use a connection where there can be more than about 20. */
export function many(type: () => ClassType, { description, ...plan }: Described<PlanOf<"many">>): Relation {
  return new Relation({ kind: "many", ...plan }, { type: () => [type()], description });
}

/** All objects of several types, in one order. `type` is their union. */
export function mixed(type: () => object, { description, ...plan }: Described<PlanOf<"mixed">>): Relation {
  return new Relation({ kind: "mixed", ...plan }, { type: () => [type()], description });
}

/** What a connection declares, with the type of its arguments. */
export interface ConnectionOptions<Args extends object> {
  readonly description: string;
  readonly args: ClassType<Args>;
  isHidden?(scope: Scope): boolean;
  changesWith?(parent: string): Sql;
  rows(input: RelationInput<Args>): RelatedRows;
  order(input: RelationInput<Args>): Order;
}

/** A page of objects. `type` is the connection type. It is nullable when `isHidden` is declared. */
export function connection<Args extends object>(
  type: () => ClassType,
  { description, args, ...plan }: ConnectionOptions<Args>,
): Relation {
  const nullable = plan.isHidden !== undefined;
  return new Relation({ kind: "connection", ...plan }, { type, description, nullable, args });
}

/** The relations that one feature adds to a type: a resolver class for type-graphql, which calls none of its methods. */
export interface Relations {
  readonly resolver: ClassType;
  readonly parent: TypeClass;
  readonly declared: Readonly<Record<string, Relation>>;
}

/**
 * Declares relations of a type, also of one from another feature: a relation belongs to the feature that owns the foreign
 * key. The result belongs into the list of `src/schema.ts`.
 */
export function relations(parent: ClassType, declared: Readonly<Record<string, Relation>>): Relations {
  class RelationResolver {}
  const { prototype } = RelationResolver;
  for (const [name, relation] of Object.entries(declared)) {
    const { type, args, ...options } = relation.field;
    FieldResolver(type, options)(prototype, name, {});
    if (args) Args(() => args)(prototype, name, 0);
    Extensions({ relation })(prototype, name, {});
  }
  Resolver(() => parent)(RelationResolver);
  return { resolver: RelationResolver, parent, declared };
}

/** The relation that a field declares, or null. */
export function relationOf({ extensions }: GraphQLField<unknown, unknown>): Relation | null {
  const { relation } = extensions;
  return relation instanceof Relation ? relation : null;
}

/**
 * The type of the objects at the end of a relation other than a mixed one.
 *
 * @throws Error when the field has no such type.
 */
export function childTypeOf(field: GraphQLField<unknown, unknown>, { kind }: RelationPlan): GraphQLObjectType {
  const type = getNamedType(field.type);
  const nodes = kind === "connection" && isObjectType(type) ? type.getFields()["nodes"] : undefined;
  const child = nodes ? getNamedType(nodes.type) : type;
  if (!isObjectType(child)) throw new Error(`The type of ${field.name} is not that of a relation of kind "${kind}".`);
  return child;
}
