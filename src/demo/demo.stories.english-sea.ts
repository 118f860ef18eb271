import type { DemoElement, DemoQuote, DemoStory } from "./demo.type.js";

const herringLede: DemoElement = {
  html: "Adult herring in the Lantern Sea have become scarcer by more than a third in three years, according to a survey that ministers will have before them when they set next year’s quotas on 22 April.",
};

const herringReport: readonly DemoElement[] = [
  { post: "mehrkarani-herring" },
  {
    html: 'Three research ships trawled 214 stations between February and March, the most since the <a href="https://institute.example/herring">series</a> began. Young fish were as numerous as in earlier years, which suggests that the loss lies among the spawners.',
  },
  {
    html: "Scientists suspect warmer water on the southern banks, where herring lay their eggs, but have not ruled out that the shoals have merely moved. A second cruise in the autumn is to look for them farther north.",
  },
  {
    html: "Tomás Arrebol, the fisheries minister of Brisal, said that his government would not accept a closure of the whole sea on the strength of one season.",
    quotes: [
      {
        words: "his government would not accept a closure of the whole sea on the strength of one season",
        kind: "INDIRECT",
        speaker: "tomas-arrebol",
        speakerRole: "Fisheries minister of Brisal",
        saidOn: "2026-04-13",
        occasion: "Radio interview",
        expected: "UNSOURCED",
      },
    ],
  },
  {
    html: "“We are not asking anyone to sink the boats,” he said in Spanish. “We are asking them to believe the nets as well as the charts.”",
    quotes: [
      {
        words: "We are not asking anyone to sink the boats",
        kind: "TRANSLATED",
        speaker: "tomas-arrebol",
        speakerRole: "Fisheries minister of Brisal",
        saidOn: "2026-04-13",
        occasion: "Radio interview",
        expected: "UNSOURCED",
      },
      {
        words: "We are asking them to believe the nets as well as the charts.",
        kind: "TRANSLATED",
        speaker: "tomas-arrebol",
        speakerRole: "Fisheries minister of Brisal",
        saidOn: "2026-04-13",
        occasion: "Radio interview",
        expected: "UNSOURCED",
      },
    ],
  },
  {
    html: "Some 4,100 people fish for herring in the seven states of the Lantern Sea Council. Last year they landed 61,000 tonnes, a tenth less than they were allowed.",
  },
];

/** The article was first published with two digits of the quoted figure swapped. */
function quoteHerringFigure(figure: string, expected: DemoQuote["expected"]): DemoElement {
  return {
    html: `“The survey found ${figure} percent fewer adult herring than in 2023,” said Laleh Mehrkarani, whose institute carried it out. “That is a warning, not a verdict.”`,
    quotes: [
      {
        words: `The survey found ${figure} percent fewer adult herring than in 2023`,
        kind: "DIRECT",
        speaker: "laleh-mehrkarani",
        speakerRole: "Director of the Lantern Sea Institute",
        saidOn: "2026-04-13",
        occasion: "Publication of the spring survey",
        source: "mehrkarani-herring",
        expected,
      },
      {
        words: "That is a warning, not a verdict.",
        kind: "DIRECT",
        speaker: "laleh-mehrkarani",
        speakerRole: "Director of the Lantern Sea Institute",
        saidOn: "2026-04-13",
        occasion: "Publication of the spring survey",
        source: "mehrkarani-herring",
        expected: "EXACT",
      },
    ],
  };
}

