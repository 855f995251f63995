import { QA_KINDS, QA_USES } from '../../../domain/curriculum/curriculum.ts';
import { LIMITS } from '../../../domain/curriculum/import/limits.ts';
import type { ProblemContent, StepContent } from '../../../shared/curriculum-content.ts';
import { countOf, linesIn, numberIn, one, type SentFields, wordIn } from './sent-fields.ts';

const MOST = { steps: 12, choices: 12, hints: 12, wrong: 12 };

/** The problem that a form describes. Empty choices, hints and wrong answers are left out. */
export function readProblem(fields: SentFields): ProblemContent {
  const steps = countOf(fields, (index) => `s${index}.question`, MOST.steps);
  return {
    title: one(fields, 'title').trim(),
    stem: one(fields, 'stem').trim(),
    figures: readFigures(fields),
    unit: one(fields, 'unit'),
    source: one(fields, 'source').trim(),
    licence: one(fields, 'licence').trim(),
    archived: one(fields, 'archived') === 'yes',
    steps: Array.from({ length: steps }, (_, index) => readStep(fields, `s${index}.`)),
  };
}

/** A hash that is none, and a row without picture and words, is as if it was not there. */
function readFigures(fields: SentFields): ProblemContent['figures'] {
  const rows = countOf(fields, (index) => `figure${index}.alt`, LIMITS.figuresEach + 1);
  return Array.from({ length: rows }, (_, index) => {
    const hash = one(fields, `figure${index}.hash`);
    return { hash: /^[0-9a-f]{64}$/.test(hash) ? hash : '', alt: one(fields, `figure${index}.alt`).trim() };
  }).filter(({ hash, alt }) => hash !== '' || alt !== '');
}

function readStep(fields: SentFields, at: string): StepContent {
  const get = (name: string) => one(fields, at + name);
  const kind = wordIn(get('kind'), QA_KINDS);
  const hasChoices = kind === 'choice' || kind === 'several choices';
  const choices = readChoices(fields, at);
  const right = fields[`${at}right`] ?? [];
  const tolerance = get('tolerance').trim();
  const qaId = Number(get('qaId'));
  return {
    qaId: Number.isSafeInteger(qaId) && qaId > 0 ? qaId : null,
    use: wordIn(get('use'), QA_USES),
    level: numberIn(get('level')),
    kind,
    question: get('question').trim(),
    answer: hasChoices ? choicesMarked(fields, at, right) : get('answer').trim(),
    tolerance: tolerance === '' ? null : numberIn(tolerance),
    unit: get('unit').trim() || null,
    acceptedAnswers: linesIn(get('acceptedAnswers')),
    choices: hasChoices ? choices : [],
    aliases: linesIn(get('aliases')),
    hints: readHints(fields, at),
    workedExample: get('workedExample').trim(),
    explanation: get('explanation').trim(),
    wrongAnswers: readWrong(fields, at),
  };
}

function readChoices(fields: SentFields, at: string): StepContent['choices'] {
  const rows = countOf(fields, (index) => `${at}choice${index}`, MOST.choices);
  return Array.from({ length: rows }, (_, index) => ({
    id: one(fields, `${at}choiceId${index}`) || letter(index),
    text: one(fields, `${at}choice${index}`).trim(),
  })).filter(({ text }) => text !== '');
}

/** In the order of the choices, however they were ticked. */
function choicesMarked(fields: SentFields, at: string, right: readonly string[]): string {
  const rows = countOf(fields, (index) => `${at}choice${index}`, MOST.choices);
  const ids = Array.from({ length: rows }, (_, index) => one(fields, `${at}choiceId${index}`) || letter(index));
  return ids.filter((id) => right.includes(id)).join(',');
}

function readHints(fields: SentFields, at: string): StepContent['hints'] {
  const rows = countOf(fields, (index) => `${at}hint${index}`, MOST.hints);
  return Array.from({ length: rows }, (_, index) => {
    const get = (name: string) => one(fields, `${at}hint${index}.${name}`).trim();
    const smaller = {
      question: get('question'),
      kind: wordIn(get('kind'), QA_KINDS),
      answer: get('answer'),
      choices: linesIn(get('choices')).map((text, place) => ({ id: letter(place), text })),
    };
    const isAsked = smaller.question !== '' || smaller.answer !== '' || smaller.choices.length > 0;
    return { text: one(fields, `${at}hint${index}`).trim(), scaffold: isAsked ? smaller : null };
  }).filter(({ text, scaffold }) => text !== '' || scaffold !== null);
}

function readWrong(fields: SentFields, at: string): StepContent['wrongAnswers'] {
  const written = readPairs(fields, `${at}wrong`).filter(({ answer, feedback }) => answer !== '' || feedback !== '');
  // What pupils answer is named by the page; it is foreseen once something is said about it.
  return [...written, ...readPairs(fields, `${at}common`).filter(({ feedback }) => feedback !== '')];
}

function readPairs(fields: SentFields, name: string): StepContent['wrongAnswers'] {
  const rows = countOf(fields, (index) => `${name}${index}`, MOST.wrong);
  return Array.from({ length: rows }, (_, index) => ({
    answer: one(fields, `${name}${index}`).trim(),
    feedback: one(fields, `${name}${index}.feedback`).trim(),
  }));
}

/** a, b, c … */
export const letter = (index: number): string => String.fromCharCode(97 + (index % 26));

/** A problem with one empty question. */
export function emptyProblem(unit: string, source: string): ProblemContent {
  return {
    title: '',
    stem: '',
    figures: [],
    unit,
    source,
    licence: 'CC BY 4.0',
    archived: false,
    steps: [emptyStep()],
  };
}

export function emptyStep(): StepContent {
  return {
    qaId: null,
    use: 'for study',
    level: 2,
    kind: 'number',
    question: '',
    answer: '',
    tolerance: null,
    unit: null,
    acceptedAnswers: [],
    choices: [],
    aliases: [],
    hints: [],
    workedExample: '',
    explanation: '',
    wrongAnswers: [],
  };
}
