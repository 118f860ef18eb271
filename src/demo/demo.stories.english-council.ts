import type { DemoStory } from "./demo.type.js";

/** The report from Tehran in our own words, and how the Lantern Sea Council settled the dispute over its pilots. */
export const englishCouncilStories: readonly DemoStory[] = [
  {
    slug: "khamenei-commends-pakistan-for-holding-firm-on-israel",
    headline: "Khamenei commends Pakistan for holding firm on Israel as Sharif visits Tehran",
    standfirst:
      "Iran’s Supreme Leader asks the Pakistani prime minister for common action over Gaza and new life for a regional trade body",
    byline: "Foreign Desk",
    dateline: { text: "TEHRAN, May 27, 2025", place: "TEHRAN", date: "2025-05-27" },
    language: "en",
    topics: ["Diplomacy", "Middle East"],
    publishedAt: "2025-05-27T09:30:00Z",
    body: [
      {
        html: "Iran’s Supreme Leader, Ayatollah Ali Khamenei, has commended Pakistan for declining to open relations with Israel in spite of pressure from abroad, and told its prime minister that the two neighbours should act together over Gaza.",
      },
      {
        html: "Khamenei received Prime Minister Shahbaz Sharif and the delegation travelling with him in Tehran, for talks that ranged over security in the region, ties between their countries and the Palestinian question.",
      },
      {
        html: "Afterwards a message on X, dated Monday, gave Islamabad credit for turning down what Muslim states are offered in return for recognising Israel. In the version carried by reports of the meeting, the Supreme Leader put it this way: “Despite continued inducements and pressures for Islamic countries to establish ties with the Zionist regime, Pakistan has remained firm and uninfluenced.”",
        quotes: [
          {
            words:
              "Despite continued inducements and pressures for Islamic countries to establish ties with the Zionist regime, Pakistan has remained firm and uninfluenced.",
            kind: "DIRECT",
            speaker: "ali-khamenei",
            speakerRole: "Supreme Leader of Iran",
            saidOn: "2025-05-26",
            occasion: "Statement on X after talks with Pakistan’s prime minister",
            source: "khamenei-pakistan-stance",
            expected: "ALTERED",
          },
        ],
      },
      {
        html: "The post itself is worded <em>differently</em>: it speaks of inducements but not of pressure, and says that Pakistan was never swayed by them.",
      },
      { post: "khamenei-pakistan-stance" },
      {
        html: "Khamenei was uneasy, too, that some countries with Muslim majorities have been willing to normalise their dealings with Israel, and argued that Tehran and Islamabad had to answer the campaign in Gaza side by side. “Effective, joint efforts by Iran and Pakistan are necessary to stop the Zionist regime’s crimes in Gaza,” he told the visitors.",
        quotes: [
          {
            words:
              "Effective, joint efforts by Iran and Pakistan are necessary to stop the Zionist regime’s crimes in Gaza",
            kind: "DIRECT",
            speaker: "ali-khamenei",
            speakerRole: "Supreme Leader of Iran",
            occasion: "Talks with Pakistan’s prime minister in Tehran",
            expected: "UNSOURCED",
          },
        ],
      },
      {
        html: "On South Asia he was glad that tension between Pakistan and India had lately eased, and hoped that the two would find a peaceful way out of their old disputes.",
      },
      {
        html: "World powers, he cautioned, were trying to sow discord; Muslim nations that stood closer together would give the region a firmer footing for peace.",
      },
      {
        html: "He proposed, moreover, that the two governments revive the Economic Cooperation Organisation, in which he sees a useful instrument for growth and partnership among its neighbours.",
      },
      {
        html: "As proof of an old friendship, Khamenei pointed to the 1980s, when Pakistan backed Iran during its war with Iraq.",
      },
    ],
  },
  {
    slug: "lantern-sea-ports-to-share-harbour-pilots",
    headline: "Lantern Sea ports agree to share their harbour pilots",
    standfirst: "Seven governments end a forty-year dispute over who may guide a ship into whose port",
    byline: "Our Council correspondent",
    dateline: { text: "PORT ALDREN, June 18, 2025", place: "PORT ALDREN", date: "2025-06-18" },
    language: "en",
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
      {
        html: "Parliaments in three of the seven states still have to approve the text. The council expects the last vote in August.",
      },
    ],
  },
  {
    slug: "pilots-call-off-strike-after-ladder-fund",
    headline: "Pilots call off strike after council agrees to pay for safer ladders",
    standfirst: "A two-day stoppage across seven states is averted nine hours before it was due to begin",
    byline: "Our Council correspondent",
    dateline: { text: "PORT ALDREN, September 26, 2025", place: "PORT ALDREN", date: "2025-09-26" },
    language: "en",
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
        html: "The guild’s own notice was shorter than most of its grievances: “Strike suspended […] Boats leave at the usual hour.”",
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
      {
        html: "The first ladders are to be fitted in Silbermünde and in Nawrasiya, the two ports where accidents have been most frequent. An inspector will report to the council every quarter.",
      },
    ],
  },
];
