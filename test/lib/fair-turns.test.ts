import { expect, test } from "vitest";
import { FairTurns } from "../../src/lib/fair-turns.js";

/** Starts tasks by name, and notes the order in which they run. */
function record(turns: FairTurns) {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const refused: string[] = [];
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    started,
    refused,
    async come(key: string, name: string) {
      void turns.enter(key).then((end) => {
        if (!end) return void refused.push(name);
        started.push(name);
        return void ends.set(name, end);
      });
      await settle();
    },
    async end(name: string) {
      ends.get(name)?.();
      await settle();
    },
  };
}

test("a free turn is given to the key that was served longest ago, however many tasks of another key wait", async () => {
  const tasks = record(new FairTurns({ atOnce: 2, atOncePerKey: 2, waiting: 100, waitingPerKey: 100 }));
  for (const name of ["a1", "a2", "a3", "a4", "a5"]) await tasks.come("a", name);
  await tasks.come("b", "b1");
  await tasks.come("c", "c1");
  expect(tasks.started).toEqual(["a1", "a2"]);
  for (const name of ["a1", "a2", "a3", "b1"]) await tasks.end(name);
  expect(tasks.started).toEqual(["a1", "a2", "a3", "b1", "c1", "a4"]);
});

test("no key has more turns at once than its share, also when others are free", async () => {
  const tasks = record(new FairTurns({ atOnce: 3, atOncePerKey: 2, waiting: 100, waitingPerKey: 100 }));
  for (const name of ["a1", "a2", "a3"]) await tasks.come("a", name);
  await tasks.come("b", "b1");
  expect(tasks.started).toEqual(["a1", "a2", "b1"]);
  await tasks.end("b1");
  expect(tasks.started).toEqual(["a1", "a2", "b1"]);
  await tasks.end("a1");
  // Ending a turn again frees no other.
  await tasks.end("a1");
  expect(tasks.started).toEqual(["a1", "a2", "b1", "a3"]);
  await tasks.come("a", "a4");
  expect(tasks.started).not.toContain("a4");
});

test("only so many tasks wait, of one key and in all; there is room again when one has started", async () => {
  const tasks = record(new FairTurns({ atOnce: 1, atOncePerKey: 1, waiting: 3, waitingPerKey: 2 }));
  for (const name of ["a1", "a2", "a3", "a4"]) await tasks.come("a", name);
  expect(tasks.refused).toEqual(["a4"]);
  await tasks.come("b", "b1");
  await tasks.come("c", "c1");
  expect(tasks.refused).toEqual(["a4", "c1"]);
  await tasks.end("a1");
  await tasks.come("c", "c2");
  expect(tasks.refused).toEqual(["a4", "c1"]);
});
