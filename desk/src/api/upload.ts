import { errorOf, type ServerError, unreachable } from "./request.ts";
import { sessionEnd } from "./session-end.ts";

const UNAUTHORIZED = 401;

interface Answer {
  readonly id?: string;
  readonly errors?: readonly ServerError[];
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
      throw unreachable();
    });
    const { id, errors }: Answer = await response.json().catch(() => ({}));
    if (response.ok && id !== undefined) return id;
    if (response.status !== UNAUTHORIZED) throw errorOf(response, errors?.[0]);
    await sessionEnd.untilSignedIn();
  }
}
