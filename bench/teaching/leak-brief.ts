import type { AnswerKey, Item } from '../../src/domain/curriculum/curriculum.ts';
import type { TeachingBrief } from '../../src/domain/tutoring/brief.ts';
import type { Move } from '../../src/domain/tutoring/dialogue.ts';

/** An open item with this key. */
export function openItem(key: AnswerKey, question: string): Item {
  return {
    qaId: 1,
    revisionId: 1,
    problemId: 1,
    courseId: 1,
    unitName: 'Word problems',
    use: 'for study',
    level: 2,
    stem: '',
    question,
    stepIndex: 0,
    stepCount: 1,
    figures: [],
    key,
    aliases: [],
    hints: [],
    workedExample: '',
    explanation: '',
    wrongAnswers: [],
    source: 'bench',
    licence: 'bench',
  };
}

export function briefFor(move: Move, item: Item | null, pupilWords: string[] = []): TeachingBrief {
  const visible = item ? [item.stem, item.question, ...item.key.choices.map((choice) => choice.text)].join('\n') : '';
  return {
    teacherName: 'Alma',
    subject: 'math',
    courseName: 'Word problems',
    sessionType: 'homework',
    pupil: {
      firstName: 'Sam',
      pseudonym: 'Robin',
      gradeLevel: '5th',
      locale: 'en',
      learningStyle: null,
      routineStyle: null,
      collaborationStyle: null,
      feeling: 'neutral',
    },
    language: 'en',
    units: [],
    move,
    withheld: item ? [{ key: item.key, visible, pupilWords }] : [],
    lastReplies: [],
    turn: 1,
  };
}

/** The brief of a turn in which a number is still withheld. */
export function leakBrief(answer: string, question: string, pupilWords: string[]): TeachingBrief {
  const item = openItem({ kind: 'number', answer, acceptedAnswers: [], choices: [] }, question);
  return briefFor({ kind: 'smaller question', item, question: '' }, item, pupilWords);
}
