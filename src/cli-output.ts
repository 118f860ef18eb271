import { printable } from "./lib/printable.js";

/** Prints a result on the standard output. */
export function print(text: string): void {
  process.stdout.write(`${printable(text)}\n`);
}

/** Prints a fault or the progress on the standard error. */
export function report(text: string): void {
  process.stderr.write(`${printable(text)}\n`);
}
