import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import { clientAddress, networkOf } from "../http/client-address.js";
import type { ImageKey } from "./image-address.service.js";
import { StoreError } from "./image-store.js";
import { AbandonedWork } from "./image-workers.js";
import { readRendition, type Rendition, RENDITION_FORMATS } from "./rendition.js";
import type { RenditionFile, Renditions } from "./renditions.service.js";
import { ImageStoreUnavailableError } from "./upload.errors.js";

/** A picture is never a page: a browser that opens it runs, loads and embeds nothing. */
const PICTURE_POLICY = "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none';sandbox";

/** Under its address a rendition never changes. */
const FOR_EVER = "public, max-age=31536000, immutable";

/** What renditions are served with. */
export interface RenditionRouteOptions {
  readonly renditions: Renditions;
  readonly imageKey: ImageKey;
}

interface RenditionRoute {
  readonly Params: { readonly id: string; readonly name: string };
}

/** Serves the renditions of images under their signed addresses. Who has an address may read it: it cannot be guessed. */
export function serveRenditions(server: FastifyInstance, { renditions, imageKey }: RenditionRouteOptions): void {
  server.get<RenditionRoute>("/images/:id/:name", async (request, reply) => {
    const { id, name } = request.params;
    const rendition = readRendition(id, name, await imageKey());
    if (rendition === null) throw notFound();
    const tag = `"${name}"`;
    // The address decides the content, so a client that has anything from here has this.
    if (hasTag(request, tag)) return headersOf(reply, rendition, tag).code(304).send();
    const file = await open(renditions, rendition, request);
    if (file === null) throw notFound();
    return headersOf(reply, rendition, tag).header("content-length", file.sizeBytes).send(file.content);
  });
}

function notFound(): GraphQLError {
  return new GraphQLError("There is no image at this address, or its signature is not valid.", {
    extensions: { code: "NOT_FOUND", http: { status: 404 } },
  });
}

function hasTag({ headers }: FastifyRequest, tag: string): boolean {
  const known = headers["if-none-match"]?.split(",").map((each) => each.trim().replace(/^W\//u, "")) ?? [];
  return known.includes(tag) || known.includes("*");
}

function headersOf(reply: FastifyReply, { format, imageId }: Rendition, tag: string): FastifyReply {
  const { mediaType, extension } = RENDITION_FORMATS[format];
  return reply.headers({
    "content-type": mediaType,
    "content-disposition": `inline; filename="${imageId}.${extension}"`,
    "content-security-policy": PICTURE_POLICY,
    "cache-control": FOR_EVER,
    etag: tag,
  });
}

async function open(
  renditions: Renditions,
  rendition: Rendition,
  request: FastifyRequest,
): Promise<RenditionFile | null> {
  const client = networkOf(clientAddress(request));
  try {
    return await renditions.open(rendition, {
      client,
      isGone: () => request.socket.destroyed,
    });
  } catch (error) {
    if (error instanceof AbandonedWork) return null;
    if (!(error instanceof StoreError)) throw error;
    request.log.error({ err: error, requestId: request.id }, "the store of images is not available");
    throw new ImageStoreUnavailableError(error);
  }
}
