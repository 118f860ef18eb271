import { Link, type LinkProps } from "@tanstack/react-router";
import type { Role } from "../api/generated/graphql.ts";
import type { MessageKey } from "../languages/catalogue.ts";
import { useWords } from "../languages/words.tsx";

interface Place {
  readonly to: LinkProps["to"];
  readonly name: MessageKey;
}

const DAILY: readonly Place[] = [{ to: "/", name: "nav.articles" }];

function Places({ places, label }: { readonly places: readonly Place[]; readonly label?: string }) {
  const { t } = useWords();
  return (
    <>
      {label !== undefined && <p className="nav-group">{label}</p>}
      <ul>
        {places.map(({ to, name }) => (
          <li key={to}>
            <Link {...(to && { to })} activeOptions={{ exact: to === "/", includeSearch: false }}>
              {t(name)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Links to all parts of the desk that the role may use. */
export function Navigation(_props: { readonly role: Role }) {
  const { t } = useWords();
  return (
    <nav aria-label={t("nav.main")}>
      <Places places={DAILY} />
    </nav>
  );
}
