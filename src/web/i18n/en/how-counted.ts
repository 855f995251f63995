import type { Metric, MetricUnit } from '../../../shared/analytics.ts';

const metrics: Record<Metric, { formula: string; of: string }> = {
  'active pupils': {
    formula: 'Pupils who attended at least one session that is over, each once.',
    of: 'Pupils who belong to the class, the school or the schools today.',
  },
  sessions: {
    formula: 'Sessions attended. A lesson counts once for each pupil who was there.',
    of: 'Sessions that began in these days and are over, at home and at school.',
  },
  'study time': {
    formula: 'From the start of each session to its end, less its pauses, added up.',
    of: 'Sessions attended.',
  },
  answers: {
    formula: 'First judged answers to questions; later tries at the same question are not counted.',
    of: 'Questions asked in sessions that are over; tests have their own figures.',
  },
  'right answers': {
    formula: 'First answers that were right, divided by all first answers.',
    of: 'First answers, with or without hints.',
  },
  'unaided answers': {
    formula: 'First answers that were right without any help, divided by all first answers.',
    of: 'First answers.',
  },
  attendance: {
    formula: 'Places in lessons that were taken, divided by all places.',
    of: 'Each pupil’s place in each lesson that was held. Studying at home is no attendance.',
  },
  proficiency: {
    formula: 'Mean of the proficiency scores of sessions.',
    of: 'Scores by the evaluator; a session with too little evidence has none and is not counted.',
  },
  investment: {
    formula: 'Mean of the investment scores of sessions.',
    of: 'The class manager’s score where there is one, else the evaluator’s.',
  },
  social: {
    formula: 'Mean of the social scores of lessons.',
    of: 'Scores by class managers, for lessons alone.',
  },
  'low feelings': {
    formula: 'Sessions before which a pupil felt bad or very bad, divided by those before which a feeling was said.',
    of: 'Feelings as pupils gave them. Nothing is guessed.',
  },
  tests: {
    formula: 'Tests whose grade was released. Another sitting of the same test counts as one more.',
    of: 'Sittings that began in these days.',
  },
  grade: {
    formula: 'Mean of the grades that were released, 0 to 100.',
    of: 'Released grades; a grade that was corrected counts as it is now.',
  },
  'pass rate': {
    formula: 'Tests passed, divided by all tests with a released grade.',
    of: 'Released grades.',
  },
};

const units: Record<MetricUnit, string> = {
  count: 'a number',
  minutes: 'hours and minutes',
  share: 'percent',
  score: 'a score from 1 to 10',
  grade: 'a grade from 0 to 100',
};

/** Words of the page that says how figures are counted. */
export const howCounted = {
  title: 'How figures are counted',
  back: 'Home',
  lead: 'Every figure here is defined once. Pages, files and reports count it the same way.',
  figures: 'The figures',
  population: 'Counted of',
  unit: 'Said as',
  sample: 'Said from',
  least: (n: number, what: string) => `${n} ${what} on; with fewer the page says so`,
  any: 'the first on',
  samples: {
    pupils: 'pupils',
    sessions: 'sessions',
    answers: 'answers',
    places: 'places',
    scores: 'scores',
    feelings: 'feelings',
    tests: 'tests',
  },
  rules: 'What holds for all of them',
  ruleList: [
    'Figures are of whoever belongs to a class or a school today, with what they did before they came.',
    'A session belongs to the day on which it began, a test to the day on which it was begun.',
    '± is how far chance alone may move a figure, nineteen times out of twenty. Two figures whose ranges meet may differ by chance.',
    'A figure that is missing says why. It is never shown as 0.',
    'Beyond a school, figures of fewer than ten pupils are not shown.',
  ],
  version: (n: number) => `Version ${n} of these definitions.`,
  metrics,
  units,
};
