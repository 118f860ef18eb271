import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { ViewerDocument } from "../api/generated/graphql.ts";
import { request } from "../api/request.ts";
import { sessionEnd } from "../api/session-end.ts";
import { viewerQuery } from "../api/session.ts";
import { useWords } from "../languages/words.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { IssuerLink } from "./issuer-link.tsx";
import { SignInForm } from "./sign-in-form.tsx";

/** How often a sign-in in another window is looked for, in milliseconds. */
const INTERVAL_MS = 3000;

/** Goes on when the user has signed in in another window, such as at the issuer. */
function useSignInElsewhere(hasEnded: boolean): void {
  const { isSuccess } = useQuery({
    queryKey: ["viewer", "elsewhere"],
    queryFn: ({ signal }) => request(ViewerDocument, {}, { signal, failsSignedOut: true }),
    enabled: hasEnded,
    refetchInterval: INTERVAL_MS,
    refetchIntervalInBackground: true,
    retry: false,
    gcTime: 0,
  });
  useEffect(() => {
    if (hasEnded && isSuccess) sessionEnd.signedIn();
  }, [hasEnded, isSuccess]);
}

/** Asks for a new session over the page when the session has ended; what waited for it goes on then. */
export function SignInDialog() {
  const { t } = useWords();
  const hasEnded = useSyncExternalStore(sessionEnd.subscribe, sessionEnd.hasEnded);
  const queryClient = useQueryClient();
  useSignInElsewhere(hasEnded);
  if (!hasEnded) return null;
  const goOn = async (): Promise<void> => {
    sessionEnd.signedIn();
    await queryClient.invalidateQueries(viewerQuery);
  };
  return (
    <Dialog title={t("signIn.ended")}>
      <p>{t("signIn.endedText")}</p>
      <IssuerLink isNewTab />
      <SignInForm onSignedIn={goOn} />
    </Dialog>
  );
}
