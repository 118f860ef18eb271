import sharp from "sharp";
import type { TestApp } from "./app.js";

/** A picture of noise, which compresses badly, or of one colour. Different seeds make different files. */
export interface PictureOptions {
  readonly width?: number;
  readonly height?: number;
  readonly format?: "jpeg" | "png" | "webp" | "avif" | "gif";
  readonly colour?: string;
  /** Makes the file unlike others of the same size and colour. */
  readonly seed?: number;
}

/** The bytes of a generated picture. */
export async function makePicture(options: PictureOptions = {}): Promise<Buffer> {
  const { width = 640, height = 400, format = "jpeg", colour = "#336699", seed = 0 } = options;
  const background = seed === 0 ? colour : { r: seed % 256, g: (seed >> 8) % 256, b: 90 };
  return sharp({ create: { width, height, channels: 3, background } })
    .toFormat(format)
    .toBuffer();
}

/** A picture whose quarters are red, green, blue and white, from the upper left, clockwise. */
export async function makeQuarters(width: number, height: number): Promise<Buffer> {
  const colours = { left: ["#ff0000", "#ffffff"], right: ["#00ff00", "#0000ff"] } as const;
  const quarter = (background: string): Promise<Buffer> =>
    sharp({ create: { width: width / 2, height: height / 2, channels: 3, background } })
      .png()
      .toBuffer();
  const parts = [
    { input: await quarter(colours.left[0]), left: 0, top: 0 },
    { input: await quarter(colours.right[0]), left: width / 2, top: 0 },
    { input: await quarter(colours.right[1]), left: width / 2, top: height / 2 },
    { input: await quarter(colours.left[1]), left: 0, top: height / 2 },
  ];
  return sharp({ create: { width, height, channels: 3, background: "#000000" } })
    .composite(parts)
    .png()
    .toBuffer();
}

/** An animation with frames of different reds. */
export async function makeAnimation(frames: number, format: "gif" | "webp" = "gif"): Promise<Buffer> {
  const pages = await Promise.all(
    Array.from({ length: frames }, (_, at) =>
      sharp({ create: { width: 60, height: 40, channels: 3, background: { r: (at * 40) % 256, g: 0, b: 0 } } })
        .png()
        .toBuffer(),
    ),
  );
  return sharp(pages, { join: { animated: true } })
    .toFormat(format)
    .toBuffer();
}

/** The response to an upload. */
export interface UploadAnswer {
  readonly status: number;
  /** The image, or the errors. */
  readonly body: Readonly<Record<string, unknown>> & {
    readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
  };
}

/** Uploads bytes as a form. */
export async function upload(
  app: TestApp,
  headers: Readonly<Record<string, string>>,
  content: Uint8Array,
  fields: Readonly<Record<string, string>> = {},
  name = "picture.jpg",
): Promise<UploadAnswer> {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append("file", new Blob([Buffer.from(content)]), name);
  const sent = new Response(form);
  const type = sent.headers.get("content-type") ?? "";
  return send(app, { ...headers, "content-type": type }, Buffer.from(await sent.arrayBuffer()));
}

/** Sends a body to the address of uploads. */
export async function send(
  app: TestApp,
  headers: Readonly<Record<string, string>>,
  payload: Buffer,
  query = "",
): Promise<UploadAnswer> {
  const { statusCode, body } = await app.http.inject({ method: "POST", url: `/images${query}`, headers, payload });
  return { status: statusCode, body: JSON.parse(body) as UploadAnswer["body"] };
}

/** Uploads a picture that must be accepted, and returns its global id. */
export async function uploaded(
  app: TestApp,
  headers: Readonly<Record<string, string>>,
  content?: Uint8Array,
  fields: Readonly<Record<string, string>> = {},
): Promise<string> {
  const answer = await upload(app, headers, content ?? (await makePicture()), fields);
  if (answer.status !== 201) throw new Error(`The upload was answered with ${JSON.stringify(answer)}.`);
  return String(answer.body["id"]);
}

/** A response with a picture. */
export interface PictureAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly content: Buffer;
}

/** Requests the path of an address of a picture. */
export async function fetchPicture(
  app: TestApp,
  url: string,
  headers: Readonly<Record<string, string>> = {},
  method: "GET" | "HEAD" = "GET",
): Promise<PictureAnswer> {
  const answer = await app.http.inject({ method, url: new URL(url).pathname, headers: { ...headers } });
  return { status: answer.statusCode, headers: answer.headers, content: answer.rawPayload };
}
