import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { DevtoolsPipe } from './devtools-pipe.ts';

/** A page as it goes to the printer: a whole document that needs nothing from anywhere else. */
export interface PrintedDocument {
  html: string;
}

/** Nothing is fetched, no script runs, nothing is kept: what is printed is what was handed over. */
const FLAGS = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-zygote',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--metrics-recording-only',
  '--mute-audio',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

/** A4, and the margins of the page's own style sheet. */
const PAPER = {
  printBackground: true,
  preferCSSPageSize: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  paperWidth: 8.27,
  paperHeight: 11.69,
};

/** One Chromium without a window, as a child of this process. */
export class Chromium {
  readonly #child: ChildProcess;
  readonly #folder: string;
  readonly #pipe: DevtoolsPipe;

  /** Starts the program. That it cannot be started is heard by whoever prints first. */
  constructor(path: string) {
    this.#folder = mkdtempSync(join(tmpdir(), 'allamda-print-'));
    // As root, in a container perhaps, Chromium has no sandbox to start; the page runs no script and reaches nothing.
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    this.#child = spawn(path, [...FLAGS, ...sandbox, `--user-data-dir=${this.#folder}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      // No secret of the server's is the browser's business.
      env: { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: this.#folder, LANG: 'C.UTF-8' },
    });
    const [, , , out, into] = this.#child.stdio;
    this.#pipe = new DevtoolsPipe(out as Writable, into as Readable, (method, params, sessionId) => {
      if (method === 'Fetch.requestPaused') this.#refuse(params, sessionId);
    });
    const gone = (error: Error) => {
      this.#pipe.close(error);
      rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
    };
    this.#child.once('error', gone);
    this.#child.once('exit', () => gone(new Error('Chromium ended.')));
  }

  /** Prints a document as tagged PDF, in a page that is closed afterwards. */
  async print({ html }: PrintedDocument): Promise<Buffer> {
    const { browserContextId } = await this.#pipe.send('Target.createBrowserContext');
    try {
      const { targetId } = await this.#pipe.send('Target.createTarget', { url: 'about:blank', browserContextId });
      const { sessionId } = await this.#pipe.send('Target.attachToTarget', { targetId, flatten: true });
      const say = (method: string, params: Record<string, unknown> = {}) =>
        this.#pipe.send(method, params, String(sessionId));
      await say('Emulation.setScriptExecutionDisabled', { value: true });
      await say('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
      await say('Page.enable');
      const { frameTree } = (await say('Page.getFrameTree')) as { frameTree: { frame: { id: string } } };
      await say('Page.setDocumentContent', { frameId: frameTree.frame.id, html });
      return await this.#toPdf(say);
    } finally {
      await this.#pipe.send('Target.disposeBrowserContext', { browserContextId });
    }
  }

  /** In pieces, so that no answer is as long as a class's reports. */
  async #toPdf(
    say: (method: string, params?: Record<string, unknown>) => Promise<Record<string, unknown>>,
  ): Promise<Buffer> {
    const { stream: handle } = await say('Page.printToPDF', { ...PAPER, transferMode: 'ReturnAsStream' });
    const parts: Buffer[] = [];
    for (;;) {
      const { data, base64Encoded, eof } = await say('IO.read', { handle });
      parts.push(Buffer.from(String(data), base64Encoded === true ? 'base64' : 'utf8'));
      if (eof === true) break;
    }
    await say('IO.close', { handle });
    return Buffer.concat(parts);
  }

  /** Ends the program and takes away what it kept. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  #refuse({ requestId, request }: Record<string, unknown>, sessionId: string | undefined): void {
    const { url } = request as { url: string };
    const isWithin = /^(data|about):/.test(url);
    const [method, params] = isWithin
      ? ['Fetch.continueRequest', { requestId }]
      : ['Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }];
    this.#pipe.send(method as string, params as Record<string, unknown>, sessionId).catch(() => {});
  }
}
