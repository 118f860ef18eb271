/** Who said what. */
export const quotes = {
  "quotes.title": "Who said what",
  "quotes.words": "Words",
  "quotes.speaker": "Speaker",
  "quotes.verdict": "Verdict",
  "quotes.from": "From",
  "quotes.until": "Until",
  "quotes.topic": "Topic",
  "quotes.none": "No quote matches.",
  "quotes.noSpeaker": "Speaker unknown",
  "quotes.total": { one: "{count} quote", other: "{count} quotes" },
  "quotes.also": "The same words also in:",
  "quotes.original": "in the source: {words}",
  "quotes.added": "not in the source: {words}",
  "quotes.removed": "left out: {words}",
  "quotes.keys": "Arrow keys move, Enter opens the paragraph",
} as const;
