import type { DemoSection } from "./demo.type.js";

/** The sections of the demo newsroom. Articles of all languages are in them. */
export const demoSections: readonly DemoSection[] = [
  { slug: "politics", name: "Politics" },
  { slug: "the-sea", name: "The Sea" },
  { slug: "ports", name: "Ports", parent: "the-sea" },
  { slug: "fisheries", name: "Fisheries", parent: "the-sea" },
  { slug: "energy", name: "Energy", parent: "the-sea" },
  { slug: "science", name: "Science" },
  { slug: "culture", name: "Culture" },
  { slug: "sport", name: "Sport" },
];
