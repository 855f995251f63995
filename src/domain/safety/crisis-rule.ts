import type { Crisis } from './crisis.ts';
import { squeeze } from './plain-words.ts';

/** A pattern over plain words (see `plainWords`), and what it makes one think of. */
export interface CrisisRule extends Crisis {
  pattern: RegExp;
}

/**
 * Patterns are written as plain words, with three signs of their own: `~` stands for up to three words in between, `~~` for up
 * to seven, and `{NAME}` for a group of `groups`. They match whole words, and never across the end of a sentence.
 */
export function compile(source: string, groups: Readonly<Record<string, string>>, flags = 'u'): RegExp {
  const filled = source
    .replace(/(?<!\\p)\{([A-Z]+)\}/g, (_, name: string) => `(?:${groups[name] ?? ''})`)
    .replaceAll('~~', '(?: [\\p{L}\\p{N}]+){0,7}')
    .replaceAll('~', '(?: [\\p{L}\\p{N}]+){0,3}');
  return new RegExp(`(?<=[ ])(?:${squeeze(filled)})(?= )`, flags);
}

/** The rules of one category and severity. */
export function rules(
  category: Crisis['category'],
  severity: Crisis['severity'],
  groups: Readonly<Record<string, string>>,
  sources: readonly string[],
): CrisisRule[] {
  return sources.map((source) => ({ category, severity, pattern: compile(source, groups) }));
}
