import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { AwsClient } from "aws4fetch";
import { messageOf } from "../database/startup-error.js";
import { type ImageStore, type NewContent, type ObjectContent, type StoredObject, StoreError } from "./image-store.js";
import { childrenNamed, readXml, textIn } from "./xml-tree.js";

/** A bucket of a store that speaks the protocol of S3. */
export interface S3Bucket {
  /** The address of the bucket, and of a folder in it: keys are appended to it. */
  readonly url: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** How long one request may take. */
const TIMEOUT_MS = 60_000;

/** How many objects one page of a list has at most. */
const PAGE_SIZE = 1000;

/** How often a request is sent in all when the store is busy or does not answer, and the first pause between. */
const MAX_ATTEMPTS = 3;
const FIRST_PAUSE_MS = 200;

interface S3Request {
  readonly method: "GET" | "HEAD" | "PUT" | "DELETE";
  readonly content?: NewContent;
  readonly mediaType?: string;
}

/** Images in a bucket of S3, or of a store that speaks its protocol with signatures of version 4. */
export class S3Store implements ImageStore {
  readonly description: string;
  readonly #client: AwsClient;
  readonly #base: URL;

  constructor(
    { url, region, accessKeyId, secretAccessKey }: S3Bucket,
    readonly pageSize = PAGE_SIZE,
  ) {
    this.#base = new URL(`${url.replace(/\/+$/, "")}/`);
    this.description = `the bucket ${url}`;
    this.#client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3" });
  }

  async put(key: string, content: NewContent, mediaType: string): Promise<void> {
    await drain(await this.#request(new URL(key, this.#base), { method: "PUT", content, mediaType }));
  }

  async get(key: string): Promise<ObjectContent | null> {
    const response = await this.#request(new URL(key, this.#base), { method: "GET" });
    if (response.status === 404) return drain(response);
    if (response.body === null) throw new StoreError(`${this.description} returned an object without content.`);
    return { sizeBytes: Number(response.headers.get("content-length")), stream: Readable.fromWeb(response.body) };
  }

  async has(key: string): Promise<boolean> {
    return (await this.#request(new URL(key, this.#base), { method: "HEAD" })).status !== 404;
  }

  async delete(key: string): Promise<void> {
    await drain(await this.#request(new URL(key, this.#base), { method: "DELETE" }));
  }

  async *list(prefix: string): AsyncGenerator<StoredObject> {
    const { bucket, folder } = this.#place();
    let token: string | null = null;
    do {
      const address: URL = new URL(bucket);
      const parameters = { "list-type": "2", "max-keys": String(this.pageSize), prefix: `${folder}${prefix}` };
      for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
      if (token !== null) address.searchParams.set("continuation-token", token);
      const page = readPage(await (await this.#request(address, { method: "GET" })).text());
      for (const object of page.objects) yield { ...object, key: object.key.slice(folder.length) };
      token = page.next;
    } while (token !== null);
  }

  /**
   * The address of the bucket itself, and the folder in it. In `https://bucket.s3.example` the host names the bucket; in
   * `https://s3.example/bucket` the first part of the path does.
   */
  #place(): { readonly bucket: string; readonly folder: string } {
    const { origin, pathname, hostname } = this.#base;
    const parts = pathname.split("/").filter((part) => part !== "");
    const isInHost = /\.s3[.-]/.test(hostname);
    const bucket = isInHost ? `${origin}/` : `${origin}/${parts.shift() ?? ""}`;
    return { bucket, folder: parts.length === 0 ? "" : `${parts.join("/")}/` };
  }

  async #request(address: URL, request: S3Request): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await this.#send(address, request).catch((error: unknown) => {
        if (attempt < MAX_ATTEMPTS) return null;
        throw new StoreError(`${this.description} does not answer: ${messageOf(error)}.`, { cause: error });
      });
      if (response?.ok || (response?.status === 404 && request.method !== "PUT")) return response;
      const isPassing = response === null || response.status >= 500 || response.status === 429;
      if (!isPassing || attempt >= MAX_ATTEMPTS) throw await this.#refusal(response);
      await drain(response);
      await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1));
    }
  }

  async #send(address: URL, { method, content, mediaType }: S3Request): Promise<Response> {
    const headers: Record<string, string> = mediaType === undefined ? {} : { "content-type": mediaType };
    // The content is not part of the signature, so that it is read once; its length is, and TLS protects the rest.
    if (content) headers["content-length"] = String("file" in content ? content.sizeBytes : content.byteLength);
    const signed = await this.#client.sign(address.href, { method, headers, aws: { allHeaders: method === "PUT" } });
    return fetch(signed.url, {
      method,
      headers: signed.headers,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(content && bodyOf(content)),
    });
  }

  async #refusal(response: Response | null): Promise<StoreError> {
    const text = response === null ? "" : (await response.text()).slice(0, 2000);
    const [, code] = /<Code>(\w{1,60})<\/Code>/u.exec(text) ?? [];
    return new StoreError(`${this.description} refused a request: ${code ?? `status ${response?.status ?? 0}`}.`);
  }
}

function bodyOf(content: NewContent): RequestInit & { readonly duplex?: "half" } {
  if (content instanceof Uint8Array) return { body: Buffer.from(content) };
  // The types of the platform and of Node name the same class differently.
  return { body: Readable.toWeb(createReadStream(content.file)) as ReadableStream, duplex: "half" };
}

/** Reads the rest of a response, so that its connection can be used again. */
async function drain(response: Response | null): Promise<null> {
  await response?.arrayBuffer();
  return null;
}

/** One page of a list, and the token of the next one. */
function readPage(xml: string): { readonly objects: readonly StoredObject[]; readonly next: string | null } {
  const [list] = childrenNamed(readXml(xml), "ListBucketResult");
  if (!list) throw new StoreError("The store of images returned no list of objects.");
  const objects = childrenNamed(list, "Contents").map((entry) => ({
    key: textIn(entry, "Key"),
    sizeBytes: Number(textIn(entry, "Size")),
    storedAt: new Date(textIn(entry, "LastModified")),
  }));
  const isCut = textIn(list, "IsTruncated") === "true";
  return { objects, next: isCut ? textIn(list, "NextContinuationToken") : null };
}