/** Two articles about the sea: one with a misquoted post, and a corrected one. */
export const englishSeaStories: readonly DemoStory[] = [
  {
    slug: "tarn-race-turbines-wait-for-seal-survey",
    headline: "Tarn Race turbines stay switched off until seals are counted",
    standfirst: "The company behind 42 tidal machines denies a report that it means to start without the survey",
    authors: [
      { person: "bram-ostrick", role: "reporter" },
      { person: "perpetua-lyle", role: "illustrations" },
    ],
    dateline: { text: "TARNHOLM QUAY, November 4, 2025", place: "TARNHOLM QUAY", date: "2025-11-04" },
    language: "en",
    section: "energy",
    lead: { picture: "turbines" },
    topics: ["Energy", "Environment"],
    publishedAt: "2025-11-04T13:20:00Z",
    body: [
      {
        html: "The largest tidal power station on the Lantern Sea is finished, paid for and motionless: its 42 turbines will not turn before biologists have counted the grey seals that breed above them.",
      },
      {
        html: "“We will not switch on the Tarn Race turbines until the [seal] survey is finished,” Joss Halveston, the chief executive of Tarn Race Tidal, wrote on Tuesday after a day of confusion that he had partly caused himself.",
        quotes: [
          {
            words: "We will not switch on the Tarn Race turbines until the [seal] survey is finished",
            kind: "DIRECT",
            speaker: "joss-halveston",
            speakerRole: "Chief executive of Tarn Race Tidal",
            saidOn: "2025-11-04",
            occasion: "Post on X, edited since",
            source: "halveston-turbines",
            expected: "MARKED_EDIT",
          },
        ],
      },
      { post: "halveston-turbines" },
      {
        html: "The confusion began when a trade newsletter, leaving out one word, had Halveston announce the contrary: “We will switch on the Tarn Race turbines until the survey is finished.” Shares in the grid operator rose four per cent within the hour.",
        quotes: [
          {
            words: "We will switch on the Tarn Race turbines until the survey is finished.",
            kind: "DIRECT",
            speaker: "joss-halveston",
            speakerRole: "Chief executive of Tarn Race Tidal",
            saidOn: "2025-11-04",
            occasion: "As misquoted by a trade newsletter",
            source: "halveston-turbines",
            expected: "ALTERED",
          },
        ],
      },
      {
        html: "Halveston had not helped matters by changing his post twice before noon. The first version, he said later, gave the wrong number of machines.",
        quotes: [
          {
            words: "gave the wrong number of machines",
            kind: "INDIRECT",
            speaker: "joss-halveston",
            speakerRole: "Chief executive of Tarn Race Tidal",
            saidOn: "2025-11-04",
            occasion: "Call with reporters",
            expected: "UNSOURCED",
          },
        ],
      },
      {
        html: "He promised “zero shortcuts”, a phrase that residents have heard before: somebody has painted it, with a question mark, on the door of the lifeboat station.",
        quotes: [
          {
            words: "zero shortcuts",
            kind: "PARTIAL",
            speaker: "joss-halveston",
            speakerRole: "Chief executive of Tarn Race Tidal",
            saidOn: "2025-11-04",
            occasion: "Post on X, edited since",
            source: "halveston-turbines",
            expected: "EXACT",
          },
        ],
      },
      {
        html: "The count itself is in the hands of the Lantern Sea Institute. Its director, Laleh Mehrkarani, expects to need six weeks of calm weather, which the season seldom grants.",
      },
      {
        html: "“Seals do not read construction schedules,” she said. “We count when they are there to be counted.”",
        quotes: [
          {
            words: "Seals do not read construction schedules",
            kind: "DIRECT",
            speaker: "laleh-mehrkarani",
            speakerRole: "Director of the Lantern Sea Institute",
            saidOn: "2025-11-03",
            occasion: "Interview aboard the research vessel Petrel",
            expected: "UNSOURCED",
          },
          {
            words: "We count when they are there to be counted.",
            kind: "DIRECT",
            speaker: "laleh-mehrkarani",
            speakerRole: "Director of the Lantern Sea Institute",
            saidOn: "2025-11-03",
            occasion: "Interview aboard the research vessel Petrel",
            expected: "UNSOURCED",
          },
        ],
      },
      {
        html: "When it runs, the station is to supply 90,000 homes. Until then its owners pay a penalty of 20,000 crowns a day to the grid, more than the survey costs in a week.",
      },
    ],
  },
  {
    slug: "herring-survey-warns-of-steep-decline",
    headline: "Herring survey warns of steep decline before quota talks",
    standfirst: "Scientists count 38 per cent fewer adult fish than in 2023; ministers meet next week",
    byline: "Environment Desk",
    authors: [{ person: "bram-ostrick" }],
    dateline: { text: "PORT ALDREN, April 14, 2026", place: "PORT ALDREN", date: "2026-04-14" },
    language: "en",
    section: "fisheries",
    lead: { picture: "herring" },
    related: ["brisal-adelanta-la-veda-de-la-sardina", "tarn-race-turbines-wait-for-seal-survey"],
    topics: ["Fisheries", "Science"],
    publishedAt: "2026-04-14T08:00:00Z",
    body: [herringLede, quoteHerringFigure("38", "EXACT"), ...herringReport],
    correction: {
      kind: "CORRECTION",
      note: "An earlier version misquoted Laleh Mehrkarani. She said that the survey had found 38 percent fewer adult herring than in 2023, not 83 percent.",
      correctedAt: "2026-04-14T12:25:00Z",
      before: [herringLede, quoteHerringFigure("83", "ALTERED"), ...herringReport],
    },
  },
];
