import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Transaction } from "../../src/database/client.js";
import { insertEvents } from "../../src/outbox/event.js";
import {
  type EditorialEvent,
  EVENT_CHANNEL,
  type EventPlace,
  eventSnapshot,
  readEventsAfter,
  readEventsSince,
} from "../../src/outbox/events.queries.js";
import { adoptEvents, removeEvents } from "../../src/outbox/retention.service.js";
import { newId } from "../../src/lib/new-id.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { PATIENTLY } from "../support/patiently.js";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase({ poolSize: 8 });
});
afterAll(() => db.close());
beforeEach(() => db.database.read("DELETE FROM event"));

function note(tx: Transaction, actor: string, at: Date | null = null): Promise<number> {
  const event = { at, act: "createPerson", subject: "Person", subjectId: newId(), articleVersion: null } as const;
  return tx.$executeRaw(insertEvents([{ ...event, actor, actorId: null, actorIssuer: null }]));
}

const namesOf = (events: readonly EditorialEvent[]): string[] => events.map(({ actor }) => actor);

/** A transaction that has written an event and waits. */
interface Waiting {
  /** Ends it, and resolves when it has ended. */
  readonly end: (how: "commit" | "rollback") => Promise<void>;
}

class RolledBack extends Error {}

async function begin(actor: string): Promise<Waiting> {
  let onWritten: () => void;
  let onEnd: (how: "commit" | "rollback") => void;
  const written = new Promise<void>((resolve) => (onWritten = resolve));
  const ending = new Promise<"commit" | "rollback">((resolve) => (onEnd = resolve));
  const run = db.database.transaction(async (tx) => {
    await note(tx, actor);
    onWritten();
    if ((await ending) === "rollback") throw new RolledBack();
  });
  const ended = run.catch((error: unknown) => {
    if (!(error instanceof RolledBack)) throw error;
  });
  await written;
  return {
    end: (how) => {
      onEnd(how);
      return ended;
    },
  };
}

const write = (actor: string): Promise<number> => db.database.transaction((tx) => note(tx, actor));

/** Waits until no transaction of the whole PostgreSQL is in progress that began before now; those of other tests are, too. */
async function settled(): Promise<void> {
  const [row] = await db.database.read<{ next: string }>(
    "SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next",
  );
  const isPast = "SELECT pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 AS done";
  const look = async () => (await db.database.read<{ done: boolean }>(isPast, [row?.next]))[0]?.done === true;
  await vi.waitUntil(look, PATIENTLY);
}

/** Reads by the first rule, from one read to the next. */
class Follower {
  #snapshot = "";

  async start(): Promise<this> {
    this.#snapshot = await eventSnapshot(db.database);
    return this;
  }

  async read(): Promise<readonly string[]> {
    const { events, snapshot } = await readEventsSince(db.database, this.#snapshot);
    this.#snapshot = snapshot;
    return namesOf(events);
  }
}

/** Reads by the second rule, from one place to the next. */
class Consumer {
  #place: EventPlace | null = null;

