/**
 * A name by itself: in letters that run the other way it does not draw the number or the comma after it to its own side. A line that
 * it begins says its own direction before it.
 */
export const isolated = (name: string): string => `\u2068${name}\u2069`;
