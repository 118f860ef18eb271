import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { isSharedAccount } from "../../src/database/embedded-account.js";

test("the account nobody is recognised as one that other services may share, any other is not", () => {
  const nobody = {
    uid: Number(execFileSync("id", ["-u", "nobody"])),
    gid: Number(execFileSync("id", ["-g", "nobody"])),
  };
  expect([isSharedAccount(nobody), isSharedAccount({ uid: nobody.uid - 1, gid: nobody.gid })]).toEqual([true, false]);
});
