import { QA_KINDS, QA_USES } from '../../../domain/curriculum/curriculum.ts';
import { LIMITS } from '../../../domain/curriculum/import/limits.ts';
import type { ProblemContent, ScaffoldContent, StepContent } from '../../../shared/curriculum-content.ts';
import { linesIn, numberIn, one, type Reading, rowsIn, type SentFields, wordIn } from './sent-fields.ts';
import type { Read } from './simple.forms.ts';

/** The problem that a form describes. Empty choices, hints and wrong answers are left out. */
export function readProblem(fields: SentFields): Read<ProblemContent> {
  const reading: Reading = { fields, refused: [] };
  const most = LIMITS.stepsEach;
  const steps = rowsIn(reading, `s${most - 1}.question`, { nameOf: (index) => `s${index}.question`, most });
  const content = {
    title: one(fields, 'title').trim(),
    stem: one(fields, 'stem').trim(),
    figures: readFigures(reading),
    unit: one(fields, 'unit'),
    source: one(fields, 'source').trim(),
    licence: one(fields, 'licence').trim(),
    archived: one(fields, 'archived') === 'yes',
    steps: Array.from({ length: steps }, (_, index) => readStep(reading, `s${index}.`)),
  };
  return { content, refused: reading.refused };
}

/** A hash that is none, and a row without picture and words, is as if it was not there. */
function readFigures(reading: Reading): ProblemContent['figures'] {
  const { fields } = reading;
  const most = LIMITS.figuresEach;
  const rows = rowsIn(reading, 'figure0', { nameOf: (index) => `figure${index}.alt`, most });
  return Array.from({ length: rows }, (_, index) => {
    const hash = one(fields, `figure${index}.hash`);
    return { hash: /^[0-9a-f]{64}$/.test(hash) ? hash : '', alt: one(fields, `figure${index}.alt`).trim() };
  }).filter(({ hash, alt }) => hash !== '' || alt !== '');
}

function readStep(reading: Reading, at: string): StepContent {
  const { fields } = reading;
  const get = (name: string) => one(fields, at + name);
  const kind = wordIn(reading, `${at}kind`, QA_KINDS);
  const hasChoices = kind === 'choice' || kind === 'several choices';
  const choices = readChoices(reading, at);
  const right = fields[`${at}right`] ?? [];
  const tolerance = get('tolerance').trim();
  const qaId = Number(get('qaId'));
  return {
    qaId: Number.isSafeInteger(qaId) && qaId > 0 ? qaId : null,
    use: wordIn(reading, `${at}use`, QA_USES),
    level: numberIn(get('level')),
    kind,
    question: get('question').trim(),
    // In the order of the choices, however they were ticked.
    answer: hasChoices ? choices.flatMap(({ id }) => (right.includes(id) ? [id] : [])).join(',') : get('answer').trim(),
    tolerance: tolerance === '' ? null : numberIn(tolerance),
    unit: get('unit').trim() || null,
    acceptedAnswers: linesIn(get('acceptedAnswers')),
    choices: hasChoices ? choices.filter(({ text }) => text !== '') : [],
    aliases: linesIn(get('aliases')),
    hints: readHints(reading, at),
    workedExample: get('workedExample').trim(),
    explanation: get('explanation').trim(),
    wrongAnswers: readWrong(reading, at),
  };
}

/** Empty ones too: one that is marked is said to be empty. */
function readChoices(reading: Reading, at: string): StepContent['choices'] {
  const { fields } = reading;
  const nameOf = (index: number) => `${at}choice${index}`;
  const rows = rowsIn(reading, `${at}choices`, { nameOf, most: LIMITS.choices });
  return Array.from({ length: rows }, (_, index) => ({
    id: one(fields, `${at}choiceId${index}`) || letter(index),
    text: one(fields, nameOf(index)).trim(),
  }));
}

function readHints(reading: Reading, at: string): StepContent['hints'] {
  const { fields } = reading;
  const nameOf = (index: number) => `${at}hint${index}`;
  const rows = rowsIn(reading, `${at}hints`, { nameOf, most: LIMITS.hints });
  return Array.from({ length: rows }, (_, index) => ({
    text: one(fields, nameOf(index)).trim(),
    scaffold: readScaffold(reading, `${nameOf(index)}.`),
  })).filter(({ text, scaffold }) => text !== '' || scaffold !== null);
}

/** The smaller question inside a hint; null where none is asked. */
function readScaffold(reading: Reading, at: string): ScaffoldContent | null {
  const get = (name: string) => one(reading.fields, at + name).trim();
  const [question, answer] = [get('question'), get('answer')];
  const choices = linesIn(get('choices')).map((text, place) => ({ id: letter(place), text }));
  if (question === '' && answer === '' && choices.length === 0) return null;
  return { question, kind: wordIn(reading, `${at}kind`, QA_KINDS), answer, choices };
}

function readWrong(reading: Reading, at: string): StepContent['wrongAnswers'] {
  const written = readPairs(reading, `${at}wrong`).filter(({ answer, feedback }) => answer !== '' || feedback !== '');
  // What pupils answer is named by the page; it is foreseen once something is said about it.
  return [...written, ...readPairs(reading, `${at}common`).filter(({ feedback }) => feedback !== '')];
}

function readPairs(reading: Reading, name: string): StepContent['wrongAnswers'] {
  const { fields } = reading;
  const rows = rowsIn(reading, name, { nameOf: (index) => `${name}${index}`, most: LIMITS.list });
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
