import { expect, it } from "vitest";
import { postgresJson } from "../../src/lib/postgres-json.js";

it("halves of surrogate pairs become replacement characters, and whole pairs stay", () => {
  expect(postgresJson([{ name: "a\ud83cb", flag: "🏴", at: new Date(0), none: null }])).toBe(
    '[{"name":"a\ufffdb","flag":"🏴","at":"1970-01-01T00:00:00.000Z","none":null}]',
  );
});
