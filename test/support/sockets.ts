import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** Opens a connection to a port of this machine and sends what is given, as no well-behaved client might. */
export async function openSocket(port: number, sent: string): Promise<Socket> {
  const socket = connect({ port, host: "127.0.0.1" });
  await once(socket, "connect");
  // An end that the server forces is what the tests wait for.
  socket.on("error", () => undefined);
  socket.write(sent);
  return socket;
}

/** All that the server sends until it ends the connection. */
export async function untilEnd(socket: Socket): Promise<string> {
  let received = "";
  socket.setEncoding("utf8").on("data", (text: string) => {
    received += text;
  });
  await once(socket, "close");
  return received;
}

/** Whether something accepts connections on a port of this machine. */
export function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const end = (isThere: boolean): void => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once("connect", () => end(true)).once("error", () => end(false));
  });
}
