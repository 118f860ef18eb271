import { nullableSetting, type SettingTable, setting, siteUrl, someOf, text, wholeNumber } from "../lib/settings.js";
import { PICTURE_TYPES, type PictureType } from "./picture-types.js";
import type { S3Bucket } from "./s3-store.js";

const PICTURES = Object.keys(PICTURE_TYPES) as PictureType[]; // Object.keys returns strings.

/** The settings of images, by their property in the configuration. */
export const IMAGE_SETTINGS = {
  maxImageBytes: setting("MAX_IMAGE_BYTES", wholeNumber(1_000, 1_000_000_000), 50_000_000, {
    description: "Maximum size of the file of an uploaded image, in bytes.",
  }),
  maxImagePixels: setting("MAX_IMAGE_PIXELS", wholeNumber(1, 1_000_000_000), 64_000_000, {
    description:
      "Maximum width times height of an uploaded image, of all frames of an animation together. Decoding takes 4 bytes of memory for each.",
  }),
  imageTypes: setting("IMAGE_TYPES", someOf(PICTURES), PICTURES, {
    description: `Types of image that may be uploaded, a list of some of ${PICTURES.join(", ")}.`,
  }),
  imageWorkers: setting("IMAGE_WORKERS", wholeNumber(1, 32), 2, {
    description:
      "Number of images that are decoded or encoded at once, 1 to 32. Each takes a processor and, for a large image, up to a gigabyte of memory.",
  }),
  uploadTimeoutMs: setting("UPLOAD_TIMEOUT_MS", wholeNumber(0, 3_600_000), 300_000, {
    description: "Milliseconds in which a client has to send an image; 0 is no limit.",
  }),
  s3BucketUrl: nullableSetting("S3_BUCKET_URL", siteUrl(), {
    defaultText: "the folder images in DATA_DIR",
    description:
      "Bucket of an S3-compatible store for the files of images, such as https://s3.example.com/bucket or https://bucket.s3.eu-west-1.amazonaws.com; a path behind the bucket is a folder in it.",
  }),
  s3Region: setting("S3_REGION", text(100), "us-east-1", { description: "Region of the bucket." }),
  s3AccessKeyId: nullableSetting("S3_ACCESS_KEY_ID", text(200), {
    defaultText: "none",
    description: "Access key of the bucket; required with S3_BUCKET_URL.",
  }),
  s3SecretAccessKey: nullableSetting("S3_SECRET_ACCESS_KEY", text(200), {
    defaultText: "none",
    description: "Secret of the access key; required with S3_BUCKET_URL.",
  }),
} as const satisfies SettingTable;

/** The settings of a bucket as they were set. */
export interface BucketSettings {
  readonly s3BucketUrl: string | null;
  readonly s3Region: string;
  readonly s3AccessKeyId: string | null;
  readonly s3SecretAccessKey: string | null;
}

/** The bucket of some settings, null where none is named, or the sentences of what is missing. */
export function bucketOf(settings: BucketSettings): S3Bucket | null | readonly string[] {
  const {
    s3BucketUrl: url,
    s3Region: region,
    s3AccessKeyId: accessKeyId,
    s3SecretAccessKey: secretAccessKey,
  } = settings;
  if (url === null) return null;
  if (accessKeyId !== null && secretAccessKey !== null) return { url, region, accessKeyId, secretAccessKey };
  return [
    ...(accessKeyId === null ? ["S3_ACCESS_KEY_ID must be set with S3_BUCKET_URL."] : []),
    ...(secretAccessKey === null ? ["S3_SECRET_ACCESS_KEY must be set with S3_BUCKET_URL."] : []),
  ];
}
