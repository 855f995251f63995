// Makes src/web/styles/noto-sans-math.woff2: the part of Noto Sans Math (SIL OFL 1.1) that school maths needs, with the MATH
// table that stretches brackets and roots. Run by hand when the font package changes: node tools/subset-math-font.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, inflateSync } from 'node:zlib';

const SOURCE = '@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff';
const TARGET = new URL('../src/web/styles/noto-sans-math.woff2', import.meta.url);

/** Latin, Greek, punctuation, letterlike signs, arrows, operators, shapes, and the italic and bold letters of mathematics. */
const KEEP = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x2c6, 0x2dd],
  [0x300, 0x308],
  [0x391, 0x3d6],
  [0x2010, 0x2044],
  [0x2061, 0x2064],
  [0x20d7, 0x20d7],
  [0x2100, 0x2138],
  [0x2190, 0x21a6],
  [0x21c4, 0x21d5],
  [0x2200, 0x22a5],
  [0x22c0, 0x22cf],
  [0x22ee, 0x22f1],
  [0x2308, 0x230b],
  [0x23dc, 0x23e1],
  [0x25a0, 0x25cf],
  [0x27e8, 0x27e9],
  [0x2a7d, 0x2a7e],
  [0x1d400, 0x1d467],
  [0x1d538, 0x1d551],
  [0x1d6a4, 0x1d6a5],
  [0x1d6e2, 0x1d71b],
  [0x1d7ce, 0x1d7d7],
];

/** The tables of a WOFF 1 file by tag. */
function readTables(woff) {
  const tables = new Map();
  for (let i = 0; i < woff.readUInt16BE(12); i += 1) {
    const at = 44 + i * 20;
    const [offset, packed, size] = [4, 8, 12].map((part) => woff.readUInt32BE(at + part));
    const raw = woff.subarray(offset, offset + packed);
    tables.set(woff.toString('latin1', at, at + 4), Buffer.from(packed < size ? inflateSync(raw) : raw));
  }
  return tables;
}

/** character → glyph, from the 32-bit subtable of cmap. */
function readCmap(cmap) {
  const map = new Map();
  for (let i = 0; i < cmap.readUInt16BE(2); i += 1) {
    const at = cmap.readUInt32BE(4 + i * 8 + 4);
    if (cmap.readUInt16BE(at) !== 12) continue;
    for (let group = 0; group < cmap.readUInt32BE(at + 12); group += 1) {
      const [first, last, glyph] = [0, 4, 8].map((part) => cmap.readUInt32BE(at + 16 + group * 12 + part));
      for (let char = first; char <= last; char += 1) map.set(char, glyph + char - first);
    }
  }
  return map;
}

function writeCmap(map) {
  const groups = [];
  for (const [char, glyph] of [...map].sort(([a], [b]) => a - b)) {
    const last = groups.at(-1);
    if (last && char === last.last + 1 && glyph === last.glyph + char - last.first) last.last = char;
    else groups.push({ first: char, last: char, glyph });
  }
  const out = Buffer.alloc(12 + 16 + groups.length * 12);
  out.writeUInt16BE(1, 2);
  out.writeUInt16BE(3, 4);
  out.writeUInt16BE(10, 6);
  out.writeUInt32BE(12, 8);
  out.writeUInt16BE(12, 12);
  out.writeUInt32BE(16 + groups.length * 12, 16);
  out.writeUInt32BE(groups.length, 24);
  for (const [i, { first, last, glyph }] of groups.entries()) {
    for (const [part, value] of [first, last, glyph].entries()) out.writeUInt32BE(value, 28 + i * 12 + part * 4);
  }
  return out;
}

/** The glyphs of a coverage table, in its order. */
function coverage(buffer, at) {
  const count = buffer.readUInt16BE(at + 2);
  if (buffer.readUInt16BE(at) === 1)
    return Array.from({ length: count }, (_, i) => buffer.readUInt16BE(at + 4 + i * 2));
  return Array.from({ length: count }, (_, i) => {
    const [first, last] = [buffer.readUInt16BE(at + 4 + i * 6), buffer.readUInt16BE(at + 6 + i * 6)];
    return Array.from({ length: last - first + 1 }, (_unused, step) => first + step);
  }).flat();
}

