import type { Actor } from '../../domain/access/permission-matrix.ts';
import type {
  AnyContent,
  ContentKind,
  Contents,
  ProblemContent,
  StepContent,
} from '../../shared/curriculum-content.ts';
import type { Scene } from '../scene.ts';

/** Somebody at work on a course. */
export interface Desk {
  scene: Pick<Scene, 'services' | 'db'>;
  actor: Actor;
  courseId: number;
}

/** One thing that is changed or made; it becomes a draft. */
export type Edit = (desk: Desk) => Promise<void>;

/** Changes what is there; `key` as places of drafts have it. */
export function change<Kind extends ContentKind>(
  kind: Kind,
  key: string,
  make: (content: Contents[Kind]) => Contents[Kind],
): Edit {
  return async ({ scene, actor, courseId }) => {
    const editor = scene.services.curriculumEditor;
    const opened = await editor.open(actor, { courseId, kind, key });
    const draft = { kind, content: make(opened.content) } as AnyContent;
    const saved = await editor.save(actor, opened.place, opened.token, draft);
    if (saved.outcome !== 'saved') throw new Error(`${kind} ${key}: ${JSON.stringify(saved)}`);
  };
}

/** Changes the question that is asked in these words. */
export function revise(
  question: string,
  make: (step: StepContent, problem: ProblemContent) => Partial<StepContent>,
): Edit {
  return changeProblem(question, (problem) => ({
    ...problem,
    steps: problem.steps.map((step) => (step.question === question ? { ...step, ...make(step, problem) } : step)),
  }));
}

/** Changes the problem in which this is asked. */
export function changeProblem(question: string, make: (problem: ProblemContent) => ProblemContent): Edit {
  return async (desk) => {
    const { problemId } = await findQuestion(desk.scene, question);
    await change('problem', String(problemId), make)(desk);
  };
}

/** Changes the test of this name. */
export function changeTest(name: string, make: (test: Contents['test']) => Contents['test']): Edit {
  return async (desk) => {
    const { courseId, scene } = desk;
    const test = await scene.db.run((handle) =>
      handle
        .selectFrom('tests')
        .select('id')
        .where('course_id', '=', courseId)
        .where('name', '=', name)
        .executeTakeFirst(),
    );
    if (!test) throw new Error(`There is no test ${name}.`);
    await change('test', String(test.id), make)(desk);
  };
}

/** Makes something new. */
export function add(draft: AnyContent): Edit {
  return async ({ scene, actor, courseId }) => {
    const made = await scene.services.curriculumEditor.create(actor, courseId, draft);
    if (made.outcome !== 'made') throw new Error(`A new ${draft.kind}: ${JSON.stringify(made)}`);
  };
}

/** Does the edits and publishes them together. */
export async function publish(desk: Desk, note: string, edits: readonly Edit[]): Promise<void> {
  const { actor, courseId, scene } = desk;
  for (const edit of edits) await edit(desk);
  const { curriculumPublishing } = scene.services;
  const { drafts } = await curriculumPublishing.review(actor, courseId);
  const chosen = drafts.map(({ draft }) => ({ id: draft.id, version: draft.version }));
  const published = await curriculumPublishing.publish(actor, courseId, { note, chosen });
  if (published.outcome !== 'published') throw new Error(`${note}: ${JSON.stringify(published)}`);
}

export interface FoundQuestion {
  qaId: number;
  problemId: number;
  courseId: number;
}

/** The question that is asked in these words. */
export async function findQuestion({ db }: Pick<Scene, 'db'>, question: string): Promise<FoundQuestion> {
  const [found] = await db.run((handle) =>
    handle
      .selectFrom('qas')
      .select(['id as qaId', 'problem_id as problemId', 'course_id as courseId'])
      .where('question', '=', question)
      .execute(),
  );
  if (!found) throw new Error(`Nobody asks: ${question}`);
  return found;
}

/** The course of this name. */
export async function findCourse({ db }: Pick<Scene, 'db'>, name: string): Promise<number> {
  const course = await db.run((handle) =>
    handle.selectFrom('courses').select('id').where('name', '=', name).executeTakeFirstOrThrow(),
  );
  return course.id;
}

/** A question that a supervisor writes; whatever is not said is empty. */
export function question(
  written: Partial<StepContent> & Pick<StepContent, 'kind' | 'question' | 'answer'>,
): StepContent {
  return {
    qaId: null,
    use: 'for study',
    level: 2,
    tolerance: null,
    unit: null,
    acceptedAnswers: [],
    choices: [],
    aliases: [],
    hints: [],
    workedExample: '',
    explanation: '',
    wrongAnswers: [],
    ...written,
  };
}

/** A problem of these questions in a unit. */
export function problem(unit: string, ...steps: StepContent[]): AnyContent {
  const from = { source: 'λllamda sample region', licence: 'Apache-2.0' };
  return { kind: 'problem', content: { title: '', stem: '', figures: [], unit, ...from, archived: false, steps } };
}

/** Ids a, b, c, … for the texts of choices. */
export const choices = (...texts: string[]): StepContent['choices'] =>
  texts.map((text, index) => ({ id: String.fromCharCode(97 + index), text }));
