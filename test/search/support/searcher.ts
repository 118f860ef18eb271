import { SearchIdsDocument } from "../../generated/graphql.js";
import { createTestApp, type TestApp } from "../../support/app.js";
import { Newsroom } from "../../support/newsroom.js";
import { type Judged, type JudgedIds, publishStories } from "./stories.js";

/** The variables of a search. */
export interface SearchVariables {
  readonly query: string;
  readonly in?: ("ARTICLE" | "QUOTE" | "PERSON" | "EMBEDDED_POST")[];
  readonly filter?: Record<string, unknown>;
  readonly first?: number;
  readonly after?: string | null;
}

/** An app with the judged stories, and a reader who searches it. */
export class Searcher {
  private constructor(
    readonly app: TestApp,
    readonly newsroom: Newsroom,
    readonly ids: JudgedIds,
    /** The clock of the app; it can be set. */
    readonly settings: { now: Date },
  ) {}

  /** Opens it on a database of its own: call it in `beforeAll`, and `app.close` in `afterAll`. */
  static async open(): Promise<Searcher> {
    const settings = { now: new Date("2026-03-20T00:00:00Z") };
    const app = await createTestApp(settings);
    const newsroom = new Newsroom(app.database);
    return new Searcher(app, newsroom, await publishStories(newsroom), settings);
  }

  async search(variables: SearchVariables, headers: Readonly<Record<string, string>> = {}) {
    return (await this.app.data(SearchIdsDocument, variables, headers)).search;
  }

  /** The ids of the hits. */
  async idsOf(variables: SearchVariables): Promise<string[]> {
    return (await this.search(variables)).nodes.map(({ node }) => node.id);
  }

  /** The id of something judged. */
  id(name: Judged): string {
    return this.ids.get(name) ?? "";
  }
}
