import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../domain/errors/app-error.ts';
import { SECOND } from '../../shared/instant.ts';
import { actorOf } from '../access.ts';
import { describe } from '../describe-error.ts';

/** One server-sent event. `id` is what a browser names in `Last-Event-ID` when it comes back. */
export interface ServerEvent {
  event: string;
  data: unknown;
  id?: number;
}

/** A reader who takes nothing for this long has gone, whatever the connection says. */
const PATIENCE = 30 * SECOND;

/** A comment this often keeps proxies from closing a stream in which nothing is said. */
const HEARTBEAT = 15 * SECOND;

/** Streams that one person may hold open at a time: more than anybody has tabs. */
const MOST_STREAMS = 64;

/** Open streams by person, for each server of this process. */
const openStreams = new WeakMap<object, Map<number, number>>();

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
 * makes the events. An error on the way becomes an `error` event. Throws `too-many` for whoever holds too many open already.
 */
export async function sendEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  events: AsyncIterable<ServerEvent>,
): Promise<FastifyReply> {
  const leave = enter(request);
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
  const heartbeat = setInterval(() => {
    if (!raw.writableNeedDrain && !raw.writableEnded) raw.write(': \n\n');
  }, HEARTBEAT);
  try {
    for await (const event of events) if (!(await write(raw, encode(event)))) break;
  } catch (error) {
    const { body } = describe(error instanceof Error ? error : new Error(String(error)), request);
    await write(raw, encode({ event: 'error', data: body.error }));
  } finally {
    clearInterval(heartbeat);
    leave();
    raw.end();
  }
  return reply;
}

/** Counts a stream of the person who asks; answers how to count it off. */
function enter(request: FastifyRequest): () => void {
  const { userId } = actorOf(request);
  const counts = openStreams.get(request.server.server) ?? new Map<number, number>();
  openStreams.set(request.server.server, counts);
  const before = counts.get(userId) ?? 0;
  if (before >= MOST_STREAMS) {
    throw new AppError(
      'too-many',
      'too-many-streams',
      'This lesson is open too many times. Please close some of its tabs.',
    );
  }
  counts.set(userId, before + 1);
  return () => {
    const left = (counts.get(userId) ?? 1) - 1;
    if (left > 0) counts.set(userId, left);
    else counts.delete(userId);
  };
}

function encode({ event, data, id }: ServerEvent): string {
  const head = id === undefined ? '' : `id: ${id}\n`;
  return `${head}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Writes, and waits while the reader is slower than we are, within reason. False: the reader has left. */
async function write(raw: ServerResponse, text: string): Promise<boolean> {
  if (raw.destroyed || raw.writableEnded) return false;
  if (raw.write(text)) return true;
  return new Promise((resolve) => {
    const gone = setTimeout(() => raw.destroy(), PATIENCE);
    const settle = () => {
      clearTimeout(gone);
      raw.off('drain', settle);
      raw.off('close', settle);
      resolve(!raw.destroyed);
    };
    raw.on('drain', settle);
    raw.on('close', settle);
  });
}
