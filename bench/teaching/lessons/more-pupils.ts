import type { Pupil } from './play-lesson.ts';
import { mistyped, right, scripted, textOf, wrong } from './scripts.ts';

const low: Pupil = {
  id: 'low',
  about: 'feels bad today',
  firstName: 'Shira',
  course: 'Geometry and measurement',
  units: ['Area', 'Volume'],
  feeling: 'negative',
  pace: 60,
  say: scripted(
    [
      "i'm so bad at this",
      wrong,
      "i can't",
      right,
      'i hate math',
      'hint please',
      wrong,
      (seen) => wrong(seen, 1),
      'im stupid',
      'i give up',
      right,
      "i'm tired",
      right,
      'i dont understand the question',
      right,
    ],
    'area is how much fits inside',
  ),
};

const typist: Pupil = {
  id: 'typist',
  about: 'typing errors in answers, wishes and questions',
  firstName: 'Adam',
  course: 'Forces and motion',
  units: ["Forces and Newton's laws", 'Weight and friction'],
  pace: 30,
  say: scripted(
    [
      'hitn',
      ({ open }) => (open ? mistyped(textOf(open)) : 'nxt'),
      'i dotn get it',
      'waht is fricton?',
      ({ open }) => (open ? mistyped(textOf(open)) : 'nxt'),
      'anotehr hint pls',
      ({ open }) => (open ? `teh anwser is ${mistyped(textOf(open))}` : 'nxt'),
      'wat is a newtn',
      ({ open }) => (open ? mistyped(textOf(open)) : 'nxt'),
      'i giv up',
      'skp',
      'nxet',
    ],
    'forcse come in pairs',
    ({ open }) => (open ? mistyped(textOf(open)) : 'nxt'),
    8,
  ),
};

const sentences: Pupil = {
  id: 'sentences',
  about: 'answers in whole sentences, with the way there',
  firstName: 'Ella',
  course: 'Algebra foundations',
  units: ['Numbers and expressions', 'Inequalities'],
  feeling: 'positive',
  pace: 50,
  say: scripted(
    [],
    'I learned that the order of operations matters and that dividing by a negative turns the sign around.',
    ({ open, turn }) => {
      if (open === null) return 'next one please';
      const answer = textOf(open);
      const forms = [
        `I think it is ${answer} because you have to do the times first.`,
        `First I sorted it and then I got ${answer}`,
        `My answer is ${answer}, is that right?`,
        `so the result would be ${answer}`,
        `${answer}. I checked it by putting it back in.`,
        `It should be ${answer} I guess`,
      ];
      return forms[turn % forms.length] ?? answer;
    },
    14,
  ),
};

const quitter: Pupil = {
  id: 'quitter',
  about: 'gives up and skips often',
  firstName: 'Ben',
  course: 'Revolutions and the modern age',
  units: ['The Enlightenment', 'The French Revolution'],
  pace: 30,
  say: scripted(
    [
      'i give up',
      'give up',
      'skip',
      'next question',
      'i give up on this one',
      'show me the answer',
      right,
      'ok',
      'i give up',
      'this is boring',
      'skip',
      'just show me',
      right,
      'can we stop',
      'i dont know',
      'no',
    ],
    'nothing',
  ),
};

const hebrew: Pupil = {
  id: 'hebrew',
  about: 'writes Hebrew',
  firstName: 'נועם',
  course: 'Algebra foundations',
  units: ['One-step equations'],
  locale: 'he',
  pace: 40,
  say: scripted(
    [
      'שלום',
      right,
      'רמז',
      'אני לא מבין',
      right,
      'מה זה משתנה?',
      'תן לי את התשובה',
      'התשובה היא 7',
      right,
      'אני מוותר',
      'הבא',
      'דלג',
    ],
    'למדתי לפתור משוואות',
  ),
};

const stories: Pupil = {
  id: 'stories',
  about: 'stories of several steps, and interruptions in the middle',
  firstName: 'Gal',
  course: 'Geometry and measurement',
  units: ['Geometry review'],
  pace: 45,
  say: scripted(
    [right, right, 'hint', right, right, wrong, right, 'skip', right, 'i give up', right, 'next', right, right],
    'the area of a circle grows with the square of the radius',
  ),
};

const testPrep: Pupil = {
  id: 'test-prep',
  about: 'prepares for a test, fifteen minutes',
  firstName: 'Roni',
  course: 'Forces and motion',
  units: ['Work and energy', 'Momentum'],
  type: 'test preparation',
  minutes: 15,
  pace: 60,
  say: scripted(
    [right, wrong, right, right, 'what is momentum?', right, wrong, 'hint', right],
    'energy is never lost',
    right,
    10,
  ),
};

const historian: Pupil = {
  id: 'historian',
  about: 'writes free text; nearly right, quite other, and very short',
  firstName: 'Avi',
  course: 'The ancient world',
  units: ['Reading the past', 'Egypt', 'Mesopotamia'],
  pace: 50,
  say: scripted(
    [],
    'A source can be wrong, so you ask who wrote it and why. The flood made the Nile valley fertile.',
    (seen) => {
      const { open, turn } = seen;
      if (open === null) return 'next';
      if (open.key.kind !== 'text') return turn % 3 === 0 ? wrong(seen) : right(seen);
      if (turn % 4 < 2) return 'because the people who lived there wanted to remember what had happened';
      if (turn % 4 === 2) return `I believe that it was the ${open.key.answer}`;
      return 'a wall';
    },
    18,
  ),
};

const imported = (id: string, course: string, say: Pupil['say']): Pupil => ({
  id,
  about: 'a course imported from OATutor: scaffolds, steps, choices',
  firstName: 'Noga',
  course,
  units: [],
  pace: 30,
  say,
});

/** Pupils of imported courses, where the data is there. */
export const IMPORTED: readonly Pupil[] = [
  imported(
    'imported-algebra',
    'Elementary Algebra',
    scripted(
      [
        'hint',
        'hint',
        (seen) => wrong(seen),
        right,
        right,
        'what is a variable?',
        wrong,
        'hint',
        '3',
        'hint',
        'i dont get it',
        right,
        'i give up',
        right,
        'how do i solve this?',
        'hint',
        right,
      ],
      'do the same on both sides',
    ),
  ),
  imported(
    'imported-statistics',
    'Introductory Stats',
    scripted([right, 'hint', 'hint', 'hint', wrong, right], 'a mean is a fair share', right, 6),
  ),
];

/** Pupils with a need of their own. */
export const NEEDS: readonly Pupil[] = [low, typist, sentences, quitter, hebrew, stories, testPrep, historian];
