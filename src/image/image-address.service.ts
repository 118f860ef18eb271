import { installationKey } from "../auth/installation-key.service.js";
import type { Database } from "../database/client.js";
import { IMAGE_KEY } from "./rendition.js";

/** Returns the key that addresses of renditions are signed with: at once when it is known, as it is after the first call. */
export type ImageKey = () => Uint8Array | Promise<Uint8Array>;

/** What the fields of an image need of a request. */
export interface ImageMeans {
  readonly imageKey: ImageKey;
}

/** Reads the key of a database when it is first needed, and then keeps it. */
export function imageKeyOf(database: Database): ImageKey {
  let known: Uint8Array | null = null;
  return () => known ?? installationKey(database, IMAGE_KEY).then((key) => (known = key));
}
