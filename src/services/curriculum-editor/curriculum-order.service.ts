import type { PublishedRepo } from '../../data/curriculum/editing/published.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { inSequence } from '../../domain/curriculum/editing/structure.ts';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import type { CurriculumAccess } from './curriculum-access.ts';
import type { CurriculumEditorService } from './curriculum-editor.service.ts';

export interface CurriculumOrderDeps {
  curriculumAccess: CurriculumAccess;
  published: PublishedRepo;
  editor: CurriculumEditorService;
}

/** Towards the beginning or the end, by one. */
export type Move = -1 | 1;

const TRIES = 3;

/** The order in which pupils meet units, and the questions of a unit; like all else a draft until it is published. */
export class CurriculumOrderService {
  readonly #deps: CurriculumOrderDeps;

  constructor(deps: CurriculumOrderDeps) {
    this.#deps = deps;
  }

  /**
   * Moves a unit by one among those that are not archived; at an end it stays. Answers with its place, from 0. Throws `not-found`
   * for a unit that is not among them, `conflict` while others keep changing the order.
   */
  async moveUnit(actor: Actor, courseId: number, key: string, by: Move): Promise<number> {
    const { editor } = this.#deps;
    const place = { courseId, kind: 'order', key: 'order' } as const;
    return again(async () => {
      const { token, course } = await editor.open(actor, place);
      const units = course.units.filter(({ content }) => !content.archived).map((unit) => unit.key);
      const moved = move(units, key, by);
      if (!moved) throw notFound('unit');
      if (!moved.isMoved) return moved.at;
      const draft = { kind: 'order', content: { units: moved.things } } as const;
      return (await editor.save(actor, place, token, draft)).outcome === 'conflict' ? null : moved.at;
    });
  }

  /** The same for a problem among those of its unit. Answers with the unit as well. */
  async moveProblem(
    actor: Actor,
    problemId: number,
    by: Move,
  ): Promise<{ courseId: number; unit: string; at: number }> {
    const { editor, published, curriculumAccess } = this.#deps;
    const { courseId } = await curriculumAccess.requireCourseOf(actor, 'problem', problemId);
    const [problem] = await published.listProblems([problemId]);
    if (!problem || problem.content.archived) throw notFound('problem');
    const { unit } = problem.content;
    const place = { courseId, kind: 'sequence', key: unit } as const;
    const at = await again(async () => {
      const { token, content } = await editor.open(actor, place);
      const there = (await published.listSequences(courseId, [unit])).get(unit) ?? [];
      const ids = inSequence(
        there.map((id) => ({ id })),
        content.problems,
      ).map(({ id }) => id);
      const moved = move(ids, problemId, by);
      if (!moved) throw notFound('problem');
      if (!moved.isMoved) return moved.at;
      const draft = { kind: 'sequence', content: { problems: moved.things } } as const;
      return (await editor.save(actor, place, token, draft)).outcome === 'conflict' ? null : moved.at;
    });
    return { courseId, unit, at };
  }
}

function move<Thing>(things: readonly Thing[], one: Thing, by: Move) {
  const from = things.indexOf(one);
  if (from === -1) return undefined;
  const other = things[from + by];
  if (other === undefined) return { things: [...things], at: from, isMoved: false };
  const at = from + by;
  return { things: things.with(at, one).with(from, other), at, isMoved: true };
}

/** Does it again where somebody else was faster. */
async function again<Result>(work: () => Promise<Result | null>): Promise<Result> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const result = await work();
    if (result !== null) return result;
  }
  throw new AppError('conflict', 'changed-meanwhile', 'The order is being changed by somebody else: look again.');
}
