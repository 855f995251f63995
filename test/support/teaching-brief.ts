import type { AnswerKey, Item } from '../../src/domain/curriculum/curriculum.ts';
import type { PupilProfile, TeachingBrief, WithheldAnswer } from '../../src/domain/tutoring/brief.ts';
import type { Move } from '../../src/domain/tutoring/dialogue.ts';

/** An item with everything that an author writes; made for tests of the teacher's words. */
export function makeItem(parts: Partial<Item> & { answer?: string; kind?: AnswerKey['kind'] } = {}): Item {
  const { answer = '7', kind = 'number', ...rest } = parts;
  return {
    qaId: 11,
    revisionId: 111,
    problemId: 1,
    courseId: 1,
    unitName: 'Two-step equations',
    use: 'for study',
    level: 2,
    stem: '',
    question: 'Solve $3x + 5 = 26$.',
    stepIndex: 0,
    stepCount: 1,
    figures: [],
    key: { kind, answer, acceptedAnswers: [], choices: [] },
    aliases: [],
    hints: [
      { text: 'Two things have happened to $x$. Say in which order.' },
      { text: 'Undo the last thing first, like taking off your shoes before your socks.' },
    ],
    workedExample:
      'Solve $4x + 3 = 35$. Subtract three on both sides, which gives $4x = 32$. Divide both sides by four. So $x = 8$.',
    explanation: 'Taking five away leaves $3x = 21$. A third of that is $x$. What was put on last comes off first.',
    wrongAnswers: [],
    source: 'tests',
    licence: 'Apache-2.0',
    ...rest,
  };
}

export const nextItem = (): Item =>
  makeItem({
    qaId: 12,
    revisionId: 112,
    problemId: 2,
    question: 'Solve $17 - 2x = 5$.',
    answer: '6',
    workedExample: 'Solve $11 - 3x = 2$. Nine has to be taken away. So $x = 3$.',
  });

export function withheldFor(item: Item, pupilWords: string[] = []): WithheldAnswer {
  const choices = item.key.choices.map((choice) => `${choice.id}) ${choice.text}`);
  return { key: item.key, visible: [item.stem, item.question, ...choices].join('\n'), pupilWords };
}

export function makeBrief(
  move: Move,
  parts: Partial<Omit<TeachingBrief, 'pupil'>> & { pupil?: Partial<PupilProfile> } = {},
): TeachingBrief {
  const { pupil, ...rest } = parts;
  return {
    teacherName: 'Alma',
    subject: 'math',
    courseName: 'Algebra foundations',
    sessionType: 'homework',
    pupil: {
      firstName: 'Noa',
      pseudonym: 'Robin',
      gradeLevel: '7th',
      locale: 'en',
      learningStyle: null,
      routineStyle: null,
      collaborationStyle: null,
      feeling: 'neutral',
      ...pupil,
    },
    language: 'en',
    units: [{ name: 'Two-step equations', description: 'Undoing two steps in order.', mastery: 0.45, answers: 6 }],
    move,
    withheld: [],
    lastReplies: [],
    turn: 1,
    ...rest,
  };
}

const facts = {
  solvedAlone: 3,
  solvedWithHints: 1,
  shown: 1,
  skipped: 0,
  units: [{ name: 'Two-step equations', before: 0.45, after: 0.58 }],
};

