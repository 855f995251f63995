import type { FigureDraft, ProblemDraft, QaDraft } from '../curriculum-draft.ts';
import { keyChanged } from '../editing/key-changed.ts';
import { asItWas, restated } from '../exchange/restated.ts';
import { asText, changesOf, QA_WORDS } from './changes.ts';
import type { ProblemPlan, StepPlan } from './import-plan.ts';
import { type CompleteQa, completeQa, STEP_REMOVED, type StoredProblem, type StoredStep } from './stored-course.ts';

const PROBLEM_WORDS = { title: asText, stem: asText, source: asText, licence: asText, unit: asText, figures: asText };

/** Turns bytes into the name under which they are kept. */
export type HashOf = (bytes: Uint8Array) => string;

/** The plan for a problem that the course has not. */
export function newProblem(problem: ProblemDraft, key: string, unitName: string): ProblemPlan {
  return {
    id: null,
    key,
    unitName,
    ...attributesOf(problem),
    figures: problem.figures ?? [],
    isDraft: problem.draft !== undefined,
    changes: [],
    steps: problem.steps.map((qa, stepIndex) => ({ does: 'add', stepIndex, qa: completeQa(qa) })),
  };
}

/** The plan for a problem that is there; undefined where nothing of it changes. */
export function changedProblem(
  there: StoredProblem & { unitName: string },
  problem: ProblemDraft,
  unitName: string,
  hashOf: HashOf,
): ProblemPlan | undefined {
  const unsaid = new Set<string>(problem.unsaid ?? []);
  const kept = (name: 'title' | 'stem' | 'source' | 'licence') => (unsaid.has(name) ? there[name] : undefined);
  const said = attributesOf(problem);
  const after = {
    title: kept('title') ?? said.title,
    stem: kept('stem') ?? (problem.restated ? asItWas(there.stem, said.stem) : said.stem),
    source: kept('source') ?? said.source,
    licence: kept('licence') ?? said.licence,
  };
  const figures =
    unsaid.has('figures') || sameFigures(there, problem.figures ?? [], hashOf) ? null : (problem.figures ?? []);
  const changes = changesOf(
    { ...there, unit: there.unitName, figures: figureList(there.figures) },
    { ...after, unit: unitName, figures: figures === null ? figureList(there.figures) : figureList(figures) },
    PROBLEM_WORDS,
  );
  if (figures !== null && !changes.some(({ what }) => what === 'figures')) {
    changes.push({
      what: 'figures',
      before: figureList(there.figures),
      after: `${figureList(figures)} (another picture)`,
    });
  }
  const steps = planSteps(there, problem, after.stem !== there.stem || figures !== null);
  if (changes.length + steps.length === 0) return undefined;
  return { id: there.id, key: there.key, unitName, ...after, figures, isDraft: false, changes, steps };
}

function attributesOf(problem: ProblemDraft): Pick<ProblemPlan, 'title' | 'stem' | 'source' | 'licence'> {
  return {
    title: problem.title ?? '',
    stem: problem.stem ?? '',
    source: problem.source,
    licence: problem.licence,
  };
}

const figureList = (figures: readonly { alt: string }[]): string => figures.map(({ alt }) => alt).join('; ');

function sameFigures({ figures: there }: StoredProblem, figures: readonly FigureDraft[], hashOf: HashOf): boolean {
  if (there.length !== figures.length) return false;
  return figures.every(({ bytes, alt }, index) => {
    const old = there[index];
    return old?.alt === alt && old.hash === hashOf(bytes);
  });
}

/**
 * Steps are matched in order; those that the draft has more are new, those that it has fewer are taken out. `around`: what all
 * steps share is another one, stem or figures, so that each is another question.
 */
function planSteps(
  there: StoredProblem,
  { steps: drafts, restated: isRestated }: ProblemDraft,
  around: boolean,
): StepPlan[] {
  const old = there.steps.filter((step) => !step.archived);
  const places = there.steps.map((step) => step.stepIndex).filter((place) => place < STEP_REMOVED);
  const behind = Math.max(-1, ...places) + 1;
  const steps = drafts.flatMap((draft, index): StepPlan[] => {
    const step = old[index];
    if (!step) return [{ does: 'add', stepIndex: behind + index - old.length, qa: completeQa(draft) }];
    const qa = merged(step, isRestated ? restated(step, draft) : draft);
    const changes = changesOf<CompleteQa>(step, qa, QA_WORDS);
    if (changes.length === 0 && !around) return [];
    return [
      { does: 'change', qaId: step.qaId, revision: step.revision, qa, changes, keyChanged: keyChanged(step, qa) },
    ];
  });
  const gone = old.slice(drafts.length).map(({ qaId, question }): StepPlan => ({ does: 'take out', qaId, question }));
  return [...steps, ...gone];
}

/** The draft with what it leaves unsaid as it is. */
function merged(there: StoredStep, draft: QaDraft): CompleteQa {
  const qa = completeQa(draft);
  const kept = Object.fromEntries((draft.unsaid ?? []).map((name) => [name, there[name]]));
  return { ...qa, ...kept };
}
