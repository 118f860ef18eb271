import { join, resolve } from "node:path";
import { FolderStore } from "./folder-store.js";
import type { ImageStore } from "./image-store.js";
import { type S3Bucket, S3Store } from "./s3-store.js";

/** Where the files of images are. */
export interface ImagePlace {
  readonly dataDir: string;
  /** Null for a folder in `dataDir`. */
  readonly imageBucket: S3Bucket | null;
}

/** The store of images, and the folder of files that are arriving. */
export interface OpenImages {
  readonly store: ImageStore;
  readonly folder: string;
}

/** Opens the store of images that the settings name. Nothing is made or asked before the first image. */
export function openImages({ dataDir, imageBucket }: ImagePlace): OpenImages {
  const folder = new FolderStore(join(resolve(dataDir), "images"));
  return { store: imageBucket === null ? folder : new S3Store(imageBucket), folder: folder.incoming };
}
