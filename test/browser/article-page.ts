import type { Locator, Page } from "playwright-core";
import type { CreateArticleInput } from "../../src/article/create-article.inputs.js";
import { headersOf } from "../support/tokens.js";
import { type DeskBrowser, type PageSettings } from "./desk-page.js";

/** What the tests read of an article. */
export interface ReadArticle {
  readonly version: number;
  readonly state: string;
  readonly headline: string;
  readonly standfirst: string | null;
  readonly topics: readonly { readonly name: string }[];
  readonly authors: readonly { readonly person: { readonly name: string } }[];
  readonly leadImage: { readonly alt: string; readonly caption: string | null } | null;
  readonly body: readonly ReadElement[];
}

export interface ReadElement {
  readonly __typename: string;
  readonly id: string;
  readonly style?: string;
  readonly text?: string;
  readonly html?: string;
  readonly alt?: string;
  readonly caption?: string | null;
  readonly quotes?: readonly ReadQuote[];
}

export interface ReadQuote {
  readonly id: string;
  readonly text: string;
  readonly kind: string;
  readonly saidOn: string | null;
  readonly occasion: string | null;
  readonly speakerRole: string | null;
  readonly speaker: { readonly name: string } | null;
  readonly source: { readonly id: string } | null;
  readonly check: { readonly verdict: string };
}

const READ = `query ($id: ID!) { article(id: $id) { version state headline standfirst topics { name }
  authors { person { name } } leadImage { alt caption }
  body { __typename ... on Figure { id alt caption } ... on EmbeddedPost { id text }
    ... on Paragraph { id style text html quotes { id text kind saidOn occasion speakerRole speaker { name } source { id } check { verdict } } } } } }`;

/** Reads the draft of an article beside the desk. */
export async function readDraft(desk: DeskBrowser, id: string): Promise<ReadArticle> {
  const headers = { ...(await headersOf(desk.app.database, "EDITOR")), "x-content-view": "draft" };
  const { article } = await desk.app.data<{ article: ReadArticle }, object>(READ, { id }, headers);
  return article;
}

/** The paragraphs of an article. */
export function paragraphsIn({ body }: ReadArticle): readonly ReadElement[] {
  return body.filter(({ __typename }) => __typename === "Paragraph");
}

/** The quotes of an article. */
export function quotesIn({ body }: ReadArticle): readonly ReadQuote[] {
  return body.flatMap(({ quotes }) => quotes ?? []);
}

/** Writes to an article beside the desk, as a colleague. */
export async function writeAs(desk: DeskBrowser, name: string, input: object): Promise<void> {
  const headers = await headersOf(desk.app.database, "EDITOR", name);
  const document = `mutation ($input: UpdateArticleInput!) { updateArticle(input: $input) { __typename ... on UserError { message } ... on ValidationError { issues { message path } } } }`;
  const { updateArticle } = await desk.app.data<{ updateArticle: { __typename: string } }, object>(
    document,
    { input },
    headers,
  );
  if (updateArticle.__typename !== "UpdateArticlePayload") throw new Error(JSON.stringify(updateArticle));
}

/** Makes an article and opens it at the desk. */
export async function openNew(
  desk: DeskBrowser,
  input: Partial<CreateArticleInput>,
  settings: PageSettings = {},
): Promise<{ readonly id: string; readonly page: Page }> {
  const { id } = await desk.newsroom.draft(input);
  const page = await desk.signedIn(`/articles/${encodeURIComponent(id)}`, settings);
  await bodyOf(page).waitFor();
  return { id, page };
}

/** The body of the article on a page. */
export function bodyOf(page: Page): Locator {
  return page.locator(".body");
}

const TWO_FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";

/** Selects words of a paragraph, or puts the caret at an offset of it. */
export async function select(page: Page, paragraph: number, start: number, end = start): Promise<void> {
  await bodyOf(page).focus();
  // As a text: the tests are compiled without the types of a browser.
  await page.evaluate(`(async (at, from, to) => {
    const find = (offset) => {
      const element = document.querySelectorAll(".body > *")[at];
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      let rest = offset, last = [element, 0];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.nodeName === "BR" && !node.classList.contains("ProseMirror-trailingBreak")) { rest -= 1; continue; }
        if (node.nodeType !== Node.TEXT_NODE) continue;
        if (rest <= node.length) return [node, rest];
        rest -= node.length;
        last = [node, node.length];
      }
      return last;
    };
    const places = () => {
      const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection();
      return [[anchorNode, anchorOffset], [focusNode, focusOffset]].map(([node, offset]) => {
        const before = new Range();
        before.setStart(document.querySelector(".body"), 0);
        before.setEnd(node, offset);
        return before.toString().length;
      }).join();
    };
    // A moment after it has the focus, the editor writes its own selection over one that it has not read yet.
    for (let attempt = 0; attempt < 5; attempt += 1) {
      getSelection().setBaseAndExtent(...find(from), ...find(to));
      const set = places();
      await ${TWO_FRAMES};
      if (places() === set) break;
    }
  })(${paragraph}, ${start}, ${end})`);
}

/** Waits until the editor has read the selection, which it does when the browser reports it: after a while. */
async function selectionRead(page: Page): Promise<void> {
  await page.evaluate(TWO_FRAMES);
}

/** Puts the caret at the end of the text. */
export async function selectEnd(page: Page): Promise<void> {
  await bodyOf(page).focus();
  await page.keyboard.press("Control+End");
  await selectionRead(page);
}

/** Saves by the keyboard, and waits until it is saved. */
export async function save(page: Page): Promise<void> {
  await page.keyboard.press("Control+s");
  // What is shown of the save may be that before the key until the page is drawn again.
  await page.evaluate(TWO_FRAMES);
  await page.locator('.save-state[data-saving="idle"]', { hasText: /^Saved/ }).waitFor();
}

/** Begins an act on the article of a page: by its button, or in the menu of all acts. */
export async function act(page: Page, name: string): Promise<void> {
  const button = page.getByRole("region", { name: "State and acts" }).getByRole("button", { name, exact: true });
  if ((await button.count()) > 0) return button.click();
  await page.getByRole("button", { name: "More acts" }).click();
  await page.getByRole("menuitem", { name, exact: true }).click();
}
