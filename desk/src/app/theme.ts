/** The appearance: that of the system, or one that was chosen. */
export type Theme = "system" | "light" | "dark";

/** The appearances in the order in which they are offered. */
export const THEMES: readonly Theme[] = ["system", "light", "dark"];

const STORED_AS = "dateline-theme";

/** The appearance that was chosen in this browser. */
export function storedTheme(): Theme {
  const stored = localStorage.getItem(STORED_AS);
  return THEMES.find((theme) => theme === stored) ?? "system";
}

/** Uses an appearance from now on. */
export function applyTheme(theme: Theme): void {
  localStorage.setItem(STORED_AS, theme);
  document.documentElement.dataset["theme"] = theme;
}
