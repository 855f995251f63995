import { statesAnswer } from '../../tutoring/states-answer.ts';
import type { AnswerChecker } from '../../tutoring/verdict.ts';
import type { AnswerKey, Item } from '../curriculum.ts';
import type { FigureDraft, ProblemDraft, QaDraft } from '../curriculum-draft.ts';
import { imageType } from '../image-type.ts';
import { draftNote, whyNotAsked } from '../import/kept-as-draft.ts';
import { LIMITS } from '../import/limits.ts';
import { shorten } from '../import/shorten.ts';
import { hasTooManyPixels } from '../picture-size.ts';
import { readKey } from './answer-key.ts';
import { withoutFigures } from './figures.ts';
import { readHints } from './hints.ts';
import { readLicence, readSource } from './licence.ts';
import { wordingOf } from './question-text.ts';
import {
  firstIssue,
  type RawProblem,
  type SourceProblem,
  type SourceStep,
  sourcePathway,
  sourceProblem,
  sourceStep,
} from './source-shape.ts';
import { cleanText } from './source-text.ts';

/** A problem that can be asked or is kept as a draft, and where in its source it stands. */
export interface ReadProblem {
  ok: true;
  /** The source's name of the course and of the lesson: "OpenStax: Elementary Algebra", "4.6 Find the Equation of a Line". */
  course: string;
  lesson: string;
  draft: ProblemDraft;
  /** What of it was left out, and why. */
  notes: string[];
  /** Hints that name no licence of their own. */
  unlicensedHints: number;
}

export type ReadResult = ReadProblem | { ok: false; reason: string };

class Refused extends Error {}

/**
 * Makes a problem of OATutor one of ours, its steps together and in order. What cannot be asked honestly is refused with the
 * reason: no licence, damaged texts, variables, an answer that the checker does not take, a figure that is missing or no image.
 */
export function readProblem(raw: RawProblem, checker: AnswerChecker): ReadResult {
  try {
    return { ok: true, ...build(raw, checker) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.message };
    throw error;
  }
}

function build(raw: RawProblem, checker: AnswerChecker): Omit<ReadProblem, 'ok'> {
  const source = parsed(sourceProblem.safeParse(raw.problem), 'it');
  const licence = readLicence(source.license);
  if (!licence.ok) throw new Refused(licence.reason);
  const course = source.courseName?.trim() ?? '';
  if (course === '') throw new Refused('it names no course');
  refuseVariables(source, 'it');
  if (raw.steps.length === 0) throw new Refused('it has no step');
  const title = clean(withoutFigures(source.title ?? '').text, 'its title');
  const notes: string[] = [];
  const steps = raw.steps.map(({ id, step, pathway }, index) =>
    readStep({ id, step, pathway, index, source }, checker, notes),
  );
  const names = [source.body ?? '', ...steps.flatMap((step) => step.texts)].flatMap(
    (text) => withoutFigures(text).names,
  );
  const wording = wordingOf({
    title,
    body: clean(withoutFigures(source.body ?? '').text, 'its text'),
    steps: steps.map((step) => step.wording),
    hasFigure: names.length > 0,
    telling: (text) => steps.some((step) => statesAnswer(asItem(step.key), text, checker)),
  });
  const blank = wording.questions.indexOf('');
  if (blank !== -1) throw new Refused(`${stepName(blank, steps.length)} asks nothing`);
  const figures = figuresFor([...new Set(names)], raw.figures, wording.showsTitle ? title : '');
  const draft = whyNotAsked(steps.map((step) => step.key));
  if (draft !== null) notes.push(draftNote(draft));
  return {
    course,
    lesson: source.lesson?.trim() ?? '',
    notes,
    unlicensedHints: steps.reduce((sum, step) => sum + step.unlicensedHints, 0),
    draft: {
      sourceKey: `oatutor:${raw.id}`,
      title: shorten('its title', title, LIMITS.title, (note) => notes.push(note)),
      ...(draft === null ? {} : { draft }),
      ...(wording.stem === '' ? {} : { stem: wording.stem }),
      ...(figures.length === 0 ? {} : { figures }),
      source: shorten('its source', readSource(source.oer, course), LIMITS.title, (note) => notes.push(note)),
      licence: licence.text,
      steps: steps.map((step, index) => ({
        ...step.qa,
        question: wording.questions[index] ?? '',
        aliases: wording.aliases[index] ?? [],
      })),
    },
  };
}

interface StepInput {
  id: string;
  step: unknown;
  pathway: unknown;
  index: number;
  source: SourceProblem;
}

