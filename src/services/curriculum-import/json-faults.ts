import type { ZodError, z } from 'zod';
import { problemPlaces } from '../../data/curriculum/problem-places.ts';
import { pauses } from '../../data/in-slices.ts';
import type { QaDraft } from '../../domain/curriculum/curriculum-draft.ts';
import { keyProblem } from '../../domain/curriculum/import/check-key.ts';
import { problemFrom } from '../../domain/curriculum/import/from-document.ts';
import { problemDocument, stepKey } from '../../domain/curriculum/import/json-shape.ts';
import { REPEATED } from '../../domain/curriculum/import/plan-course.ts';
import { type Mistake, mistakesIn } from '../../domain/curriculum/import/without-mistakes.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';
import type { FileIssue } from './import-format.ts';
import { problemReasons } from './take-problems.ts';

/**
 * What is wrong with the problems of a document that is refused, as far as they are where they should be: their shape, and what would
 * stay out of a document that is taken: keys that no pupil could meet, pictures that are none, problems that stand there before, and
 * mistakes in the rest of a question.
 */
export async function problemIssues(file: string, document: unknown, checker: AnswerChecker): Promise<FileIssue[]> {
  const issues: FileIssue[] = [];
  const pause = pauses();
  for (const [at, course] of listIn(document, 'courses')) {
    const placeOf = problemPlaces();
    for (const [index, unit] of listIn(course, 'units')) {
      for (const [position, problem] of listIn(unit, 'problems')) {
        await pause();
        const path = ['courses', at, 'units', index, 'problems', position];
        issues.push(...issuesOfProblem(problem, { file, path, checker, placeOf }));
      }
    }
  }
  return issues;
}

interface Place {
  file: string;
  path: readonly PropertyKey[];
  checker: AnswerChecker;
  placeOf: ReturnType<typeof problemPlaces>;
}

function issuesOfProblem(problem: unknown, place: Place): FileIssue[] {
  const { file, path, checker, placeOf } = place;
  const { data, error } = problemDocument.safeParse(problem, { reportInput: true });
  const steps = listIn(problem, 'steps').map(([number, step]) => issuesOfStep(step, number, place));
  const found = [...(error ? issuesOf(file, error, path) : []), ...steps.flatMap(({ issues }) => issues)];
  if (!data) return found;
  const result = problemFrom(data, (base64) => Buffer.from(base64, 'base64'));
  const figures =
    'reason' in result
      ? [result.reason]
      : problemReasons({ ...result.draft, figures: result.draft.figures ?? [], steps: [] }, checker);
  found.push(...figures.map((said) => ({ file, field: fieldOf([...path, 'figures']), problem: said })));
  // A problem that stays out itself is none to hold others against.
  if (
    'draft' in result &&
    figures.length === 0 &&
    steps.every(({ isAsked }) => isAsked) &&
    placeOf(result.draft).isRepeated
  )
    found.push({ file, field: fieldOf(path), value: data.key ?? data.steps[0]?.question ?? '', problem: REPEATED });
  return found;
}

/** What is wrong with the key of a step, or else with the rest of it; `isAsked`: its key can be met. */
function issuesOfStep(
  step: unknown,
  number: number,
  { file, path, checker }: Place,
): { issues: FileIssue[]; isAsked: boolean } {
  const { data } = stepKey.safeParse(step);
  if (!data) return { issues: [], isAsked: false };
  const question = keyQuestion(data);
  const reason = keyProblem(question, checker);
  const at = (...rest: readonly PropertyKey[]) => fieldOf([...path, 'steps', number, ...rest]);
  if (reason !== null)
    return { issues: [{ file, field: at('answer'), value: data.answer, problem: reason }], isAsked: false };
  const issues = mistakesIn(question, checker).map(({ list, number: nth, value, problem }): FileIssue => {
    return { file, field: at(...FIELDS[list](nth - 1)), value, problem: `it ${problem}` };
  });
  return { issues, isAsked: true };
}

const FIELDS: Record<Mistake['list'], (index: number) => readonly PropertyKey[]> = {
  'also right': (index) => ['acceptedAnswers', index],
  wrong: (index) => ['wrongAnswers', index, 'answer'],
  'hint answer': (index) => ['hints', index, 'scaffold', 'answer'],
};

/** A question of which only the key is looked at, and what is held against it. */
const keyQuestion = (key: z.infer<typeof stepKey>): QaDraft => ({
  use: 'for study',
  level: 1,
  question: '',
  explanation: '',
  ...key,
});

function listIn(value: unknown, name: string): [number, unknown][] {
  const list: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return Array.isArray(list) ? [...list.entries()] : [];
}

/** What the checker of shapes found, each with its field. */
export function issuesOf(file: string, { issues }: ZodError, within: readonly PropertyKey[] = []): FileIssue[] {
  return issues.map(({ path, message, input }) => ({
    file,
    field: fieldOf([...within, ...path]),
    ...(typeof input === 'string' || typeof input === 'number' ? { value: String(input) } : {}),
    problem: wordsOf(message),
  }));
}

const NEEDED: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'an object',
  string: 'a text',
  number: 'a number',
};

/** What the checker of shapes says, for a person. */
function wordsOf(message: string): string {
  const [, missing] = /^Invalid input: expected (\w+), received undefined$/.exec(message) ?? [];
  if (missing !== undefined) return `it is missing; needed is ${NEEDED[missing] ?? missing}`;
  return message.replace(/^Invalid (?:option|input): /, '').replace(/^Too (?:big|small): /, '');
}

/** "courses[0].units[2].name". */
export function fieldOf(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`));
  return parts.join('').replace(/^\./, '') || 'the document';
}
