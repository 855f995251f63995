import type { QuestionView } from '../../domain/tutoring/question-view.ts';
import type { LabLesson } from './score-card.ts';

/** One thing said in a lesson, as its reader saw it. */
export interface TranscriptLine {
  from: 'teacher' | 'pupil';
  text: string;
  /** The question that the page showed from here on. */
  posed: QuestionView | null;
  /** Questions of the bank that it offers as buttons. */
  offers: readonly string[];
}

const LANGUAGES = { en: 'English', he: 'Hebrew' };

function sheet({ unitName, stem, question, choices, figures, step, steps }: QuestionView): string {
  const lines = [
    `The page now shows a question of ${unitName}${steps > 1 ? `, step ${step} of ${steps}` : ''}:`,
    ...[stem, question].filter((text) => text.trim() !== ''),
    ...figures.map(({ alt }) => `[picture: ${alt}]`),
    ...choices.map(({ id, text }) => `${id}) ${text}`),
  ];
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => `  | ${line}`)
    .join('\n');
}

/**
 * A lesson as plain text for people who judge it: what the pupil and the teacher read, and what the school knew of the pupil
 * before. Nothing tells which kind of pupil was played, which move the teacher made, or who worded it.
 */
export function transcriptOf({ heard, locale, lines }: LabLesson): string {
  const brief = heard[0]?.brief;
  const known = (brief?.units ?? []).map(
    ({ name, mastery, answers }) => `${name} (${Math.round(mastery * 100)} %, ${answers} answers)`,
  );
  const head = [
    `Course: ${brief?.courseName ?? ''}`,
    `Pupil: grade ${brief?.pupil.gradeLevel ?? ''}, page in ${LANGUAGES[locale]}, feeling at the start: ${brief?.pupil.feeling ?? ''}`,
    `Units, with the estimated chance of a right answer before the lesson and the answers it rests on: ${known.join('; ')}`,
  ];
  let replies = 0;
  const said = lines.map(({ from, text, posed, offers }) => {
    if (from === 'teacher') replies += 1;
    const who = from === 'teacher' ? `TEACHER ${replies}` : 'PUPIL';
    const buttons = offers.map((offer) => `  [ ${offer} ]`).join('\n');
    return [`${who}\n${text.trim()}`, buttons, posed ? sheet(posed) : ''].filter((part) => part !== '').join('\n\n');
  });
  return `${[head.join('\n'), ...said].join('\n\n')}\n`;
}
