import assert from 'node:assert/strict';
import { test } from 'node:test';
import { png, sizedPng } from '../../../test/support/png.ts';
import { hasTooManyPixels, pictureSize } from './picture-size.ts';

const pad = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(40)]);
const two = (...numbers: number[]) => Buffer.from(numbers.flatMap((number) => [number & 255, number >> 8]));
const three = (number: number) => [number & 255, (number >> 8) & 255, number >> 16];

/** A screen of `screen`, a table of two colours, a comment, and a first picture of `first`. */
const gif = (screen: [number, number], first: [number, number]) =>
  pad(
    Buffer.concat([
      Buffer.from('GIF89a'),
      two(...screen),
      Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x21, 0xfe, 2, 0x2c, 0x2c, 0, 0x2c]),
      two(1, 2, ...first),
    ]),
  );

const THUMBNAIL = [0xff, 0xe1, 0, 13, 0xff, 0xc0, 0, 17, 8, 0, 1, 0, 1, 0, 0];
const TABLE = [0xff, 0xc4, 0, 3, 0, 0xff];

/** The header of a small picture inside an application segment, a table and fill, and then the frame. */
const jpeg = (width: number, height: number) => {
  const frame = [0xff, 0xc2, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255];
  return pad(Buffer.from([0xff, 0xd8, ...THUMBNAIL, ...TABLE, ...frame]));
};

const webp = (kind: string, rest: number[]) =>
  pad(Buffer.concat([Buffer.from(`RIFF\0\0\0\0WEBP${kind}\0\0\0\0`, 'latin1'), Buffer.from(rest)]));

test('the size of a picture is read from its own header, whatever its kind', () => {
  const lossless = 299 | (199 << 14);
  for (const [bytes, width, height] of [
    [png(1), 40, 30],
    [gif([300, 200], [10, 10]), 300, 200],
    [gif([1, 1], [300, 200]), 301, 202],
    [jpeg(300, 200), 300, 200],
    [webp('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, 0x2c, 0x01, 200, 0]), 300, 200],
    [webp('VP8L', [0x2f, ...three(lossless & 0xffffff), lossless >>> 24]), 300, 200],
    [webp('VP8X', [0, 0, 0, 0, ...three(299), ...three(199)]), 300, 200],
  ] as const) {
    assert.deepEqual(pictureSize(bytes), { width, height }, bytes.subarray(0, 16).toString('latin1'));
    assert.equal(hasTooManyPixels(bytes), false);
  }
});

test('a small file that unfolds into a huge picture is known, also where the first picture is larger than the screen', () => {
  for (const bytes of [
    sizedPng(60_000, 60_000),
    sizedPng(4_000_000_000, 4_000_000_000),
    gif([65_535, 65_535], [1, 1]),
    gif([1, 1], [65_000, 65_000]),
    jpeg(65_535, 65_535),
    webp('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, 0xff, 0x3f, 0xff, 0x3f]),
    webp('VP8X', [0, 0, 0, 0, ...three(16_000_000), ...three(16_000_000)]),
  ]) {
    assert.equal(hasTooManyPixels(bytes), true, bytes.subarray(0, 16).toString('latin1'));
  }
  assert.equal(hasTooManyPixels(sizedPng(4000, 4000)), false);
  assert.equal(hasTooManyPixels(sizedPng(4000, 4001)), true);
});

test('of what is cut off, or is no picture, no size is read', () => {
  const cut = jpeg(300, 200).subarray(0, 30);
  for (const bytes of [Buffer.alloc(0), Buffer.from('<svg width="9" height="9"/>'), cut]) {
    assert.equal(pictureSize(bytes), null);
  }
});
