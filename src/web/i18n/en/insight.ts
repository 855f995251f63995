import type { Standing } from '../../../domain/analytics/needs.ts';

const standings: Record<Standing, string> = {
  above: 'above the others',
  below: 'below the others',
  chance: 'may be chance',
  'too little': 'too little to say',
};

const changes: Record<Standing, string> = {
  above: 'better than before',
  below: 'less than before',
  chance: 'may be chance',
  'too little': 'too little to say',
};

const times = (n: number, one: string) => (n === 1 ? `1 ${one}` : `${n} ${one}s`);

/** Words of what stands out: who needs somebody and why, what a class knows, how classes lie beside one another. */
export const insight = {
  testsFailed: (failed: number, of: number) => `did not pass ${failed} of ${times(of, 'test')}`,
  falling: (metric: string, before: string, now: string) => `${metric}: from ${before} to ${now}`,
  absent: (missed: number, places: number) => `missed ${missed} of ${times(places, 'lesson')}`,
  away: (days: number) => `nothing studied for ${times(days, 'day')}`,
  neverStudied: 'has not studied here yet',
  stuck: (sessions: number) => `stuck in ${times(sessions, 'session')}`,
  behind: (known: number, units: number, days: number) =>
    `knows ${known} of ${times(units, 'unit')} of the coming tests, the first ${days === 0 ? 'today' : `in ${times(days, 'day')}`}`,
  review: (n: number) => `${times(n, 'evaluation')} to look at`,
  alerts: (n: number) => times(n, 'open alert'),
  because: (days: number) =>
    `By the last ${days} days held against the ${days} before. A fall is named only where chance would hardly make it.`,
  unitsTitle: 'Units of the courses',
  unitsLead: 'Who has begun a unit and who knows it, of the pupils who can study it. As it is today.',
  unitsNone: 'The class is in no course yet.',
  courseSum: (course: string, known: number, units: number) =>
    `${course}: ${known} of ${times(units, 'unit')} known by at least half`,
  unit: 'Unit',
  course: 'Course',
  begun: 'Begun',
  known: 'Known',
  knownShare: 'Know it',
  ofPupils: (n: number, of: number) => `${n} of ${of}`,
  knowingTitle: 'How much of their units pupils know',
  knowingLead: 'So many pupils know so much of the units of their courses today.',
  knowingHeading: 'Of the units',
  pupilsCount: 'Pupils',
  pupils: (n: number) => times(n, 'pupil'),
  knowingNone: 'Nobody is in a course yet.',
  questionsTitle: 'Hardest questions',
  questionsLead: (least: number) =>
    `Answered least well at the first try in these days, of questions with at least ${least} first answers.`,
  questionsNone: (least: number) => `No question has ${least} first answers in these days yet.`,
  place: 'No.',
  question: 'Question',
  rightShare: 'Right at the first try',
  answers: 'First answers',
  taughtTitle: 'Before and after teaching',
  taughtLead: (days: number) =>
    `Units of the last lessons: right at the first try in the ${days} days before the lesson and in the ${days} days after it. Said from ten answers on.`,
  taughtNone: 'No lesson was held in these days.',
  lesson: 'Lesson',
  before: 'Before',
  after: 'After',
  change: 'Change',
  changes,
  few: (n: number) => (n === 0 ? 'no answers' : `too little to say (${n})`),
  comparedTitle: 'Classes held against the others',
  comparedLead:
    'Each class beside all other classes of the school together. Where the ranges meet, nothing is said to be better: the difference may be chance.',
  comparedNone: 'There is only one class to look at.',
  comparedClass: 'Class',
  comparedBy: 'Figure',
  own: 'The class',
  others: 'The others',
  stands: 'So the class is',
  standings,
  strugglingTitle: 'Pupils to look at',
  strugglingLead: 'By their figures in these days, held against the days before. The most urgent first.',
  strugglingNone: 'No figure of these days says that somebody needs help.',
  more: (n: number) => `and ${n} more; the file has all of them`,
  wellTitle: 'Pupils who do well',
  wellLead: (score: number, scores: number) =>
    `A mean proficiency of ${score} or more, from ${scores} scores on, and no reason to worry. By name: who of them is better may be chance.`,
  wellNone: 'Nobody has enough scores for that in these days yet.',
  pupil: 'Pupil',
  why: 'Why',
  proficiency: 'Proficiency',
  coverageTitle: 'How far classes are in their courses',
  coverageLead: 'As it is today. Known: of all pupils in all units of the course, so many parts are known.',
  coverageNone: 'No class is in a course yet.',
  unitsBegun: 'Units begun by somebody',
  partsBegun: 'Begun',
  partsKnown: 'Known',
  inPercent: (title: string) => `${title} (percent)`,
};
