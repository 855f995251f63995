/** How long a line waits for others, in ms. */
const WAIT = 100;

/** Lines that come within a tenth of a second are written together, because each write costs as much as a small query. */
export class LogLines {
  readonly #out: { write(text: string): unknown };
  #lines = '';

  constructor(out: { write(text: string): unknown }) {
    this.#out = out;
  }

  /** Takes one line with its end. */
  write(line: string): void {
    if (this.#lines === '') setTimeout(() => this.flush(), WAIT);
    this.#lines += line;
  }

  /** Writes what is left. */
  flush(): void {
    const lines = this.#lines;
    this.#lines = '';
    if (lines !== '') this.#out.write(lines);
  }
}

/** The log of this process. An exit, by an uncaught error too, writes what is left; only kill -9 loses the last lines. */
export const STANDARD_LOG = new LogLines(process.stdout);

process.on('exit', () => STANDARD_LOG.flush());
