import { describe, expect, it } from "vitest";
import { detectFormat } from "../../src/formats/detect.js";
import { readAnyCopy } from "./documents.js";

const HEADLINE = "Ferry to Sorrel Island runs again";
const LEDE = "The ferry to Sorrel Island ran again on Wednesday, the harbour office said.";
const SECOND = "It had been out of service for two years.";

function read(content: string) {
  const { story, format, ownId } = readAnyCopy({ content });
  return { ...story, format, ownId, texts: story.elements.map(({ text }) => text) };
}

describe("a message of the telegraph", () => {
  it.each([
    ["ZCZC CWI0123"],
    ["ZCZC CWI0123", "cwi0123 3 i 96 cwi 0122"],
    ["ZCZC4471/SXB", "XCW90017_SXB_QBXB", "R CRO S0B QBXB"],
    ["ZCZC", "CWI77", ""],
  ])("loses its envelope: %s", (...lines) => {
    const content = [...lines, HEADLINE, "", `PORT MALDEN, Feb 11 (Coastwire) - ${LEDE}`, "", "NNNN", ""].join("\n");
    const story = read(content);
    expect(story).toMatchObject({ format: "IPTC7901", headline: HEADLINE, ownId: null, texts: [LEDE] });
    expect(story.dateline).toMatchObject({ place: "PORT MALDEN", agency: "Coastwire" });
  });

  it("loses what signs it off, whose day sets the year of the dateline", () => {
    const end = ["", "MEL/JHA", "11-FEB-26 11:37 NNNN"];
    const story = read([`ZCZC CWI0123`, HEADLINE, "", `PORT MALDEN, Feb 11 (Coastwire) - ${LEDE}`, ...end].join("\n"));
    expect(story.texts).toEqual([LEDE]);
    expect(story.dateline?.date).toBe("2026-02-11");
  });

  it("is seen by its end alone", () => {
    expect(read(`${HEADLINE}\n\n${LEDE}\n\n${SECOND}\n\nNNNN\n`)).toMatchObject({
      format: "IPTC7901",
      headline: HEADLINE,
      texts: [LEDE, SECOND],
    });
  });
});

describe("IPTC 7901", () => {
  const header = "cwi062 4 i 211 bcab cwi 061";
  const head = ["Harbours/Ferries/", `${HEADLINE} =`];

  it("is read with its controls", () => {
    const content = `\u0001${header}\r\n\r\n${head.join("\r\n")}\r\n\r\n\u0002    Port Malden, Feb 11 (cwi) - The ferry to Sorrel Island\r\nran again on Wednesday, the harbour office said.\r\n    ${SECOND}\r\n\u0003111137 GMT Feb 26\r\n\u0004`;
    const story = read(content);
    expect(story).toMatchObject({ format: "IPTC7901", headline: HEADLINE, texts: [LEDE, SECOND] });
    expect(story.topics).toEqual(["Harbours", "Ferries"]);
    expect(story.dateline).toMatchObject({ place: "Port Malden", date: "2026-02-11", agency: "cwi" });
  });

  it.each([
    header,
    "eca0617 3 i 180 dpa 0452",
    "bdt0123 4 pl 311 dpa 0456",
    "VNA0123 3 I 0255 AUT /AFP-QH48",
    "cwi062 4 i 211",
  ])("is read without its controls, below %s", (line) => {
    const story = read([line, "", ...head, "", `Port Malden (cwi) - ${LEDE}`, "", SECOND, "111137 Feb 26"].join("\n"));
    expect(story).toMatchObject({ format: "IPTC7901", headline: HEADLINE, texts: [LEDE, SECOND] });
  });

  it("has the headline of several lines, the byline and notes apart", () => {
    const lines = [
      "Harbours/",
      "(Summary 1430)",
      "Ferry to Sorrel Island",
      "runs again =",
      "By Mara Ellison, Coastwire =",
    ];
    const story = read([header, ...lines, "", `Port Malden (cwi) - ${LEDE}`].join("\n"));
    expect(story).toMatchObject({ headline: HEADLINE, byline: "By Mara Ellison, Coastwire", texts: [LEDE] });
    expect(story.warnings).toContain("The sender notes to editors: “(Summary 1430)”.");
  });

  it("leaves out what is not for publication and says so", () => {
    const notes = "* * * *\nThe following information is not for publication\nEditor: Tom Quill, +44 20 5550 1234";
    const story = read(`${header}\n${HEADLINE} =\n\nPort Malden (cwi) - ${LEDE}\n\n${notes}\n111137 Feb 26`);
    expect(story.texts).toEqual([LEDE]);
    expect(story.warnings).toContainEqual(expect.stringMatching(/not for publication was left out: “.*Tom Quill/));
  });
});

describe("ANPA 1312", () => {
  const lines = [
    "^BC-Sorrel Ferry,0112<",
    "^Eds: Adds quote.<",
    `^${HEADLINE}<`,
    "^By MARA ELLISON=",
    "^Coastwire Writer=",
  ];
  const text = [
    "\tPORT MALDEN, Maine (AP) _ ``It holds,'' said Ilse Harrow, the harbour master.",
    "^The repairs<",
    `\t${SECOND}`,
  ];
  const end = "AP-CS-02-11-26 1137EST<";

  it("is read with its controls", () => {
    const header = "\u0016\u0016\u0001a0342\u001f\r\nr i \u0014\u0011 bc-sorrelferry 02-11 0112\r\n\u0002";
    const story = read(`${header}${[...lines, ...text].join("\r\n")}\r\n\u0003${end}\r\n`);
    expect(story).toMatchObject({
      format: "ANPA",
      headline: HEADLINE,
      byline: "By MARA ELLISON, Coastwire Writer",
      texts: ["“It holds,” said Ilse Harrow, the harbour master.", "The repairs", SECOND],
    });
    expect(story.elements[1]).toMatchObject({ role: "subhead" });
    expect(story.warnings).toContain("The sender notes to editors: “Eds: Adds quote.”.");
  });

  it("is read without its controls", () => {
    const story = read(["a0342----", "r i BC-SorrelFerry 02-11 0112", ...lines, ...text, end].join("\n"));
    expect(story).toMatchObject({ format: "ANPA", headline: HEADLINE, dateline: { place: "PORT MALDEN, Maine" } });
    expect(story.texts).toHaveLength(3);
  });
});

describe("copy without an envelope", () => {
  it.each([
    "Room 12 4 a vote: harbour board meets",
    "ZCZCA wins the cup",
    "CWI0123 is the number of the ferry",
    "The ferry = the island's hope",
    "^^^ Watch this space",
  ])("is plain text: %s", (first) => {
    expect(detectFormat(`${first}\n\n${LEDE}\n\n${SECOND}`)).toBe("TEXT");
  });
});
