import { ENGLISH, INNOCENT_ENGLISH, SOFTENED_ENGLISH } from './crisis-rules-en.ts';
import { HEBREW, INNOCENT_HEBREW, SOFTENED_HEBREW } from './crisis-rules-he.ts';
import { type CrisisWords, HELPLINES, type Helplines, REPLIES } from './crisis-words.ts';
import { plainWords } from './plain-words.ts';

/** What a message made the crisis screen think of. */
export interface Crisis {
  /** 1 (worrying) … 3 (acute). */
  severity: 1 | 2 | 3;
  category: 'self-harm' | 'abuse' | 'violence' | 'distress';
}

/** Longest text that is looked at, in characters: longer than any message that is taken. */
const LONGEST = 20_000;

/**
 * Whether a pupil's words may speak of a crisis, before any model sees them: self-harm and suicide, abuse, violence, acute
 * distress, in English and Hebrew. Lists of words flag; they do not diagnose: a flag brings the fixed reply and an alert to
 * adults who judge. Where several rules hold the most severe counts. Pure, and linear in the text's length.
 */
export function screenForCrisis(text: string): Crisis | null {
  const words = plainWords(text.slice(0, LONGEST));
  if (words === '') return null;
  const rules = /\p{Script=Hebrew}/u.test(words) ? [...ENGLISH, ...HEBREW] : ENGLISH;
  const meant = without(` ${words} `, [...INNOCENT_ENGLISH, ...INNOCENT_HEBREW]);
  const rest = without(meant, [...SOFTENED_ENGLISH, ...SOFTENED_HEBREW]);
  let worst: Crisis | null = rest === meant ? null : { severity: 1, category: 'self-harm' };
  for (const { severity, category, pattern } of rules) {
    if (severity > (worst?.severity ?? 0) && pattern.test(rest)) worst = { severity, category };
  }
  return worst;
}

function without(words: string, patterns: readonly RegExp[]): string {
  return patterns.reduce((left, pattern) => left.replace(pattern, '.'), words);
}

/**
 * The fixed reply to a flagged message: kind, short, and true. It says that an adult of the school will be told, never that
 * somebody is watching now; names people to turn to and numbers to call; and that the lesson can wait. `locale` is a language
 * tag ("en", "he", "en-GB"); its region, or Hebrew itself, decides whose numbers are named.
 */
export function crisisReply(crisis: Crisis, locale: string): string {
  const [language = '', region] = locale.toLowerCase().split(/[-_]/);
  const words: CrisisWords = REPLIES[language === 'he' || language === 'iw' ? 'he' : 'en'];
  const country = region ?? (words === REPLIES.he ? 'il' : undefined);
  const lines: Helplines | undefined = country === undefined ? undefined : HELPLINES[country];
  return [
    words.heard[crisis.category],
    words.told,
    crisis.category === 'abuse' || crisis.category === 'violence' ? words.turnToSafe : words.turnTo,
    crisis.severity === 3 ? words.urgent : '',
    words.call(lines, country === undefined ? HELPLINES.il : undefined),
    words.lessonsWait,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
