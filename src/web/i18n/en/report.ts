import type { MasteryFacts } from '../../../domain/mastery/mastery.ts';
import type { AttemptRecord } from '../../../domain/tutoring/dialogue.ts';

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

const verdicts: Record<AttemptRecord['verdict'], string> = {
  correct: 'right',
  incorrect: 'not right',
  'cannot judge': 'could not be judged',
  'given up': 'given up',
  skipped: 'skipped',
};

/** What can be said of a pupil in a unit, to somebody else. */
function mastery(facts: MasteryFacts): string {
  switch (facts.key) {
    case 'mastery.none':
      return 'No answers yet.';
    case 'mastery.helped':
      return `${count(facts.params.answers, 'answer')} so far, all with help.`;
    case 'mastery.mastered':
    case 'mastery.recent':
      if (facts.params.of === 1)
        return facts.params.right === 1 ? 'One answer without help, right.' : 'One answer without help, not right.';
      return `Of the last ${facts.params.of} tries without help, ${facts.params.right === 0 ? 'none' : facts.params.right} ${facts.params.right > 1 ? 'were' : 'was'} right.`;
  }
}

/** Words about a pupil's work, to parents and to staff alike. */
export const report = {
  week: 'The last seven days',
  weekChart: 'Minutes studied on each of the last seven days',
  weekTotal: (time: string, sessions: number) => `${time} in ${count(sessions, 'session')}.`,
  weekNone: 'Nothing studied here in the last seven days.',
  asTable: 'As a table',
  day: 'Day',
  time: 'Time',
  nothing: 'nothing',
  course: 'Course',
  unit: 'Unit',
  questions: 'Questions',
  outcomes: { alone: 'Right alone', helped: 'Right with help', shown: 'Solution shown' },
  outcomesNote:
    'Right alone: at the first try, without a hint. Right with help: after a hint or another try. Skipped questions are not counted.',
  standing: 'How well each unit is known',
  standingNote:
    'The percentage is the estimated chance of a right answer to an average question of the unit, made of all answers so far. Mastered: even a cautious estimate is 80% or more, after three or more answers without help. Needs practice: a wrong answer is likelier than a right one. Due for review: it was mastered once, and later answers or the time since then make it less sure. Fewer than three answers say nothing yet.',
  words: {
    strong: 'Mastered',
    weak: 'Needs practice',
    'due for review': 'Due for review',
    'on the way': 'On the way',
    'too early to say': 'Too early to say',
    'not started': 'Not started',
  },
  none: {
    strong: 'No unit is mastered yet.',
    weak: 'None: where there are answers enough to say, a right one is likelier than a wrong one.',
  },
  chance: (percent: string) => `${percent} expected right`,
  mastery,
  moreUnits: (n: number) => `${n} more`,
  notStarted: (units: number) => `${count(units, 'unit')} not started yet.`,
  courses: 'Courses',
  noCourses: 'Not enrolled in a course yet.',
  noUnits: 'No units yet.',
  courseLine: (mastered: string, progress: string) => `${mastered}, progress ${progress}`,
  tests: 'Tests',
  testsNone: 'No tests yet.',
  testsComing: 'Coming up',
  testsPast: 'Done',
  testsEarlier: 'Earlier',
  moreTests: (n: number) => `${count(n, 'earlier test')}`,
  testsNoneComing: 'No test is coming up.',
  test: 'Test',
  when: 'When',
  left: 'Left',
  grade: 'Grade',
  gradeMissing: {
    'not begun': 'not taken',
    begun: 'not handed in',
    submitted: 'being marked',
    marked: 'not released yet',
    released: 'no grade',
  },
  sessions: 'Sessions',
  sessionsCaption: 'Study sessions, the newest first',
  sessionsNone: 'No study sessions yet.',
  what: 'What',
  proficiency: 'Proficiency',
  investment: 'Investment',
  proficiencyNote: 'how well it is known',
  investmentNote: 'how much work went in',
  managerNote: 'as the class manager sees it',
  score: (score: string) => `${score} of 10`,
  noScore: 'No score',
  tooLittle: 'too little to go by',
  pending: 'being evaluated',
  underWay: 'under way',
  pausedNow: 'paused',
  expired: 'ended by itself, because nobody was there any more',
  older: 'Older sessions',
  newest: 'Newest sessions',
  pages: 'Pages of sessions',
  sessionTitle: (course: string) => `A session of ${course}`,
  sessionLead: (type: string, when: string, time: string) => `${type}, ${when}, ${time} of study`,
  facts: 'In short',
  solvedAlone: 'right alone',
  solvedWithHelp: 'right with help',
  shown: 'solution shown',
  noQuestions: 'No question was brought to an end in this session.',
  moved: 'What moved',
  movedNote: 'Estimated chance of a right answer, before and after.',
  movedNone: 'No estimate moved: no answer of this session could be counted.',
  movedLine: (before: string, after: string) => (before === after ? `still ${after}` : `from ${before} to ${after}`),
  evaluations: 'Evaluation',
  evaluationPending: 'The evaluation of this session is being written. Load the page again in a moment.',
  evaluationLive: 'The session goes on; it is evaluated when it has ended.',
  reasons: { 'too little evidence': 'There was too little to go by for a score.' } as Record<string, string>,
  confidence: (percent: string) => `How sure: ${percent}.`,
  byEvidence: 'Counted from the answers by fixed rules, without an AI.',
  byModel: 'Counted from the answers by fixed rules; an AI added its view.',
  byManager: 'Given by the class manager.',
  /** Also under the evaluation that the pupil reads. */
  recounted: (day: string, before: string | null) =>
    `Counted again on ${day}, after the answer key of a question was corrected. ${before === null ? 'There was no score before.' : `The score before was ${before}.`}`,
  restsOn: (answers: number, messages: number) => {
    const parts = [
      ...(answers > 0 ? [count(answers, 'answer')] : []),
      ...(messages > 0 ? [count(messages, 'message')] : []),
    ];
    return parts.length === 0 ? 'There was nothing to rest it on.' : `Rests on ${parts.join(' and ')} of this session.`;
  },
  evidence: 'What it rests on, in the conversation',
  evidenceAnswer: (n: number) => `answer ${n}`,
  evidenceMessage: (n: number) => `message ${n}`,
  transcript: 'The conversation',
  transcriptNone: 'Nothing was said in this session.',
  transcriptRemoved:
    'The words of this session are not kept any more, as the school’s policy says. What came of it stays.',
  teacher: 'Teacher',
  classManager: 'Class manager',
  asked: 'The question that was asked',
  interrupted: 'This reply broke off.',
  hidden: 'hidden from parents',
  questionsTitle: 'The questions, one by one',
  question: 'Question',
  ended: 'How it ended',
  verdict: (verdict: AttemptRecord['verdict'], tries: number, hints: number, revealed: boolean) => {
    const how = verdict === 'correct' ? 'right' : revealed ? 'the solution was shown' : verdicts[verdict];
    const help = hints === 0 ? 'no hints' : count(hints, 'hint');
    return verdict === 'skipped' ? how : `${how}: ${count(tries, 'try', 'tries')}, ${help}`;
  },
};
