import type { FastifyInstance, FastifyReply } from "fastify";

/** How often answers that nobody reads are looked for, in milliseconds. */
const CHECK_INTERVAL_MS = 1000;

/** The slowest that an answer may be read on average, in bytes per millisecond (16 kB/s). */
const LEAST_RATE = 16;

interface PendingAnswer {
  readonly reply: FastifyReply;
  /** When it began to wait for its reader; null while everything written was taken. */
  waitingSinceMs: number | null;
}

function unreadBytes({ raw }: FastifyReply): number {
  return Math.max(raw.writableLength, raw.socket?.writableLength ?? 0);
}

/** Whether an answer has waited for its reader for longer than its size allows. */
function isOverdue(answer: PendingAnswer, nowMs: number, timeoutMs: number): boolean {
  const unread = unreadBytes(answer.reply);
  if (unread === 0) {
    answer.waitingSinceMs = null;
    return false;
  }
  answer.waitingSinceMs ??= nowMs;
  return nowMs - answer.waitingSinceMs > timeoutMs + unread / LEAST_RATE;
}

/**
 * Cuts connections whose client does not read the answer, so that answers do not pile up in memory: those on which nothing
 * is taken for `timeoutMs`, and those on which an answer is read more slowly than 16 kB/s. 0 cuts none.
 */
export function cutSlowReaders(server: FastifyInstance, timeoutMs: number): void {
  if (timeoutMs === 0) return;
  const pending = new Set<PendingAnswer>();
  server.addHook("onSend", async (_request, reply) => {
    const answer: PendingAnswer = { reply, waitingSinceMs: null };
    pending.add(answer);
    reply.raw.once("close", () => pending.delete(answer));
    // Counts from the last byte that was taken, not from the first that was written.
    reply.raw.setTimeout(timeoutMs, () => {
      if (unreadBytes(reply) > 0) reply.raw.destroy();
    });
  });
  const timer = setInterval(() => {
    const nowMs = performance.now();
    for (const answer of pending) if (isOverdue(answer, nowMs, timeoutMs)) answer.reply.raw.destroy();
  }, CHECK_INTERVAL_MS);
  timer.unref();
  server.addHook("onClose", async () => clearInterval(timer));
}
