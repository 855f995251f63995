const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';
const MORSE = new Map(
  '.- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --.. ----- .---- ..--- ...-- ....- ..... -.... --... ---.. ----.'
    .split(' ')
    .map((code, at) => [code, `${ALPHABET}0123456789`[at] ?? '']),
);

const printable = (text: string): string =>
  /^[\p{L}\p{N}\p{P}\p{S} \n]{1,200}$/u.test(text) && !text.includes('�') ? text : '';
const fromBytes = (bytes: number[]): string => printable(Buffer.from(bytes).toString('utf8'));

/** Texts behind base64: a run that is padded, or whose length and letters look like it. */
function behindBase64(text: string): string[] {
  return (text.match(/[A-Za-z0-9+/_-]{2,}={0,2}/g) ?? []).map((token) => {
    if (!token.endsWith('=') && (token.length % 4 !== 0 || !/[A-Z0-9]/.test(token.slice(1)))) return '';
    const plain = token.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '');
    return printable(Buffer.from(plain, 'base64').toString('utf8'));
  });
}

/** Texts behind bytes in hexadecimal or binary: "6d6974", "32 34", "00110010 00110100". */
function behindBytes(text: string): string[] {
  const hex = (text.match(/(?<![\p{L}\p{N}])(?:(?:0x|\\x)?[0-9a-f]{2}[\s,:]{0,2}){2,}(?![\p{L}\p{N}])/giu) ?? []).map(
    (run) =>
      fromBytes((run.replace(/0x|\\x/gi, '').match(/[0-9a-f]{2}/gi) ?? []).map((pair) => Number.parseInt(pair, 16))),
  );
  const bits = (text.match(/\b[01]{7,8}(?:[\s,]+[01]{7,8})*\b/g) ?? []).map((run) =>
    fromBytes(run.split(/[\s,]+/).map((each) => Number.parseInt(each, 2))),
  );
  return [...hex.filter((each) => each.length > 1), ...bits];
}

const CODE_TALK = /\b(?:codes?|ascii|unicode|bytes?|characters?|alphabet|letters?|decode)\b/i;

/** Texts behind numbers in a row that stand for characters, or for places in the alphabet. */
function behindCodes(text: string): string[] {
  const talk = CODE_TALK.test(text);
  const single = /\bcodes?\b[^.?!]{0,40}(?:\bis|\bare|:) (\d{2,3})\b/i.exec(text)?.[1];
  const one = single === undefined ? [] : [printable(String.fromCharCode(Number(single)))];
  const runs = (text.match(/\b\d{1,3}(?:(?:\s*[,;\-–/|]\s*|\s+)\d{1,3})+\b/g) ?? []).flatMap((run) => {
    const codes = (run.match(/\d+/g) ?? []).map(Number);
    if (!talk && codes.length < 4) return [];
    const asCharacters = codes.every((code) => code > 31 && code < 127) ? String.fromCharCode(...codes) : '';
    const asPlaces = codes.every((code) => code > 0 && code < 27)
      ? codes.map((code) => ALPHABET[code - 1]).join('')
      : '';
    return [asCharacters, asPlaces];
  });
  return [...one, ...runs];
}

function behindMorse(text: string): string[] {
  return (text.match(/[.\-–—•·−_]{1,6}(?:[\s/|]+[.\-–—•·−_]{1,6})+/g) ?? []).map((run) =>
    run
      .replace(/[•·]/g, '.')
      .replace(/[–—−_]/g, '-')
      .split(/[\s/|]+/)
      .map((code) => MORSE.get(code) ?? '')
      .join(''),
  );
}

function behindEscapes(text: string): string[] {
  const percent = (text.match(/(?:%[0-9a-f]{2})+/gi) ?? []).map((run) =>
    fromBytes((run.match(/[0-9a-f]{2}/gi) ?? []).map((pair) => Number.parseInt(pair, 16))),
  );
  const escapes = (text.match(/(?:\\?u\+?\{?00[0-9a-f]{2}\}?\s*)+/gi) ?? []).map((run) =>
    (run.match(/00[0-9a-f]{2}/gi) ?? []).map((code) => String.fromCharCode(Number.parseInt(code, 16))).join(''),
  );
  return [...percent, ...escapes];
}

/** The texts that stand encoded in a text, as far as they can be read: base64, bytes, codes, Morse, escapes. */
export function decoded(text: string): string[] {
  return [behindBase64, behindBytes, behindCodes, behindMorse, behindEscapes]
    .flatMap((decode) => decode(text))
    .filter((each) => each.trim() !== '');
}
