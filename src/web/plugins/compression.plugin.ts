import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** What is shorter than this fits into one packet anyway, in bytes. */
const WORTHWHILE = 1024;
/** What is longer than this is compressed where nobody waits for it, or not at all, in bytes. */
const LONGEST = 512 * 1024;
/** A page at quality 3 takes two thirds of the time of quality 4 and 5 % more bytes (docs/decisions/0006-page-cost.md). */
const BROTLI_QUALITY = 3;
const GZIP_LEVEL = 3;

const TEXT = /^(?:text\/(?!event-stream)|application\/(?:json|manifest\+json|xml)|image\/svg\+xml)/;

/** Compresses answers that are there as a whole in one go: no stream, no thread. What is streamed goes out as it is. */
export function registerCompression(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    const body = bodyOf(payload);
    if (body === null || !isCompressible(reply)) {
      done(null, payload);
      return;
    }
    reply.header('vary', 'accept-encoding');
    const encoding = acceptedEncoding(request.headers['accept-encoding']);
    if (encoding === null || body.length < WORTHWHILE || body.length > LONGEST) {
      done(null, payload);
      return;
    }
    reply.header('content-encoding', encoding).removeHeader('content-length');
    done(null, compress(body, encoding));
  });
}

type Encoding = 'br' | 'gzip';

/** Browsers send the same few headers again and again. */
const known = new Map<string, Encoding | null>();
const HEADERS_KEPT = 100;

/** The better of ours that the reader takes, by the `Accept-Encoding` header; null for neither. */
export function acceptedEncoding(header: string | string[] | undefined): Encoding | null {
  const text = String(header ?? '');
  let encoding = known.get(text);
  if (encoding === undefined) {
    encoding = encodingIn(text);
    if (known.size >= HEADERS_KEPT) known.clear();
    known.set(text, encoding);
  }
  return encoding;
}

function encodingIn(header: string): Encoding | null {
  const taken = new Set<string>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    if (!parameters.some((text) => /^q=0(?:\.0*)?$/.test(text))) taken.add(name);
  }
  return taken.has('br') ? 'br' : taken.has('gzip') ? 'gzip' : null;
}

function bodyOf(payload: unknown): Buffer | null {
  if (typeof payload === 'string') return Buffer.from(payload);
  return Buffer.isBuffer(payload) ? payload : null;
}

function isCompressible(reply: FastifyReply): boolean {
  const type = reply.getHeader('content-type');
  return typeof type === 'string' && TEXT.test(type) && !reply.hasHeader('content-encoding');
}

function compress(body: Buffer, encoding: Encoding): Buffer {
  if (encoding === 'gzip') return gzipSync(body, { level: GZIP_LEVEL });
  return brotliCompressSync(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      [constants.BROTLI_PARAM_LGWIN]: windowFor(body.length),
    },
  });
}

/** The smallest window that holds the body: a larger one only costs memory. */
function windowFor(bytes: number): number {
  return Math.min(
    constants.BROTLI_MAX_WINDOW_BITS,
    Math.max(constants.BROTLI_MIN_WINDOW_BITS, Math.ceil(Math.log2(bytes + 16))),
  );
}
