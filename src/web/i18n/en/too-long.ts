/** How long a text may be, and how long it was. */
export const tooLong = (most: number, written: number): string =>
  `At most ${most} characters, please; these are ${written}.`;
