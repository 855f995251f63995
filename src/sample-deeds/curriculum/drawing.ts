import { crc32, deflateSync } from 'node:zlib';

type Point = readonly [x: number, y: number];

/** Three by five dots for each sign that a drawing is labelled with. */
const SIGNS: Record<string, string> = {
  '3': '###..####..####',
  '4': '#.##.####..#..#',
  '5': '####..###..####',
  '6': '####..####.####',
  '8': '####.#####.####',
  '?': '###..#.#.....#.',
  x: '...#.#.#.#.#...',
};
const DOT = 4;
const PEN = 1.6;

/** A black drawing on white: lines between points, and signs beside them. */
export function drawing(
  [width, height]: readonly [number, number],
  { lines, labels }: { lines: readonly (readonly [Point, Point])[]; labels: readonly (readonly [string, Point])[] },
): Buffer {
  const dots = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const near = Math.min(...lines.map(([from, to]) => distance([x, y], from, to)));
      dots[y * width + x] = Math.round(255 * Math.min(1, Math.max(0, near - PEN + 0.5)));
    }
  }
  for (const [sign, [left, top]] of labels) {
    [...(SIGNS[sign] ?? '')].forEach((dot, index) => {
      if (dot !== '#') return;
      const [column, row] = [left + (index % 3) * DOT, top + Math.floor(index / 3) * DOT];
      for (let y = row; y < row + DOT; y += 1) dots.fill(0, y * width + column, y * width + column + DOT);
    });
  }
  return png(width, height, dots);
}

/** From a point to the line between two others. */
function distance([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

function png(width: number, height: number, grey: Uint8Array): Buffer {
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.concat([Buffer.of(0), grey.subarray(y * width, (y + 1) * width)]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits of grey.
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
