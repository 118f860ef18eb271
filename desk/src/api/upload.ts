import { wordedRefusal } from "../languages/spoken.ts";
import { OFFLINE, RequestError } from "./request.ts";
import { sessionEnd } from "./session-end.ts";

const UNAUTHORIZED = 401;

interface Answer {
  readonly id?: string;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/**
 * Uploads a picture and returns the id of its image; the same file is kept once. Waits for a new session when the
 * session has ended.
 *
 * @throws RequestError when the server refuses it, and when it cannot be reached.
 */
export async function sendPicture(file: File): Promise<string> {
  for (;;) {
    const form = new FormData();
    form.append("file", file);
    const response = await fetch("/desk/images", { method: "POST", body: form }).catch(() => {
      throw new RequestError("The server cannot be reached.", OFFLINE, null);
    });
    const { id, errors }: Answer = await response.json().catch(() => ({}));
    if (response.ok && id !== undefined) return id;
    if (response.status !== UNAUTHORIZED) {
      const [error] = errors ?? [];
      const code = error?.extensions.code ?? `HTTP_${response.status}`;
      const message = wordedRefusal({ code, message: error?.message ?? "The upload failed." });
      throw new RequestError(message, code, response.headers.get("x-request-id"));
    }
    await sessionEnd.untilSignedIn();
  }
}
