import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { postgresCpuSeconds, processCpuSeconds } from "./cpu.js";
import { HttpConnection } from "./http-client.js";
import { answerOfPostgraphile } from "./postgraphile.js";
import type { LoadOrder, LoadReply, LoadResult } from "./load.js";
import { canAnswer, isAimed, type Question, QUESTIONS, requestMaker } from "./questions.js";
import { type RunningWay, stopChild } from "./servers.js";

/** What one slot of one way gave. */
export interface Slot extends LoadResult {
  /** Processor time of the server process for one answer, in milliseconds; null if the system does not report it. */
  readonly serverCpuMs: number | null;
  /** The same of PostgreSQL. */
  readonly postgresCpuMs: number | null;
}

/** The process that asks. */
export interface Loader {
  readonly carryOut: (order: LoadOrder) => Promise<LoadResult>;
  readonly stop: () => Promise<void>;
}

/** Starts the process that asks; it takes one order at a time. */
export function startLoader(): Loader {
  const child = fork(fileURLToPath(new URL("load.ts", import.meta.url)), { execArgv: process.execArgv });
  return {
    carryOut: async (order) => {
      const reply = await replyTo(child, order);
      if ("fault" in reply) throw new Error(reply.fault);
      return reply.result;
    },
    stop: () => stopChild(child),
  };
}

function replyTo(child: ChildProcess, order: LoadOrder): Promise<LoadReply> {
  return new Promise((resolve, reject) => {
    const onExit = (): void => reject(new Error("The asking process ended."));
    child.once("exit", onExit);
    child.once("message", (reply) => {
      child.off("exit", onExit);
      // Its only messages are its replies.
      resolve(reply as LoadReply);
    });
    child.send(order);
  });
}

/** Runs one slot. */
export async function measureSlot(
  loader: Loader,
  running: RunningWay,
  postmaster: number,
  order: Omit<LoadOrder, "port" | "protocol">,
): Promise<Slot> {
  const clocks = (): Promise<(number | null)[]> =>
    Promise.all([processCpuSeconds(running.pid), postgresCpuSeconds(postmaster)]);
  const before = await clocks();
  const result = await loader.carryOut({ ...order, port: running.port, protocol: running.way.protocol });
  const after = await clocks();
  const [serverCpuMs = null, postgresCpuMs = null] = after.map((end, at) => {
    const start = before[at] ?? null;
    return end === null || start === null || result.answers === 0 ? null : ((end - start) * 1000) / result.answers;
  });
  return { ...result, serverCpuMs, postgresCpuMs };
}

async function answerOf(running: RunningWay, question: Question, article: number): Promise<unknown> {
  const connection = await HttpConnection.open(running.port);
  try {
    const { body } = await connection.send(requestMaker(running.way.protocol, question)(article));
    const answer: unknown = JSON.parse(body.toString("utf8"));
    return running.way.protocol === "postgraphile" ? answerOfPostgraphile(question, answer) : answer;
  } finally {
    connection.close();
  }
}

/**
 * Asks all ways for the pages and for some articles.
 *
 * @throws Error when they do not give the same JSON: what they do would not be comparable.
 */
export async function expectAgreement(ways: readonly RunningWay[], articles: number): Promise<void> {
  const some = Array.from({ length: 8 }, (_, at) => Math.floor(((articles - 1) * at) / 7));
  for (const question of QUESTIONS) {
    const able = ways.filter(({ way }) => canAnswer(way.protocol, question));
    for (const article of isAimed(question) ? some : [0]) {
      const answers = await Promise.all(able.map((running) => answerOf(running, question, article)));
      const odd = answers.findIndex((answer) => !isDeepStrictEqual(answer, answers[0]));
      if (odd < 0) continue;
      const [one, other] = [answers[0], answers[odd]].map((answer) => JSON.stringify(answer).slice(0, 2000));
      throw new Error(`${able[0]?.way.name} and ${able[odd]?.way.name} differ on ${question}:\n${one}\n${other}`);
    }
  }
}