  async read(limit = 100): Promise<readonly string[]> {
    const events = await readEventsAfter(db.database, this.#place, limit);
    this.#place = events.at(-1) ?? this.#place;
    return namesOf(events);
  }
}

describe("the events since a snapshot", () => {
  it("contain a late commit exactly once, and wait for no transaction in progress", async () => {
    const follower = await new Follower().start();
    const slow = await begin("slow");
    await write("first");
    expect(await follower.read()).toEqual(["first"]);
    await write("second");
    expect(await follower.read()).toEqual(["second"]);
    await slow.end("commit");
    expect(await follower.read()).toEqual(["slow"]);
    await write("third");
    expect(await follower.read()).toEqual(["third"]);
    expect(await follower.read()).toEqual([]);
  });

  it("never contain what is rolled back", async () => {
    const follower = await new Follower().start();
    const slow = await begin("slow");
    await write("first");
    await slow.end("rollback");
    expect(await follower.read()).toEqual(["first"]);
    expect(await follower.read()).toEqual([]);
  });

  it("contain what a transaction in progress at the start commits later", async () => {
    const slow = await begin("slow");
    const follower = await new Follower().start();
    await slow.end("commit");
    expect(await follower.read()).toEqual(["slow"]);
  });
});

describe("the events after a place", () => {
  it("contain a late commit exactly once, before everything that began after it", async () => {
    const consumer = new Consumer();
    await write("first");
    await settled();
    const slow = await begin("slow");
    await write("second");
    expect(await consumer.read()).toEqual(["first"]);
    expect(await consumer.read()).toEqual([]);
    await slow.end("commit");
    await settled();
    expect(await consumer.read(1)).toEqual(["slow"]);
    expect(await consumer.read(1)).toEqual(["second"]);
    expect(await consumer.read()).toEqual([]);
  });

  it("never contain what is rolled back", async () => {
    const consumer = new Consumer();
    const slow = await begin("slow");
    await write("first");
    await slow.end("rollback");
    await settled();
    expect(await consumer.read()).toEqual(["first"]);
  });
});

it("both rules read each of many concurrent transactions exactly once", async () => {
  const follower = await new Follower().start();
  const consumer = new Consumer();
  const read = { byFollower: [] as string[], byConsumer: [] as string[] };
  const expected: string[] = [];
  const waiting: { readonly name: string; readonly transaction: Waiting }[] = [];
  for (let round = 0; round < 60; round += 1) {
    // The order of the ends is not that of the beginnings, and one in three is rolled back.
    if (waiting.length < 4) waiting.push({ name: `event ${round}`, transaction: await begin(`event ${round}`) });
    const [ending] = round % 3 === 2 ? waiting.splice(round % waiting.length, 1) : [];
    if (ending) {
      const isCommitted = round % 9 !== 2;
      await ending.transaction.end(isCommitted ? "commit" : "rollback");
      if (isCommitted) expected.push(ending.name);
    }
    if (round % 2 === 0) read.byFollower.push(...(await follower.read()));
    if (round % 5 === 0) read.byConsumer.push(...(await consumer.read(2)));
  }
  for (const { name, transaction } of waiting) {
    await transaction.end("commit");
    expected.push(name);
  }
  await settled();
  read.byFollower.push(...(await follower.read()));
  read.byConsumer.push(...(await consumer.read()));
  expect(expected.length).toBeGreaterThan(15);
  expect(read.byFollower.toSorted()).toEqual(expected.toSorted());
  expect(read.byConsumer.toSorted()).toEqual(expected.toSorted());
});

it("both rules use the index by transaction", async () => {
  await db.database.read(
    `INSERT INTO event (at, act, subject, subject_id, actor)
     SELECT now(), 'createPerson', 'Person', gen_random_uuid(), 'many' FROM generate_series(1, 20000)`,
  );
  await db.database.read("ANALYZE event");
  db.statements.length = 0;
  await new Follower().start().then((follower) => follower.read());
  await new Consumer().read();
  const reads = db.statements.filter(({ sql }) => sql.includes("FROM event e") || sql.includes("JOIN event e"));
  expect(reads).toHaveLength(2);
  for (const { sql, params } of reads) {
    const rows = await db.database.read<Record<string, string>>(`EXPLAIN ${sql}`, params);
    const plan = rows.flatMap((row) => Object.values(row)).join("\n");
    expect(plan).toMatch(/Index Scan using event_transaction_id_idx/);
    expect(plan).not.toMatch(/Seq Scan on event|Sort.*transaction/);
  }
});

it("a commit wakes those who listen, once, and a roll-back does not", async () => {
  const client = new Client({ connectionString: db.url });
  await client.connect();
  try {
    const heard: string[] = [];
    client.on("notification", ({ channel }) => heard.push(channel));
    await client.query(`LISTEN ${EVENT_CHANNEL}`);
    await (await begin("undone")).end("rollback");
    await db.database.transaction(async (tx) => {
      await note(tx, "one");
      await note(tx, "two");
    });
    // What was sent before this statement has arrived with its answer.
    await client.query("SELECT 1");
    expect(heard).toEqual([EVENT_CHANNEL]);
  } finally {
    await client.end();
  }
});

describe("the retention", () => {
  it("removes the events of old acts alone, in steps", async () => {
    const old = new Date("2026-01-01T00:00:00Z");
    const kept = new Date("2026-02-01T00:00:00Z");
    await db.database.read(
      `INSERT INTO event (at, act, subject, subject_id, actor)
       SELECT $1, 'createPerson', 'Person', gen_random_uuid(), 'old' FROM generate_series(1, 2500)`,
      [old],
    );
    await db.database.transaction((tx) => note(tx, "kept", kept));
    db.statements.length = 0;
    expect(await removeEvents(db.database, kept)).toBe(2500);
    expect(db.statements.map(({ rows }) => rows)).toEqual([1000, 1000, 500]);
    await settled();
    expect(await new Consumer().read()).toEqual(["kept"]);
  });
});

it("events of another PostgreSQL are put before those of this one, and are read once", async () => {
  const follower = await new Follower().start();
  await write("own");
  await db.database.read(
    `INSERT INTO event (transaction, at, act, subject, subject_id, actor)
     VALUES ('4000000000000', now(), 'createPerson', 'Person', gen_random_uuid(), 'dumped')`,
  );
  expect(await adoptEvents(db.database)).toBe(1);
  expect(await adoptEvents(db.database)).toBe(0);
  await settled();
  expect(await new Consumer().read()).toEqual(["dumped", "own"]);
  expect(await follower.read()).toEqual(["own"]);
});
