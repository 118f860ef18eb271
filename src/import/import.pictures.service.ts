import { Readable } from "node:stream";
import type { Work } from "../auth/work.js";
import { codeOf } from "../database/startup-error.js";
import { OverloadedError } from "../graphql/errors.js";
import { UserError } from "../graphql/user-errors.js";
import { explainRemoteError, openRemoteFile, RemoteFault } from "../http/remote-file.js";
import { IMAGE_TEXTS, type ImageFieldsInput } from "../image/image-fields.parse.js";
import { StoreError } from "../image/image-store.js";
import { type IncomingPicture, type PictureIntake, takePicture } from "../image/picture-intake.service.js";
import { tooLarge } from "../image/receive-upload.js";
import { UploadRefusal } from "../image/upload.errors.js";
import type { UploadedImage } from "../image/upload.service.js";
import { Turns } from "../lib/turns.js";
import { RULES } from "../validation/issues.js";
import type { TakenImage } from "./import.decisions.js";
import type { FetchRules } from "./import-settings.js";
import type { CopyStory, StoryImage } from "@dateline/copy-reader";

/** What takes the pictures of a story over. */
export interface PictureTools {
  readonly intake: PictureIntake;
  /** How pictures are fetched; null where they are not. */
  readonly fetching: FetchRules | null;
}

/** What became of the pictures of a story. */
export interface TakenPictures {
  /** The images that they are now, by their places among the pictures of the story. */
  readonly images: ReadonlyMap<number, TakenImage>;
  /** A sentence on each that was not taken over, and on words of the copy that an image does not have. */
  readonly warnings: readonly string[];
}

/** Where no picture was taken over. */
export const NO_PICTURES: TakenPictures = { images: new Map(), warnings: [] };

/** The places of the pictures that an import takes over: they are within the copy, or may be fetched. */
export function picturesToTake(
  { images = [] }: Pick<CopyStory, "images">,
  { fetching }: Pick<PictureTools, "fetching">,
  isWanted: (place: number) => boolean,
): readonly number[] {
  return images.flatMap(({ content }, at) => ((content || fetching) && isWanted(at) ? [at] : []));
}

/** So many pictures of one story are fetched at once. */
const AT_ONCE = 4;

/** How much longer all pictures of a story may take than one of them. */
const STORY_TIMEOUTS = 6;

/**
 * Stores the pictures of a story as uploads are stored, those within the copy and, where the rules allow it, those that are
 * fetched. Not to be called in a transaction: a picture may take seconds to arrive.
 */
export async function takePictures(
  work: Work,
  means: PictureTools,
  { images = [] }: Pick<CopyStory, "images">,
  places: readonly number[],
): Promise<TakenPictures> {
  const taking = new Taking(work, means);
  const turns = new Turns(AT_ONCE);
  const wanted = places.flatMap((at) => {
    const picture = images[at];
    return picture ? [{ at, picture }] : [];
  });
  const fetched = wanted.filter(({ picture }) => picture.content === undefined);
  const surplus = new Set(fetched.slice(means.fetching?.mostOfStory ?? 0).map(({ at }) => at));
  const ends = await Promise.all(
    wanted.map(async ({ at, picture }) => {
      const end = surplus.has(at) ? SURPLUS : await turns.take("story", () => taking.take(picture));
      return { at, picture, end };
    }),
  );
  return {
    images: new Map(ends.flatMap(({ at, end }) => (typeof end === "string" ? [] : [[at, end]]))),
    warnings: ends.flatMap(({ picture, end }) => warnOf(picture, end)),
  };
}

const SURPLUS = "The story has more pictures than are fetched (MAX_IMPORTED_IMAGES).";

function warnOf({ url, line, content, credit }: StoryImage, end: TakenImage | string): readonly string[] {
  const name = content === undefined ? url : `${url} (line ${line})`;
  if (typeof end === "string") return [`The picture ${name} was not taken over: ${end}`];
  if (credit === null || end.credit === credit) return [];
  const known = end.credit === null ? "no credit" : `the credit “${end.credit}”`;
  return [`The library has the picture ${name} already, with ${known}; the copy has “${credit.slice(0, 300)}”.`];
}

