import { imageType } from './image-type.ts';

/** What the browser of a phone can hold: four bytes a pixel, 64 MB. */
const MOST_PIXELS = 16_000_000;

/** Whether a picture unfolds into more pixels than a page may ask of a phone. A few kilobytes can say sixty thousand by sixty thousand. */
export function hasTooManyPixels(bytes: Uint8Array): boolean {
  const size = pictureSize(bytes);
  return size !== null && size.width * size.height > MOST_PIXELS;
}

interface Size {
  width: number;
  height: number;
}

/** In pixels, as the picture itself says; null where it says nothing, so that nothing can be shown either. */
export function pictureSize(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    switch (imageType(bytes)) {
      case 'image/png':
        return { width: view.getUint32(16), height: view.getUint32(20) };
      case 'image/gif':
        return sizeOfGif(view);
      case 'image/webp':
        return sizeOfWebp(view);
      case 'image/jpeg':
        return sizeOfJpeg(view);
      default:
        return null;
    }
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Browsers make room for the first picture, where it is larger than the screen that the file names. */
function sizeOfGif(view: DataView): Size {
  const screen = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  const colours = view.getUint8(10);
  let at = 13 + (colours & 0x80 ? 3 << ((colours & 7) + 1) : 0);
  while (at < view.byteLength && view.getUint8(at) === 0x21) {
    at += 2;
    while (view.getUint8(at) > 0) at += view.getUint8(at) + 1;
    at += 1;
  }
  if (at + 9 >= view.byteLength || view.getUint8(at) !== 0x2c) return screen;
  const right = view.getUint16(at + 1, true) + view.getUint16(at + 5, true);
  const bottom = view.getUint16(at + 3, true) + view.getUint16(at + 7, true);
  return { width: Math.max(screen.width, right), height: Math.max(screen.height, bottom) };
}

function sizeOfWebp(view: DataView): Size | null {
  const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  switch (view.getUint32(12)) {
    case 0x56503820: // "VP8 "
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 0x5650384c: {
      // "VP8L"
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 0x56503858: // "VP8X"
      return { width: three(24) + 1, height: three(27) + 1 };
    default:
      return null;
  }
}

/** Stands in the frame header: of the markers C0 to CF all but tables (C4, CC) and an extension (C8). */
function sizeOfJpeg(view: DataView): Size | null {
  for (let at = 2; at + 8 < view.byteLength; ) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff || marker === 0xff || marker === 0) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    } else at += marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8) ? 2 : 2 + view.getUint16(at + 2);
  }
  return null;
}