/** One move, at least, of every kind. */
export function everyMove(): Move[] {
  const item = makeItem();
  const pose = nextItem();
  const hint = item.hints[0]?.text ?? '';
  const found = { item: makeItem({ qaId: 30, revisionId: 130, problemId: 9 }), coverage: 0.8, score: 5 };
  return [
    { kind: 'welcome', pose },
    { kind: 'welcome', pose: null },
    { kind: 'welcome', pose, example: true },
    { kind: 'welcome', pose, example: true, review: true, reviews: 2 },
    { kind: 'confirm', item, answer: '7', alone: true, pose },
    { kind: 'confirm', item, answer: '7', alone: false, pose: null },
    { kind: 'confirm', item, answer: '7', alone: true, pose, exit: true },
    { kind: 'confirm', item, answer: '7', alone: true, askReason: true, pose: null },
    { kind: 'reason heard', item, text: 'i took five away first', pose },
    { kind: 'reason heard', item, text: '', pose, example: true },
    { kind: 'locate error', item, answer: '21', feedback: 'This is what $3x$ is worth.', wrong: 1, rung: null },
    { kind: 'locate error', item, answer: '70', feedback: null, wrong: 2, rung: { kind: 'pointer', text: hint } },
    { kind: 'locate error', item, answer: '-7', feedback: null, wrong: 4, rung: null },
    {
      kind: 'locate error',
      item,
      answer: '21',
      feedback: 'This is what $3x$ is worth.',
      wrong: 1,
      rung: { kind: 'pointer', text: hint },
      why: { rule: hint },
    },
    { kind: 'locate error', item, answer: '-7', feedback: null, wrong: 2, rung: null, why: { rule: null } },
    { kind: 'hint', item, rung: { kind: 'pointer', text: hint }, number: 1, of: 4 },
    { kind: 'hint', item, rung: { kind: 'concept', text: 'What was done last? Undo that. How?' }, number: 2, of: 4 },
    { kind: 'hint', item, rung: { kind: 'worked look-alike', text: item.workedExample }, number: 3, of: 4 },
    {
      kind: 'hint',
      item,
      rung: {
        kind: 'next step',
        text: 'Look at the left side.',
        scaffold: { question: 'What is added to $3x$?', answer: '5' },
      },
      number: 4,
      of: 4,
    },
    { kind: 'smaller question', item, question: 'What happened to $x$ first?' },
    { kind: 'smaller question', item, question: 'What happened to $x$ first?', again: 1 },
    { kind: 'smaller question', item, question: 'What happened to $x$ first?', again: 2, forAnswer: true },
    { kind: 'skip', item, setAside: true, pose: nextItem() },
    { kind: 'skip', item, setAside: true, solvedOne: item.workedExample, pose: nextItem() },
    { kind: 'part checked', item, question: 'What is added?', answer: '5', right: true, partAnswer: null },
    { kind: 'part checked', item, question: 'What is added?', answer: '3', right: false, partAnswer: '5' },
    { kind: 'reveal', item, reason: 'ladder', pose },
    { kind: 'reveal', item, reason: 'given up', pose: null },
    { kind: 'reveal', item, reason: 'set aside', pose },
    { kind: 'skip', item, pose },
    { kind: 'skip', item, pose: null },
    { kind: 'ask again', item, reason: 'empty', understood: null },
    { kind: 'ask again', item, reason: 'unreadable', understood: 'x plus' },
    { kind: 'ask again', item, reason: 'too long', understood: null },
    { kind: 'ask again', item, reason: 'ambiguous choice', understood: null },
    {
      kind: 'compare',
      item: makeItem({ kind: 'text', answer: 'It comes off last' }),
      answer: 'last on first off',
      pose,
    },
    { kind: 'answer question', question: 'how do i solve it?', found, open: item, pose: null },
    { kind: 'answer question', question: 'how do i solve it?', found, open: null, pose },
    { kind: 'answer question', question: 'solve it?', found: { ...found, item }, open: item, pose: null },
    { kind: 'did you mean', question: 'what?', options: [found], open: item },
    { kind: 'did you mean', question: 'what does that word mean?', options: [], open: item, word: true },
    { kind: 'did you mean', question: 'what does that word mean?', options: [found], open: item, word: true },
    { kind: 'cannot answer', question: 'who won the cup?', open: item },
    { kind: 'cannot answer', question: 'who won the cup?', open: null },
    { kind: 'small talk', text: 'thank you', open: item, pose: null },
    { kind: 'small talk', text: 'are you a robot?', open: null, pose },
    { kind: 'small talk', text: 'i like pizza', open: null, pose: null },
    { kind: 'ask for recap', facts },
    { kind: 'ask for recap', facts, concrete: true },
    { kind: 'ask for recap', facts, nothingLeft: true },
    { kind: 'recap', facts, text: 'i learned to undo the last step first' },
    { kind: 'recap', facts: { ...facts, solvedAlone: 0, solvedWithHints: 0, shown: 0, units: [] }, text: '' },
    { kind: 'pose', pose },
    { kind: 'pose', pose: null },
    { kind: 'nothing left', facts },
  ];
}
