import { connect, type Socket } from "node:net";

/** An answer that was read to its end. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: Buffer;
}

const END_OF_HEAD = Buffer.from("\r\n\r\n");

/**
 * One kept-alive HTTP/1.1 connection with one request under way at most. It reads no more of an answer than its status
 * and length, so that the client costs little beside the server it measures.
 */
export class HttpConnection {
  readonly #socket: Socket;
  #chunks: Buffer[] = [];
  #size = 0;
  /** The length of the whole answer, once its head has been read. */
  #expected = 0;
  #bodyAt = 0;
  #waiting: { readonly resolve: (answer: HttpAnswer) => void; readonly reject: (error: Error) => void } | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on("data", (chunk) => this.#read(chunk));
    socket.on("error", (error) => this.#fail(error));
    socket.on("close", () => this.#fail(new Error("The server closed the connection.")));
  }

  /** Connects to a port of this machine. */
  static async open(port: number): Promise<HttpConnection> {
    const socket = connect(port, "127.0.0.1");
    await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
    return new HttpConnection(socket);
  }

  /** Sends a whole request and resolves with its answer. */
  send(request: string): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#waiting = null;
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#expected === 0) this.#readHead();
    if (this.#expected === 0 || this.#size < this.#expected) return;
    const answer = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks);
    const [bodyAt, waiting] = [this.#bodyAt, this.#waiting];
    this.#chunks = [];
    this.#size = 0;
    this.#expected = 0;
    this.#waiting = null;
    // "HTTP/1.1 200 OK": the status begins at the tenth character.
    waiting?.resolve({ status: Number(answer.toString("latin1", 9, 12)), body: answer.subarray(bodyAt) });
  }

  #readHead(): void {
    if (this.#chunks.length > 1) this.#chunks = [Buffer.concat(this.#chunks)];
    const [received] = this.#chunks;
    const end = received?.indexOf(END_OF_HEAD) ?? -1;
    if (!received || end < 0) return;
    const length = /\r\ncontent-length: *(\d+)/i.exec(received.toString("latin1", 0, end))?.[1];
    if (length === undefined) return this.#fail(new Error("The answer does not tell its length."));
    this.#bodyAt = end + END_OF_HEAD.length;
    this.#expected = this.#bodyAt + Number(length);
  }

  #fail(error: Error): void {
    this.#waiting?.reject(error);
    this.#waiting = null;
  }
}
