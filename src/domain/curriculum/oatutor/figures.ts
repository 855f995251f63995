/** "##figure1.gif##" or "##figure1.gif": where a text of the source shows a figure. Any folder in it is not part of the name. */
const PLACEHOLDER = /##\s*([^#\s]{1,120}\.[a-zA-Z]{3,4})\s*(?:##)?/g;

/** A text without its placeholders, and the names of the figures that they stood for, in order. */
export function withoutFigures(text: string): { text: string; names: string[] } {
  const names = [...text.matchAll(PLACEHOLDER)].map((found) => found[1] ?? '');
  return { text: text.replace(PLACEHOLDER, ' ').replace(/(?:\\n|\s)+$/, ''), names: [...new Set(names)] };
}

/** What picture the bytes are, by their first bytes and never by a name; null when they are none that a page may show. */
export function imageType(bytes: Uint8Array): string | null {
  const starts = (...wanted: number[]) => wanted.every((byte, at) => bytes[at] === byte);
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (bytes.length < 24) return null;
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) && text(12, 16) === 'IHDR') return 'image/png';
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (/^GIF8[79]a$/.test(text(0, 6))) return 'image/gif';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  return null;
}
