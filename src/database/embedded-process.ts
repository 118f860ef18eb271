import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Returns what distinguishes the process that runs under `pid` now from every other with that number, past or future: when
 * it was started, in this platform's own words. Null when there is none, and always on Windows, which has no cheap way.
 */
export async function birthMarkOf(pid: number): Promise<string | null> {
  if (process.platform === "linux") return linuxBirthMark(pid);
  if (process.platform === "win32") return null;
  return outputOf("ps", ["-o", "lstart=", "-p", String(pid)]);
}

/** Returns the command line of the process that runs under `pid`, its words separated by spaces; null when there is none. */
export async function commandLineOf(pid: number): Promise<string | null> {
  if (process.platform === "linux") {
    const words = await readOrNull(`/proc/${pid}/cmdline`);
    return words === null ? null : words.replaceAll("\0", " ");
  }
  if (process.platform === "win32") {
    const query = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`;
    return outputOf("powershell.exe", ["-NoProfile", "-NonInteractive", "-Command", query]);
  }
  return outputOf("ps", ["-ww", "-o", "command=", "-p", String(pid)]);
}

/** Whether a process has this number now. It may be another program: numbers are used again. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another account exists as well.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

async function linuxBirthMark(pid: number): Promise<string | null> {
  const stat = await readOrNull(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // The second field is the program's name in brackets, which may itself hold spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  // A zombie is dead; only its parent has not heard of it.
  if (fields[0] === "Z") return null;
  // The start is counted in ticks since the machine's, so it means something only together with that.
  const boot = (await readOrNull("/proc/sys/kernel/random/boot_id"))?.trim() ?? "";
  return `${boot}/${fields[19] ?? ""}`;
}

async function readOrNull(path: string): Promise<string | null> {
  return readFile(path, "utf8").catch(() => null);
}

async function outputOf(program: string, args: string[]): Promise<string | null> {
  try {
    const { stdout } = await run(program, args, { env: { LC_ALL: "C", PATH: "/usr/bin:/bin" }, windowsHide: true });
    return stdout.trim() || null;
  } catch {
    return null;
  }
}
