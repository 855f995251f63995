import { createHmac, timingSafeEqual } from 'node:crypto';

/** Cookies whose signature is remembered to be right: a browser sends the same one with every request. */
const REMEMBERED = 1000;

/** Values that only this server can have made: `value.signature`. For values without a dot. */
export class SignedCookie {
  readonly #secret: string;
  readonly #opened = new Map<string, string>();

  constructor(secret: string) {
    this.#secret = secret;
  }

  seal(value: string): string {
    return `${value}.${this.#signature(value)}`;
  }

  /** The value, or null where the text was not sealed with this secret. */
  open(sealed: string | null): string | null {
    if (sealed === null) return null;
    const known = this.#opened.get(sealed);
    if (known !== undefined) return known;
    const dot = sealed.indexOf('.');
    const value = sealed.slice(0, Math.max(0, dot));
    const given = Buffer.from(sealed.slice(dot + 1));
    const right = Buffer.from(this.#signature(value));
    if (dot <= 0 || given.length !== right.length || !timingSafeEqual(given, right)) return null;
    if (this.#opened.size >= REMEMBERED) this.#opened.clear();
    this.#opened.set(sealed, value);
    return value;
  }

  #signature(value: string): string {
    return createHmac('sha256', this.#secret).update(value).digest('base64url');
  }
}

/** The value of a cookie in a `Cookie` header, as it stands there; the first where there are several. */
export function cookieNamed(name: string, header: string | undefined): string | null {
  if (header === undefined || !header.includes(name)) return null;
  for (const part of header.split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim();
  }
  return null;
}
