import type { Item } from '../../../src/domain/curriculum/curriculum.ts';
import type { Lesson, Turn } from './play-lesson.ts';

const indented = (text: string, mark: string): string =>
  text
    .split('\n')
    .map((line, at) => `${at === 0 ? mark : ' '.repeat(mark.length)}${line}`)
    .join('\n');

function sheet(item: Item): string {
  const step = item.stepCount > 1 ? ` step ${item.stepIndex + 1}/${item.stepCount}` : '';
  const choices = item.key.choices.map((choice) => `${choice.id}) ${choice.text}`).join(' | ');
  const text = [item.stem, item.question, choices].filter(Boolean).join('\n');
  return `${indented(text, `  [ITEM ${item.unitName}, level ${item.level}, ${item.key.kind}${step}] `)}\n  [KEY ${item.key.answer}]`;
}

function turnText(turn: Turn, at: number): string {
  const said = turn.pupil === null ? '' : `${indented(turn.pupil, `${at}. PUPIL   `)}   (${turn.act})\n`;
  const offers = turn.offers.map((offer) => `  [DID YOU MEAN ${offer}]`).join('\n');
  const posed = turn.posed ? sheet(turn.posed) : '';
  return [`${said}${indented(turn.reply, `  TEACHER (${turn.move})  `)}`, offers, posed].filter(Boolean).join('\n');
}

/** A lesson as one reads it: who said what, and the question sheets between. */
export function transcriptOf({ pupil, turns, evaluation }: Lesson): string {
  const head = `${'='.repeat(100)}\n${pupil.id}: ${pupil.about}\n${pupil.course}: ${pupil.units.join(', ')} (${pupil.type ?? 'homework'}, ${pupil.feeling ?? 'neutral'})\n`;
  const marks = evaluation.map((one) => `  ${one.kind}: ${one.score ?? 'none'}. ${one.description}`).join('\n');
  return `${head}\n${turns.map(turnText).join('\n\n')}\n\nEVALUATION\n${marks}\n`;
}
