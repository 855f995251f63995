export function isPage(file: string): boolean;
export function withStrings(file: string, source: string, runtime: string): string | null;
/** Says that every line is where it was. */
export function lineByLine(
  file: string,
  source: string,
): { version: 3; sources: string[]; names: string[]; mappings: string };
