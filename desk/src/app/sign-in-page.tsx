import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useEffectEvent, useState } from "react";
import { signIn, viewerQuery } from "../api/session.ts";
import { useWords } from "../languages/words.tsx";
import { IssuerLink } from "./issuer-link.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { SignInForm } from "./sign-in-form.tsx";

const route = getRouteApi("/sign-in");

type LinkState = "none" | "working" | "refused";

/**
 * Redeems a sign-in link once. Its secret is behind the `#`, so that no server or log gets it with the address. A link that is
 * opened where this page is open already changes nothing but what is behind the `#`.
 */
function useSignInLink(onSignedIn: () => Promise<void>): LinkState {
  const [state, setState] = useState<LinkState>(() => (location.hash.length > 1 ? "working" : "none"));
  const signedIn = useEffectEvent(onSignedIn);
  useEffect(() => {
    const redeem = (): void => {
      const secret = location.hash.slice(1);
      if (secret === "") return;
      history.replaceState(history.state, "", location.pathname);
      setState("working");
      signIn({ link: secret }).then(
        () => signedIn(),
        () => setState("refused"),
      );
    };
    redeem();
    window.addEventListener("hashchange", redeem);
    return () => window.removeEventListener("hashchange", redeem);
  }, []);
  return state;
}

/** Where a session begins. */
export function SignInPage() {
  const { t } = useWords();
  const { next, failed } = route.useSearch();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const enter = useCallback(async () => {
    await queryClient.resetQueries(viewerQuery);
    await navigate({ href: next ?? "/", replace: true });
  }, [queryClient, navigate, next]);
  const link = useSignInLink(enter);
  useEffect(() => {
    document.title = t("signIn.title");
  }, [t]);
  return (
    <main className="sign-in" id="main">
      <h1>{t("signIn.title")}</h1>
      {link === "working" && <p role="status">{t("signIn.working")}</p>}
      {link === "refused" && (
        <p role="alert" className="notice bad">
          {t("signIn.linkUsed")}
        </p>
      )}
      {failed && (
        <p role="alert" className="notice bad">
          {t("signIn.failed")}
        </p>
      )}
      {link !== "working" && <IssuerLink />}
      {link !== "working" && <SignInForm onSignedIn={enter} />}
      <LanguageChoice />
    </main>
  );
}
