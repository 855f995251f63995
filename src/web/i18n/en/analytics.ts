import type { Metric, MetricUnit } from '../../../shared/analytics.ts';
import { isolated } from '../isolated.ts';

const metrics: Record<Metric, string> = {
  'active pupils': 'Pupils who studied',
  sessions: 'Sessions',
  'study time': 'Time studied',
  answers: 'Answers',
  'right answers': 'Right at the first try',
  'unaided answers': 'Right without help',
  attendance: 'Attendance',
  proficiency: 'Proficiency',
  investment: 'Investment',
  social: 'Social',
  'low feelings': 'Came in a bad mood',
  tests: 'Tests',
  grade: 'Grade in tests',
  'pass rate': 'Tests passed',
};

const units: Record<Exclude<MetricUnit, 'count' | 'score' | 'grade'>, string> = {
  minutes: 'minutes',
  share: 'percent',
};

/** Words of figures over time. */
export const analytics = {
  title: 'Figures of the class',
  schoolTitle: 'Figures of the school',
  schoolBack: 'School',
  classes: 'Classes',
  regionTitle: 'Figures of a subject',
  regionBack: 'Region',
  subject: 'Subject',
  school: 'School',
  schools: 'Schools',
  noSubject: 'You supervise no subject yet.',
  gridTitle: 'Right at the first try, by school and subject',
  fewPupils: 'under 10 pupils',
  few: 'few',
  schoolsOverTime: (weeks: number) =>
    `Right at the first try, by school and ${weeks === 1 ? 'week' : `${weeks} weeks`}`,
  schoolsOverTimeHow:
    '“few”: fewer than ten pupils, or a cell from which what fewer than ten did could be worked out. Each column is named by its first day.',
  grades: 'Grades',
  grade: 'Grade',
  schoolOfRegionHow:
    'Of everybody who is a pupil of the school now and studied the subject in these days, by the grade of their class. Grades with fewer than ten of them are not shown, nor one from which such a grade could be worked out.',
  hiddenSchools: (n: number) =>
    n === 1 ? 'One school with fewer than ten is not shown.' : `${n} schools with fewer than ten are not shown.`,
  link: 'Figures over time',
  back: 'Class',
  lead: (name: string, from: string, to: string) => `\u200e${isolated(name)}, ${from} to ${to}.`,
  noClass: 'You have no class yet.',
  whichClass: 'Class',
  from: 'From',
  to: 'To',
  show: 'Show',
  periods: 'Which days',
  period: {
    week: 'This week',
    'four-weeks': 'Four weeks',
    quarter: 'This quarter',
    'school-year': 'This school year',
  },
  quarter: (n: number, year: number) => `Quarter ${n} of ${year}/${String(year + 1).slice(2)}`,
  otherDays: 'Other days',
  comparedWith: (from: string, to: string) => `Compared with ${from} to ${to}.`,
  subjects: 'By subject',
  withBand: 'The band shows how far chance alone may move a value. A gap: too little to say.',
  howLink: 'How is this counted?',
  badDays: (most: number) =>
    `These days cannot be shown. Choose a first day and a last one after it, at most ${most} days in all.`,
  all: 'All together',
  before: (value: string) => `before: ${value}`,
  none: 'nothing yet',
  tooLittle: (n: number) => `too little to say (${n})`,
  of: {
    pupils: (_: number, shown: string) => `of ${shown}`,
    sessions: (n: number, shown: string) => (n === 1 ? '1 session' : `${shown} sessions`),
    answers: (n: number, shown: string) => (n === 1 ? '1 answer' : `${shown} answers`),
    places: (n: number, shown: string) => (n === 1 ? '1 place' : `${shown} places`),
    scores: (n: number, shown: string) => (n === 1 ? '1 score' : `${shown} scores`),
    feelings: (n: number, shown: string) => (n === 1 ? 'said once' : `said ${shown} times`),
    tests: (n: number, shown: string) => (n === 1 ? '1 test' : `${shown} tests`),
  },
  span: 'Days',
  spanFrom: (day: string) => `from ${day}`,
  asTable: 'The same as a table',
  overTime: (metric: string, weeks: number) => `${metric}, by ${weeks === 1 ? 'week' : `${weeks} weeks`}`,
  pupils: 'Pupils',
  pupil: 'Pupil',
  csv: 'As a file (CSV)',
  how: 'Of everybody who is in the class now, from sessions that are over, at home and at school. Right and without help: first answers to questions, said from ten on. Proficiency is the evaluator’s; investment and social are yours where you gave one. ± is how far chance alone may move a figure, nineteen times out of twenty.',
  regionHow:
    'Of everybody who is a pupil of these schools now and studied the subject in these days; schools and weeks with fewer than ten of them are in no figure. ± is how far chance alone may move a figure, nineteen times out of twenty.',
  schoolHow:
    'Of everybody who is a pupil of the school now, each once, from sessions that are over, at home and at school; of a class everybody who is in it now. Differences between small classes may be chance: ± is how far chance alone may move a figure, nineteen times out of twenty.',
  metrics,
  units,
  restsOn: (metric: string) => `${metric}: rests on`,
  within: (metric: string) => `${metric}: give or take`,
  giveOrTake: (amount: string) => `± ${amount}`,
};
