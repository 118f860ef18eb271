import type { FastifyInstance } from "fastify";
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { tagBody } from "./entity-tag.js";

/** Serves the schema in the schema definition language at `/schema.graphql`, for code generators and editors. */
export function serveSdl(server: FastifyInstance, schema: GraphQLSchema): void {
  const text = `${printSchema(lexicographicSortSchema(schema))}\n`;
  server.get("/schema.graphql", async (request, reply) => {
    void reply.header("cache-control", "no-cache");
    if (tagBody(request, reply, text)) return reply.code(304).send();
    return reply.type("application/graphql; charset=utf-8").send(text);
  });
}