class Taking {
  readonly #ending: AbortSignal;

  constructor(
    readonly work: Work,
    readonly means: PictureTools,
  ) {
    this.#ending = AbortSignal.timeout((means.fetching?.timeoutMs ?? 0) * STORY_TIMEOUTS);
  }

  /** The image that a picture is now, or a sentence on why it is none. */
  async take(picture: StoryImage): Promise<TakenImage | string> {
    const { content } = picture;
    try {
      const stored = content
        ? await this.#store(picture, Readable.from([Buffer.from(content)]))
        : await this.#fetch(picture);
      if (stored instanceof UserError) return stored.message;
      return typeof stored === "string" ? stored : await this.#withWords(picture, stored);
    } catch (error) {
      return reasonOf(error);
    }
  }

  /** The words of the copy that the image itself does not have: it may have been in the library before. */
  async #withWords({ caption, credit, alt }: StoryImage, { imageId, isNew }: UploadedImage): Promise<TakenImage> {
    if (isNew) return { imageId, caption: null, alt: null, credit };
    const select = { caption: true, alt: true, credit: true };
    const known = await this.work.database.prisma.image.findUnique({ where: { id: imageId }, select });
    return {
      imageId,
      caption: caption === null || caption === known?.caption ? null : cut(caption, RULES.caption.max),
      alt: alt === "" || alt === known?.alt ? null : cut(alt, RULES.alt.max),
      credit: known?.credit ?? null,
    };
  }

  async #fetch(picture: StoryImage): Promise<UploadedImage | UserError | string> {
    const { fetching, intake } = this.means;
    if (!fetching) return "Pictures are not fetched.";
    const { body, url, sizeBytes } = await openRemoteFile(picture.url, fetching, this.#ending);
    try {
      if (sizeBytes !== null && sizeBytes > intake.limits.maxImageBytes) throw tooLarge(intake.limits);
      return await this.#store(picture, body, decodeName(url));
    } finally {
      body.destroy();
    }
  }

  #store(picture: StoryImage, content: Readable, fileName: string | null = null): Promise<UploadedImage | UserError> {
    const { actor } = this.work;
    const incoming: IncomingPicture = { content, fileName: fileName ?? nameOf(picture), fields: fieldsOf(picture) };
    return takePicture(this.work, this.means.intake, `${actor.issuer ?? ""} ${actor.id ?? ""}`, incoming);
  }
}

/** Of what is at fault with a picture, an import says why; what is at fault with the server is thrown. */
function reasonOf(error: unknown): string {
  if (error instanceof UploadRefusal || error instanceof RemoteFault || error instanceof OverloadedError)
    return error.message;
  if (error instanceof StoreError) return "The store of images is not available.";
  if (codeOf(error) === null) throw error;
  return explainRemoteError(error);
}

/** The words of the copy; what they leave out is taken from the metadata of the file. */
function fieldsOf({ caption, credit, alt }: StoryImage): ImageFieldsInput {
  return {
    ...(alt !== "" && { alt: cut(alt, IMAGE_TEXTS.alt.max) }),
    ...(caption !== null && { caption: cut(caption, IMAGE_TEXTS.caption.max) }),
    ...(credit !== null && { credit: cut(credit, IMAGE_TEXTS.credit.max) }),
  };
}

/** A text that is no longer than it may be, in UTF-16 code units. */
function cut(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text
        .slice(0, most - 2)
        .toWellFormed()
        .replace(/\ufffd$/u, "")}…`;
}

/** The name of a file in a letter. */
function nameOf({ url }: StoryImage): string | null {
  return /^(?:data|cid):/u.test(url) ? null : url;
}

function decodeName({ pathname }: URL): string {
  const name = pathname.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
