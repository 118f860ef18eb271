import { demoDesk, demoPendingChange } from "./demo.desk.js";
import { demoPersons } from "./demo.persons.js";
import { demoPortraits } from "./demo.portraits.js";
import { demoPictures } from "./demo.pictures.js";
import { demoPosts } from "./demo.posts.js";
import { demoSections } from "./demo.sections.js";
import { arabicStories } from "./demo.stories.arabic.js";
import { englishCoastStories } from "./demo.stories.english-coast.js";
import { englishCouncilStories } from "./demo.stories.english-council.js";
import { englishSeaStories } from "./demo.stories.english-sea.js";
import { frenchStories } from "./demo.stories.french.js";
import { germanStories } from "./demo.stories.german.js";
import { japaneseStories } from "./demo.stories.japanese.js";
import { persianStories } from "./demo.stories.persian.js";
import { spanishStories } from "./demo.stories.spanish.js";
import { translatedStories } from "./demo.stories.translations.js";
import type { DemoNewsroom, DemoStory } from "./demo.type.js";

const stories: readonly DemoStory[] = [
  ...englishCouncilStories,
  ...englishSeaStories,
  ...englishCoastStories,
  ...germanStories,
  ...frenchStories,
  ...spanishStories,
  ...arabicStories,
  ...persianStories,
  ...japaneseStories,
  ...translatedStories,
];

/**
 * The demo newsroom that fills an empty database: persons, posts and articles in seven languages. Articles come in the
 * order of their first publication.
 */
export const demoNewsroom: DemoNewsroom = {
  sections: demoSections,
  pictures: [...demoPictures, ...demoPortraits],
  persons: demoPersons,
  posts: demoPosts,
  stories: stories.toSorted((a, b) => Date.parse(a.publishedAt) - Date.parse(b.publishedAt)),
  desk: demoDesk,
  pendingChange: demoPendingChange,
};
