import { FairTurns } from "../../lib/fair-turns.js";
import { TooBusyError } from "../errors.js";
import type { Alike, RunStatement } from "./run-statement.js";

/*
 * How requests share the connections of a pool. Statements of all requests take turns by client, so that no client
 * holds every connection. Requests that cost much take turns as a whole: they run one statement at a time, at most half
 * of the connections serve them, and the others stay free for ordinary reads.
 */

/** From this cost of searching and counting on a request takes turns with the others: that of one search inside texts. */
const HEAVY_SEARCH = 1_000;

/** From this cost on a request takes turns whatever it reads: some thirty whole articles. */
const HEAVY_COST = 5_000;

/** Up to this cost the lookups of a request may be one with those of others: some six whole articles. */
const LIGHT_COST = 1_000;

/** The part of the connections that the statements of one request may use at once. */
const REQUEST_SHARE = 1 / 3;

const WAITING_REQUESTS = { waiting: 200, waitingPerKey: 50 } as const;
const WAITING_STATEMENTS = { waiting: 2_000, waitingPerKey: 500 } as const;

/** The turns on the connections of one pool. */
export class PoolTurns {
  readonly #statements: FairTurns;
  readonly #heavy: FairTurns;
  readonly #share: number;

  constructor(connections: number) {
    const part = (share: number): number => Math.max(1, Math.floor(connections * share));
    this.#share = part(REQUEST_SHARE);
    this.#heavy = new FairTurns({ atOnce: part(1 / 2), atOncePerKey: part(1 / 3), ...WAITING_REQUESTS });
    const atOncePerKey = Math.max(1, connections - 1);
    this.#statements = new FairTurns({ atOnce: connections, atOncePerKey, ...WAITING_STATEMENTS });
  }

  /** The turns of one request. `client` is the key by which the requests of one client are known. */
  ofRequest(client: string): RequestTurns {
    return new RequestTurns({ statements: this.#statements, heavy: this.#heavy, share: this.#share }, client);
  }
}

interface Shares {
  readonly statements: FairTurns;
  readonly heavy: FairTurns;
  readonly share: number;
}

/** The turns of one request and its statements. */
export class RequestTurns {
  #limit: number;
  #isLight = true;
  #end: (() => void) | null = null;
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(
    readonly shares: Shares,
    readonly client: string,
  ) {
    this.#limit = shares.share;
  }

  /**
   * Resolves when a request may run whose cost is this, and this much of it for searching. `end` has to be called after it.
   *
   * @throws TooBusyError when too many requests of this client, or of all clients, wait already.
   */
  async begin(cost: number, search: number): Promise<void> {
    this.#isLight = cost < LIGHT_COST;
    if (cost < HEAVY_COST && search < HEAVY_SEARCH) return;
    this.#limit = 1;
    this.#end = await this.shares.heavy.enter(this.client);
    if (!this.#end) throw new TooBusyError();
  }

  /** Lets the next request run. */
  end(): void {
    this.#end?.();
  }

  /** The same `run`, each call of which waits for its turn within the request and among the clients. */
  inTurns(run: RunStatement): RunStatement {
    return async (text, values, view, alike) => {
      await this.#enter();
      try {
        return await this.#amongClients((end) => run(text, values, view, this.#sharing(alike, end)));
      } finally {
        this.#leave();
      }
    };
  }

  /**
   * A statement that is one with that of another request leaves its turn to the next. Nobody waits for lookups of others that cost much;
   * for the same statement everybody would wait as long alone.
   */
  #sharing(alike: Alike | null | undefined, end: () => void): Alike | null {
    return alike && (this.#isLight || !alike.lookup) ? { ...alike, onShared: end } : null;
  }

  async #amongClients<Result>(task: (end: () => void) => Promise<Result>): Promise<Result> {
    const end = await this.shares.statements.enter(this.client);
    if (!end) throw new TooBusyError();
    try {
      return await task(end);
    } finally {
      end();
    }
  }

  async #enter(): Promise<void> {
    if (this.#running < this.#limit) this.#running += 1;
    // A finished task passes its turn to the first that waits.
    else await new Promise<void>((resolve) => void this.#waiting.push(resolve));
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#running -= 1;
  }
}
