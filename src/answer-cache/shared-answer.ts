import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { BROTLI_QUALITY, THRESHOLD_BYTES } from "../http/compression.js";
import { entityTagOf } from "../http/entity-tag.js";
import { surrogateHeaders } from "./surrogate-keys.js";

/**
 * The `Cache-Control` of what anybody may keep, asking before each use whether it is still right. An article can be
 * corrected or killed at any moment, and no copy may outlive that; the entity tag makes asking cheap.
 */
export const KEPT_AND_ASKED = "public, no-cache";

/** The parts of an answer that everybody who asks for it gets. */
export class ReaderAnswer {
  constructor(
    readonly headers: Readonly<Record<string, string>>,
    readonly body: string,
    /** Milliseconds after which it is out of date even if nothing changes; null for never. */
    readonly maxAgeMs: number | null = null,
  ) {}
}

/** Encodings in the order in which they are preferred. */
const ENCODINGS = ["br", "gzip"] as const;
type Encoding = (typeof ENCODINGS)[number];

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** An answer to readers, as it is kept and sent. It is compressed once. */
export class SharedAnswer {
  readonly etag: string;
  /** All headers but those of its encoding. */
  readonly headers: Readonly<Record<string, string>>;
  #bytes: Buffer | null = null;
  readonly #encoded: Partial<Record<Encoding, Promise<Buffer>>> = {};

  /**
   * @param keys of what the answer contains: see ChangeKeys.
   * @param name of the operation, for the log; null without one.
   */
  constructor(
    readonly parts: ReaderAnswer,
    readonly keys: readonly string[],
    readonly name: string | null,
  ) {
    this.etag = entityTagOf(parts.body);
    this.headers = { ...parts.headers, etag: this.etag, ...surrogateHeaders(keys) };
  }

  /** The body, encoded once for all who get it from the cache. */
  get bytes(): Buffer {
    return (this.#bytes ??= Buffer.from(this.parts.body));
  }

  /** Whether it is sent to some clients in another encoding. */
  get isEncodable(): boolean {
    return this.bytes.length >= THRESHOLD_BYTES;
  }

  /** The encoding for a client, by its `Accept-Encoding` header; null for none. */
  encodingFor(accepted: string | undefined): Encoding | null {
    if (accepted === undefined || !this.isEncodable) return null;
    const names = new Set(accepted.split(",").flatMap((each) => acceptedName(each)));
    return ENCODINGS.find((each) => names.has(each)) ?? null;
  }

  encoded(encoding: Encoding): Promise<Buffer> {
    return (this.#encoded[encoding] ??=
      encoding === "br"
        ? toBrotli(this.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } })
        : toGzip(this.bytes));
  }
}

/** The name of an encoding that is accepted; none with the quality 0. */
function acceptedName(text: string): readonly string[] {
  const [name = "", ...parameters] = text.split(";").map((each) => each.trim().toLowerCase());
  return parameters.some((each) => /^q=0(\.0*)?$/.test(each)) ? [] : [name];
}
