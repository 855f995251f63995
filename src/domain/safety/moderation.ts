import { MODERATION_ENGLISH } from './moderation-rules-en.ts';
import { MODERATION_HEBREW } from './moderation-rules-he.ts';
import { givesAwayPersonalData } from './personal-data.ts';
import { plainWords } from './plain-words.ts';
import { isUnkind } from './unkind.ts';

export const MODERATION_CATEGORIES = [
  'self-harm',
  'violence',
  'sexual content',
  'drugs and weapons',
  'bullying',
  'personal data',
  'hate',
  'other',
] as const;
export type ModerationCategory = (typeof MODERATION_CATEGORIES)[number];

/** What was noticed in words: of a pupil (input) or of a teacher (output). A flag blocks nothing by itself. */
export interface ModerationFlag {
  category: ModerationCategory;
  /** 1: kept; 2 and 3: staff are alerted. */
  severity: 1 | 2 | 3;
  /** Our own lists, or the provider's moderation. */
  source: 'rules' | 'provider';
}

/** A pattern over plain words (see `plainWords`), and what it makes one think of. */
export interface ModerationRule extends Omit<ModerationFlag, 'source'> {
  pattern: RegExp;
}

/** From this severity on staff are alerted. */
export const ALERTS_FROM = 2;
/** Longest text that is looked at, in characters. */
const LONGEST = 20_000;

/**
 * What our own lists notice in words: violence, sexual content, drugs and weapons, bullying, hate, and personal data given away, in English and
 * Hebrew; of each category the most severe. Mathematics is passed over. Crises are the matter of `screenForCrisis`, which comes first.
 */
export function moderate(text: string): ModerationFlag[] {
  const prose = withoutMaths(text.slice(0, LONGEST));
  const words = ` ${plainWords(prose)} `;
  const worst = new Map<ModerationCategory, ModerationFlag>();
  const add = (category: ModerationCategory, severity: ModerationFlag['severity']) => {
    if ((worst.get(category)?.severity ?? 0) < severity) worst.set(category, { category, severity, source: 'rules' });
  };
  const rules = /\p{Script=Hebrew}/u.test(words) ? [...MODERATION_ENGLISH, ...MODERATION_HEBREW] : MODERATION_ENGLISH;
  for (const { category, severity, pattern } of rules) {
    if (severity > (worst.get(category)?.severity ?? 0) && pattern.test(words)) add(category, severity);
  }
  if (isUnkind(prose)) add('bullying', 1);
  if (givesAwayPersonalData(prose)) add('personal data', 1);
  return [...worst.values()];
}

/** Formulas and code hold letters that are no words. */
function withoutMaths(text: string): string {
  return text.replace(/\$\$[\s\S]*?\$\$|\$[^$\n]*\$|`[^`]*`/g, ' ').replace(/\\[a-zA-Z]+/g, ' ');
}
