/** A word without case, spaces, marks and punctuation: "First_Name" and "first name" are one. */
export function foldWord(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A name as two spellings of it compare: without case, marks and doubled spaces. */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s'’׳״"-]+/gu, ' ')
    .trim();
}
