import { LIMITS } from '../../../domain/curriculum/import/limits.ts';
import type { ProblemContent, StepContent } from '../../../shared/curriculum-content.ts';
import { emptyStep } from './problem.form.ts';

/**
 * What a button of the form does with its parts, for pages without scripts: "add-step", "remove-step:1", "step-up:1",
 * "hint-up:0:2", "remove-hint:0:2", "figure-up:1", "remove-figure:0". Anything else leaves the problem as it is, the very same object.
 */
export function rearranged(problem: ProblemContent, action: string): ProblemContent {
  const [what, first = '', second = ''] = action.split(':');
  const [step, part] = [Number(first), Number(second)];
  switch (what) {
    case 'add-step':
      return problem.steps.length < LIMITS.stepsEach ? { ...problem, steps: [...problem.steps, emptyStep()] } : problem;
    case 'remove-step':
      return problem.steps.length < 2 ? problem : { ...problem, steps: problem.steps.toSpliced(step, 1) };
    case 'step-up':
      return { ...problem, steps: movedUp(problem.steps, step) };
    case 'figure-up':
      return { ...problem, figures: movedUp(problem.figures, step) };
    case 'remove-figure':
      return { ...problem, figures: problem.figures.toSpliced(step, 1) };
    case 'hint-up':
      return withStep(problem, step, (one) => ({ ...one, hints: movedUp(one.hints, part) }));
    case 'remove-hint':
      return withStep(problem, step, (one) => ({ ...one, hints: one.hints.toSpliced(part, 1) }));
    default:
      return problem;
  }
}

function withStep(problem: ProblemContent, at: number, change: (step: StepContent) => StepContent): ProblemContent {
  return { ...problem, steps: problem.steps.map((step, index) => (index === at ? change(step) : step)) };
}

function movedUp<Part>(parts: readonly Part[], at: number): Part[] {
  const [moved, before] = [parts[at], parts[at - 1]];
  if (moved === undefined || before === undefined) return [...parts];
  return parts.toSpliced(at - 1, 2, moved, before);
}
