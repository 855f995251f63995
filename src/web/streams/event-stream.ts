import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SECOND } from '../../shared/instant.ts';
import { describe } from '../describe-error.ts';

/** One server-sent event. `id` is what a browser names in `Last-Event-ID` when it comes back. */
export interface ServerEvent {
  event: string;
  data: unknown;
  id?: number;
}

/** A comment this often keeps proxies from closing a stream in which nothing is said. */
const HEARTBEAT = 15 * SECOND;

export function wantsEvents(request: FastifyRequest): boolean {
  return request.headers.accept?.includes('text/event-stream') ?? false;
}

/** The sequence number to go on from: what the browser had when its stream broke, else the one that was asked for. */
export function resumeAfter(request: FastifyRequest, after: number): number {
  const last = Number(request.headers['last-event-id']);
  return Number.isSafeInteger(last) && last > after ? last : after;
}

/**
 * Answers with a stream of events. Waits for a slow reader; ends quietly when the reader leaves, which changes nothing for whoever
 * makes the events. An error on the way becomes an `error` event.
 */
export async function sendEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  events: AsyncIterable<ServerEvent>,
): Promise<FastifyReply> {
  reply.hijack();
  const { raw } = reply;
  raw.on('error', (error) => request.log.debug({ err: error }, 'stream broke off'));
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string | string[]>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
  raw.flushHeaders();
  const heartbeat = setInterval(() => void write(raw, ': \n\n'), HEARTBEAT);
  try {
    for await (const event of events) if (!(await write(raw, encode(event)))) break;
  } catch (error) {
    const { body } = describe(error instanceof Error ? error : new Error(String(error)), request);
    await write(raw, encode({ event: 'error', data: body.error }));
  } finally {
    clearInterval(heartbeat);
    raw.end();
  }
  return reply;
}

function encode({ event, data, id }: ServerEvent): string {
  const head = id === undefined ? '' : `id: ${id}\n`;
  return `${head}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Writes, and waits while the reader is slower than we are. False: the reader has left. */
async function write(raw: ServerResponse, text: string): Promise<boolean> {
  if (raw.destroyed || raw.writableEnded) return false;
  if (raw.write(text)) return true;
  return new Promise((resolve) => {
    const settle = () => {
      raw.off('drain', settle);
      raw.off('close', settle);
      resolve(!raw.destroyed);
    };
    raw.on('drain', settle);
    raw.on('close', settle);
  });
}
