import { type ReactNode, useEffect } from "react";
import { useWords } from "../languages/words.tsx";

interface PageProps {
  readonly title: string;
  /** Beside the title: the main acts of the page. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page with its title, which is also that of the window. */
export function Page({ title, actions, children }: PageProps) {
  const { t } = useWords();
  const name = t("app.name");
  useEffect(() => {
    document.title = `${title} – ${name}`;
  }, [title, name]);
  return (
    <div className="page">
      <header className="page-head">
        <h1 tabIndex={-1}>{title}</h1>
        {actions}
      </header>
      {children}
    </div>
  );
}

/** What is shown while a page or a part of it is read. */
export function Loading() {
  const { t } = useWords();
  return (
    <p role="status" className="loading">
      {t("app.loading")}
    </p>
  );
}
