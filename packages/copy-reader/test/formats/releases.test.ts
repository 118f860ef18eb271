import { describe, expect, test } from "vitest";
import { holdAt } from "../../src/story/release.js";
import { readDocument } from "./documents.js";

const NOW = new Date("2026-02-11T09:00:00Z");
const BODY = "<p>The keepers of the locks meet on Friday, the harbour office said.</p>";

const newsml = (meta: string) =>
  `<newsItem guid="urn:lock:1"><itemMeta>${meta}</itemMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html><body>${BODY}</body></html></inlineXML></contentSet></newsItem>`;
const ninjs = (more: object) => JSON.stringify({ uri: "urn:lock:2", headline: "Locks", body_html: BODY, ...more });
const nitf = (docdata: string, attributes = "") =>
  `<nitf><head><docdata ${attributes}>${docdata}</docdata></head><body><body.content>${BODY}</body.content></body></nitf>`;

/** Documents, what an editor must read of their hold at a moment, and whether they were taken back. */
const HELD: readonly [string, "NEWSML_G2" | "NINJS" | "NITF", string, RegExp | null, boolean][] = [
  [
    "an embargo that has not passed",
    "NEWSML_G2",
    newsml("<embargoed>2026-02-11T10:00:01+01:00</embargoed>"),
    /embargo until 2026/,
    false,
  ],
  ["an embargo that has passed", "NEWSML_G2", newsml("<embargoed>2026-02-11T10:00:00+01:00</embargoed>"), null, false],
  ["an embargo without an end", "NEWSML_G2", newsml("<embargoed/>"), /names no end/, false],
  [
    "an embargo that cannot be read",
    "NEWSML_G2",
    newsml("<embargoed>Friday noon</embargoed>"),
    /until Friday noon/,
    false,
  ],
  ["a cancelled item", "NEWSML_G2", newsml('<pubStatus qcode="stat:canceled"/>'), /stat:canceled/, true],
  ["a usable item", "NEWSML_G2", newsml('<pubStatus qcode="stat:usable"/>'), null, false],
  [
    "a note that is an embargo",
    "NEWSML_G2",
    newsml("<edNote>EMBARGOED until the vote is over.</edNote>"),
    /until the vote/,
    false,
  ],
  [
    "an embargo in the words of ninjs",
    "NINJS",
    ninjs({ embargoeduntil: "2026-02-12T06:00:00Z" }),
    /embargo until/,
    false,
  ],
  [
    "an embargo without an offset, somewhere on earth",
    "NINJS",
    ninjs({ embargoed: "2026-02-10T22:00:00" }),
    /embargo/,
    false,
  ],
  ["a withheld item", "NINJS", ninjs({ pubstatus: "withheld" }), /withheld/, true],
  [
    "a release after the issue",
    "NITF",
    nitf('<date.issue norm="20260211T080000Z"/><date.release norm="20260211T120000Z"/>'),
    /embargo until/,
    false,
  ],
  [
    "a release that has come",
    "NITF",
    nitf('<date.issue norm="20260211T060000Z"/><date.release norm="20260211T080000Z"/>'),
    null,
    false,
  ],
  [
    "a release that is to come, without an issue",
    "NITF",
    nitf('<date.release norm="20260213T080000Z"/>'),
    /not to be released before/,
    false,
  ],
  [
    "a release on the day of issue",
    "NITF",
    nitf('<date.issue norm="20260211"/><date.release norm="20260211"/>'),
    null,
    false,
  ],
  ["a killed story", "NITF", nitf("", 'management-status="killed"'), /killed/, true],
  [
    "the status of an embargo whose end has come",
    "NITF",
    nitf('<date.release norm="20260210T080000Z"/>', 'management-status="embargoed"'),
    null,
    false,
  ],
  ["the status of an embargo without an end", "NITF", nitf("", 'management-status="embargoed"'), /embargoed/, false],
];

describe("the release of a document", () => {
  test.each(HELD)("%s in %s", (_, format, content, hold, isWithdrawn) => {
    const { story } = readDocument(format, content);
    const held = holdAt(story, NOW);
    if (hold === null) expect(held).toBeNull();
    else expect(held).toMatch(hold);
    expect(story.isWithdrawn).toBe(isWithdrawn);
  });
});
