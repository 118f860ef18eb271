import type { Piscina } from "piscina";
import type { Copy, CopyResult, CopyResults } from "@dateline/copy-reader";

/** What bounds the reading of copy. */
export interface CopyReaderLimits {
  /** How many threads read at once. */
  readonly threads: number;
  /** How many jobs may wait for a thread; what comes beyond is refused at once. */
  readonly mostWaiting: number;
  /** How long one job may take in its thread, in milliseconds; then the thread is ended. */
  readonly timeoutMs: number;
  /** The heap of one thread, in MB. */
  readonly memoryMb: number;
}

/** Limits that serve an editorial office on a small machine. */
export const COPY_READER_LIMITS: CopyReaderLimits = { threads: 2, mostWaiting: 50, timeoutMs: 30_000, memoryMb: 512 };

/** Why copy was not read, although its content is not at fault. */
export type Unread =
  | { readonly kind: "busy" }
  | { readonly kind: "timeout"; readonly timeoutMs: number }
  | { readonly kind: "memory" };

const SELF = import.meta.url;

/** The worker beside this module: compiled, or as it was written, which needs the loader of TypeScript. */
function workerOf(): { readonly filename: string; readonly execArgv: string[] } {
  const isCompiled = SELF.endsWith(".js");
  const filename = new URL(`./read-copy.worker.${isCompiled ? "js" : "ts"}`, SELF).href;
  if (isCompiled) return { filename, execArgv: [] };
  return {
    filename,
    execArgv: [
      "--conditions=@dateline/source",
      "--import",
      new URL("../../scripts/register-typescript.mjs", SELF).href,
    ],
  };
}

/**
 * Reads copy in threads of their own, so that long copy keeps nobody waiting who reads. Threads are started by the first
 * copy and end when there is nothing to read for a while. Jobs wait for a thread in their order.
 */
export class CopyReader {
  #pool: Promise<Piscina> | null = null;
  #running = 0;
  #isClosed = false;
  readonly #waiting: ((isFree: boolean) => void)[] = [];

  constructor(readonly limits: CopyReaderLimits = COPY_READER_LIMITS) {}

  /** Reads copy of one story. */
  readOne(copy: Copy): Promise<CopyResult | Unread> {
    return this.#run<CopyResult>("readOne", copy);
  }

  /** Reads each story of some copy. */
  readAll(copy: Copy): Promise<CopyResults | Unread> {
    return this.#run<CopyResults>("readAll", copy);
  }

  /** Refuses new copy and what waits, and ends the threads when what they read is done. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const go of this.#waiting.splice(0)) go(false);
    const pool = await this.#pool;
    await pool?.close();
  }

  async #run<Result>(name: string, copy: Copy): Promise<Result | Unread> {
    if (!(await this.#enter())) return { kind: "busy" };
    const ending = new AbortController();
    const timer = setTimeout(() => ending.abort(), this.limits.timeoutMs);
    try {
      // A thread gets no more of the input than it needs: resolvers' objects cannot be cloned.
      const { content, format, headline, language } = copy;
      const task = { content, format, headline, language };
      const result: Result = await (await this.#start()).run(task, { name, signal: ending.signal });
      return result;
    } catch (error) {
      if (ending.signal.aborted) return { kind: "timeout", timeoutMs: this.limits.timeoutMs };
      if (isOutOfMemory(error)) return { kind: "memory" };
      throw error;
    } finally {
      clearTimeout(timer);
      this.#leave();
    }
  }

  /** Waits for a free thread; false when too many wait already, or the reader is closed. */
  async #enter(): Promise<boolean> {
    if (this.#isClosed) return false;
    if (this.#running < this.limits.threads) {
      this.#running += 1;
      return true;
    }
    if (this.#waiting.length >= this.limits.mostWaiting) return false;
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** The next one that waits takes the place over. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next(true);
    else this.#running -= 1;
  }

  #start(): Promise<Piscina> {
    this.#pool ??= startPool(this.limits);
    return this.#pool;
  }
}

/** Loaded with the first copy, so that the start of a server does not wait for it. */
async function startPool({ threads, memoryMb }: CopyReaderLimits): Promise<Piscina> {
  const { Piscina } = await import("piscina");
  const pool = new Piscina({
    ...workerOf(),
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 30_000,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  // A thread that ends before it takes a job is no fault of any; whatever waits for it ends at its time limit.
  pool.on("error", () => {});
  return pool;
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
