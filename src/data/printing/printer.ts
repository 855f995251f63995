import { AppError } from '../../domain/errors/app-error.ts';
import { MINUTE, SECOND } from '../../shared/instant.ts';
import { Chromium, type PrintedDocument } from './chromium.ts';

interface PrinterOptions {
  /** Where the program is. */
  path: string;
  /** So long may one document take, in ms. */
  patience?: number;
  /** So long the program may have nothing to do before it is ended. */
  idle?: number;
}

/** So many documents may wait; whoever comes then is asked to come again. */
const MOST_WAITING = 20;
/** A program that has printed so much is ended, whatever it has gathered. */
const MOST_PRINTED = 100;
/** The largest document, in characters: about six hundred reports of pupils. */
export const LARGEST_DOCUMENT = 24 * 1024 * 1024;

/**
 * Prints documents as PDF, one after the other, by a Chromium that is started when it is needed first and ended when it has had nothing to
 * do for a while, has printed much, hangs or breaks: the next document gets another one.
 */
export class Printer {
  readonly #options: Required<PrinterOptions>;
  #chromium: Chromium | null = null;
  #printed = 0;
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();
  #rest: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: PrinterOptions) {
    this.#options = { patience: 30 * SECOND, idle: MINUTE, ...options };
  }

  /**
   * Throws `unavailable` (`printer-busy`, `printer-failed`) where it cannot be printed now, and `invalid-input` (`too-long-to-print`) where
   * it never can.
   */
  async print(document: PrintedDocument): Promise<Buffer> {
    if (document.html.length > LARGEST_DOCUMENT) {
      throw new AppError('invalid-input', 'too-long-to-print', 'This is too long to be printed at once.');
    }
    if (this.#isClosed || this.#waiting >= MOST_WAITING) {
      throw new AppError('unavailable', 'printer-busy', 'Too much is being printed. Please try again in a minute.');
    }
    this.#waiting += 1;
    const mine = this.#last
      .then(() => this.#print(document))
      .finally(() => {
        this.#waiting -= 1;
      });
    this.#last = mine.catch(() => {});
    return mine;
  }

  /** Ends the program, whatever it is doing. Nothing is printed any more. */
  close(): void {
    this.#isClosed = true;
    this.#end();
  }

  async #print(document: PrintedDocument): Promise<Buffer> {
    clearTimeout(this.#rest);
    let late: NodeJS.Timeout | undefined;
    try {
      if (this.#isClosed) throw new Error('The server stops.');
      this.#chromium ??= new Chromium(this.#options.path);
      const hangs = new Promise<never>((_, reject) => {
        late = setTimeout(() => reject(new Error('Chromium took too long.')), this.#options.patience);
      });
      const bytes = await Promise.race([this.#chromium.print(document), hangs]);
      this.#printed += 1;
      if (this.#printed >= MOST_PRINTED) this.#end();
      return bytes;
    } catch (cause) {
      this.#end();
      throw new AppError('unavailable', 'printer-failed', 'This could not be printed. Please try again.', { cause });
    } finally {
      clearTimeout(late);
      this.#rest = setTimeout(() => this.#end(), this.#options.idle);
      this.#rest.unref();
    }
  }

  #end(): void {
    clearTimeout(this.#rest);
    this.#chromium?.kill();
    this.#chromium = null;
    this.#printed = 0;
  }
}
