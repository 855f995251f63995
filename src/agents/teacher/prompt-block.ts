/** Text of the question bank, marked off from the instructions. */
export function block(label: string, text: string | null | undefined): string {
  const clean = text?.trim() ?? '';
  return clean === '' ? '' : `${label}:\n"""\n${clean.replaceAll('"""', '“””')}\n"""`;
}

/** The parts that are there, a line each. */
export const lines = (...parts: string[]): string => parts.filter((part) => part !== '').join('\n');
