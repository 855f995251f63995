import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describe, describeClientError } from '../describe-error.ts';

/** What came in was no HTTP request: no route, no reply object, only a socket. Answers in the shape of every other error. */
export function answerParserError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const { status, body } = describeClientError(statusOf(error.code));
  const json = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${status} Error`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(json)}`,
    'connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${json}`);
  socket.destroySoon();
}

function statusOf(code: string | undefined): number {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
  return code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
}

/** Addresses that the router itself cannot read. No hook has run and nobody is known: the answer is always JSON. */
export function answerRouterError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const { status, body } = describe(error, request);
  reply.code(status).header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(body));
}
