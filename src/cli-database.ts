import { constants } from "node:os";
import { report } from "./cli-output.js";
import type { Config } from "./config.js";
import { type OpenDatabase, openDatabase } from "./database/open.js";
import type { StartupError } from "./database/startup-error.js";

/** Opens the database of the settings for one command. A signal closes it and ends the process. */
export async function openForCommand(config: Config, migrates = false): Promise<OpenDatabase> {
  const complain = (text: string): void => void (isSignalled || report(text));
  const quiet = { debug: () => {}, info: () => {}, warn: complain, error: complain };
  const onLost = (error: StartupError): void => {
    report(`dateline: ${error.message}`);
    process.exit(1);
  };
  const opening = openDatabase({ ...config, poolSize: 2, log: quiet, joinsRunning: true, migrates, onLost });
  endOnSignals(opening);
  return opening;
}

let isSignalled = false;

/** Whether a signal asked the command to end: what fails from then on fails for that reason. */
export function isEnding(): boolean {
  return isSignalled;
}

/** A PostgreSQL that the command started for itself must not outlive it. What was begun is rolled back. */
function endOnSignals(opening: Promise<OpenDatabase>): void {
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    process.once(signal, () => {
      isSignalled = true;
      const ended = opening.then((opened) => opened.close(true)).catch(() => undefined);
      // As a shell reports a process that a signal has ended.
      void ended.then(() => process.exit(128 + constants.signals[signal]));
    });
  }
}
