import type { Messages } from '../i18n/messages.ts';

const LONGEST = 400;

/** Numbers of rows that nobody can look up. */
const UNTOLD = new Set([
  'id',
  'alertId',
  'evaluationId',
  'lessonId',
  'publicationId',
  'qaId',
  'rehearsalId',
  'reportId',
  'schoolSessionId',
  'sessionId',
  'sittingId',
]);

/** What an entry keeps besides, as `name: value` one after the other; a change as `before → after`. */
export function detailsInWords(details: Record<string, unknown>, words: Messages['audit']): string {
  const text = Object.entries(details)
    .filter(([name]) => !UNTOLD.has(name))
    .map(([name, value]) => `${words.detail(name)}: ${valueInWords(value, words)}`)
    .join('; ');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function valueInWords(value: unknown, words: Messages['audit']): string {
  if (value === null || value === '') return words.nothing;
  if (value === true) return words.yes;
  if (value === false) return words.no;
  if (Array.isArray(value)) return value.map((one) => valueInWords(one, words)).join(', ');
  if (typeof value === 'object') {
    if ('before' in value && 'after' in value) {
      return `${valueInWords(value.before, words)} → ${valueInWords(value.after, words)}`;
    }
    return Object.entries(value)
      .filter(([name]) => !UNTOLD.has(name))
      .map(([name, one]) => `${words.detail(name)} ${valueInWords(one, words)}`)
      .join(', ');
  }
  return words.value(String(value));
}
