import { rm } from "node:fs/promises";
import type { Readable } from "node:stream";
import type { Work } from "../auth/work.js";
import type { UserError } from "../graphql/user-errors.js";
import type { ImageFieldsInput } from "./image-fields.parse.js";
import { ImageWorkers } from "./image-workers.js";
import type { PictureLimits } from "./inspect-picture.js";
import type { OpenImages } from "./open-images.js";
import { pathForUpload, receiveFile, type Reception } from "./receive-upload.js";
import { uploadImage, type UploadedImage, type UploadMeans } from "./upload.service.js";

/** What bounds the pictures that come in, and the work on pictures. */
export type ImageLimits = PictureLimits & {
  /** How many pictures are decoded or encoded at once. */
  readonly imageWorkers: number;
};

/** What takes pictures in, from uploads and from imports. */
export interface PictureIntake extends UploadMeans, Reception {
  readonly workers: ImageWorkers;
}

/** Makes what takes pictures in, once for a process. */
export function pictureIntake(images: OpenImages, limits: ImageLimits): PictureIntake {
  return { ...images, limits, workers: new ImageWorkers(limits.imageWorkers) };
}

/** A picture that comes in without a form. */
export interface IncomingPicture {
  readonly content: Readable;
  /** Null without a name. */
  readonly fileName: string | null;
  readonly fields: ImageFieldsInput;
}

/**
 * Stores a picture as an upload of it is stored.
 *
 * @param client the key by which the work of one caller is counted.
 * @throws UploadRefusal when it is no sound picture; StoreError when it cannot be stored; OverloadedError.
 */
export async function takePicture(
  work: Work,
  intake: PictureIntake,
  client: string,
  { content, fileName, fields }: IncomingPicture,
): Promise<UploadedImage | UserError> {
  const path = await pathForUpload(intake);
  try {
    const received = await receiveFile(content, path, intake.limits);
    return await intake.workers.run(client, () => uploadImage(work, intake, { ...received, path, fileName }, fields));
  } finally {
    await rm(path, { force: true });
  }
}
