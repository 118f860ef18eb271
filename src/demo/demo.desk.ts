import type { DemoDeskStory, DemoPendingChange } from "./demo.type.js";

/** Articles that readers do not see: one in each state before publication. */
export const demoDesk: readonly DemoDeskStory[] = [
  {
    stage: "DRAFT",
    slug: "council-weighs-night-ban-for-fast-ferries",
    headline: "Council weighs a night ban for fast ferries",
    authors: [{ person: "ines-calloway" }],
    dateline: { text: "PORT ALDREN, November 12, 2026", place: "PORT ALDREN", date: "2026-11-12" },
    language: "en",
    section: "ports",
    topics: ["Ports and Shipping"],
    writtenAt: "2026-11-12T09:20:00Z",
    body: [
      {
        html: "The Lantern Sea Council is to decide in December whether fast ferries may still leave port between eleven at night and five in the morning.",
      },
      {
        html: "Mirela Vantorre, who leads the council, wants a trial over one winter. “We owe the islands their sleep and their boats, and a trial will show whether we can give them both,” she said after the meeting.",
        quotes: [
          {
            words:
              "We owe the islands their sleep and their boats, and a trial will show whether we can give them both",
            kind: "DIRECT",
            speaker: "mirela-vantorre",
            speakerRole: "Secretary-General of the Lantern Sea Council",
            saidOn: "2026-11-11",
            expected: "UNSOURCED",
          },
        ],
      },
      { html: "<em>To be added: what the operators say, and the figures for last winter.</em>" },
    ],
  },
  {
    stage: "DRAFT",
    isEmbargoed: true,
    slug: "institute-publishes-map-of-the-sea-bed",
    headline: "Institute publishes the first complete map of the Lantern Sea’s bed",
    standfirst: "Three wrecks and a valley that no chart has shown",
    authors: [{ person: "bram-ostrick" }],
    dateline: { text: "PORT ALDREN, November 30, 2026", place: "PORT ALDREN", date: "2026-11-30" },
    language: "en",
    section: "science",
    topics: ["Science"],
    writtenAt: "2026-11-18T16:30:00Z",
    body: [
      {
        html: "The Lantern Sea Institute has mapped the whole sea bed, eleven years after its first ship set out with an echo sounder.",
      },
      {
        html: "“We knew the far side of the moon better than the floor of our own bay,” Laleh Mehrkarani, its director, says in the foreword.",
        quotes: [
          {
            words: "We knew the far side of the moon better than the floor of our own bay",
            kind: "DIRECT",
            speaker: "laleh-mehrkarani",
            speakerRole: "Director of the Lantern Sea Institute",
            occasion: "Foreword to the atlas, under embargo",
            expected: "UNSOURCED",
          },
        ],
      },
      { html: "<em>The institute lifts its embargo when the atlas is presented.</em>" },
    ],
  },
  {
    stage: "IN_REVIEW",
    slug: "guild-asks-for-second-herring-count",
    headline: "Fishers’ guild asks for a second count of the herring",
    standfirst: "The guild accepts the survey and doubts its timing",
    byline: "Our fisheries correspondent",
    dateline: { text: "PORT ALDREN, November 14, 2026", place: "PORT ALDREN", date: "2026-11-14" },
    language: "en",
    section: "fisheries",
    topics: ["Fisheries"],
    writtenAt: "2026-11-14T13:45:00Z",
    body: [
      {
        html: "The fishers’ guild has asked the council to count the herring again in spring, when the shoals are back on the banks off Tarn Race.",
      },
      {
        html: "“Nobody here calls the survey wrong,” Joss Halveston, who speaks for the guild, wrote to the council. “We say that it was taken in the wrong month.”",
        quotes: [
          {
            words: "Nobody here calls the survey wrong",
            kind: "DIRECT",
            speaker: "joss-halveston",
            occasion: "Letter to the council",
            expected: "UNSOURCED",
          },
          {
            words: "We say that it was taken in the wrong month.",
            kind: "DIRECT",
            speaker: "joss-halveston",
            occasion: "Letter to the council",
            expected: "UNSOURCED",
          },
        ],
      },
      { html: "The council has not replied. Its survey found a steep decline in April." },
    ],
  },
  {
    stage: "SCHEDULED",
    slug: "lantern-ports-open-their-archives",
    headline: "Seven ports open their archives on the same morning",
    standfirst: "Four centuries of harbour books can be read from next week",
    byline: "Culture Desk",
    dateline: { text: "HALVERSAND, November 20, 2026", place: "HALVERSAND", date: "2026-11-20" },
    language: "en",
    section: "culture",
    topics: ["Ports and Shipping"],
    writtenAt: "2026-11-20T10:05:00Z",
    body: [
      {
        html: "The harbour books of seven ports, the oldest of which begins in 1631, are to be opened to everybody on one morning next week.",
      },
      {
        html: "Clerks entered every ship, its master and its cargo. Edda Lohwasser, whose port kept the most complete set, calls the books “the longest diary this coast has”.",
        quotes: [
          {
            words: "the longest diary this coast has",
            kind: "PARTIAL",
            speaker: "edda-lohwasser",
            expected: "UNSOURCED",
          },
        ],
      },
      {
        html: "Readers need no card and no appointment. Pages that are too brittle to be turned are shown as photographs.",
      },
    ],
  },
];

/** A change that an editor has made to a published article and that readers do not see yet. */
export const demoPendingChange: DemoPendingChange = {
  slug: "tarn-race-turbines-wait-for-seal-survey",
  standfirst: "The operator accepts a delay of three months; the survey now begins in December",
  changedAt: "2026-11-21T08:30:00Z",
};
