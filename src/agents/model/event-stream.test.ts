import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { EventStream, type StreamEvent } from './event-stream.ts';

/** A connection that delivers these bytes in pieces cut at these places. */
function delivered(bytes: Uint8Array, cuts: number[] = []): ReadableStream<Uint8Array> {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
  return new ReadableStream({
    start(controller) {
      for (const [index, from] of places.entries()) controller.enqueue(bytes.slice(from, places[index + 1] ?? from));
      controller.close();
    },
  });
}

async function read(text: string, cuts?: number[]): Promise<StreamEvent[]> {
  const stream = new EventStream(delivered(new TextEncoder().encode(text), cuts));
  const events: StreamEvent[] = [];
  for (let event = await stream.next(); event !== undefined; event = await stream.next()) events.push(event);
  return events;
}

const data = async (text: string) => (await read(text)).map((event) => event.data);

test('events are told apart by empty lines, with either line end', async () => {
  assert.deepEqual(await data('data: a\n\ndata: b\r\n\r\ndata:c\n\n'), ['a', 'b', 'c']);
});

test('a name goes with its event only; comments, ids and empty lines are no events', async () => {
  const events = await read(
    ': keep-alive\n\n\n\nid: 7\nevent: error\ndata: x\n\nretry: 3\ndata: y\n\nevent: lonely\n\n',
  );
  assert.deepEqual(events, [
    { name: 'error', data: 'x' },
    { name: 'message', data: 'y' },
  ]);
});

test('several lines of data are one event', async () => {
  assert.deepEqual(await data('data: {"a":\ndata:  1}\n\n'), ['{"a":\n 1}']);
});

test('the last event counts even when the server forgot the empty line, or any line end, after it', async () => {
  assert.deepEqual(await data('data: a\n\ndata: b\n'), ['a', 'b']);
  assert.deepEqual(await data('data: a\n\ndata: b'), ['a', 'b']);
});

test('wherever the network cuts the bytes, inside a letter too, the events are the same', async () => {
  const line = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !/[\r\n]/.test(text));
  const lineEnd = fc.constantFrom('\n', '\r\n');
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 8 }),
      lineEnd,
      fc.array(fc.nat(), { maxLength: 30 }),
      async (lines, end, cuts) => {
        const text = lines.map((content) => `data: ${content}${end}${end}`).join('');
        assert.deepEqual(
          (await read(text, cuts)).map((event) => event.data),
          lines,
        );
      },
    ),
  );
});

test('an event that does not end is cut', async () => {
  await assert.rejects(read(`data: ${'x'.repeat(1_100_000)}`), /does not end/);
});
