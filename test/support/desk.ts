import type { Role } from "../../src/auth/role.js";
import { DeskReadDocument, type DeskReadQuery, type TypedDocumentString } from "../generated/graphql.js";
import { createTestApp, type TestApp, type TestSettings } from "./app.js";
import { Newsroom } from "./newsroom.js";
import { headersOf } from "./tokens.js";

/** An article as these tests read it. */
export type DeskArticle = NonNullable<DeskReadQuery["article"]>;

/** A mutation with one input. */
export type Write<Data, Input> = TypedDocumentString<Data, { input: Input }>;

/** What a mutation answers, without the name of the field that it is in. */
export type ResultOf<Data> = Data[Exclude<keyof Data, "__typename">];

const ROLES = ["READER", "AUTHOR", "EDITOR", "ADMIN"] as const;

/** An app with somebody of each role who writes to it, over HTTP. */
export class Desk {
  readonly newsroom: Newsroom;

  private constructor(
    readonly app: TestApp,
    readonly headers: Readonly<Record<Role, Readonly<Record<string, string>>>>,
  ) {
    this.newsroom = new Newsroom(app.database);
  }

  /** Opens a desk on a database of its own: call it in `beforeAll`, and `app.close` in `afterAll`. */
  static async open(settings: TestSettings = {}): Promise<Desk> {
    const app = await createTestApp(settings);
    const headers = { READER: {}, AUTHOR: {}, EDITOR: {}, ADMIN: {} } as Record<Role, Record<string, string>>;
    for (const role of ROLES) headers[role] = await headersOf(app.database, role);
    return new Desk(app, headers);
  }

  /** Sends one mutation, which must be answered without errors, and returns what it answers. */
  async write<Data extends object, Input>(
    document: Write<Data, Input>,
    input: NoInfer<Input>,
    as: Role = "EDITOR",
  ): Promise<ResultOf<Data>> {
    const data = await this.app.data(document, { input }, this.headers[as]);
    const [result] = Object.values(data);
    // The documents of the tests hold one mutation each, so that this is the type of its one field.
    return result as ResultOf<Data>;
  }

  /** Runs a mutation by its name and returns the fields that the test names of its payload, or the refusal. */
  async run<Result>(mutation: string, input: object, fields: string, as: Role = "EDITOR"): Promise<Result> {
    const name = `${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}`;
    const document = `mutation ($input: ${name}Input!) { result: ${mutation}(input: $input) {
      ... on ${name}Payload { ${fields} }
      ... on UserError { code path message } ... on ValidationError { issues { path message } } } }`;
    const { result } = await this.app.data<{ result: Result }, object>(document, { input }, this.headers[as]);
    return result;
  }

  /** Reads what readers see. */
  readAsReader<Data>(document: string, variables: object = {}): Promise<Data> {
    return this.app.data<Data, object>(document, variables);
  }

  /** Reads what editors see. */
  readAsEditor<Data>(document: string, variables: object = {}): Promise<Data> {
    return this.app.data<Data, object>(document, variables, { ...this.headers.EDITOR, "x-content-view": "draft" });
  }

  /** The working draft as editors see it, or null. */
  draft(id: string): Promise<DeskArticle | null> {
    return this.read(id, { ...this.headers.EDITOR, "x-content-view": "draft" });
  }

  /** The article as readers see it, or null. */
  published(id: string): Promise<DeskArticle | null> {
    return this.read(id, {});
  }

  private async read(id: string, headers: Readonly<Record<string, string>>): Promise<DeskArticle | null> {
    const { article } = await this.app.data(DeskReadDocument, { id }, headers);
    return article;
  }
}

/** What must be there. */
export function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error("Something that must be there is not.");
  return value;
}

/** The paragraphs of an article, in their order. */
export function paragraphsOf(article: DeskArticle | null) {
  return present(article).body.flatMap((element) => (element.__typename === "Paragraph" ? [element] : []));
}

/** The one paragraph at a place among the paragraphs. */
export function paragraphOf(article: DeskArticle | null, at = 0) {
  return present(paragraphsOf(article)[at]);
}
