import type { FastifyBaseLogger } from "fastify";
import { installationKey } from "../auth/installation-key.service.js";
import type { Database } from "../database/client.js";
import { deleteObjectsOf, type ImageStore } from "./image-store.js";
import { IMAGE_KEY } from "./rendition.js";

/** Returns the key that addresses of renditions are signed with: at once when it is known, as it is after the first call. */
export type ImageKey = () => Uint8Array | Promise<Uint8Array>;

/** What the fields and mutations of images need of a request. */
export interface ImageMeans {
  readonly imageKey: ImageKey;
  /** Removes the files of an image whose row is deleted. What cannot be removed is logged, and found by `images clean`. */
  readonly forgetImage: (imageId: string) => Promise<void>;
}

/** Makes these means once for an app. */
export function imageMeansOf(database: Database, store: ImageStore, log: FastifyBaseLogger): ImageMeans {
  const forgetImage = (imageId: string): Promise<void> =>
    deleteObjectsOf(store, imageId).catch((error: unknown) => {
      log.warn({ err: error, imageId }, "the files of a deleted image could not be removed");
    });
  return { imageKey: imageKeyOf(database), forgetImage };
}

/** Reads the key of a database when it is first needed, and then keeps it. */
function imageKeyOf(database: Database): ImageKey {
  let known: Uint8Array | null = null;
  let reading: Promise<Uint8Array> | null = null;
  const read = async (): Promise<Uint8Array> => {
    try {
      known = await installationKey(database, IMAGE_KEY);
      return known;
    } finally {
      reading = null;
    }
  };
  // All pictures of the first answer wait for one look-up.
  return () => known ?? (reading ??= read());
}
