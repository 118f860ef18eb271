import { Link, type LinkProps } from "@tanstack/react-router";
import type { Role } from "../api/generated/graphql.ts";
import type { MessageKey } from "../languages/catalogue.ts";
import { useWords } from "../languages/words.tsx";

interface Place {
  readonly to: LinkProps["to"];
  readonly name: MessageKey;
}

const DAILY: readonly Place[] = [
  { to: "/", name: "nav.articles" },
  { to: "/wire", name: "nav.wire" },
  { to: "/quotes", name: "nav.quotes" },
];

const LIBRARY: readonly Place[] = [
  { to: "/persons", name: "nav.persons" },
  { to: "/posts", name: "nav.posts" },
  { to: "/images", name: "nav.images" },
  { to: "/sections", name: "nav.sections" },
  { to: "/topics", name: "nav.topics" },
];

const ADMINISTRATION: readonly Place[] = [
  { to: "/tokens", name: "nav.tokens" },
  { to: "/audit", name: "nav.audit" },
];

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
export function Navigation({ role }: { readonly role: Role }) {
  const { t } = useWords();
  return (
    <nav aria-label={t("nav.main")}>
      <Places places={DAILY} />
      <Places places={LIBRARY} label={t("nav.library")} />
      {role === "ADMIN" && <Places places={ADMINISTRATION} label={t("nav.administration")} />}
    </nav>
  );
}
