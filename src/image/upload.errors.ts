import { HeaderMap } from "@apollo/server";
import { GraphQLError } from "graphql";
import { RETRY_AFTER_S } from "../graphql/errors.js";
import type { ForbiddenError, ValidationError } from "../graphql/user-errors.js";
import type { StoreError } from "./image-store.js";

/** The numbers of a limit that was exceeded, and the part of the request at fault. */
interface RefusalDetails {
  /** The form field at fault. */
  readonly argument?: string;
  readonly limit?: number;
  readonly found?: number;
}

/** Why an upload is refused, as an error of its HTTP response. Nothing was stored. */
export class UploadRefusal extends GraphQLError {
  constructor(code: UploadRefusalCode, message: string, details: RefusalDetails = {}) {
    super(message, { extensions: { code, ...details, http: { status: STATUSES[code] } } });
  }
}

/** The status of each code. */
const STATUSES = {
  BAD_REQUEST: 400,
  UNAUTHENTICATED: 401,
  IMAGE_TOO_LARGE: 413,
  IMAGE_TYPE_UNSUPPORTED: 415,
  IMAGE_DAMAGED: 422,
  IMAGE_TOO_MANY_PIXELS: 422,
  IMAGE_TRAILING_DATA: 422,
} as const;
type UploadRefusalCode = keyof typeof STATUSES;

/** The error of a service as that of an HTTP response. */
export function toHttpError(error: ForbiddenError | ValidationError): GraphQLError {
  const status = error.code === "FORBIDDEN" ? 403 : 400;
  const issues = "issues" in error ? { issues: error.issues } : {};
  const argument = error.path?.at(-1);
  const named = argument === undefined ? {} : { argument };
  return new GraphQLError(error.message, { extensions: { code: error.code, ...named, ...issues, http: { status } } });
}

/** The store of images does not answer or is full. Refuses the request with SERVICE_UNAVAILABLE; it may succeed later. */
export class ImageStoreUnavailableError extends GraphQLError {
  constructor(cause: StoreError) {
    const headers = new HeaderMap([["retry-after", String(RETRY_AFTER_S)]]);
    super("The store of images is not available; try again later.", {
      extensions: { code: "SERVICE_UNAVAILABLE", reason: "IMAGE_STORE", http: { status: 503, headers } },
      originalError: cause,
    });
  }
}