/** Adds the larger variants and the parts of every kept glyph that stretches. */
function addVariants(math, glyphs) {
  const at = math.readUInt16BE(8);
  const counts = [math.readUInt16BE(at + 6), math.readUInt16BE(at + 8)];
  let entry = at + 10;
  for (const [axis, count] of counts.entries()) {
    const covered = coverage(math, at + math.readUInt16BE(at + 2 + axis * 2));
    for (let i = 0; i < count; i += 1, entry += 2) {
      if (!glyphs.has(covered[i])) continue;
      const construction = at + math.readUInt16BE(entry);
      for (let v = 0; v < math.readUInt16BE(construction + 2); v += 1) {
        glyphs.add(math.readUInt16BE(construction + 4 + v * 4));
      }
      const assembly = math.readUInt16BE(construction);
      if (assembly === 0) continue;
      for (let part = 0; part < math.readUInt16BE(construction + assembly + 4); part += 1) {
        glyphs.add(math.readUInt16BE(construction + assembly + 6 + part * 10));
      }
    }
  }
}

/** Adds what composite glyphs are made of. */
function addComponents(outline, glyphs) {
  for (const glyph of glyphs) {
    const data = outline(glyph);
    if (data.length === 0 || data.readInt16BE(0) >= 0) continue;
    for (let at = 10, flags = 0x20; flags & 0x20; ) {
      flags = data.readUInt16BE(at);
      glyphs.add(data.readUInt16BE(at + 2));
      at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    }
  }
}

/** Empties the outlines of all other glyphs; numbers of glyphs stay, so that no other table has to change. */
function keepOutlines(tables, glyphs, outline) {
  const count = tables.get('maxp').readUInt16BE(4);
  const loca = Buffer.alloc((count + 1) * 4);
  const metrics = tables.get('hmtx');
  const wide = tables.get('hhea').readUInt16BE(34);
  const parts = [];
  let size = 0;
  for (let glyph = 0; glyph < count; glyph += 1) {
    loca.writeUInt32BE(size, glyph * 4);
    if (!glyphs.has(glyph)) {
      if (glyph < wide) metrics.fill(0, glyph * 4, glyph * 4 + 4);
      continue;
    }
    const data = outline(glyph);
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
    parts.push(padded);
    size += padded.length;
  }
  loca.writeUInt32BE(size, count * 4);
  tables.set('glyf', Buffer.concat(parts));
  tables.set('loca', loca);
  tables.get('head').writeUInt16BE(1, 50);
}

const base128 = (value) => {
  const bytes = [value & 0x7f];
  for (let rest = value >> 7; rest > 0; rest >>= 7) bytes.unshift((rest & 0x7f) | 0x80);
  return Buffer.from(bytes);
};

/** WOFF 2 with untransformed tables (https://www.w3.org/TR/WOFF2/, sections 4 and 5). */
function writeWoff2(tables) {
  const entries = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const directory = entries.map(([tag, data]) => {
    const flags = tag === 'glyf' || tag === 'loca' ? 0x3f | 0xc0 : 0x3f;
    return Buffer.concat([Buffer.from([flags]), Buffer.from(tag, 'latin1'), base128(data.length)]);
  });
  const all = Buffer.concat(entries.map(([, data]) => data));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
  const packed = brotliCompressSync(all, { params });
  const header = Buffer.alloc(48);
  header.write('wOF2', 'latin1');
  header.writeUInt32BE(0x00010000, 4);
  header.writeUInt16BE(entries.length, 12);
  const plain = 12 + entries.length * 16 + entries.reduce((sum, [, data]) => sum + Math.ceil(data.length / 4) * 4, 0);
  header.writeUInt32BE(plain, 16);
  header.writeUInt32BE(packed.length, 20);
  header.writeUInt16BE(1, 24);
  const body = Buffer.concat([header, ...directory, packed]);
  const file = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
  file.writeUInt32BE(file.length, 8);
  return file;
}

const tables = readTables(readFileSync(fileURLToPath(import.meta.resolve(SOURCE))));
const [loca, glyf] = [tables.get('loca'), tables.get('glyf')];
const long = tables.get('head').readUInt16BE(50) === 1;
const start = (glyph) => (long ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2);
const outline = (glyph) => glyf.subarray(start(glyph), start(glyph + 1));

const kept = new Map(
  [...readCmap(tables.get('cmap'))].filter(([char]) => KEEP.some(([a, b]) => char >= a && char <= b)),
);
const glyphs = new Set([0, ...kept.values()]);
addVariants(tables.get('MATH'), glyphs);
addComponents(outline, glyphs);
keepOutlines(tables, glyphs, outline);
tables.set('cmap', writeCmap(kept));
tables.set('post', Buffer.concat([Buffer.from([0, 3, 0, 0]), tables.get('post').subarray(4, 32)]));
for (const tag of ['GDEF', 'GPOS', 'GSUB', 'gasp']) tables.delete(tag);
const woff2 = writeWoff2(tables);
writeFileSync(TARGET, woff2);
console.log(`${kept.size} characters, ${glyphs.size} glyphs, ${(woff2.length / 1024).toFixed(1)} kB`);
