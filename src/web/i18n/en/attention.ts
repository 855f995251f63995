import type { AttentionKind } from '../../../domain/attention/attention.ts';

const kinds: Record<AttentionKind, string> = {
  absence: 'Misses lessons',
  decline: 'Answers worse than before',
  inactivity: 'Does not study',
  'no homework': 'Never studies at home',
  'low feelings': 'Often comes in a bad mood',
};

/** What an alert rests on, in words. */
const reasons: Record<AttentionKind, (facts: Readonly<Record<string, number>>) => string> = {
  absence: ({ missed = 0, lessons = 0 }) => `Missed ${missed} of ${lessons} lessons of the last four weeks.`,
  decline: ({ right = 0, answers = 0, rightBefore = 0, answersBefore = 0 }) =>
    `${right} of ${answers} first answers were right in the last two weeks, ${rightBefore} of ${answersBefore} in the six weeks before.`,
  inactivity: ({ days, atLeast = 0 }) =>
    days === undefined ? `Nothing for ${atLeast} days or more.` : `Nothing for ${days} days.`,
  'no homework': ({ attended = 0 }) =>
    `Came to ${attended} lessons in the last four weeks, and did not study at home once, as more than half of the school does.`,
  'low feelings': ({ low = 0, feelings = 0 }) =>
    `Said a bad feeling ${low} of ${feelings} times before sessions of the last three weeks.`,
};

/** Words of pupils who need attention. */
export const attention = {
  title: 'Who needs attention',
  link: 'Who needs attention',
  back: 'Class',
  backSchool: 'School',
  lead: 'Counted each night from attendance, answers and what pupils say of how they feel. An alert goes by itself when its reason is gone. Parents are told nothing by it.',
  leadSchool: 'What class managers have not taken on for a week. Parents are told nothing by it.',
  waiting: 'Waiting',
  waitingNone: 'Nobody needs attention right now',
  waitingNoneMore: 'It is looked again every night.',
  taken: 'Taken on, and still so',
  takenNone: 'Nothing.',
  closed: 'Over',
  closedNone: 'Nothing yet.',
  kinds,
  reasons,
  urgent: (severity: number) => (severity >= 3 ? 'urgent' : severity === 2 ? 'serious' : 'worth a look'),
  since: (day: string) => `Since ${day}.`,
  escalated: 'waits for a week',
  backAgain: 'put off until now',
  toPupil: (name: string) => `To the page of ${name}`,
  noteLabel: 'What was done, or will be',
  noteMissing: (most: number) => `Say in a few words what was done, or why it is none: 1 to ${most} characters.`,
  putOff: 'Show it again',
  days: (days: number) => (days === 0 ? 'not before its reason is gone' : `in ${days} days, if it is still so`),
  takeOn: 'I take it on',
  isFalse: 'False alarm',
  takenBy: (name: string, when: string) => `Taken on by ${name}, ${when}.`,
  until: (day: string) => `Put off until ${day}.`,
  somebody: 'somebody',
  gone: (day: string) => `The reason was gone on ${day}.`,
  falseOn: (day: string) => `A false alarm, said on ${day}.`,
  rates: 'How often it was right',
  ratesNote: 'Alerts of the last half year. A kind that is often wrong should be measured in another way.',
  ratesNone: 'No alert was raised in the last half year.',
  kind: 'Reason',
  raised: 'Raised',
  falseAlarms: 'False alarms',
  share: 'Share',
  shareNone: 'too few',
  onClass: (n: number) => (n === 1 ? 'One reason to look after somebody' : `${n} reasons to look after somebody`),
  onAlerts: 'Attendance, study and feelings are watched too, apart from safety alerts.',
  done: 'Saved.',
};
