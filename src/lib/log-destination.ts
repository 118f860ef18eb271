import { fstatSync, writeSync } from "node:fs";
import { isatty } from "node:tty";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Where the lines of a log go. Writing does not wait or throw; lines that cannot be written are dropped and counted. The
 * lines of one turn of the event loop are handed to the system together, at its end or with the end of the process.
 */
export interface LogDestination {
  write(line: string): void;
  /** Resolves when all lines were taken, at the latest after `timeoutMs`. */
  flush(timeoutMs: number): Promise<void>;
}

/** How many characters may wait for a reader that is slow or has stopped reading. */
const MAX_WAITING = 4_000_000;

const FLUSH_PAUSE_MS = 10;

/**
 * The standard output as the destination of a log. Its disk may be full and its reader may have stopped: neither may stop
 * the server. Lines that were dropped are reported by a line of their own as soon as there is room again.
 */
export function standardOutputLog(): LogDestination {
  return new TurnDestination(isFile(process.stdout.fd) ? new FileOutput(process.stdout.fd) : new StreamOutput());
}

/** Takes some lines at once. */
interface Output {
  write(lines: string, count: number): void;
  flush(timeoutMs: number): Promise<void>;
}

/** A call of the system for each line would cost more than making the line. */
class TurnDestination implements LogDestination {
  #lines = "";
  #count = 0;

  constructor(readonly output: Output) {
    process.once("exit", () => this.#handOver());
  }

  write(line: string): void {
    if (this.#count === 0) setImmediate(() => this.#handOver());
    this.#lines += line;
    this.#count += 1;
  }

  flush(timeoutMs: number): Promise<void> {
    this.#handOver();
    return this.output.flush(timeoutMs);
  }

  #handOver(): void {
    if (this.#count === 0) return;
    const [lines, count] = [this.#lines, this.#count];
    this.#lines = "";
    this.#count = 0;
    this.output.write(lines, count);
  }
}

/** A regular file, or a device such as /dev/null; not a terminal or pipe. */
function isFile(fd: number): boolean {
  const status = fstatSync(fd);
  return status.isFile() || (status.isCharacterDevice() && !isatty(fd));
}

function droppedLine(count: number): string {
  const line = {
    level: 40,
    time: Date.now(),
    dropped: count,
    msg: "log lines were dropped because they could not be written",
  };
  return `${JSON.stringify(line)}\n`;
}

/** Node's own stream for a file ends with the first failed write, but a full disk may have room again later. */
class FileOutput implements Output {
  #dropped = 0;
  #isTorn = false;

  constructor(readonly fd: number) {}

  write(lines: string, count: number): void {
    const before = this.#dropped === 0 ? "" : droppedLine(this.#dropped);
    if (this.#tryWrite(`${this.#isTorn ? "\n" : ""}${before}${lines}`)) this.#dropped = 0;
    else this.#dropped += count;
  }

  async flush(): Promise<void> {
    // Every line has been handed to the system already.
  }

  #tryWrite(text: string): boolean {
    const bytes = Buffer.from(text);
    let written = 0;
    try {
      while (written < bytes.length) written += writeSync(this.fd, bytes, written);
      this.#isTorn = false;
      return true;
    } catch {
      // A part of the line may be written; the next one begins on a new line.
      this.#isTorn ||= written > 0;
      return false;
    }
  }
}

/** A pipe, a socket or a terminal: Node hands on at once what is taken, and keeps the rest in memory. */
class StreamOutput implements Output {
  #dropped = 0;

  write(lines: string, count: number): void {
    const { stdout } = process;
    if (stdout.destroyed || stdout.writableLength > MAX_WAITING) {
      this.#dropped += count;
      return;
    }
    if (this.#dropped > 0) stdout.write(droppedLine(this.#dropped));
    this.#dropped = 0;
    stdout.write(lines);
  }

  async flush(timeoutMs: number): Promise<void> {
    const endAtMs = performance.now() + timeoutMs;
    while (process.stdout.writableLength > 0 && performance.now() < endAtMs) await pause(FLUSH_PAUSE_MS);
  }
}
