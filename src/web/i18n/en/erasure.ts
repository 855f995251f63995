import type { ManagedRole } from '../../../domain/people/person-fields.ts';

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

const stays: Record<ManagedRole, string[]> = {
  student: [
    'Counts without a name: sums of each day, in the figures of the class and the school. Nobody can tell whose they were.',
    'What the tutor has cost, and what it has learnt about questions, not about people.',
    'What others said in a group. The pupil’s own words and name are taken out of it.',
    'That somebody was erased, when, and by whom. Not who.',
  ],
  parent: ['The children and their records.', 'That somebody was erased, when, and by whom. Not who.'],
  'class manager': [
    'Lessons, scores and notes, as those of a former class manager.',
    'That somebody was erased, when, and by whom. Not who.',
  ],
};

const goes: Record<ManagedRole, string[]> = {
  student: [
    'The account with every way in, at once: logins, links, cards.',
    'Sessions, messages, answers, tests, evaluations, feelings, alerts.',
    'Places in classes, borrowed tablets, links to parents, requests, exports that wait to be fetched.',
    'The name, wherever others wrote it in records about the pupil.',
  ],
  parent: [
    'The account with every way in, at once.',
    'Name, email, phone, address, links to children, and what the parent wrote.',
  ],
  'class manager': [
    'Name, email, phone, address, username and every way in.',
    'The classes that they look after now: give these to somebody else first.',
  ],
};

/** Words of the pages where people are erased. */
export const erasure = {
  exportOwn: 'Take out everything that is stored about me',
  exportPupil: 'Take out everything that is stored',
  export: {
    own: 'What is stored about me',
    of: (name: string) => `What is stored about ${name}`,
    lead: 'One file with a page for each part to read, and the same for programs.',
    file: 'The file',
    ask: 'Make the file',
    again: 'Make it anew',
    waiting: 'It is about to be made.',
    soFar: (done: number, all: number, lines: string) => `${done} of ${all} parts so far, ${lines} lines.`,
    told: 'You can leave this page: you are told when the file is ready.',
    lookAgain: 'Look again',
    fetch: (size: string) => `Download (${size} kB)`,
    until: (asked: string, until: string) => `Asked for ${asked}. It can be downloaded until ${until}, by you alone.`,
    failed: 'The file could not be made. Please try again.',
    keep: 'Keep the file as you would keep a diary. Nothing of other people is in it.',
  },
  link: 'Erase for good',
  title: (name: string) => `Erase ${name}`,
  lead: 'This cannot be undone. Backups that are restored later are erased again too.',
  goesTitle: 'What goes',
  goes,
  staysTitle: 'What stays',
  stays,
  counts: (sessions: number, messages: number, answers: number, tests: number) =>
    `${count(sessions, 'session')}, ${count(messages, 'message')}, ${count(answers, 'answer')}, ${count(tests, 'test')}`,
  parentsTitle: 'These parents go too',
  parentsNote: 'They have no other child here. Whoever has one stays.',
  typeIt: (username: string) => `Write the username once more: ${username}`,
  wrong: 'This is not the username. Nothing was erased.',
  erase: 'Erase for good',
  keep: 'Keep',
  doneTitle: 'Erasures',
  doneLead: 'Who was erased is written nowhere; that somebody was, is.',
  asked: 'The account is shut. What is stored goes within the next minutes.',
  none: 'Nobody was erased',
  noneMore: 'On the page of a person, “Erase for good” is at the end.',
  columns: { role: 'Who', when: 'Asked for', by: 'By', state: 'State' },
  done: (when: string) => `erased ${when}`,
  waiting: 'under way',
  again: 'the ledger, after a restore',
};
