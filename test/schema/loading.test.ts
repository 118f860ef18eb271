import sql, { raw } from "sql-template-tag";
import { Field, FieldResolver, ObjectType, Query, Resolver } from "type-graphql";
import { describe, expect, it } from "vitest";
import { createSchema } from "../../src/graphql/create-schema.js";
import { Node } from "../../src/graphql/node.type.js";
import { one, relations } from "../../src/graphql/loading/relations.js";
import { MadeOf, shape } from "../../src/graphql/loading/shape.js";

const options = { description: "For the test.", simpleResolvers: true } as const;

@ObjectType(options)
class Venue {
  @Field(() => String, options)
  name!: string;
}

@ObjectType(options)
class Concert {
  startsOn!: string;

  @Field(() => String, options)
  title!: string;
}

/** A concert whose venue is a field of the class: the schema knows it, the loading does not. */
@ObjectType(options)
class UnplannedConcert {
  @Field(() => Venue, options)
  venue!: Venue;
}

@ObjectType({ ...options, implements: Node })
class Orchestra extends Node {}

/** The root field that makes a type part of the schema. */
function rootOf(type: new () => object): new () => object {
  @Resolver()
  class Root {
    @Query(() => type, options)
    found(): object {
      return {};
    }
  }
  return Root;
}

const venue = () =>
  one(() => Venue, {
    description: "For the test.",
    rows: ({ child }) => ({ from: sql`venue ${raw(child)}`, where: sql`TRUE` }),
  });

const concerts = shape(Concert, { table: "concert" });
const venues = shape(Venue, { table: "venue" });

describe("a schema is not built", () => {
  it("when a relation has no loading plan", () => {
    const loading = [shape(UnplannedConcert, { table: "concert" }), venues];
    expect(() => createSchema({ loading, resolvers: [rootOf(UnplannedConcert)] })).toThrow(
      "UnplannedConcert.venue has no loading plan: declare it with relations(UnplannedConcert, …).",
    );
  });

  it("when a relation leads to a type that has no shape", () => {
    const loading = [concerts, relations(Concert, { venue: venue() })];
    expect(() => createSchema({ loading, resolvers: [rootOf(Concert)] })).toThrow("Venue has no shape");
  });

  it("when a relation starts from a type that has no shape", () => {
    const loading = [venues, relations(Concert, { venue: venue() })];
    expect(() => createSchema({ loading, resolvers: [rootOf(Concert)] })).toThrow("Concert has no shape");
  });

  it("when a relation or a shape is declared twice", () => {
    const twice = [concerts, venues, relations(Concert, { hall: venue() }), relations(Concert, { hall: venue() })];
    expect(() => createSchema({ loading: twice, resolvers: [rootOf(Concert)] })).toThrow(
      "Concert.hall is declared twice.",
    );
    expect(() => createSchema({ loading: [concerts, concerts], resolvers: [rootOf(Concert)] })).toThrow(
      "The shape of Concert is declared twice.",
    );
  });

  it("when a computed field does not name the properties it uses", () => {
    @Resolver(() => Concert)
    class ConcertResolver {
      @FieldResolver(() => String, options)
      poster(): string {
        return "";
      }
    }
    expect(() => createSchema({ loading: [concerts], resolvers: [rootOf(Concert), ConcertResolver] })).toThrow(
      "Concert.poster has a resolver: name the properties it uses with @MadeOf(…).",
    );
  });

  it("when a type has global ids without a prefix", () => {
    const loading = [shape(Orchestra, { table: "orchestra" })];
    expect(() => createSchema({ loading, resolvers: [rootOf(Orchestra)] })).toThrow(
      "Orchestra implements Node: add its prefix to src/graphql/node-id.ts.",
    );
  });
});

describe("a schema whose types and fields all declare how they are read", () => {
  it("is built, and carries the declarations in its extensions", () => {
    @Resolver(() => Concert)
    class DayResolver {
      @FieldResolver(() => String, options)
      @MadeOf<Concert>("startsOn")
      day(): string {
        return "";
      }
    }
    const place = venue();
    const loading = [concerts, venues, relations(Concert, { place })];
    const schema = createSchema({ loading, resolvers: [rootOf(Concert), DayResolver] });
    expect(schema.getType("Concert")?.extensions["shape"]).toBe(concerts);
    const type = schema.getType("Concert");
    const field = type && "getFields" in type ? type.getFields()["place"] : undefined;
    expect(field?.extensions["relation"]).toBe(place);
    expect(String(field?.type)).toBe("Venue!");
  });
});
