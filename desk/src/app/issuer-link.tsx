import { useQuery } from "@tanstack/react-query";
import { issuerQuery } from "../api/session.ts";
import { useWords } from "../languages/words.tsx";

/** Leads to the sign-in page of the issuer; nothing where there is none. */
export function IssuerLink({ isNewTab = false }: { readonly isNewTab?: boolean }) {
  const { t } = useWords();
  const { data: hasIssuer = false } = useQuery(issuerQuery);
  if (!hasIssuer) return null;
  return (
    <>
      {/* Not a page of the desk: the server leads on to the issuer. */}
      <a className="button primary" href="/desk/oidc" {...(isNewTab && { target: "_blank", rel: "noreferrer" })}>
        {t("signIn.issuer")}
      </a>
      <p className="quiet">{t("signIn.or")}</p>
    </>
  );
}
