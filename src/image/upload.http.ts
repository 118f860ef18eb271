import { rm } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { once } from "node:events";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { execute, type GraphQLSchema, parse } from "graphql";
import { forbids } from "../auth/acts.js";
import type { RequestContext } from "../auth/request.js";
import { codeOf } from "../database/startup-error.js";
import { OverloadedError } from "../graphql/errors.js";
import { DRAFT_VIEW } from "../graphql/loading/view.js";
import { encodeNodeId } from "../graphql/node-id.js";
import { ForbiddenError, UserError, ValidationError } from "../graphql/user-errors.js";
import { clientAddress, networkOf } from "../http/client-address.js";
import { FairTurns } from "../lib/fair-turns.js";
import type { ImageWorkers } from "./image-workers.js";
import { StoreError } from "./image-store.js";
import { FORM_LIMITS, FORM_PLUGIN, pathForUpload, receiveUpload, type Reception } from "./receive-upload.js";
import { ImageStoreUnavailableError, toHttpError, UploadRefusal } from "./upload.errors.js";
import { readUploadFields } from "./upload-fields.parse.js";
import { uploadImage, type UploadedImage, type UploadMeans } from "./upload.service.js";

/** Where pictures are uploaded. */
export const UPLOAD_PATH = "/images";

/** How many uploads are received at once, in all and of one client; further ones are refused. */
const RECEIVED = { atOnce: 64, atOncePerKey: 8, waiting: 64, waitingPerKey: 16 } as const;

/** How long the rest of a refused upload is read, so that its sender reads the refusal and not a broken connection. */
const LINGER_MS = 1000;

/** What uploads are served with. */
export interface UploadOptions extends UploadMeans, Reception {
  readonly schema: GraphQLSchema;
  readonly workers: ImageWorkers;
  readonly context: (request: FastifyRequest) => Promise<RequestContext>;
}

/** The fields of an image in the response. */
const FIELDS = `id url width height mediaType sizeBytes contentHash fileName alt headline caption credit copyright usageTerms
  usableUntil takenAt place focalPoint { x y } placeholder version createdAt`;

const DOCUMENT = parse(`query UploadedImage($id: ID!) { image(id: $id) { ${FIELDS} } }`);

/** Serves the upload of pictures at an address: a form with a file, or a file alone. */
export async function serveUploads(server: FastifyInstance, options: UploadOptions, path = UPLOAD_PATH): Promise<void> {
  const turns = new FairTurns(RECEIVED);
  await server.register(async (uploads) => {
    // The body is read by the handler alone, and only of those who may upload.
    uploads.removeAllContentTypeParsers();
    await uploads.register(FORM_PLUGIN, { limits: FORM_LIMITS, throwFileSizeLimit: false });
    uploads.addContentTypeParser("*", (_request, _payload, done) => done(null));
    uploads.post(path, async (request, reply) => {
      const context = await options.context(request);
      expectUploader(context);
      const client = clientOf(context, request);
      const end = await turns.enter(client);
      if (!end) throw new OverloadedError();
      try {
        const uploaded = await receiveAndStore(request, context, options, client);
        const image = await readImage(uploaded, context, options);
        return await reply.code(uploaded.isNew ? 201 : 200).send(image);
      } finally {
        end();
      }
    });
  });
}

/** The key by which the uploads of one caller are counted. */
function clientOf({ actor }: RequestContext, request: FastifyRequest): string {
  return actor.id === undefined ? networkOf(clientAddress(request)) : `${actor.issuer ?? ""} ${actor.id}`;
}

function expectUploader({ actor }: RequestContext): void {
  const denied = forbids(actor, "uploadImage");
  if (!denied) return;
  // Without a token the caller may be a person with the right.
  if (actor.id === undefined)
    throw new UploadRefusal("UNAUTHENTICATED", "An upload needs a token of an AUTHOR or above.");
  throw toHttpError(denied);
}

async function receiveAndStore(
  request: FastifyRequest,
  { work }: RequestContext,
  options: UploadOptions,
  client: string,
): Promise<UploadedImage> {
  let path: string | null = null;
  try {
    path = await pathForUpload(options);
    const { file, fields } = await receiveUpload(request, path, options);
    const read = readUploadFields(fields);
    if (read instanceof ValidationError) throw toHttpError(read);
    const done = await options.workers.run(client, () => uploadImage(work, options, file, read));
    if (done instanceof ForbiddenError || done instanceof ValidationError) throw toHttpError(done);
    if (done instanceof UserError) throw new Error(done.message);
    return done;
  } catch (error) {
    await linger(request);
    throw explain(error, request);
  } finally {
    if (path !== null) await rm(path, { force: true });
  }
}

async function linger({ raw }: FastifyRequest): Promise<void> {
  if (raw.complete || raw.readableEnded || raw.destroyed) return;
  raw.unpipe();
  raw.resume();
  await Promise.race([once(raw, "end").catch(() => undefined), pause(LINGER_MS, undefined, { ref: false })]);
}

/** What forms break, by the code of the library that reads them. */
const FORM_FAULTS: Readonly<Record<string, string>> = {
  FST_FILES_LIMIT: "An upload has one file; send each file in a request of its own.",
  FST_PARTS_LIMIT: `A form has at most ${FORM_LIMITS.fields} fields and one file.`,
  FST_FIELDS_LIMIT: `A form has at most ${FORM_LIMITS.fields} fields and one file.`,
  FST_PROTO_VIOLATION: "A form has no field of this name.",
};

function explain(error: unknown, request: FastifyRequest): unknown {
  const code = codeOf(error);
  const fault = FORM_FAULTS[code ?? ""];
  if (fault !== undefined) return new UploadRefusal("BAD_REQUEST", fault, { argument: "file" });
  const cause = isFileFault(error) ? new StoreError(`Uploads cannot be received: ${code}.`, { cause: error }) : error;
  if (cause instanceof StoreError) {
    request.log.error({ err: cause, requestId: request.id }, "the store of images is not available");
    return new ImageStoreUnavailableError(cause);
  }
  // The parser of forms reports what it cannot read as an error without a status.
  const isForm =
    error instanceof Error && /multipart|unexpected end of (?:form|file)|malformed part/iu.test(error.message);
  return isForm ? new UploadRefusal("BAD_REQUEST", "The form is malformed or cut off.") : error;
}

/** Whether the folder of incoming files cannot be made or written to, or its disk is full. */
function isFileFault(error: unknown): boolean {
  const isFull = codeOf(error) === "ENOSPC" || codeOf(error) === "EDQUOT";
  return isFull || (error instanceof Error && "syscall" in error && "path" in error);
}

/** The image as GraphQL returns it. */
async function readImage(
  { imageId }: UploadedImage,
  context: RequestContext,
  { schema }: UploadOptions,
): Promise<object> {
  const { data, errors } = await execute({
    schema,
    document: DOCUMENT,
    contextValue: { ...context, loader: context.loader.withView(DRAFT_VIEW) },
    variableValues: { id: encodeNodeId("Image", imageId) },
  });
  const image: unknown = data?.["image"];
  if (errors?.[0]) throw errors[0];
  if (typeof image !== "object" || image === null)
    throw new Error(`The image ${imageId} was stored but cannot be read.`);
  return image;
}
