import type { Role } from '../../../domain/access/permission-matrix.ts';

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

interface Counts {
  sessions: number;
  messages: number;
  answers: number;
  evaluations: number;
  tests: number;
}

const who: Record<Role, string> = {
  student:
    'Adults of your school can read your sessions: your class managers, and after an alert the school manager. Your parents see how it goes, and as much of the words as your school allows.',
  parent: 'Your school sees your name and how to reach you, and which of its pupils are yours. Nobody else does.',
  'class manager': 'Your school manager sees this; pupils and parents see your name.',
  'school manager': 'Whoever runs this installation made your account; class managers of your school see your name.',
  'regional supervisor': 'Whoever runs this installation made your account.',
};

/** Words of everybody's own page. */
export const profile = {
  title: 'Your profile',
  preferences: 'What you prefer',
  localeHint: 'All pages are in this language. Questions and names of courses stay in the one they were written in.',
  stylesNote:
    'Tell your teacher how you like it. It changes how things are said, never what you learn or how it is scored.',
  learningStyle: 'I like to learn by',
  routineStyle: 'I like to plan',
  collaborationStyle: 'I like to study',
  password: 'Your password',
  noPassword: 'You have no password; you come in with a card. Ask your school for a one-time link if you want one.',
  before: 'The password you have now',
  passwordWrong: 'This is not the password you have now.',
  passwordNote: 'Everywhere else you are logged out.',
  changePassword: 'Change my password',
  done: {
    preferences: 'Saved.',
    password: 'Your password is changed. Everywhere else you were logged out.',
    letters: 'Saved.',
  },
  stored: 'What is stored about you',
  school: 'School',
  parents: 'Parents who see how you do',
  nothing: 'nothing',
  counts: ({ sessions, messages, answers, evaluations, tests }: Counts) =>
    `Of your studying: ${count(sessions, 'session')} with ${count(messages, 'message')} of yours, ${count(answers, 'answer')}, ${count(evaluations, 'evaluation')} and ${count(tests, 'test')}.`,
  who,
  secrets:
    'Your password itself is not stored, only a fingerprint that it can be checked against. If something is wrong, tell your school.',
};