interface ReadStep {
  /** As the source has them, with their figures. */
  texts: string[];
  wording: { title: string; body: string };
  key: AnswerKey;
  unlicensedHints: number;
  qa: QaDraft;
}

function readStep(input: StepInput, checker: AnswerChecker, notes: string[]): ReadStep {
  const what = `step ${input.id}`;
  const step = parsed(sourceStep.safeParse(input.step), what);
  refuseVariables(step, what);
  const texts = [step.stepTitle ?? '', step.stepBody ?? ''];
  const [title = '', body = ''] = texts.map((text) => clean(withoutFigures(text).text, what));
  const { problemType, stepAnswer: answers, choices, answerLatex: latex } = step;
  const read = readKey({ problemType, answers, choices: choices ?? [], latex }, checker);
  if (!read.ok) throw new Refused(`${what}: ${read.reason}`);
  const { key } = read;
  notes.push(...(read.notes ?? []).map((note) => `${what}: ${note}`));
  const pathway = sourcePathway.safeParse(input.pathway ?? []);
  if (!pathway.success) notes.push(`${what}: its hints are left out (${firstIssue(pathway.error)})`);
  const help = readHints(pathway.success ? pathway.data : [], key, checker);
  notes.push(...help.notes.map((note) => `${what}: ${note}`));
  if (/^-?\d+\/1$/.test(key.answer))
    notes.push(`${what}: its answer is written "${key.answer}"; it may be damaged, look at it`);
  const { hints, explanation } = help;
  const level = levelOf(hints.length, input.index);
  return {
    texts,
    wording: { title, body },
    key,
    unlicensedHints: help.unlicensed,
    qa: { use: 'for study', level, ...key, question: '', hints, explanation },
  };
}

/** 1 … 4: a step with a longer way of hints is harder, and so is one far into its problem. The source has nothing better. */
function levelOf(hints: number, stepIndex: number): number {
  const byHints = hints <= 2 ? 1 : hints <= 5 ? 2 : hints <= 9 ? 3 : 4;
  return Math.min(4, byHints + (stepIndex >= 2 ? 1 : 0));
}

function figuresFor(names: readonly string[], files: RawProblem['figures'], title: string): FigureDraft[] {
  return names.map((name, index) => {
    const file = files.find((one) => one.name === name);
    if (!file) throw new Refused(`its figure ${name.slice(0, 60)} is missing`);
    if ('refused' in file) throw new Refused(`its figure cannot be shown: ${file.refused}`);
    const mediaType = imageType(file.bytes);
    if (mediaType === null) throw new Refused(`its figure ${name} is no GIF, PNG, JPEG or WebP image`);
    if (hasTooManyPixels(file.bytes)) throw new Refused(`its figure ${name} has more than 16 million pixels`);
    const which = names.length > 1 ? `Figure ${index + 1} of ${names.length}` : 'Figure';
    const about = title === '' ? 'of this question' : `of the question “${plain(title)}”`;
    return {
      fileName: name,
      mediaType,
      alt: `${which} ${about}; the source has no description of it`,
      bytes: file.bytes,
    };
  });
}

const plain = (markdown: string): string => markdown.replace(/[$\\]/g, '').slice(0, 200);

const stepName = (index: number, count: number): string => (count === 1 ? 'it' : `step ${index + 1}`);

function clean(source: string, what: string): string {
  const { text, damage } = cleanText(source);
  if (damage !== null) throw new Refused(`${what} has a damaged formula: ${damage}`);
  return text;
}

function refuseVariables({ variabilization }: Pick<SourceProblem & SourceStep, 'variabilization'>, what: string): void {
  if (variabilization && Object.keys(variabilization).length > 0) throw new Refused(`${what} has variables to fill in`);
}

type Parsed<T> = { success: true; data: T } | { success: false; error: Parameters<typeof firstIssue>[0] };

function parsed<T>(result: Parsed<T>, what: string): T {
  if (!result.success) throw new Refused(`${what} is damaged: ${firstIssue(result.error)}`);
  return result.data;
}

/** As much of an item as it takes to look for its answer in a text. */
function asItem(key: AnswerKey): Item {
  return {
    qaId: 0,
    revisionId: 0,
    problemId: 0,
    courseId: 0,
    unitName: '',
    use: 'for study',
    level: 1,
    stem: '',
    question: '',
    stepIndex: 0,
    stepCount: 1,
    figures: [],
    key,
    aliases: [],
    hints: [],
    workedExample: '',
    explanation: '',
    wrongAnswers: [],
    source: '',
    licence: '',
  };
}
