import { describe, expect, it } from "vitest";
import { AnswerMemory } from "../../src/answer-cache/answer-memory.js";
import { ReaderAnswer, SharedAnswer } from "../../src/answer-cache/shared-answer.js";

const answer = new SharedAnswer(new ReaderAnswer({}, "x".repeat(3_000)), ["Article:1"], null);
/** Room for some of them: each needs some thirteen kilobytes. */
const BYTES = 200_000;

/** Asks for an answer as the cache does when it is not in memory; returns whether it is kept. */
function ask(memory: AnswerMemory, name: string): boolean {
  if (!memory.admits(name)) return false;
  memory.set(name, answer);
  return memory.has(name);
}

function fullMemory(): AnswerMemory {
  const memory = new AnswerMemory(BYTES);
  let at = 0;
  while (ask(memory, `first ${at}`)) at += 1;
  expect(at).toBeGreaterThan(3);
  return memory;
}

describe("the memory for answers", () => {
  it("keeps every answer while it has room", () => {
    const memory = new AnswerMemory(BYTES);
    expect([ask(memory, "one"), ask(memory, "two")]).toEqual([true, true]);
  });

  it("once full keeps what is asked for a second time, in the place of what was used longest ago", () => {
    const memory = fullMemory();
    memory.get("first 0");
    expect([ask(memory, "new"), ask(memory, "new")]).toEqual([false, true]);
    expect([memory.has("first 0"), memory.has("first 1")]).toEqual([true, false]);
  });

  it("once full is not emptied by answers that are asked for once, however many", () => {
    const memory = fullMemory();
    for (let at = 0; at < 10_000; at += 1) expect(ask(memory, `once ${at}`)).toBe(false);
    expect(memory.has("first 1")).toBe(true);
    // What was asked for long ago counts as new.
    expect(ask(memory, "once 0")).toBe(false);
    expect(ask(memory, "once 9999")).toBe(true);
  });

  it("drops the answers with a key, and keeps others in the room that they leave", () => {
    const memory = fullMemory();
    memory.drop(["Article:1"]);
    expect(memory.has("first 0")).toBe(false);
    expect(ask(memory, "new")).toBe(true);
  });
});
