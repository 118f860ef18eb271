import type { TypedDocumentString } from "../generated/graphql";

/** Where Dateline is. */
const ENDPOINT = new URL("/graphql", process.env["DATELINE_URL"] ?? "http://localhost:4000");

/** A READER token, so that the limit of requests is that of the token and not that of the site's address. */
const TOKEN = process.env["DATELINE_TOKEN"];

const TIMEOUT_MS = 10_000;

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Dateline refused a request or cannot be reached. */
export class DatelineError extends Error {
  constructor(
    message: string,
    /** `extensions.code` of the first error; null where there was no answer. */
    readonly code: string | null,
  ) {
    super(message);
  }
}

/**
 * Sends a query, always with variables: Dateline keeps what it found out about a document by its text.
 *
 * @param preview A preview token, which opens the draft of one article.
 * @throws {DatelineError} Without an answer, and for an answer with errors.
 */
export async function query<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  preview: string | null = null,
): Promise<Data> {
  const response = await fetch(ENDPOINT, {
    method: "POST",
    headers: { "content-type": "application/json", ...credentials(preview) },
    body: JSON.stringify({ query: document.toString(), variables }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((error: unknown) => {
    throw new DatelineError(`Dateline does not answer: ${String(error)}`, null);
  });
  const { data, errors } = await readAnswer<Data>(response);
  if (errors?.[0]) throw new DatelineError(errors[0].message, errors[0].extensions?.code ?? null);
  if (!data) throw new DatelineError(`Dateline answered with status ${response.status} and no data`, null);
  return data;
}

function credentials(preview: string | null): Record<string, string> {
  if (preview !== null) return { "x-preview-token": preview };
  return TOKEN ? { authorization: `Bearer ${TOKEN}` } : {};
}

/** The schema vouches for the shape: the types of documents are generated from it. */
async function readAnswer<Data>(response: Response): Promise<Answer<Data>> {
  try {
    return (await response.json()) as Answer<Data>;
  } catch {
    return {};
  }
}
