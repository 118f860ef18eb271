import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import { ImageWorkers } from "./image-workers.js";
import type { PictureLimits } from "./inspect-picture.js";
import type { OpenImages } from "./open-images.js";
import { type RenditionRouteOptions, serveRenditions } from "./rendition.http.js";
import { Renditions } from "./renditions.service.js";
import { serveUploads, type UploadOptions } from "./upload.http.js";

/** What bounds uploads, and the work on pictures. */
export type ImageLimits = PictureLimits & {
  /** How many pictures are decoded or encoded at once. */
  readonly imageWorkers: number;
};

/** What the routes of images are served with. */
export interface ImageRouteOptions
  extends Pick<UploadOptions, "schema" | "context">,
    Pick<RenditionRouteOptions, "imageKey"> {
  readonly images: OpenImages;
  readonly imageLimits: ImageLimits;
  readonly log: FastifyBaseLogger;
}

/** Serves uploads at a further address, to those that another context identifies. */
export type ServeMoreUploads = (
  server: FastifyInstance,
  path: string,
  context: UploadOptions["context"],
) => Promise<void>;

/**
 * Serves uploads and renditions, which share the threads that work on pictures.
 *
 * @returns what serves uploads at other addresses, with the same threads.
 */
export async function serveImages(server: FastifyInstance, options: ImageRouteOptions): Promise<ServeMoreUploads> {
  const { images, imageLimits, log } = options;
  const workers = new ImageWorkers(imageLimits.imageWorkers);
  const renditions = new Renditions({ store: images.store, workers, log });
  serveRenditions(server, { ...options, renditions });
  const uploads = { ...options, ...images, limits: imageLimits, workers };
  await serveUploads(server, uploads);
  return (scope, path, context) => serveUploads(scope, { ...uploads, context }, path);
}
