import { codeOf } from "./startup-error.js";

/** How deep errors are nested in others at most; deeper is a circle. */
const MAX_DEPTH = 10;

/** The error itself and everything that it names as its cause: Prisma nests the driver's error in several places. */
export function everyCause(error: unknown, depth = 0): readonly object[] {
  if (typeof error !== "object" || error === null || depth > MAX_DEPTH) return [];
  const causes: unknown[] = ["cause", "meta", "driverAdapterError"].map((key) => Reflect.get(error, key));
  const parts: unknown[] = error instanceof AggregateError ? error.errors : [];
  return [error, ...[...causes, ...parts].flatMap((cause) => everyCause(cause, depth + 1))];
}

/** The SQLSTATE that the driver has as `code` and Prisma's adapter as `originalCode`; or another code of the error. */
export function sqlStateOf(error: object): string | null {
  if ("originalCode" in error && typeof error.originalCode === "string") return error.originalCode;
  return codeOf(error);
}

/** Whether an error, or what it names as its cause, has one of these codes of PostgreSQL or of Prisma. */
export function hasCode(error: unknown, codes: ReadonlySet<string>): boolean {
  return everyCause(error).some((cause) => codes.has(sqlStateOf(cause) ?? ""));
}
