/** A text that has more characters than are kept. */
export interface TooLong {
  is: 'too long';
  most: number;
  /** How many it has. */
  read: number;
}

/** Null where it fits. */
export function tooLong(text: string, most: number): TooLong | null {
  return text.length > most ? { is: 'too long', most, read: text.length } : null;
}
