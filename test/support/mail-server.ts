import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import type { TestContext } from 'node:test';

/** A letter as it came in. */
export interface TakenLetter {
  to: string;
  from: string;
  subject: string;
  messageId: string;
  /** Decoded. */
  text: string;
  raw: string;
}

/** What it does with the next letters: takes them, says nothing, hangs up in the middle, or answers a recipient with this. */
export type MailManner = 'takes' | 'silent' | 'hangs up' | `4${number} ${string}` | `5${number} ${string}`;

/** A small mail server, as much of SMTP as a client needs. It can be away, slow, full and choosy. */
export class TestMailServer {
  readonly letters: TakenLetter[] = [];
  manner: MailManner = 'takes';
  /** How often somebody came. */
  visits = 0;
  #server: Server | undefined;
  #port = 0;
  readonly #open = new Set<Socket>();

  constructor(t: Pick<TestContext, 'after'>) {
    t.after(() => this.down());
  }

  /** Begins to listen, on the port that it had before. */
  async up(): Promise<this> {
    const server = createServer((socket) => this.#talk(socket));
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    return this;
  }

  /** Is away from now on, and whoever was talking with it is cut off. */
  async down(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    const server = this.#server;
    this.#server = undefined;
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }

  /** What the settings name. */
  get settings(): { url: string; from: string } {
    return { url: `smtp://127.0.0.1:${this.#port}`, from: 'λllamda <study@school.example>' };
  }

  #talk(socket: Socket): void {
    this.visits += 1;
    this.#open.add(socket);
    socket.on('close', () => this.#open.delete(socket));
    socket.on('error', () => {});
    if (this.manner === 'silent') return;
    const say = (line: string) => socket.write(`${line}\r\n`);
    let [rest, data] = ['', null as string | null];
    let envelope = { from: '', to: '' };
    say('220 test');
    socket.on('data', (chunk: Buffer) => {
      rest += chunk.toString('utf8');
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (data !== null) {
          if (line !== '.') {
            data += `${line.startsWith('..') ? line.slice(1) : line}\n`;
            continue;
          }
          if (this.manner === 'hangs up') return socket.destroy();
          this.letters.push(read(data, envelope));
          data = null;
          say('250 taken');
        } else if (/^(EHLO|HELO)/i.test(line)) say('250 test');
        else if (/^MAIL FROM/i.test(line)) {
          envelope = { from: addressIn(line), to: '' };
          say('250 ok');
        } else if (/^RCPT TO/i.test(line)) {
          envelope.to = addressIn(line);
          say(/^[45]/.test(this.manner) ? this.manner : '250 ok');
        } else if (/^DATA/i.test(line)) {
          data = '';
          say('354 go on');
        } else if (/^QUIT/i.test(line)) {
          say('221 bye');
          socket.end();
        } else say('250 ok');
      }
    });
  }
}

const addressIn = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? '';

function read(raw: string, { from, to }: { from: string; to: string }): TakenLetter {
  const [head = '', ...body] = raw.split('\n\n');
  const unfolded = head.replace(/\n[ \t]+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1] ?? '';
  const text = body.join('\n\n');
  return {
    from,
    to,
    subject: decodedWords(header('subject')),
    messageId: header('message-id'),
    text: decodedText(text, header('content-transfer-encoding')),
    raw,
  };
}

function decodedText(text: string, encoding: string): string {
  if (/base64/i.test(encoding)) return Buffer.from(text, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(encoding)) return text;
  return quoted(text.replace(/=\n/g, ''));
}

const quoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString('utf8');

/** "=?UTF-8?B?…?=" and "=?UTF-8?Q?…?=". */
function decodedWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, words: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(words, 'base64').toString('utf8') : quoted(words.replaceAll('_', ' ')),
    );
}
