import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fastify from 'fastify';
import { acceptedEncoding, registerCompression } from './compression.plugin.ts';

const PAGE = `<p>${'λ and words, '.repeat(500)}</p>`;

function server() {
  const app = fastify();
  registerCompression(app);
  app.get('/page', (_request, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
  app.get('/short', (_request, reply) => reply.type('text/html').send('<p>short</p>'));
  app.get('/picture', (_request, reply) => reply.type('image/png').send(Buffer.alloc(5000)));
  app.get('/events', (_request, reply) => reply.type('text/event-stream').send(PAGE));
  app.get('/stream', (_request, reply) => reply.type('text/html').send(Readable.from([PAGE])));
  return (url: string, accept: string, method: 'GET' | 'HEAD' = 'GET') =>
    app.inject({ method, url, headers: { 'accept-encoding': accept } });
}

test('a page arrives compressed in the way that its reader takes, and reads as it was written', async () => {
  const ask = server();
  const brotli = await ask('/page', 'gzip, deflate, br, zstd');
  assert.equal(brotli.headers['content-encoding'], 'br');
  assert.equal(brotliDecompressSync(brotli.rawPayload).toString(), PAGE);
  assert.equal(brotli.headers['content-length'], String(brotli.rawPayload.length));
  const gzip = await ask('/page', 'gzip');
  assert.equal(gzip.headers['content-encoding'], 'gzip');
  assert.equal(gunzipSync(gzip.rawPayload).toString(), PAGE);
  const plain = await ask('/page', 'identity');
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(plain.payload, PAGE);
  for (const answer of [brotli, gzip, plain]) assert.equal(answer.headers.vary, 'accept-encoding');
});

test('short answers, pictures, event streams and what is streamed go out as they are', async () => {
  const ask = server();
  for (const url of ['/short', '/picture', '/events', '/stream']) {
    const answer = await ask(url, 'br, gzip');
    assert.equal(answer.headers['content-encoding'], undefined, url);
  }
  assert.equal((await ask('/stream', 'br')).payload, PAGE);
});

test('asking for the headers only gives no body', async () => {
  const answer = await server()('/page', 'br', 'HEAD');
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.rawPayload.length, 0);
});

test('an encoding that the reader refuses is not used', () => {
  assert.equal(acceptedEncoding('br;q=0, gzip;q=0.5'), 'gzip');
  assert.equal(acceptedEncoding('br;q=0.000,gzip; q=0'), null);
  assert.equal(acceptedEncoding('GZIP, BR;q=0.1'), 'br');
  assert.equal(acceptedEncoding('brotli, x-gzip'), null);
  assert.equal(acceptedEncoding(undefined), null);
});
