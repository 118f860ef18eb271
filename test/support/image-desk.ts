import { Desk } from "./desk.js";
import { makePicture, uploaded } from "./pictures.js";

type Headers = Readonly<Record<string, string>>;

const UPDATED = `... on UpdateImagePayload { image { id alt credit usableUntil takenAt focalPoint { x y } version } }
  ... on StaleImageVersionError { currentVersion image { alt } } ... on ValidationError { issues { path message } }`;
const DELETED = "... on DeleteImagePayload { deletedId } ... on ImageInUseError { articleIds personIds }";

/** A desk that writes images over HTTP. */
export class ImageDesk {
  #made = 0;

  private constructor(
    readonly desk: Desk,
    /** The headers of an author who sees drafts. */
    readonly draft: Headers,
  ) {}

  /** Opens a desk: call it in `beforeAll`, and `desk.app.close` in `afterAll`. */
  static async open(): Promise<ImageDesk> {
    const desk = await Desk.open();
    return new ImageDesk(desk, { ...desk.headers.AUTHOR, "x-content-view": "draft" });
  }

  /** Uploads a picture unlike all before; returns its global id. */
  async image(fields: Readonly<Record<string, string>> = {}): Promise<string> {
    this.#made += 1;
    const content = await makePicture({ width: 40, height: 20 + this.#made, format: "png", seed: this.#made });
    return uploaded(this.desk.app, this.desk.headers.AUTHOR, content, fields);
  }

  /** Sends a mutation by its name, and returns its result with what is selected. */
  async mutate(name: string, input: object, selection: string, headers?: Headers): Promise<Record<string, unknown>> {
    const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { did: ${name}(input: $input) {
      __typename ... on UserError { code message path } ${selection} } }`;
    const as = headers ?? this.desk.headers.EDITOR;
    return (await this.desk.app.data<{ did: Record<string, unknown> }, object>(document, { input }, as)).did;
  }

  /** Changes an image, as an author if not said otherwise. */
  update(input: object, headers: Headers = this.desk.headers.AUTHOR): Promise<Record<string, unknown>> {
    return this.mutate("updateImage", input, UPDATED, headers);
  }

  /** Deletes an image, as an editor if not said otherwise. */
  remove(id: string, headers?: Headers): Promise<Record<string, unknown>> {
    return this.mutate("deleteImage", { id }, DELETED, headers);
  }

  /** The ids of a page of the library. */
  async idsOf(args: string, headers: Headers = this.draft): Promise<readonly string[]> {
    const query = `{ images${args} { nodes { id } } }`;
    const { images } = await this.desk.app.data<{ images: { nodes: { id: string }[] } }, object>(query, {}, headers);
    return images.nodes.map(({ id }) => id);
  }

  /** What a request sees of an id, through `image` and through `node`. */
  async seen(id: string, headers: Headers): Promise<readonly unknown[]> {
    const query = "query ($id: ID!) { image(id: $id) { id } node(id: $id) { id } }";
    const { image, node } = await this.desk.app.data<Record<"image" | "node", { id: string } | null>, object>(
      query,
      { id },
      headers,
    );
    return [image?.id ?? null, node?.id ?? null];
  }
}
