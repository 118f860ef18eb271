import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "@20minutes/s3rver";
import type { S3Bucket } from "../../src/image/s3-store.js";

/** A bucket that a test may fill. */
export interface TestBucket {
  readonly bucket: S3Bucket;
  readonly close: () => Promise<void>;
}

/** The keys that this server knows by itself. */
const KEYS = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER", region: "us-east-1" } as const;

/**
 * Starts a server of the protocol of S3 with an empty bucket. It keeps objects in a folder and checks signatures of version 4,
 * but it is a server for tests: TEST_S3_BUCKET_URL, with the names of the settings, runs the same tests on a real one.
 */
export async function openTestBucket(): Promise<TestBucket> {
  const directory = await mkdtemp(join(tmpdir(), "dateline-s3-"));
  const options = { address: "127.0.0.1", port: 0, silent: true, directory, configureBuckets: [{ name: "pictures" }] };
  const server = new S3rver(options);
  const { port } = await server.run();
  return {
    bucket: { ...KEYS, url: `http://127.0.0.1:${port}/pictures` },
    close: async () => {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** The bucket of a real server that the environment names; null without one. */
export function realBucket(): S3Bucket | null {
  const {
    TEST_S3_BUCKET_URL: url,
    TEST_S3_ACCESS_KEY_ID: accessKeyId = "",
    TEST_S3_SECRET_ACCESS_KEY: secretAccessKey = "",
  } = process.env;
  return url === undefined
    ? null
    : { url, region: process.env["TEST_S3_REGION"] ?? "us-east-1", accessKeyId, secretAccessKey };
}
