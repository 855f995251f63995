import { connect, type Socket } from 'node:net';

/** Connections at once: enough that the server never waits for us. */
const CONNECTIONS = 4;

/** Sends so many equal requests over connections that are kept, and waits for all answers; throws on one that is not 200. */
export async function load(port: number, head: string, requests: number): Promise<void> {
  const share = Math.ceil(requests / CONNECTIONS);
  await Promise.all(Array.from({ length: CONNECTIONS }, () => sendMany(port, head, share)));
}

/** The request line and headers of a GET. */
export function get(path: string, headers: Record<string, string>): string {
  const lines = Object.entries({ host: 'localhost', ...headers }).map(([name, value]) => `${name}: ${value}`);
  return `GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
}

async function sendMany(port: number, head: string, count: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  try {
    for (let sent = 0; sent < count; sent += 1) await sendOne(socket, head);
  } finally {
    socket.destroy();
  }
}

function sendOne(socket: Socket, head: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const settle = (error?: Error) => {
      socket.off('data', read);
      socket.off('error', settle);
      socket.off('close', closed);
      if (error) reject(error);
      else resolve();
    };
    const closed = () => settle(new Error('The server closed the connection.'));
    const read = (part: Buffer) => {
      parts.push(part);
      const status = isWhole(Buffer.concat(parts));
      if (status === 200) settle();
      else if (status !== null) settle(new Error(`The server answered ${status}.`));
    };
    socket.on('data', read);
    socket.on('error', settle);
    socket.on('close', closed);
    socket.write(head);
  });
}

/** The status of an answer that has arrived whole; null while it has not. */
function isWhole(answer: Buffer): number | null {
  const end = answer.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = answer.toString('latin1', 0, end).toLowerCase();
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
  const whole =
    length === undefined ? answer.subarray(-5).toString() === '0\r\n\r\n' : answer.length >= end + 4 + Number(length);
  return whole ? Number(head.slice(9, 12)) : null;
}
