import { describe, expect, it } from "vitest";
import { detectFormat } from "../../src/formats/detect.js";
import { withoutPrefixes } from "../../src/formats/letter/body.js";
import { readCopies, readCopy } from "../../src/read-copy.js";

const TEXT =
  "PORT MALDEN, Feb. 11, 2026 – The quay is safe again and the ferry will run from Monday, the harbour office said.";
const PARAGRAPH = "The quay is safe again and the ferry will run from Monday, the harbour office said.";
const FROM = "From: Mara Ellison <press@harbour.example>";

async function read(content: string) {
  const result = await readCopy({ content });
  if (result.kind !== "story") throw new Error(JSON.stringify(result));
  return {
    ...result.story,
    format: result.format,
    ownId: result.ownId,
    texts: result.story.elements.map(({ text }) => text),
  };
}

function letter(headers: readonly string[], body: string): string {
  return [FROM, "To: newsdesk@gazette.example", "MIME-Version: 1.0", ...headers, "", body].join("\n");
}

/** A letter of several parts. */
function parts(type: string, ...all: readonly (readonly [headers: string, body: string])[]): string {
  const body = all.map(([headers, text]) => `--b1\n${headers}\n\n${text}\n`).join("");
  return letter(["Subject: Harbour reopens", `Content-Type: multipart/${type}; boundary="b1"`], `${body}--b1--\n`);
}

describe("a letter", () => {
  it("has its headline from the subject, its text from the plain part, and its sender as a proposal", async () => {
    const encoded =
      "PORT MALDEN, Feb. 11, 2026 =E2=80=93 The quay is safe again and the ferry=\n will run from Monday, the harbour office said.";
    const story = await read(
      parts(
        "alternative",
        ["Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable", encoded],
        ["Content-Type: text/html; charset=utf-8", `<p>View this in your browser</p><p>${TEXT}</p>`],
      ).replace("Harbour reopens", "=?utf-8?Q?Harbour_reopens_=E2=80=93_at_last?="),
    );
    expect(story).toMatchObject({
      format: "EMAIL",
      headline: "Harbour reopens – at last",
      byline: null,
      texts: [PARAGRAPH],
    });
    expect(story.dateline).toMatchObject({ place: "PORT MALDEN", date: "2026-02-11" });
    expect(story.proposals).toContainEqual(
      expect.objectContaining({ path: "source", value: "Mara Ellison <press@harbour.example>" }),
    );
  });

  it("is read from its markup where it has no plain part, in base64 and in its own charset", async () => {
    const html = Buffer.from("<p>Le quai est sûr, a déclaré la capitainerie, et le bac ira de nouveau.</p>", "latin1");
    const headers = "Content-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: base64";
    const story = await read(parts("mixed", [headers, html.toString("base64")]));
    expect(story.texts).toEqual(["Le quai est sûr, a déclaré la capitainerie, et le bac ira de nouveau."]);
  });

  it("is read as it was decoded, whatever charset its parts declare", async () => {
    const story = await read(
      parts("mixed", [
        "Content-Type: text/plain; charset=windows-1251",
        "Паром снова ходит на остров, сообщила администрация порта.",
      ]),
    );
    expect(story.texts).toEqual(["Паром снова ходит на остров, сообщила администрация порта."]);
  });

  it("reports its attachments and does not read them", async () => {
    const pdf =
      'Content-Type: application/pdf; name="release.pdf"\nContent-Disposition: attachment; filename="release.pdf"\nContent-Transfer-Encoding: base64';
    const { texts, warnings } = await read(
      parts("mixed", ["Content-Type: text/plain; charset=utf-8", TEXT], [pdf, "AAAA"]),
    );
    expect(texts).toEqual([PARAGRAPH]);
    expect(warnings).toContain("The letter has an attachment, which was not read: release.pdf.");
  });

  it("takes the year of a dateline from its date, where its sender was", async () => {
    const headers = [
      "Subject: Harbour reopens",
      "Date: Wed, 11 Feb 2026 23:30:00 -0800",
      "Message-ID: <a1@harbour.example>",
    ];
    const story = await read(letter(headers, `PORT MALDEN, Feb. 11 – ${PARAGRAPH}`));
    expect(story.dateline?.date).toBe("2026-02-11");
    expect(story.ownId).toBe("mid:a1@harbour.example");
  });

  it("is the one that it forwards, in its text or as an attachment", async () => {
    const inner = [FROM, "Subject: Harbour reopens", "", TEXT].join("\n");
    const outer = letter(
      ["Subject: Fwd: Harbour reopens"],
      `For tomorrow.\n\n---------- Forwarded message ---------\n${inner}`,
    );
    const inText = await read(outer.replace(FROM, "From: Tom Quill <tom@gazette.example>"));
    const attached = await read(
      parts("mixed", ["Content-Type: text/plain", "For tomorrow."], ["Content-Type: message/rfc822", inner]).replace(
        FROM,
        "From: Tom Quill <tom@gazette.example>",
      ),
    );
    for (const story of [inText, attached]) {
      expect(story).toMatchObject({ headline: "Harbour reopens", texts: [PARAGRAPH] });
      expect(story.warnings).toContain("The forwarding letter says: “For tomorrow.”.");
      expect(story.proposals).toContainEqual(
        expect.objectContaining({ path: "source", value: expect.stringContaining("Mara Ellison") }),
      );
    }
  });

  it("loses its signature, which is reported", async () => {
    const story = await read(letter(["Subject: Harbour reopens"], `${TEXT}\n\n-- \nMara Ellison\nHarbour office`));
    expect(story.texts).toEqual([PARAGRAPH]);
    expect(story.warnings).toContain("The signature of the letter was left out: “Mara Ellison Harbour office”.");
  });

  it("is held while its subject names an embargo", async () => {
    const story = await read(letter(["Subject: EMBARGOED UNTIL 3 MARCH 2031: Harbour reopens"], TEXT));
    expect(story).toMatchObject({ headline: "Harbour reopens", heldUntil: "2031-03-04T12:00:00.000Z" });
  });

  it("is refused when it has no text", async () => {
    expect(await readCopy({ content: letter(["Subject: Harbour reopens"], " ") })).toMatchObject({
      kind: "fault",
      format: "EMAIL",
      message: "The document holds no text of a story.",
    });
  });

  it("can be one of several in an mbox file, whose quoted “>From” lines are unquoted", async () => {
    const one = (at: number): string =>
      `From a@b.example Wed Feb 11 10:00:0${at} 2026\n${letter([`Subject: Letter ${at}`], `${PARAGRAPH}\n\n>From number ${at} on all is well.`)}\n\n`;
    const { results } = await readCopies({ content: one(1) + one(2) });
    expect(
      results.map((each) => each.kind === "story" && [each.story.headline, each.story.elements.at(-1)?.text]),
    ).toEqual([
      ["Letter 1", "From number 1 on all is well."],
      ["Letter 2", "From number 2 on all is well."],
    ]);
  });
});

