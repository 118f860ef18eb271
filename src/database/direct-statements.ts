import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import { Client, type ClientBase, type QueryResult } from "pg";
import { Prisma } from "../generated/prisma/client.js";
import { READ_TYPES } from "./row-types.js";

/*
 * Hand-written statements of a transaction go to its connection directly: Prisma's way to it takes longer than PostgreSQL
 * needs for a small one, and sends one statement only when the one before is answered.
 */

/** The connection of a transaction that Prisma began. */
export interface TransactionConnection {
  readonly client: ClientBase;
  /** False from the moment at which Prisma commits it, or rolls it back for its time limit. */
  isOpen: boolean;
}

const starting = new AsyncLocalStorage<(connection: TransactionConnection) => void>();

/** Calls `begin`, which has Prisma begin a transaction, so that `onBegin` is called with its connection. */
export function onConnectionOf<Result>(
  onBegin: (connection: TransactionConnection) => void,
  begin: () => Result,
): Result {
  return starting.run(onBegin, begin);
}

/** Prisma's adapter, which reports the connection of each transaction. */
export class ReportingAdapter extends PrismaPg {
  override async connect(): ReturnType<PrismaPg["connect"]> {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => {
      const transaction = await start(isolationLevel);
      // The adapter declares it as its own.
      const client: unknown = Reflect.get(transaction, "client");
      if (!(client instanceof Client)) throw new TypeError("A transaction of Prisma has a connection of the driver.");
      const connection = { client, isOpen: true };
      const execute = transaction.executeRaw.bind(transaction);
      transaction.executeRaw = (query) => {
        if (query.sql === "COMMIT" || query.sql === "ROLLBACK") connection.isOpen = false;
        return execute(query);
      };
      starting.getStore()?.(connection);
      return transaction;
    };
    return adapter;
  }
}

/**
 * The same transaction, but its hand-written statements are sent at once, in the order of the calls. PostgreSQL refuses those
 * after one that failed. Types arrive as `Database.read` describes.
 */
export function directStatements(
  tx: Prisma.TransactionClient,
  connection: TransactionConnection,
  nameOf: (sql: string) => string | undefined,
): Prisma.TransactionClient {
  const send = ({ text, values }: Prisma.Sql): Promise<QueryResult> =>
    connection.client.query({ name: nameOf(text), text, values: values.map(bound), types: READ_TYPES });
  const direct: Readonly<Record<string | symbol, unknown>> = {
    $queryRaw: async (...statement: Statement) => (await send(sqlOf(statement))).rows,
    $executeRaw: async (...statement: Statement) => (await send(sqlOf(statement))).rowCount ?? 0,
  };
  return new Proxy(tx, {
    // After its end Prisma itself refuses what comes.
    get: (target, name): unknown => (connection.isOpen ? direct[name] : undefined) ?? Reflect.get(target, name),
  });
}

type Statement = readonly [TemplateStringsArray | Prisma.Sql, ...unknown[]];

function sqlOf([statement, ...values]: Statement): Prisma.Sql {
  return statement instanceof Prisma.Sql ? statement : Prisma.sql(statement, ...values);
}

/** The driver writes a moment in the zone of the process, of which a date would be another day. */
function bound(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}
