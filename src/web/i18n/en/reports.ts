import type { ReportOrigin, ReportReason, ReportState } from '../../../domain/curriculum/question-report.ts';
import { tooLong } from './too-long.ts';

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

const reasons: Record<ReportReason, { label: string; note: string }> = {
  answer: { label: 'The answer is wrong', note: 'what counts as right is not right' },
  unclear: { label: 'It is not clear', note: 'one cannot know what is asked' },
  text: { label: 'There is a mistake in the text', note: 'a slip, a picture that is missing' },
  other: { label: 'Something else', note: 'say it in your own words' },
};

const states: Record<ReportState, string> = {
  open: 'being looked at',
  corrected: 'corrected',
  dismissed: 'stays as it is',
};

const origins: Record<ReportOrigin, string> = {
  'home session': 'in a session',
  lesson: 'in a lesson',
  test: 'in a test',
};

/** Words for reporting a question, and for those who answer. */
export const reports = {
  link: 'Something is wrong with this question',
  title: 'Report a question',
  lead: 'Somebody who looks after the questions of this subject will read it, and answer you.',
  question: 'The question',
  reason: 'What is wrong?',
  reasons,
  comment: 'In your own words',
  commentHint: 'Please name nobody: whoever reads this is not of your school, and is not told who you are.',
  send: 'Send',
  back: {
    'home session': 'Back to the session',
    lesson: 'Back to the lesson',
    sitting: 'Back to the test',
    results: 'Back to the results',
  },
  problems: {
    reason: 'Please choose what is wrong.',
    comment: tooLong,
    commentMissing: 'Please say what it is.',
  },
  ownTitle: 'Questions you reported',
  ownThanks: 'Thank you. It has been sent to those who look after the questions.',
  ownNone: 'You have not reported a question',
  ownNoneMore: 'Below each question of a session, a lesson and the result of a test stands a link for that.',
  states,
  origins,
  reported: (where: string, when: string) => `Met ${where}, reported ${when}`,
  youSaid: 'You said',
  theySaid: 'The answer',
  queueTitle: 'Reported questions',
  queueLead: 'What pupils and class managers say is wrong. You are not told who wrote it.',
  queueNone: 'Nothing is reported',
  queueNoneMore: 'When somebody reports a question of your subjects, it stands here.',
  queueShown: (shown: number, total: number) => `The ${shown} most reported of ${total} are shown.`,
  place: (course: string, unit: string) => `${course}, ${unit}`,
  reportCount: (n: number) => count(n, 'report'),
  oldest: (when: string) => `the oldest ${when}`,
  byPupil: 'A pupil',
  byStaff: 'A class manager',
  saidBy: (who: string, where: string, reason: string, when: string) => `${who}, ${where}, ${when}: ${reason}`,
  inTest: (name: string) => `in the test “${name}”`,
  noWords: 'Without words.',
  key: 'Counts as right',
  record: (share: string, pupils: number) => `${share} right, ${count(pupils, 'pupil')}`,
  recordSmall: 'Fewer than ten pupils have answered it, so how it went is not shown.',
  regraded: (n: number) => `Corrections have changed ${count(n, 'verdict')} so far.`,
  edit: 'Correct the question',
  changedSince: 'A newer version has been published since these reports.',
  archivedNote: 'This question is archived; nobody is asked it any more.',
  answerTitle: 'Answer those who reported it',
  reply: 'What do you say to them?',
  replyHint: 'For example: the sign in the key was wrong; thank you.',
  replyMissing: (most: number) => `Please write something, at most ${most} characters.`,
  stateMissing: 'Please say whether it is corrected or stays as it is.',
  notOpenAnyMore:
    'These reports are not open here any more: somebody else has answered them. Your words were not sent:',
  sayCorrected: 'It is corrected',
  sayStays: 'It stays as it is',
  answered: 'They have been answered.',
  notCorrected:
    'Nothing newer of this question has been published since. Correct it first, or say that it stays as it is.',
};
