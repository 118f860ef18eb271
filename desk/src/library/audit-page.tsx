import { GridListItem } from "react-aria-components";
import { AuditEntriesDocument, type AuditEntriesQuery } from "../api/generated/graphql.ts";
import { usePages } from "../api/pages.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Page } from "../ui/page.tsx";
import { useDetails } from "../ui/use-details.ts";
import { Rows } from "../ui/rows.tsx";
import "./library.css";

const PAGE_SIZE = 50;

type Entry = AuditEntriesQuery["auditLog"]["nodes"][number];

/** The address of what an act was done to; null when it has no page. */
function addressOf({ subject, subjectId }: Entry): string | null {
  if (subject === "Article") return `/articles/${encodeURIComponent(subjectId)}`;
  return subject === "Person" ? `/persons/${encodeURIComponent(subjectId)}` : null;
}

/** What was done, who did it, and from where. */
export function AuditPage() {
  const { t, named, format } = useWords();
  const details = useDetails();
  const pages = usePages(["audit"], async (after, signal) => {
    return (await request(AuditEntriesDocument, { first: PAGE_SIZE, after }, { signal })).auditLog;
  });
  return (
    <Page title={t("nav.audit")}>
      <Rows label={t("nav.audit")} pages={pages}>
        {(entry) => {
          const { at, actor, role, act, subject, subjectId, origin } = entry;
          const detail = details(entry);
          const href = addressOf(entry);
          const key = `${at} ${act} ${subjectId} ${actor}`;
          return (
            <GridListItem
              key={key}
              id={key}
              textValue={`${actor}: ${named("act", act)}`}
              className={href === null ? "row plain-row log-row static" : "row plain-row log-row"}
              {...(href !== null && { href })}
            >
              <div className="row-main">
                <span>
                  <bdi className="name">{actor}</bdi> {named("act", act)}
                </span>
                <span className="meta">
                  <span>{t(`role.${role}`)}</span>
                  <span>{named("subject", subject)}</span>
                  {detail !== null && <bdi>{detail}</bdi>}
                  {origin !== null && <bdi>{origin}</bdi>}
                </span>
              </div>
              <time className="quiet" dateTime={at}>
                {format.moment(at)}
              </time>
            </GridListItem>
          );
        }}
      </Rows>
    </Page>
  );
}
