import { queryOptions } from "@tanstack/react-query";
import { ViewerDocument } from "./generated/graphql.ts";
import { OFFLINE, request, RequestError } from "./request.ts";

/** Who is signed in; an error where nobody is. */
export const viewerQuery = queryOptions({
  queryKey: ["viewer"],
  queryFn: ({ signal }) => request(ViewerDocument, {}, { signal, failsSignedOut: true }).then(({ viewer }) => viewer),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

/** Exchanges a token, or the secret of a sign-in link, for the cookie of a session, which no script can read. */
export async function signIn(secret: { readonly token: string } | { readonly link: string }): Promise<void> {
  const isLink = "link" in secret;
  const response = await fetch("/desk/session", {
    method: "POST",
    headers: isLink ? { "content-type": "application/json" } : { authorization: `Bearer ${secret.token}` },
    ...(isLink && { body: JSON.stringify(secret) }),
  }).catch(() => {
    throw new RequestError("The server cannot be reached.", OFFLINE, null);
  });
  if (response.ok) return;
  const answer: { errors?: { message: string; extensions: { code: string } }[] } = await response
    .json()
    .catch(() => ({}));
  const [error] = answer.errors ?? [];
  throw new RequestError(error?.message ?? "", error?.extensions.code ?? `HTTP_${response.status}`, null);
}

/** Ends the session of this browser, or all sessions of the user. */
export async function signOut(isEverywhere: boolean): Promise<void> {
  await fetch(isEverywhere ? "/desk/sessions" : "/desk/session", { method: "DELETE" });
}

/** Whether people can sign in with their account at an issuer. */
export const issuerQuery = queryOptions({
  queryKey: ["sign-in-options"],
  queryFn: async ({ signal }): Promise<boolean> => {
    const response = await fetch("/desk/options", { signal });
    const { hasIssuer = false }: { hasIssuer?: boolean } = await response.json();
    return hasIssuer;
  },
  staleTime: Number.POSITIVE_INFINITY,
});
