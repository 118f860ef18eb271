import type { Node } from "prosemirror-model";
import type { NodeView, NodeViewConstructor } from "prosemirror-view";
import type { ImageToShowFragment } from "../api/generated/graphql.ts";
import { idOf } from "../editor/schema.ts";
import type { Translate } from "../languages/catalogue.ts";
import type { OpenArticle } from "./open-article.ts";

/** How figures and posts are shown in the body; a figure is edited in a dialog. */
export function elementViews(
  open: OpenArticle,
  t: Translate,
  onFigure: (id: string) => void,
): Readonly<Record<string, NodeViewConstructor>> {
  return {
    figure: (node) => new FigureView(node, open, t, onFigure),
    post: (node) => new PostView(node),
  };
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text: string | null = null,
  className = "",
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (text !== null) made.textContent = text;
  if (className !== "") made.className = className;
  return made;
}

/** A picture with its caption and credit, and what it still lacks. */
class FigureView implements NodeView {
  readonly dom = element("figure");
  readonly #unsubscribe: () => void;
  #image: ImageToShowFragment | undefined;

  constructor(
    private node: Node,
    private readonly open: OpenArticle,
    private readonly t: Translate,
    private readonly onFigure: (id: string) => void,
  ) {
    this.dom.contentEditable = "false";
    this.dom.addEventListener("dblclick", () => this.onFigure(idOf(this.node)));
    this.#draw();
    // The credit of a picture is changed beside the text.
    this.#unsubscribe = open.subscribe(() => this.#known !== this.#image && this.#draw());
  }

  destroy(): void {
    this.#unsubscribe();
  }

  get #known(): ImageToShowFragment | undefined {
    return this.open.view().references.images.get(String(this.node.attrs["imageId"]));
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    const isSame = node.eq(this.node);
    this.node = node;
    if (!isSame) this.#draw();
    return true;
  }

  /** The editor hears nothing of a press on the button. */
  stopEvent({ target }: Event): boolean {
    return target instanceof HTMLButtonElement;
  }

  ignoreMutation(): boolean {
    return true;
  }

  #draw(): void {
    const { caption, alt } = this.node.attrs;
    const image = this.#known;
    this.#image = image;
    const picture = element("img");
    picture.alt = String(alt ?? "");
    if (image) {
      picture.src = image.large;
      picture.width = image.width;
      picture.height = image.height;
    }
    const texts = element("figcaption");
    if (caption) texts.append(element("span", `${String(caption)} `));
    if (image?.credit) texts.append(element("span", `${image.credit} `, "credit"));
    if (!alt) texts.append(element("span", `${this.t("article.lacksAlt")} `, "lacks"));
    const edit = element("button", this.t("article.figureEdit"), "button bare");
    edit.type = "button";
    edit.addEventListener("click", () => this.onFigure(idOf(this.node)));
    texts.append(edit);
    this.dom.replaceChildren(picture, texts);
  }
}

/** A post with its text and author. */
class PostView implements NodeView {
  readonly dom = element("figure", null, "post");

  constructor({ attrs }: Node) {
    this.dom.contentEditable = "false";
    const text = element("blockquote", String(attrs["text"]));
    text.dir = "auto";
    if (typeof attrs["language"] === "string") text.lang = attrs["language"];
    const names = [attrs["author"], attrs["platform"], attrs["postedOn"]].filter(Boolean).map(String);
    this.dom.append(text, element("figcaption", names.join(" · ")));
  }

  ignoreMutation(): boolean {
    return true;
  }
}
