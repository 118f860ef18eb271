import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import type { PictureIntake } from "./picture-intake.service.js";
import { type RenditionRouteOptions, serveRenditions } from "./rendition.http.js";
import { Renditions } from "./renditions.service.js";
import { serveUploads, type UploadOptions } from "./upload.http.js";

/** What the routes of images are served with. */
export interface ImageRouteOptions
  extends Pick<UploadOptions, "schema" | "context">,
    Pick<RenditionRouteOptions, "imageKey"> {
  readonly intake: PictureIntake;
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
  const { intake, log } = options;
  const renditions = new Renditions({ store: intake.store, workers: intake.workers, log });
  serveRenditions(server, { ...options, renditions });
  const uploads = { ...options, ...intake };
  await serveUploads(server, uploads);
  return (scope, path, context) => serveUploads(scope, { ...uploads, context }, path);
}
