import { type ImageToShowFragment, ImageUploadedDocument } from "../api/generated/graphql.ts";
import { request, RequestError } from "../api/request.ts";
import { sendPicture } from "../api/upload.ts";

/** Uploads a picture to the library and returns it; the same file again is the picture that is there. */
export async function uploadImage(file: File): Promise<ImageToShowFragment> {
  const { image } = await request(ImageUploadedDocument, { id: await sendPicture(file) });
  if (!image) throw new RequestError("The picture was uploaded, but cannot be read.", "NOT_FOUND", null);
  return image;
}
