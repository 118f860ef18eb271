import { describe, expect, test } from "vitest";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";

/** Who says each quotation: the person where one is found, otherwise the words that name the speaker. */
function speakers(text: string): readonly string[] {
  const story = readPlainCopy(text, { language: "en", headline: "At the harbour" });
  const names = new Map(story.persons.map((person) => [person.key, person.name]));
  const quotes = story.elements.flatMap((element) => (element.kind === "paragraph" ? element.quotes : []));
  return quotes.map((quote) => names.get(quote.speakerKey ?? "") ?? quote.speakerText ?? "nobody");
}

describe("English names the speaker in many ways", () => {
  const cases: readonly (readonly [text: string, speakers: string])[] = [
    ["Calling it “a disgrace to the port,” Edna Quill vowed to appeal.", "Edna Quill"],
    [
      "Acknowledging that the mayor “says a lot of odd things,” though, Edna Quill did suggest that he would win.",
      "Edna Quill",
    ],
    ["Noting that the pier “has been shut for years,” Harbour Master Tom Brill asked for money.", "Tom Brill"],
    [
      "Edna Quill met Tom Brill on Monday.\n\nPolling shows that “the public is not very comfortable with the plan,” said Sylvia Temple, the editor of the Harbour Review.",
      "Sylvia Temple",
    ],
    ["“I never wanted the job,” said Bill Eastman matter-of-factly.", "Bill Eastman"],
    ["Bill Eastman was asked by host Will Marsh, who supports him, “Now, did you say that?”", "Will Marsh"],
    [
      "The first incident came when Quill protesters interrupted her speech, shouting “she wins, we lose!”",
      "Quill protesters",
    ],
    [
      "As Adam Amar, professor of law at Ostwick and author of “The Long Way,” put it, “Judges should remember what they owe to the people.”",
      "Adam Amar",
    ],
    ["Unless a rival quits, “it's very difficult to see how he loses,” said Steve Smith, a strategist.", "Steve Smith"],
    ["“Not us, but we can’t argue with it!” Murphy, the head of Right Way, Tweeted on Friday.", "Murphy"],
    [
      "The inspectors looked for a link and did not find “ties of any consequence,” aside from the two men knowing each other from the mosque, said the bureau's director, James B. Cole.",
      "James B. Cole",
    ],
    [
      "“Many would call that an embarrassment” if she didn't win by a margin larger than that, said David Wasser, an analyst at the Harbour Report.",
      "David Wasser",
    ],
    ["Edna Quill praised Tom Brill. “He is the best,” she said. “Nobody comes near.”", "Edna Quill | Edna Quill"],
    [
      "The Clinton approach is made possible by money, said Katie Harbor, the company's director. Others are “having to be leaner,” she said.",
      "Katie Harbor",
    ],
    [
      "Harbour manager Robby Mock released a memo on Monday.\n\nIn it, he says Quill has “built a lead that cannot be lost.” Since Quill has more votes than Tom Brill, others will follow.",
      "Robby Mock",
    ],
    ["In a statement, the port authority said the pier was “beyond repair.”", "the port authority"],
    ["A statement from the port authority called the pier “beyond repair.”", "A statement from the port authority"],
    ["“The pier is beyond repair,” the statement said.", "the statement"],
    ["“We saw smoke,” one witness said.", "one witness"],
    ["“We saw smoke,” recalled Ana Lopez, 34.", "Ana Lopez"],
    ["“We saw smoke,” 34-year-old Ana Lopez recalled.", "Ana Lopez"],
    ["“We saw smoke,” Lopez, 34, recalled.", "Lopez"],
    ["Asked whether she would run, Quill said: “Never.”", "Quill"],
    ["Asked whether she would run, Quill was blunt. “Never again in my life,” she said.", "Quill"],
    ["“This is it,” she said, and Tom Brill agreed.", "she"],
    ["To quote Edna Quill, “this is not the end of the pier.”", "Edna Quill"],
    ["In the words of Edna Quill, “this is not the end of the pier.”", "Edna Quill"],
    ["It was, Edna Quill said, “not the end of the pier.”", "Edna Quill"],
    ["The end of the pier, as Edna Quill put it, is “not the end of the port.”", "Edna Quill"],
    ["Edna Quill has said that “the port must live.”", "Edna Quill"],
    ["Edna Quill, who chairs the board, has called the plan “a gift to the ferries.”", "Edna Quill"],
    ["Edna Quill’s spokesman, Tom Brill, said “the port must live.”", "Tom Brill"],
    ["Tom Brill, a spokesman for Edna Quill, said “the port must live.”", "Tom Brill"],
    ["“The port must live,” said a spokesman for Edna Quill.", "a spokesman for Edna Quill"],
    ["“The port must live,” said Edna Quill's spokesman.", "Edna Quill's spokesman"],
    ["Edna Quill accused Tom Brill of “selling the port to the highest bidder.”", "Edna Quill"],
    ["Tom Brill was accused by Edna Quill of “selling the port to the highest bidder.”", "Edna Quill"],
    ["Tom Brill, whom Edna Quill called “a thief,” did not answer.", "Edna Quill"],
    ["“The port must live” is how Edna Quill put it.", "Edna Quill"],
    ["Said Edna Quill: “The port must live.”", "Edna Quill"],
    ["Edna Quill: “The port must live.”", "Edna Quill"],
    [
      "“The port must live,” wrote Edna Quill in The Harbour Review, “and so must the ferries.”",
      "Edna Quill | Edna Quill",
    ],
    [
      "Edna Quill on Friday told the council that “the port must live,” adding that money was “no object.”",
      "Edna Quill | Edna Quill",
    ],
    [
      "“The port must live,” Quill, a member of the council since 1998 and its chair for six years, said in an interview.",
      "Quill",
    ],
    [
      "Police Chief Tom Brill said officers had found “a substantial amount” of cash and that the suspect was “cooperating fully.”",
      "Tom Brill | Tom Brill",
    ],
    ["According to Tom Brill, the suspect was “cooperating fully.”", "Tom Brill"],
    ["The suspect was “cooperating fully,” Tom Brill told the BBC's Radio 4.", "Tom Brill"],
    ["Tom Brill insisted the suspect, Jack Marsh, had been “cooperating fully.”", "Tom Brill"],
    ["Tom Brill says Jack Marsh told him “to go away.”", "Jack Marsh"],
    ["The judge, Ruth Aster, sentenced him to ten years, describing the crime as “wicked beyond words.”", "Ruth Aster"],
    ["Sentencing him to ten years, Judge Ruth Aster said the crime was “wicked beyond words.”", "Ruth Aster"],
    ["Mr Brill said: “We are sorry.” He added: “It will not happen again.”", "Brill | Brill"],
    ["A Downing Street spokesperson said the government was “deeply concerned”.", "A Downing Street spokesperson"],
    ["The Foreign Office said it was “deeply concerned” by the reports.", "The Foreign Office"],
    ["Mr Brill’s comments were described as “unhelpful” by Ms Quill.", "Quill"],
    ["The comments were branded “unhelpful” by Labour's Edna Quill.", "Edna Quill"],
    ["But for Edna Quill, the plan is “a gift to the ferries.”", "Edna Quill"],
    ["Edna Quill (Lab) said the plan was “a gift to the ferries”.", "Edna Quill"],
    [
      "“I don’t want a bigot,” one student says in the spot.\n\nAnother chimes in, “He makes me terrified.”",
      "one student | Another",
    ],
    [
      "With Edna Quill accusing Tom Brill of proposing the “most extreme version” of the plan, the debate went on.",
      "Edna Quill",
    ],
    ["“I never wanted the job,” agreed Rep. Peter King (R-N.Y.), a former chairman of the committee.", "Peter King"],
    ["“We must protect the harbour,” Rep. Gregory Marsh (D-N.Y.).\n\nOthers said nothing.", "Gregory Marsh"],
    ["Newt Gander knocked Quill at a rally on Monday by saying “she doesn't do press conferences.”", "Newt Gander"],
    [
      "“I heard of it,” said Hiro Aida, who wrote a book on the harbour. Quill “kind of misspoke on the quay.”",
      "Hiro Aida | Hiro Aida",
    ],
    [
      "“Will she run again?” Willie Geist asked.\n\nKellyanne Marsh was sure. “You will see,” she said.\n\n“Is that a yes?” Geist asked.\n\n“It is not a no,” she said.",
      "Willie Geist | Kellyanne Marsh | Willie Geist | Kellyanne Marsh",
    ],
    ["The paper quoted Tom Brill as saying “the port is closed for good.”", "Tom Brill"],
    [
      "Moderator Will Marsh tried to ask what she would do. When Marsh tried again, Edna Quill cut off the question and said: “I say nothing.”",
      "Edna Quill",
    ],
    ["Edna Quill received an email from Tom Brill saying: “Time for some traffic on the quay.”", "Tom Brill"],
    [
      "Chairwoman Edna Quill said Tom Brill’s refusal to apologize for the campaign that questioned her birth is a “wound that won't heal.”",
      "Edna Quill",
    ],
    ["Tom Brill spoke to reporters.\n\nRepairs to the quay, he noted, “are not cheap at all.”", "Tom Brill"],
    ["Back on the quay after months, Tom Brill extolled the mayor as “not just a sailor but a leader.”", "Tom Brill"],
    [
      "Senators Ada Flint and Marco Rube met. Sen. Marco Rube said yes when asked whether he would block it.\n\n“A port is not going to help,” the senator said.",
      "Marco Rube",
    ],
    ["“The system is the problem,” Don King said.\n\n“I told him so,” King said.", "Don King | Don King"],
  ];
  test.each(cases)("%s", (text, expected) => {
    expect(speakers(text).join(" | ")).toBe(expected);
  });
});

test("a broadcast behind a preposition is no quotation", () => {
  expect(speakers("On Thursday, in an interview on “The Morning Hour,” she sought to mend her words.")).toEqual([]);
});
