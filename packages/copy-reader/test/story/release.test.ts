import { describe, expect, it, test } from "vitest";
import { FREE, holdAt, joinReleases, releaseOfLine } from "../../src/story/release.js";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";

const NOW = new Date("2026-02-11T09:00:00Z");

test.each<[string, string | null]>([
  ["EMBARGO until 18:00 GMT, 3 March 2031", "2031-03-04T12:00:00.000Z"],
  ["Embargoed until March 3, 2031 at noon", "2031-03-04T12:00:00.000Z"],
  ["Sperrfrist: 3. März 2031, 10.00 Uhr", "2031-03-04T12:00:00.000Z"],
  ["Issued 1 March 2031, embargoed until 5 March", null],
  ["EMBARGO 04/03/2031", null],
  ["EMBARGOED until the speech is held", null],
])("the hold of “%s” ends at %s", (line, heldUntil) => {
  expect(releaseOfLine(line)).toEqual({
    hold: `The copy is under an embargo: “${line}”.`,
    heldUntil,
    isWithdrawn: false,
  });
});

describe("a hold", () => {
  it("is none once its moment has come", () => {
    const until = (heldUntil: string | null) => ({ hold: "Wait.", heldUntil, isWithdrawn: false });
    const moments = [null, "2026-02-11T09:00:01Z", "2026-02-11T09:00:00Z"];
    expect(moments.map((moment) => holdAt(until(moment), NOW))).toEqual(["Wait.", "Wait.", null]);
    expect(holdAt(FREE, NOW)).toBeNull();
  });

  it("goes before another that ends sooner", () => {
    const short = { hold: "Wait a little.", heldUntil: "2026-02-12T00:00:00Z", isWithdrawn: false };
    const endless = { hold: "Never.", heldUntil: null, isWithdrawn: true };
    for (const joined of [joinReleases(short, endless), joinReleases(endless, short)]) expect(joined).toEqual(endless);
    for (const joined of [joinReleases(short, FREE), joinReleases(FREE, short)]) expect(joined).toEqual(short);
  });

  it("is reported for plain copy whose head is an embargo, and of no other", () => {
    const text = "Lock keepers meet\n\nPORT MALDEN, Feb. 11 – The keepers of the locks meet on Friday, they said.\n";
    expect(readPlainCopy(`EMBARGO until 18:00 GMT\n\n${text}`).hold).toContain("EMBARGO until 18:00 GMT");
    expect(readPlainCopy(text)).toMatchObject(FREE);
  });
});
