import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { FastifyBaseLogger } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { ExecuteOperation } from "./execution.js";
import { executingBy } from "./gateway.js";
import { isOutage } from "../database/outage.js";
import { createDocumentStore } from "./document-store.js";
import { errorMasker, reportErrors } from "./error-reporting.js";
import { landingPage, noLandingPage } from "./landing-page.js";
import { limitQueries, type QueryLimits } from "./limits.js";
import { logOperations } from "./operation-log.js";
import type { GraphQLRequest } from "./request.js";
import { resolveTrustedDocuments, type TrustedDocuments } from "./trusted-documents.js";
import { stringifyResponse } from "./response-text.js";

/** The parts of the GraphQL server. */
export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  /** How operations are executed. */
  readonly execute: ExecuteOperation;
  readonly log: FastifyBaseLogger;
  readonly limits: QueryLimits;
  /** Whether clients may read the schema; Apollo Sandbox needs it. */
  readonly hasIntrospection: boolean;
  /** The documents that clients may name by an id; null for none. */
  readonly trustedDocuments: TrustedDocuments | null;
  /** The path of a script of this server on the landing page; null for none. */
  readonly landingScript: string | null;
}

/** The most lexical tokens of a document: far more than any page needs, few enough to parse at once. */
const MAX_TOKENS = 10_000;

/** A GraphQL server that is not started yet. */
export function createApollo<Context extends GraphQLRequest>({
  schema,
  execute,
  log,
  limits,
  hasIntrospection,
  trustedDocuments,
  landingScript,
}: ApolloOptions): ApolloServer<Context> {
  return new ApolloServer<Context>({
    gateway: executingBy(schema, execute),
    stringifyResult: stringifyResponse,
    introspection: hasIntrospection,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    documentStore: createDocumentStore(),
    formatError: errorMasker(hasIntrospection),
    hideSchemaDetailsFromClientErrors: !hasIntrospection,
    ...(trustedDocuments?.isOnly && { persistedQueries: false }),
    plugins: [
      ...(trustedDocuments ? [resolveTrustedDocuments(trustedDocuments)] : []),
      limitQueries(limits),
      reportErrors((error, context) => {
        if (isOutage(error)) log.warn({ err: error, ...context }, "service unavailable");
        else log.error({ err: error, ...context }, "unexpected error");
      }),
      logOperations(log),
      // It wraps every field of every answer, and what may be cached is not decided by its hints here.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      hasIntrospection ? landingPage(landingScript) : noLandingPage(),
    ],
  });
}
