import { buffer } from "node:stream/consumers";
import type { Readable } from "node:stream";
import type { FastifyBaseLogger } from "fastify";
import { type ImageStore, originalKey, renditionsOf } from "./image-store.js";
import type { ImageWorkers } from "./image-workers.js";
import { renderPicture } from "./render-picture.js";
import { type Rendition, RENDITION_FORMATS, storedName } from "./rendition.js";

/** The most renditions that are kept of one image; to keep another one, the oldest are removed. */
export const MAX_KEPT = 200;

/** What renditions are made with. */
export interface RenditionMeans {
  readonly store: ImageStore;
  readonly workers: ImageWorkers;
  readonly log: FastifyBaseLogger;
}

/** A caller that waits for a rendition. */
export interface Waiting {
  /** The key of the client. */
  readonly client: string;
  /** Whether the client has gone. */
  readonly isGone: () => boolean;
}

/** A file to send. */
export interface RenditionFile {
  readonly sizeBytes: number;
  readonly content: Buffer | Readable;
}

interface Making {
  readonly waiting: Waiting[];
  readonly file: Promise<Buffer | null>;
}

/** The renditions of images: each is made when it is first requested, and then kept in the store. */
export class Renditions {
  readonly #making = new Map<string, Making>();

  constructor(readonly means: RenditionMeans) {}

  /**
   * The file of a rendition; null when its image is deleted. Requests for one that is being made wait for the same work.
   *
   * @throws OverloadedError when too much work waits; AbandonedWork when the clients have gone before it began.
   */
  async open(rendition: Rendition, waiting: Waiting): Promise<RenditionFile | null> {
    const key = keyOf(rendition);
    const making = this.#making.get(key);
    if (making) {
      making.waiting.push(waiting);
      return toFile(await making.file);
    }
    const kept = await this.means.store.get(key);
    if (kept) return { sizeBytes: kept.sizeBytes, content: kept.stream };
    return toFile(await this.#make(rendition, key, waiting));
  }

  #make(rendition: Rendition, key: string, first: Waiting): Promise<Buffer | null> {
    // Another request may have begun while the store was asked.
    const begun = this.#making.get(key);
    if (begun) {
      begun.waiting.push(first);
      return begun.file;
    }
    const waiting = [first];
    const isWanted = (): boolean => waiting.some(({ isGone }) => !isGone());
    const file = this.means.workers.run(first.client, () => this.#render(rendition), isWanted);
    this.#making.set(key, { waiting, file });
    const end = (): boolean => this.#making.delete(key);
    file.then(end, end);
    return file;
  }

  async #render(rendition: Rendition): Promise<Buffer | null> {
    const { store } = this.means;
    const original = await store.get(originalKey(rendition.imageId));
    if (!original) return null;
    const made = await renderPicture(await buffer(original.stream), rendition);
    await this.#keep(rendition, made).catch((error: unknown) => {
      this.means.log.warn({ err: error }, "a rendition could not be kept");
    });
    return made;
  }

  async #keep(rendition: Rendition, made: Buffer): Promise<void> {
    const { store } = this.means;
    const { imageId, format } = rendition;
    await this.#makeRoom(imageId);
    await store.put(keyOf(rendition), made, RENDITION_FORMATS[format].mediaType);
    // The image may have been deleted meanwhile; then this rendition would never be removed.
    if (!(await store.has(originalKey(imageId)))) await store.delete(keyOf(rendition));
  }

  /** Every reader may ask for any size of a published image, so the number of its files needs a bound. */
  async #makeRoom(imageId: string): Promise<void> {
    const { store } = this.means;
    const kept = [];
    for await (const object of store.list(renditionsOf(imageId))) kept.push(object);
    if (kept.length < MAX_KEPT) return;
    kept.sort((a, b) => a.storedAt.getTime() - b.storedAt.getTime());
    // A tenth at once, so that the next ones find room.
    const surplus = kept.length - MAX_KEPT + MAX_KEPT / 10;
    for (const { key } of kept.slice(0, surplus)) await store.delete(key);
  }
}

function keyOf(rendition: Rendition): string {
  return `${renditionsOf(rendition.imageId)}${storedName(rendition)}`;
}

function toFile(content: Buffer | null): RenditionFile | null {
  return content === null ? null : { sizeBytes: content.length, content };
}
