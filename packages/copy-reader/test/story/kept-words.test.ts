import { describe, expect, test } from "vitest";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";

const LEAD = "The tram on the quay of Ostwick will stop for a week, the works office said on Tuesday.";

function lastOf(ending: string): { readonly text: string; readonly warnings: string; readonly persons: string } {
  const story = readPlainCopy(`Tram stops for a week\n\n${LEAD}\n\n${ending}`);
  const text = story.elements.at(-1)?.text ?? "";
  return { text, warnings: story.warnings.join(" "), persons: story.persons.map(({ name }) => name).join(", ") };
}

describe("no word of a story is cut off", () => {
  const sentences: readonly string[] = [
    "The rails come on Friday, the foreman told Reuters.",
    "The rails come on Friday, according to Reuters",
    "The figures were first reported by Reuters.",
    "Nobody at the works office would speak to Reuters!",
    "Reporting by the local paper led to the fall of the foreman.",
    "Editing by hand takes the clerks of the archive all night.",
    "Writing by candle light, the foreman finished the plan.",
    "The foreman said that two leaks contributed to this report.",
    "The sign on the shed said all rights reserved and nothing else.",
    "Copyright by its nature ends, the judge said.",
    "More: that is all the drivers want.",
    "“More!”",
    "Share on the market fell by a third.",
    "Sign up for the races closes at noon, the club said.",
    "Subscribe to the bond and the town pays you, it says.",
    "Topic of the night: the tram.",
    "Credit: the banks give it again.",
    "Contact: the crew lost it at noon.",
    "For more information he asked the board:",
    "Sources: The foreman and his deputy were both at sea.",
  ];
  test.each(sentences)("%s", (sentence) => {
    expect(lastOf(sentence).text).toBe(sentence);
  });

  test("not the answer below a line that ends as a label does", () => {
    const { text } = lastOf("For more information the reporters asked the office:\n\n“We know no more.”");
    expect(text).toBe("“We know no more.”");
  });

  test("not before a post in a document, where the story goes on", () => {
    const post =
      '<blockquote class="twitter-tweet"><p>Tram stops</p>&mdash; Ann (@ann) <a href="https://twitter.com/ann/status/12345">May 1, 2024</a></blockquote>';
    const story = readPlainCopy(`Tram stops\n\n${LEAD}\n\nContact: ann@tram.example\n\nThe end of the quay is closed.`);
    expect(story.elements.at(-1)?.text).toBe("The end of the quay is closed.");
    expect(post).toContain("twitter");
  });
});

describe("a sign-off is left out as a whole and reported", () => {
  const saying = "“The rails are old,” foreman Mara Quill told reporters.";
  const signOffs: readonly string[] = [
    "(Reporting by Joss Harrow; Editing by Tom Reed and Rita Sand)",
    "(Reporting by Joss Harrow, Additional reporting by Ann Marsh in Ostwick; Writing by Tom Reed; Editing by Rita Sand)",
    "(Additional reporting by the Ostwick bureau; Editing by Rita Sand)",
    "Reporting by Joss Harrow; Editing by Tom Reed and Rita Sand",
    "(Reportage Joss Harrow, édité par Rita Sand)",
    "(Reporte de Joss Harrow. Editado en español por Rita Sand)",
    "(Reportagem de Joss Harrow; Edição de Rita Sand)",
    "(Bericht von Joss Harrow; redigiert von Rita Sand)",
  ];
  test.each(signOffs)("behind the last sentence: %s", (signOff) => {
    const { text, warnings, persons } = lastOf(`${saying} ${signOff}`);
    expect([text, persons]).toEqual([saying, "Mara Quill"]);
    expect(warnings).toContain(`Left out as furniture around the story: “${signOff}”.`);
  });

  test.each(signOffs)("in a line of its own: %s", (signOff) => {
    const { text, warnings } = lastOf(`${saying}\n\n${signOff}`);
    expect(text).toBe(saying);
    expect(warnings).toContain(signOff);
  });

  test("the agency's name behind the last sentence", () => {
    for (const signature of ["REUTER", "Reuters", "REUTER^M"])
      expect(lastOf(`${saying} ${signature}`).text).toBe(saying);
    expect(lastOf("Profit rose to 12.5 mln dlrs REUTER").text).toBe("Profit rose to 12.5 mln dlrs REUTER");
    expect(lastOf("Net 1.2 mln vs 900,000 REUTER").text).toBe("Net 1.2 mln vs 900,000");
  });
});
