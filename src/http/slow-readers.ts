import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

/** How often connections with unread answers are looked for, in milliseconds. */
const CHECK_INTERVAL_MS = 1000;

/** The slowest that an answer may be read on average, in bytes per millisecond (16 kB/s). */
const LEAST_RATE = 16;

/** Since when a connection has bytes that its client has not taken. */
interface Wait {
  readonly sinceMs: number;
  /** Bytes that the client had taken when it was last looked at, and when that number last grew. */
  readonly takenBytes: number;
  readonly takenAtMs: number;
}

/** The wait of a connection with unread bytes as it is now: its first look begins it. */
function look(socket: Socket, known: Wait | null, nowMs: number): Wait {
  const takenBytes = socket.bytesWritten - socket.writableLength;
  const wait = known ?? { sinceMs: nowMs, takenBytes, takenAtMs: nowMs };
  if (takenBytes === wait.takenBytes) return wait;
  return { sinceMs: wait.sinceMs, takenBytes, takenAtMs: nowMs };
}

/**
 * Cuts connections whose client does not read the answer, so that answers do not pile up in memory: those on which nothing
 * is taken for `timeoutMs`, and those on which an answer is read more slowly than 16 kB/s. 0 cuts none. Connections are
 * looked at once a second, so that a request costs nothing.
 */
export function cutSlowReaders(server: FastifyInstance, timeoutMs: number): void {
  if (timeoutMs === 0) return;
  const waits = new Map<Socket, Wait | null>();
  server.server.on("connection", (socket) => {
    waits.set(socket, null);
    socket.once("close", () => waits.delete(socket));
  });
  const timer = setInterval(() => {
    const nowMs = performance.now();
    for (const [socket, known] of waits) {
      const unread = socket.writableLength;
      const wait = unread === 0 ? null : look(socket, known, nowMs);
      waits.set(socket, wait);
      if (wait === null) continue;
      const isStalled = nowMs - wait.takenAtMs > timeoutMs;
      if (isStalled || nowMs - wait.sinceMs > timeoutMs + unread / LEAST_RATE) socket.destroy();
    }
  }, CHECK_INTERVAL_MS);
  timer.unref();
  server.addHook("onClose", async () => clearInterval(timer));
}
