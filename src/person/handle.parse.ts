import { type Issues, type Path, RULES } from "../validation/issues.js";
import { showHandle } from "./handle.js";

/** A handle as it is shown, or null; a handle with white space in it is reported. */
export function readHandle(handle: string | null | undefined, path: Path, issues: Issues): string | null {
  const text = issues.optionalText(handle, path, RULES.line);
  if (text === null) return null;
  const shown = showHandle(text);
  if (!/^@[^\s@]+(@[^\s@]+)?$/u.test(shown))
    issues.add(path, `${JSON.stringify(text)} is not a handle.`, { reason: "NOT_A_HANDLE" });
  return shown;
}
