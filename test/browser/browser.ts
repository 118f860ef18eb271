import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where Debian and others install Chromium; `CHROMIUM` names another place. */
const PLACES = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser that the tests use; null where none is installed. */
export const BROWSER = PLACES.find((path) => path !== undefined && existsSync(path)) ?? null;

if (BROWSER === null) {
  console.warn("SKIPPED: the browser tests find no Chromium. Install Debian's package chromium, or set CHROMIUM.");
}

/** Starts the browser without the requests that it makes on its own account. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: BROWSER ?? "chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