describe("a subject", () => {
  it.each([
    ["Re: Harbour reopens", "Harbour reopens"],
    ["Fwd: AW: Re[2]: Harbour reopens", "Harbour reopens"],
    ["PRESS RELEASE: Harbour reopens", "Harbour reopens"],
    ["Press Release – Harbour reopens", "Harbour reopens"],
    ["WG: Pressemitteilung Nr. 7/26: Hafen öffnet wieder", "Hafen öffnet wieder"],
    ["Harbour reopens – press release", "Harbour reopens – press release"],
    ["Press release confusion delays harbour", "Press release confusion delays harbour"],
    ["Residents: harbour must reopen", "Residents: harbour must reopen"],
    ["Re:", "Re:"],
  ])("loses what is clearly put before it: %s", (subject, headline) => {
    expect(withoutPrefixes(subject)).toBe(headline);
  });
});

describe("copy that is no letter", () => {
  it.each([
    "From: Mara Ellison\n\nThe quay is safe again.",
    "Subject: Harbour reopens\nThe quay is safe again, the office said.\n\nThe ferry runs.",
    "Date: 11 February 2026\nHeadline: Harbour reopens\n\nThe quay is safe again.",
    "From Port Malden to the islands: a ferry runs again\n\nThe quay is safe again.",
  ])("is plain text: %j", (content) => {
    expect(detectFormat(content)).toBe("TEXT");
  });
});
