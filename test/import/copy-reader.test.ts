import { afterAll, describe, expect, it } from "vitest";
import { CopyReader, type CopyReaderLimits, COPY_READER_LIMITS } from "../../src/import/copy-reader.js";
import { ImportArticleDocument } from "../generated/graphql.js";
import { Desk } from "../support/desk.js";

const COPY = { content: "Quay opens\n\nThe quay of Port Malden opened again on Wednesday, the harbour office said." };

/** Copy that takes long to read. */
const LONG = {
  content: `Quay opens\n\n${`“The quay holds,” harbour master Ilse Harrow told reporters on Wednesday.\n\n`.repeat(900)}`,
};

const readers: CopyReader[] = [];
function readerOf(limits: Partial<CopyReaderLimits> = {}): CopyReader {
  const reader = new CopyReader({ ...COPY_READER_LIMITS, timeoutMs: 300_000, ...limits });
  readers.push(reader);
  return reader;
}
afterAll(async () => {
  await Promise.all(readers.map((reader) => reader.close()));
});

describe("the reader of copy", () => {
  it("cancels a job at its time limit, and reads the next one in a new thread", async () => {
    const hasty = readerOf({ threads: 1, timeoutMs: 1 });
    expect(await hasty.readOne(LONG)).toEqual({ kind: "timeout", timeoutMs: 1 });
    const patient = readerOf({ threads: 1 });
    expect(await patient.readOne(COPY)).toMatchObject({ kind: "story", format: "TEXT" });
  });

  it("refuses what finds no place to wait, and reads what waits in its order", async () => {
    const reader = readerOf({ threads: 1, mostWaiting: 1 });
    const kinds = await Promise.all([1, 2, 3].map(async () => (await reader.readOne(COPY)).kind));
    expect(kinds).toEqual(["story", "story", "busy"]);
  });

  it("ends a thread that takes too much memory and reports it", async () => {
    const small = readerOf({ threads: 1, memoryMb: 64 });
    const flood = "A line of the harbour.\n\n".repeat(1_000_000);
    expect(await small.readOne({ content: flood, format: "TEXT" })).toEqual({ kind: "memory" });
    expect(await small.readOne(COPY)).toMatchObject({ kind: "story" });
  });

  it("finishes what it reads when it is closed, and takes no more", async () => {
    const reader = readerOf();
    const reading = reader.readOne(COPY);
    const closing = reader.close();
    expect((await reading).kind).toBe("story");
    await closing;
    expect(await reader.readOne(COPY)).toEqual({ kind: "busy" });
  });

  it("lets the event loop turn while it reads", async () => {
    const reader = readerOf();
    await reader.readOne(COPY);
    let isRead = false;
    let turns = 0;
    const turn = (): void => {
      turns += 1;
      if (!isRead) setImmediate(turn);
    };
    setImmediate(turn);
    await reader.readOne(LONG);
    isRead = true;
    // Read in this thread, it would have turned a handful of times.
    expect(turns).toBeGreaterThan(50);
  });
});

describe("a reader's query", () => {
  it("is answered while long copy is read for the mutation", async () => {
    const desk = await Desk.open();
    try {
      await desk.write(ImportArticleDocument, { ...COPY, dryRun: true });
      const progress = { isRead: false, answered: 0 };
      const importLong = async (): Promise<void> => {
        await desk.write(ImportArticleDocument, { ...LONG, dryRun: true });
        progress.isRead = true;
      };
      const importing = importLong();
      while (!progress.isRead) {
        await desk.app.data("{ articles(first: 1) { nodes { id } } }");
        if (!progress.isRead) progress.answered += 1;
      }
      await importing;
      // Read in this thread, the copy would be done before the second of them.
      expect(progress.answered).toBeGreaterThan(2);
    } finally {
      await desk.app.close();
    }
  });

  it("refuses copy that takes too long with the field and the limit", async () => {
    const desk = await Desk.open({ copyReaderLimits: { timeoutMs: 1 } });
    try {
      expect(await desk.write(ImportArticleDocument, LONG)).toMatchObject({
        __typename: "ValidationError",
        issues: [{ path: ["input", "content"], message: expect.stringContaining("longer than 1 ms") }],
      });
    } finally {
      await desk.app.close();
    }
  });

  it("refuses copy with a typed error when too much waits", async () => {
    const desk = await Desk.open({ copyReaderLimits: { threads: 1, mostWaiting: 0 } });
    try {
      const results = await Promise.all([1, 2].map(() => desk.write(ImportArticleDocument, { ...COPY, dryRun: true })));
      expect(results.map(({ __typename }) => __typename)).toEqual(["ImportArticlePayload", "BusyError"]);
    } finally {
      await desk.app.close();
    }
  });
});
