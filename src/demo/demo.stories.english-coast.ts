import type { DemoStory } from "./demo.type.js";

/** A quotation that was made up, a cup final, and an article that was killed within three hours. */
export const englishCoastStories: readonly DemoStory[] = [
  {
    slug: "fact-check-vantorre-did-not-write-off-fishing-villages",
    headline: "Fact check: Vantorre did not write off the fishing villages",
    standfirst: "A sentence shared thousands of times is found nowhere in the post it is said to come from",
    byline: "Verification Desk",
    dateline: { text: "PORT ALDREN, February 11, 2026", place: "PORT ALDREN", date: "2026-02-11" },
    language: "en",
    section: "politics",
    related: ["pilots-call-off-strike-after-ladder-fund", "brisal-adelanta-la-veda-de-la-sardina"],
    topics: ["Disinformation", "Fisheries"],
    publishedAt: "2026-02-11T11:05:00Z",
    body: [
      {
        html: "<strong>The claim is false.</strong> A sentence in which the head of the Lantern Sea Council appears to abandon the coast’s fishing villages was made up; the post shown as its origin says close to the opposite.",
      },
      {
        html: "The image, which began to circulate on Monday evening, looks like a screenshot of Mirela Vantorre’s account and reads: “The fishing villages are finished, let the water have them.”",
        quotes: [
          {
            words: "The fishing villages are finished, let the water have them.",
            kind: "DIRECT",
            occasion: "Manipulated screenshot",
            source: "vantorre-fishing-fund",
            expected: "NOT_FOUND",
          },
        ],
      },
      { html: "What the post says", style: "HEADING" },
      {
        html: "Her post of that day is still online and has not been edited. “Nobody on this council has asked fishing families to leave the coast,” it says. “We asked for a fund that lets them stay.”",
        quotes: [
          {
            words: "Nobody on this council has asked fishing families to leave the coast",
            kind: "DIRECT",
            speaker: "mirela-vantorre",
            speakerRole: "Secretary-General of the Lantern Sea Council",
            saidOn: "2026-02-09",
            occasion: "Post on X",
            source: "vantorre-fishing-fund",
            expected: "EXACT",
          },
          {
            words: "We asked for a fund that lets them stay.",
            kind: "DIRECT",
            speaker: "mirela-vantorre",
            speakerRole: "Secretary-General of the Lantern Sea Council",
            saidOn: "2026-02-09",
            occasion: "Post on X",
            source: "vantorre-fishing-fund",
            expected: "EXACT",
          },
        ],
      },
      { post: "vantorre-fishing-fund" },
      { html: "Where the sentence comes from", style: "HEADING" },
      {
        html: "The earliest copy we could find stood in a Telegram channel called Sound Truth Wire, which urged its readers: “Share before they delete this!” The channel removed the message on Tuesday night; the text below was captured before that.",
        quotes: [
          {
            words: "Share before they delete this!",
            kind: "DIRECT",
            saidOn: "2026-02-09",
            source: "sound-truth-wire",
            expected: "EXACT",
          },
        ],
      },
      { post: "sound-truth-wire" },
      { html: "Three details give the picture away:" },
      { html: "the letters of the second line sit two pixels lower than those of the first,", style: "BULLET" },
      { html: "the clock shows an hour that had not yet come,", style: "BULLET" },
      { html: "the handle <em>@vantorrelsc</em> lacks its underscore.", style: "BULLET" },
      {
        html: "Some sites that took the sentence over shortened the real post until it seemed to agree. One ran it as “Somebody on this council has asked fishing families to leave the coast”, which turns its meaning round.",
        quotes: [
          {
            words: "Somebody on this council has asked fishing families to leave the coast",
            kind: "DIRECT",
            occasion: "Headline of an aggregator",
            source: "vantorre-fishing-fund",
            expected: "ALTERED",
          },
        ],
      },
      {
        html: "The council’s fund for small harbours, about which Vantorre was writing, goes to a vote in March. Villages of fewer than 800 inhabitants could draw on it for moorings, ice houses and sea walls.",
      },
      {
        html: 'If you have seen a quotation that you doubt, <a href="https://newsroom.example/verify">send it to our desk</a>.',
      },
    ],
  },
  {
    slug: "mariners-come-from-behind-to-win-lantern-cup",
    headline: "Mariners come from two goals down to win the Lantern Cup",
    standfirst: "Port Aldren score three times in the last twenty minutes against the holders",
    byline: "Sports Desk",
    dateline: { text: "NUEVA CALANDRIA, May 30, 2026", place: "NUEVA CALANDRIA", date: "2026-05-30" },
    language: "en",
    section: "sport",
    lead: { picture: "cup" },
    topics: ["Sport"],
    publishedAt: "2026-05-30T21:50:00Z",
    body: [
      {
        html: "The Port Aldren Mariners won the Lantern Cup for the first time on Saturday, scoring three goals in the last twenty minutes to beat the holders, Atlético Calandria, 3–2. ⚽🏆",
      },
      {
        html: "Their captain, Ade Brightwater, made the first, headed the second and was lying on the grass with cramp when the third went in. “We came from 0–2 down and the whole harbour sang,” she wrote from the dressing room.",
        quotes: [
          {
            words: "We came from 0–2 down and the whole harbour sang",
            kind: "DIRECT",
            speaker: "ade-brightwater",
            speakerRole: "Captain of the Port Aldren Mariners",
            saidOn: "2026-05-30",
            occasion: "Post on Instagram after the final",
            source: "brightwater-final",
            expected: "EXACT",
          },
        ],
      },
      { post: "brightwater-final" },
      {
        html: "She had, she said, “never been so proud of eleven … people”, and left out of that count a bench that changed the match: two of the three scorers were substitutes.",
        quotes: [
          {
            words: "never been so proud of eleven … people",
            kind: "PARTIAL",
            speaker: "ade-brightwater",
            speakerRole: "Captain of the Port Aldren Mariners",
            saidOn: "2026-05-30",
            occasion: "Post on Instagram after the final",
            source: "brightwater-final",
            expected: "MARKED_EDIT",
          },
        ],
      },
      {
        html: "Calandria had led through two set pieces before the half-hour and might have scored twice more. The stadium’s drummers, who had not paused since noon, fell silent only when the equaliser crossed the line.",
      },
      {
        html: "The public broadcaster’s clip of the winner was trailed with the words “We came from 0–3 down”, which gives the holders a goal that they never scored.",
        quotes: [
          {
            words: "We came from 0–3 down",
            kind: "PARTIAL",
            speaker: "ade-brightwater",
            speakerRole: "Captain of the Port Aldren Mariners",
            saidOn: "2026-05-30",
            occasion: "As misquoted by a broadcaster",
            source: "brightwater-final",
            expected: "ALTERED",
          },
        ],
      },
      {
        html: "Orla Pennick of the pilots’ guild, a season-ticket holder for thirty years, said that no ship would be met before ten on Sunday morning. The port authority took this to be a joke.",
        quotes: [
          {
            words: "no ship would be met before ten on Sunday morning",
            kind: "INDIRECT",
            speaker: "orla-pennick",
            speakerRole: "General secretary of the Guild of Harbour Pilots",
            saidOn: "2026-05-30",
            expected: "UNSOURCED",
          },
        ],
      },
      {
        html: "The team will sail home with the cup on the Monday ferry. A parade along the pilots’ quay begins at six in the evening.",
      },
    ],
  },
  {
    slug: "ferry-hull-cracked-before-sailing-letter-says",
    headline: "Ferry’s hull was cracked before it sailed, letter says",
    standfirst: "An engineer’s warning is said to have reached the operator eleven days earlier",
    byline: "Investigations Desk",
    dateline: { text: "PORT ALDREN, August 19, 2026", place: "PORT ALDREN", date: "2026-08-19" },
    language: "en",
    section: "ports",
    topics: ["Ports and Shipping"],
    publishedAt: "2026-08-19T17:10:00Z",
    killed: {
      reason:
        "The account that posted the engineer’s letter was an impersonation and the letter is a forgery. The article should not have been published; no part of it may be used.",
      killedAt: "2026-08-19T19:55:00Z",
    },
    body: [
      {
        html: "The operator of the ferry <em>Lady Tarn</em> was told eleven days before it took on water that its hull was cracked, according to a letter published on Wednesday.",
      },
      {
        html: "“I have measured a crack of forty centimetres below the waterline,” says the letter, which is signed by an engineer and appeared on an account that carries his name.",
        quotes: [
          {
            words: "I have measured a crack of forty centimetres below the waterline",
            kind: "DIRECT",
            saidOn: "2026-08-07",
            occasion: "Letter to the operator",
            source: "lady-tarn-letter",
            expected: "EXACT",
          },
        ],
      },
      { post: "lady-tarn-letter" },
      {
        html: "All 212 passengers were taken off by pilot boats on Tuesday evening. Nobody was hurt; the ferry is now moored at the repair basin with its pumps running.",
      },
      {
        html: "The operator did not answer questions before publication. The harbour authority confirmed that it had opened an inquiry and declined to say more.",
      },
      {
        html: "Ferries of the same class run on four other routes. Their next inspections are due in the spring.",
      },
      {
        html: "The pilots’ guild called for the sister ships to be kept in port until divers have looked at them.",
      },
    ],
  },
];
