import { type ImageToShowFragment, ImageUploadedDocument } from "../api/generated/graphql.ts";
import { OFFLINE, request, RequestError } from "../api/request.ts";

interface UploadAnswer {
  readonly id?: string;
  readonly errors?: readonly { readonly message: string }[];
}

/** Uploads a picture to the library and returns it; the same file again is the picture that is there. */
export async function uploadImage(file: File): Promise<ImageToShowFragment> {
  const form = new FormData();
  form.append("file", file);
  const response = await fetch("/desk/images", { method: "POST", body: form }).catch(() => {
    throw new RequestError("The server cannot be reached.", OFFLINE, null);
  });
  // What is no JSON comes from a proxy, whose status is all that is known.
  const answer: UploadAnswer = await response.json().catch(() => ({}));
  if (answer.id === undefined) {
    const message = answer.errors?.[0]?.message ?? `HTTP ${response.status}`;
    throw new RequestError(message, `HTTP_${response.status}`, response.headers.get("x-request-id"));
  }
  const { image } = await request(ImageUploadedDocument, { id: answer.id });
  if (!image) throw new RequestError("The picture was uploaded, but cannot be read.", "NOT_FOUND", null);
  return image;
}
