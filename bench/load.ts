import { HttpConnection } from "./http-client.js";
import { type Protocol, type Question, requestMaker } from "./questions.js";

/*
 * The process that asks. It is one of its own, so that what asking costs is not counted with what answering costs; it
 * takes one order after the other from its parent and ends with it.
 */

/** What to send, where to and for how long. */
export interface LoadOrder {
  readonly port: number;
  readonly protocol: Protocol;
  readonly question: Question;
  /** How many articles there are to ask for. */
  readonly articles: number;
  readonly seconds: number;
  readonly connections: number;
}

/** What came of an order. */
export interface LoadResult {
  readonly answers: number;
  /** From the first request to the last answer, in seconds. */
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly bytes: number;
  /** Time on a processor that asking took, in seconds. */
  readonly cpuSeconds: number;
}

/** What the process answers an order with. */
export type LoadReply = { readonly result: LoadResult } | { readonly fault: string };

const GOOD_START = '{"data":{';

/** Asks on one connection until time is up; what is under way then is waited for. */
async function ask(order: LoadOrder, endsAtMs: number, latencies: number[]): Promise<number> {
  const connection = await HttpConnection.open(order.port);
  const makeRequest = requestMaker(order.protocol, order.question);
  let bytes = 0;
  try {
    for (let sentAtMs = performance.now(); sentAtMs < endsAtMs; ) {
      const { status, body } = await connection.send(makeRequest(Math.floor(Math.random() * order.articles)));
      if (status !== 200 || body.toString("latin1", 0, GOOD_START.length) !== GOOD_START) {
        throw new Error(`An answer has status ${status} and begins ${body.toString("utf8", 0, 300)}`);
      }
      bytes += body.length;
      const answeredAtMs = performance.now();
      latencies.push(answeredAtMs - sentAtMs);
      sentAtMs = answeredAtMs;
    }
  } finally {
    connection.close();
  }
  return bytes;
}

async function carryOut(order: LoadOrder): Promise<LoadResult> {
  const latencies: number[] = [];
  const cpu = process.cpuUsage();
  const startedAtMs = performance.now();
  const endsAtMs = startedAtMs + order.seconds * 1000;
  const bytes = await Promise.all(Array.from({ length: order.connections }, () => ask(order, endsAtMs, latencies)));
  const seconds = (performance.now() - startedAtMs) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const sorted = Float64Array.from(latencies).sort();
  const percentile = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return {
    answers: sorted.length,
    seconds,
    p50Ms: percentile(0.5),
    p99Ms: percentile(0.99),
    bytes: bytes.reduce((sum, one) => sum + one, 0),
    cpuSeconds: (user + system) / 1e6,
  };
}

async function reply(order: LoadOrder): Promise<LoadReply> {
  try {
    return { result: await carryOut(order) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

process.on("message", (order: LoadOrder) => void reply(order).then((told) => process.send?.(told)));
process.on("disconnect", () => process.exit(0));
