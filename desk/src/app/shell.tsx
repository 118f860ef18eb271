import { Link, Outlet, getRouteApi, useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Navigation } from "./navigation.tsx";
import { SignInDialog } from "./sign-in-dialog.tsx";
import { UserMenu } from "./user-menu.tsx";
import "./shell.css";

const route = getRouteApi("/desk");

/** What is around every page: the parts of the desk, the user, and a way past them for the keyboard. */
export function Shell() {
  const { t } = useWords();
  const { viewer } = route.useRouteContext();
  const { pathname } = useLocation();
  // The menu of small screens is open on the page on which it was opened.
  const [openOn, setOpenOn] = useState<string | null>(null);
  const isMenuOpen = openOn === pathname;
  return (
    <div className="shell" data-menu={isMenuOpen ? "open" : "closed"}>
      <a className="skip" href="#main">
        {t("app.skip")}
      </a>
      <header className="side">
        <div className="side-top">
          <Link to="/" className="brand">
            {t("app.name")}
          </Link>
          <div className="menu-button">
            <Button aria-expanded={isMenuOpen} onPress={() => setOpenOn(isMenuOpen ? null : pathname)}>
              {t("app.menu")}
            </Button>
          </div>
        </div>
        <div className="side-rest">
          <Navigation role={viewer.role} />
          <UserMenu viewer={viewer} />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <SignInDialog />
    </div>
  );
}
