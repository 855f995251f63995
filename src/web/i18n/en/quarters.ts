import type { QuarterFacts, QuarterKind } from '../../../domain/evaluation/quarter-evaluation.ts';
import type { NoScoreReason, QuarterRefusal } from '../../../domain/evaluation/quarter-given.ts';
import { isolated } from '../isolated.ts';

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

const kinds: Record<QuarterKind, string> = { proficiency: 'Proficiency', investment: 'Investment', social: 'Social' };

const reasons: Record<NoScoreReason, string> = {
  'too little seen': 'saw too little to say',
  'was away': 'was away for most of it',
  'came late': 'joined during the quarter',
};

const refusals: Record<QuarterRefusal, string> = {
  'not found': 'There is no such score in this quarter any more.',
  'no score': 'Choose a score from 1 to 10, or why there is none.',
  'too long': 'These words are too long: at most 500 characters.',
  changed: 'Somebody has changed it meanwhile. Look at what stands there now.',
};

/** Words of quarters: what they came to, how they are completed, closed and shown. */
export const quarters = {
  title: 'Quarter',
  link: 'Quarter',
  back: 'Class',
  backSchool: 'School',
  contestTitle: 'This score is not right',
  contestLead:
    'Say why, in your own words. Your class manager reads it and answers; until then the score stands as it is.',
  contestLeadParent: 'Say why. The class manager reads it and answers; until then the score stands as it is.',
  contestOf: (kind: string, subject: string, quarter: string) => `${kind} in ${subject}, ${quarter}`,
  scoreIs: (score: string) => `The score is ${score} of 10.`,
  why: 'What is not right?',
  whyProblem: (most: number) => `Say why in a few words: 1 to ${most} characters.`,
  send: 'Send',
  cancel: 'Back without sending',
  contest: 'Not right?',
  contestNamed: (kind: string, subject: string) => `Not right? ${kind} in ${subject}`,
  contested: 'contested',
  disputed: 'doubted by the class manager',
  changedSince: 'changed since',
  changedSinceTo: (score: string) => `By what is known now it would be ${score}.`,
  changedSinceNone: 'By what is known now there would be no score.',
  changedSinceSame: 'What it rests on has changed since.',
  earlier: (score: string, day: string) => `Was ${score} until ${day}, when the quarter was made anew.`,
  earlierNone: (day: string) => `Had no score until ${day}, when the quarter was made anew.`,
  byManager: 'given by the class manager',
  madeScore: (score: string) => `made of the sessions: ${score}`,
  madeNone: 'the sessions gave none',
  score: (score: string) => `${score} of 10`,
  kinds,
  reasons,
  /** What was made of the sessions, in words. */
  made: ({ scored, unscored, lowest, highest, needed }: QuarterFacts, hasScore: boolean) => {
    if (!hasScore) {
      return scored === 0
        ? `No session has a score, and it takes at least ${needed}.`
        : `Only ${count(scored, 'session')} ${scored === 1 ? 'has' : 'have'} a score, and it takes at least ${needed}.`;
    }
    const range = lowest === highest ? `all ${lowest}` : `from ${lowest} to ${highest}`;
    const left =
      unscored === 0 ? '' : ` ${count(unscored, 'session')} without a score ${unscored === 1 ? 'is' : 'are'} left out.`;
    return `Made of ${count(scored, 'session')} with scores ${range}; newer and surer ones weigh more.${left}`;
  },
  lead: (name: string, from: string, to: string) => `\u200e${isolated(name)}, ${from} to ${to}.`,
  noClass: 'You have no class yet.',
  whichClass: 'Class',
  whichQuarter: 'Quarter',
  show: 'Show',
  notOver: (day: string) => `This quarter runs until ${day}. It is closed a week after that.`,
  notClosed: 'This quarter is not closed yet.',
  notClosedMore:
    'A week after its end the evaluations are made by themselves; the school manager can have them made earlier.',
  running: 'The evaluations of this quarter are being made right now. Look again in a moment.',
  noPupils: 'Nobody of this class studied in this quarter.',
  facts: 'In short',
  pupils: 'Pupils',
  missing: 'Still to be said by you',
  missingAll: 'Still to be said',
  missingNote: 'scores that the sessions could not give',
  contestedCount: 'Contested',
  shown: 'Shown to pupils and parents',
  shownOf: (some: number, all: number) => `${some} of ${all}`,
  shownBy: (day: string) => `everybody from ${day}`,
  release: 'Show it to pupils and parents',
  releaseNote: (day: string) =>
    `What you have not said by then is shown as missing; you can still say it later. From ${day} everybody sees it anyway.`,
  releasedDone: 'Pupils of this class and their parents see this quarter now.',
  savedDone: 'Saved.',
  answeredDone: 'Your answer is saved.',
  subjects: 'Subjects',
  subject: 'Subject',
  contestedTitle: 'Contested: answer these first',
  saidBy: (name: string, when: string) => `${name}, ${when}`,
  somebody: 'Somebody',
  answerWords: 'Your answer',
  stands: 'The score stands',
  dispute: 'I doubt it too',
  orScore: 'Or give another score below.',
  tableOf: (subject: string) => `What the quarter came to in ${subject}`,
  formLead:
    'Proficiency comes from the sessions. Investment and the social side do too, as far as the sessions say anything; where you know better, or nothing could be made, give a score or say why there is none. Whatever stood there before stays on record.',
  pupil: 'Pupil',
  asMade: (score: string) => `as made: ${score}`,
  asMadeNone: 'nothing said yet',
  noScoreBecause: (reason: string) => `no score: ${reason}`,
  words: 'A word with it',
  fieldOf: (kind: string, name: string) => `${kind} of ${name}`,
  wordsOf: (kind: string, name: string) => `A word with ${kind.toLowerCase()} of ${name}`,
  save: 'Save',
  refusedTitle: 'These could not be saved; everything else is.',
  refusals,
  csv: 'As a file (CSV)',
  file: {
    made: (kind: string) => `${kind}: made`,
    own: (kind: string) => `${kind}: class manager`,
    words: (kind: string) => `${kind}: words`,
    since: (kind: string) => `${kind}: by what is known now`,
    shown: 'Shown since',
  },
  schoolTitle: 'Quarters of the school',
  schoolLead: (from: string, to: string) => `${from} to ${to}.`,
  state: 'Evaluations',
  states: { none: 'not made yet', running: 'being made', done: 'made', failed: 'broke off' },
  closesOn: (day: string) => `by themselves on ${day}`,
  madeOn: (day: string) => `on ${day}`,
  progress: (some: number, all: number) => `${some} of ${all} pupils`,
  failedMore: 'The work broke off six times. What was made is kept; closing it again goes on.',
  close: 'Close the quarter now',
  closeNote:
    'Makes the evaluations of every pupil and subject. Scores of lessons that are given later do not count then, unless it is made anew.',
  closeAgain: 'Make it anew',
  closeAgainNote:
    'Evaluations that would say something else now take the place of the old ones, which are kept. What class managers gave stays.',
  closingDone: 'The quarter is being closed.',
  nothingToClose: 'Nobody of the school studied in this quarter: there is nothing to close.',
  cannotNow: 'That cannot be done now: look at how the quarter stands.',
  classes: 'Classes',
  whichOne: 'Class',
  managers: 'Class managers',
  noManager: 'nobody',
  human: 'Said by class managers',
  complete: 'complete',
  toSay: (n: number) => `${n} to say`,
  noClasses: 'No class has this quarter yet.',
  record: 'What was said and changed',
  history: 'How it was closed',
  run: (n: number) => (n === 1 ? 'first time' : `made anew (${n})`),
  byItself: 'by itself',
  byWhom: 'Who asked',
  when: 'When',
  counts: 'New and changed',
  newAndChanged: (made: string, changed: string) => `${made} new, ${changed} changed`,
};
