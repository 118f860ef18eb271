import type { DemoStory } from "./demo.type.js";

/** A wire story about a visit, and how the Lantern Sea Council settled the dispute over its pilots. */
export const englishCouncilStories: readonly DemoStory[] = [
  {
    slug: "chancellor-commends-corvane-isles-for-refusing-seabed-mines",
    headline: "Chancellor commends Corvane Isles for refusing seabed mines as Okorin visits Halversand",
    standfirst:
      "Isenmark’s head of government asks his guest for joint patrols and a second life for the salvage union",
    byline: "Foreign Desk",
    dateline: { text: "HALVERSAND, May 27, 2025", place: "HALVERSAND", date: "2025-05-27" },
    language: "en",
    section: "politics",
    lead: { picture: "visit" },
    topics: ["Diplomacy", "Environment"],
    publishedAt: "2025-05-27T09:30:00Z",
    body: [
      {
        html: "The chancellor of Isenmark, Radomil Estavan, has praised the Corvane Isles for turning down every licence to dredge their seabed for ore, and asked their prime minister to guard the banks of the Lantern Sea together with him.",
      },
      {
        html: "Estavan received Prime Minister Tessaly Okorin and five of her ministers in Halversand on Monday. Their talks went on into the evening and covered fishing rights, the winter ferries and the mining companies that have courted the islands for three years.",
      },
      {
        html: "Later that day the chancellor turned to X. As agencies carried it, his message ran: “Whatever they were offered and whoever threatened them, the islanders kept their seabed whole.”",
        quotes: [
          {
            words: "Whatever they were offered and whoever threatened them, the islanders kept their seabed whole.",
            kind: "DIRECT",
            speaker: "radomil-estavan",
            speakerRole: "Chancellor of Isenmark",
            saidOn: "2025-05-26",
            occasion: "Post on X after talks with the prime minister of the Corvane Isles",
            source: "estavan-seabed",
            expected: "ALTERED",
          },
        ],
      },
      {
        html: "The post itself is worded <em>differently</em>: it mentions offers and no threats, and it speaks of islands, not of islanders.",
      },
      { post: "estavan-seabed" },
      {
        html: "Two neighbours have sold licences since the new year, which troubles Halversand. “Two coastguards that sail as one can watch every bank between here and Tarn Race,” he said before dinner.",
        quotes: [
          {
            words: "Two coastguards that sail as one can watch every bank between here and Tarn Race",
            kind: "DIRECT",
            speaker: "radomil-estavan",
            speakerRole: "Chancellor of Isenmark",
            occasion: "Talks with the prime minister of the Corvane Isles in Halversand",
            expected: "UNSOURCED",
          },
        ],
      },
      {
        html: "On the quarrel between the islands and Brisal over lobster pots, now in its ninth summer, he noted that no pot had been cut since March.",
      },
      {
        html: "Mining companies, he warned, negotiate with one harbour at a time because seven harbours would say no.",
      },
      {
        html: "He also proposed to revive the Lantern Salvage Union, whose tugs were shared by both countries until its last crew was paid off in 2009.",
      },
      {
        html: "Guests and hosts ended the day at the memorial to the winter of 1963, when Corvane trawlers broke the ice to bring coal to Halversand.",
      },
    ],
  },
  {
    slug: "lantern-sea-ports-to-share-harbour-pilots",
    headline: "Lantern Sea ports agree to share their harbour pilots",
    standfirst: "Seven governments end a forty-year dispute over who may guide a ship into whose port",
    authors: [{ person: "ines-calloway" }],
    dateline: { text: "PORT ALDREN, June 18, 2025", place: "PORT ALDREN", date: "2025-06-18" },
    language: "en",
    section: "ports",
    lead: { picture: "pilots" },
    topics: ["Ports and Shipping", "Diplomacy"],
    publishedAt: "2025-06-18T06:15:00Z",
    body: [
      {
        html: "Harbour pilots licensed in any of the seven Lantern Sea states may work in the ports of all the others from 1 October, after governments agreed overnight to settle a dispute that began in 1985.",
      },
      {
        html: 'The accord, reached shortly before midnight on Tuesday at the seat of the <a href="https://council.example/pilots">Lantern Sea Council</a>, replaces seven national examinations with one and obliges every port to hand its depth charts to visiting pilots.',
      },
      {
        html: "“A safe harbour is not a national secret,” Mirela Vantorre, the council’s secretary-general, wrote minutes after the vote. She added that on Tuesday night “nobody at the table treated it as one”.",
        quotes: [
          {
            words: "A safe harbour is not a national secret",
            kind: "DIRECT",
            speaker: "mirela-vantorre",
            speakerRole: "Secretary-General of the Lantern Sea Council",
            saidOn: "2025-06-17",
            occasion: "Post on Mastodon after the council’s vote",
            source: "vantorre-pilots",
            expected: "EXACT",
          },
          {
            words: "nobody at the table treated it as one",
            kind: "PARTIAL",
            speaker: "mirela-vantorre",
            speakerRole: "Secretary-General of the Lantern Sea Council",
            saidOn: "2025-06-17",
            occasion: "Post on Mastodon after the council’s vote",
            source: "vantorre-pilots",
            expected: "EXACT",
          },
        ],
      },
      { post: "vantorre-pilots" },
      {
        html: "Silbermünde, whose port is the busiest on the coast, had held out longest. Its port senator, Edda Lohwasser, said in German and in English: “We argued for a long time, and it was worth it.”",
        quotes: [
          {
            words: "We argued for a long time, and it was worth it.",
            kind: "TRANSLATED",
            speaker: "edda-lohwasser",
            speakerRole: "Port senator of Silbermünde",
            saidOn: "2025-06-18",
            source: "lohwasser-lotsen",
            expected: "EXACT",
          },
        ],
      },
      { post: "lohwasser-lotsen" },
      {
        html: "The old rules date from the grounding of the grain carrier <em>Halcyon Ebb</em>, which ran onto a bank that the pilot’s chart did not show. Each state then barred foreign pilots, and ships have since changed pilots at sea, often in heavy weather.",
      },
      {
        html: "The pilots themselves are cautious. Orla Pennick, who leads the Guild of Harbour Pilots, said her members would study the fine print on working hours before they celebrated.",
        quotes: [
          {
            words: "her members would study the fine print on working hours before they celebrated",
            kind: "INDIRECT",
            speaker: "orla-pennick",
            speakerRole: "General secretary of the Guild of Harbour Pilots",
            saidOn: "2025-06-18",
            occasion: "Telephone interview",
            expected: "UNSOURCED",
          },
        ],
      },
      {
        html: "“Eleven boarding ladders failed last winter,” Pennick said. “I want fewer speeches and better ladders.”",
        quotes: [
          {
            words: "Eleven boarding ladders failed last winter",
            kind: "DIRECT",
            speaker: "orla-pennick",
            speakerRole: "General secretary of the Guild of Harbour Pilots",
            saidOn: "2025-06-18",
            occasion: "Telephone interview",
            expected: "UNSOURCED",
          },
          {
            words: "I want fewer speeches and better ladders.",
            kind: "DIRECT",
            speaker: "orla-pennick",
            speakerRole: "General secretary of the Guild of Harbour Pilots",
            saidOn: "2025-06-18",
            occasion: "Telephone interview",
            expected: "UNSOURCED",
          },
        ],
      },
      { figure: { picture: "ladder", caption: "Ladders like this one failed eleven times last winter" } },
      {
        html: "Parliaments in three of the seven states still have to approve the text. The council expects the last vote in August.",
      },
    ],
  },
  {
    slug: "pilots-call-off-strike-after-ladder-fund",
    headline: "Pilots call off strike after council agrees to pay for safer ladders",
    standfirst: "A two-day stoppage across seven states is averted nine hours before it was due to begin",
    authors: [{ person: "ines-calloway" }, { person: "bram-ostrick", role: "additional reporting" }],
    dateline: { text: "PORT ALDREN, September 26, 2025", place: "PORT ALDREN", date: "2025-09-26" },
    language: "en",
    section: "ports",
    lead: { picture: "ladder" },
    related: ["lantern-sea-ports-to-share-harbour-pilots"],
    topics: ["Ports and Shipping", "Labour"],
    publishedAt: "2025-09-26T16:40:00Z",
    body: [
      {
        html: "Harbour pilots around the Lantern Sea called off a two-day strike on Friday after the region’s governments promised to replace every boarding ladder older than five years at public expense.",
      },
      {
        html: 'The offer, worth 14 million crowns, came nine hours before 600 pilots were to stop work and leave some 90 ships waiting at anchor. It clears the way for the <a href="https://council.example/pilots/timetable">shared pilot service</a> to start as planned on Wednesday.',
      },
      {
        html: "“I want fewer speeches and better ladders,” Orla Pennick of the Guild of Harbour Pilots had said in June, a line that her members have since painted on the quay wall. On Friday she conceded that she had been given both.",
        quotes: [
          {
            words: "I want fewer speeches and better ladders",
            kind: "DIRECT",
            speaker: "orla-pennick",
            speakerRole: "General secretary of the Guild of Harbour Pilots",
            saidOn: "2025-06-18",
            occasion: "Telephone interview",
            expected: "UNSOURCED",
          },
          {
            words: "she had been given both",
            kind: "INDIRECT",
            speaker: "orla-pennick",
            speakerRole: "General secretary of the Guild of Harbour Pilots",
            saidOn: "2025-09-26",
            occasion: "Press conference on the pilots’ quay",
            expected: "UNSOURCED",
          },
        ],
      },
      {
        html: "The guild’s own notice was shorter than most of its grievances:",
      },
      {
        style: "BLOCK_QUOTE",
        html: "“Strike suspended […] Boats leave at the usual hour.”",
        quotes: [
          {
            words: "Strike suspended […] Boats leave at the usual hour.",
            kind: "DIRECT",
            saidOn: "2025-09-26",
            occasion: "Notice to members",
            source: "guild-strike-suspended",
            expected: "MARKED_EDIT",
          },
        ],
      },
      { post: "guild-strike-suspended" },
      {
        html: "The dispute grew out of the June accord under which a pilot from one state may guide ships into the ports of another. Its author, Mirela Vantorre, sold it with the sentence “A safe harbour is not a national secret”; the guild replied that a safe ladder should not be one either.",
        quotes: [
          {
            words: "A safe harbour is not a national secret",
            kind: "DIRECT",
            speaker: "mirela-vantorre",
            speakerRole: "Secretary-General of the Lantern Sea Council",
            saidOn: "2025-06-17",
            occasion: "Post on Mastodon after the council’s vote",
            source: "vantorre-pilots",
            expected: "EXACT",
          },
        ],
      },
      {
        html: "Shipowners, who had warned of empty shelves within a week, welcomed the settlement. “We would have paid for the ladders ourselves if anyone had asked,” said one line’s operations chief, who was not authorised to speak for it.",
        quotes: [
          {
            words: "We would have paid for the ladders ourselves if anyone had asked",
            kind: "DIRECT",
            saidOn: "2025-09-26",
            expected: "UNSOURCED",
          },
        ],
      },
      { figure: { picture: "pilots" } },
      {
        html: "The first ladders are to be fitted in Silbermünde and in Nawrasiya, the two ports where accidents have been most frequent. An inspector will report to the council every quarter.",
      },
    ],
  },
];
