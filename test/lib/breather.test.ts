import { expect, test } from "vitest";
import { Breather } from "../../src/lib/breather.js";

test("long work lets the event loop serve others between its pieces", async () => {
  const breather = new Breather();
  const state = { served: false };
  setImmediate(() => (state.served = true));
  let pieces = 0;
  while (!state.served) {
    pieces += 1;
    await breather.pause();
  }
  expect(pieces).toBeGreaterThan(1);
});
