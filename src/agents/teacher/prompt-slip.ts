import type { Move } from '../../domain/tutoring/dialogue.ts';
import type { Slip } from '../../domain/tutoring/slip.ts';
import { block, lines } from './prompt-block.ts';

/** The reason why an answer is wrong, as far as it goes without the right one. */
export function whyWrong(move: Extract<Move, { kind: 'locate error' }>, rule: string | null): string {
  return lines(
    'The pupil asks why their answer is wrong. Give the reason, as far as it goes without the right answer: what the answer would mean, and the rule that it breaks. Then let them try again.',
    block("The pupil's answer, marked wrong", move.answer),
    block('What the author says about this wrong answer (use it)', move.feedback),
    move.feedback || !move.slip ? '' : slipInWords(move.slip),
    block('The rule (use it, and nothing beyond it)', rule),
  );
}

/** What the checker knows of where the answer went wrong; empty where it knows only that it is wrong. */
export function slipInWords(slip: Slip): string {
  const known = 'Where it went wrong, verified (say it in your own words, and not what would be right):';
  switch (slip.kind) {
    case 'operation':
      return `${known} ${slip.numbers.join(' and ')} were ${slip.used}, and the question wants something else done with them.`;
    case 'part way':
      return `${known} ${slip.numbers.join(' and ')} were ${slip.used}; that is only a part of the way.`;
    case 'smaller question':
      return `${known} it answers a step on the way: "${slip.question}".`;
    case 'from the question':
      return `${known} it is a number of the question itself.`;
    case 'choice':
    case 'several choices':
    case 'expression':
    case 'set':
    case 'interval':
    case 'number':
    case 'text':
      return '';
    default:
      return `${known} ${slip.kind}.`;
  }
}
