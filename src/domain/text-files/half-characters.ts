/** A code of JSON for one half of a character that takes two, without the other half. Behind an even number of backslashes it is a code. */
const HALF =
  /(?<!\\)(?:\\\\)*(\\u[dD](?:[89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F][0-9a-fA-F]{2})|(?<!\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD])[c-fC-F][0-9a-fA-F]{2}))/g;

export interface HalfCharacter {
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  code: string;
}

/** Where a text of JSON holds halves of characters, which no database keeps as they are; at most so many. */
export function halfCharacters(json: string, most = 100): HalfCharacter[] {
  const found: HalfCharacter[] = [];
  for (const match of json.matchAll(HALF)) {
    const code = match[1] ?? '';
    const at = match.index + match[0].length - code.length;
    const before = json.slice(0, at).split('\n');
    found.push({ line: before.length, column: (before.at(-1)?.length ?? 0) + 1, code });
    if (found.length === most) break;
  }
  return found;
}
