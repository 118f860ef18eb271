import { useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { sessionEnd } from "../api/session-end.ts";
import { viewerQuery } from "../api/session.ts";
import { useWords } from "../languages/words.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SignInForm } from "./sign-in-form.tsx";

/** Asks for a new session over the page when the session has ended; what waited for it goes on then. */
export function SignInDialog() {
  const { t } = useWords();
  const hasEnded = useSyncExternalStore(sessionEnd.subscribe, sessionEnd.hasEnded);
  const queryClient = useQueryClient();
  if (!hasEnded) return null;
  const goOn = async (): Promise<void> => {
    sessionEnd.signedIn();
    await queryClient.invalidateQueries(viewerQuery);
  };
  return (
    <Dialog title={t("signIn.ended")}>
      <p>{t("signIn.endedText")}</p>
      <SignInForm onSignedIn={goOn} />
    </Dialog>
  );
}
