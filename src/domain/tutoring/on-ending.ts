import type { Item } from '../curriculum/curriculum.ts';
import type { DialogueState, PupilAct } from './dialogue.ts';
import { closeItem, poseNext } from './pose.ts';
import { namesNothing, recapEvidence } from './recap-evidence.ts';
import { hasWorked, sessionFacts } from './session-facts.ts';
import type { StepContext, StepResult } from './step-context.ts';

const MAX_RECAP = 2000;

/** "Let's finish": the recap is asked for at once; where there was no work yet, there is nothing to recap. */
export function onStop(state: DialogueState, item: Item | null, context: StepContext): StepResult {
  if (state.phase === 'closed') return farewell(state, state.recap, context);
  if (state.phase === 'recap') return farewell(state, '', context);
  const worked = hasWorked(state);
  const left = state.open === null || item === null ? state : closeItem({ state, open: state.open, item }, 'left');
  return worked ? askForRecap(left, context) : farewell(left, left.recap, context);
}

/** A turn in which nothing is open and nothing was asked: the next item, or the way to the end. */
export function proceed(state: DialogueState, context: StepContext): StepResult {
  if (state.phase !== 'exit') {
    const posed = poseNext({ ...state, phase: 'practice' }, context, null);
    if (posed.posing.pose !== null)
      return { state: posed.state, move: { kind: 'pose', ...posed.posing }, attempt: null };
  }
  if (hasWorked(state) && state.recap === null) return askForRecap(state, context);
  return { state, move: { kind: 'nothing left', facts: sessionFacts(state, context.units) }, attempt: null };
}

function askForRecap(state: DialogueState, context: StepContext): StepResult {
  const asked: DialogueState = { ...state, phase: 'recap', open: null, helpWithoutEffort: 0 };
  const nothingLeft = poseNext({ ...asked, phase: 'practice', recap: '' }, context, null).posing.pose === null;
  return {
    state: asked,
    move: { kind: 'ask for recap', facts: sessionFacts(asked, context.units), nothingLeft },
    attempt: null,
  };
}

/** The lesson closes with what the pupil takes along; `recap` null leaves it unasked. */
function farewell(state: DialogueState, recap: string | null, context: StepContext): StepResult {
  const closed: DialogueState = { ...state, phase: 'closed', open: null, recap };
  return {
    state: closed,
    move: {
      kind: 'recap',
      facts: sessionFacts(closed, context.units),
      text: recap ?? '',
      evidence: recapEvidence(recap ?? '', closed, [...context.pool, ...(context.due ?? [])]),
    },
    attempt: null,
  };
}

/** Words that name nothing of what was solved are asked once for one thing of today; after that whatever is said closes the lesson. */
function onRecap(state: DialogueState, text: string, context: StepContext): StepResult {
  const vague = state.helpWithoutEffort === 0 && namesNothing(text, state, [...context.pool, ...(context.due ?? [])]);
  if (!vague) return farewell(state, text, context);
  const { move, attempt, ...asked } = askForRecap(state, context);
  const concrete = move.kind === 'ask for recap' ? { ...move, concrete: true as const } : move;
  return { state: { ...asked.state, helpWithoutEffort: 1 }, move: concrete, attempt };
}

/** In the recap: the pupil's own words close the lesson; not knowing what to say is met once with patience. */
export function inRecap(state: DialogueState, act: PupilAct, context: StepContext): StepResult {
  switch (act.type) {
    case 'recap':
    case 'reason':
      return onRecap(state, act.text.slice(0, MAX_RECAP), context);
    case 'attempt':
    case 'part':
      return onRecap(state, act.answer.slice(0, MAX_RECAP), context);
    case 'help':
    case 'stuck':
    case 'empty':
    case 'small talk': {
      if (state.helpWithoutEffort > 0) return farewell(state, '', context);
      const asked = askForRecap(state, context);
      return { ...asked, state: { ...asked.state, helpWithoutEffort: 1 } };
    }
    default:
      return farewell(state, '', context);
  }
}

/** After the end: whoever wants to go on may; a recap that comes late is kept. */
export function whenClosed(state: DialogueState, act: PupilAct, context: StepContext): StepResult {
  switch (act.type) {
    case 'go on':
    case 'skip': {
      const on = proceed(state, context);
      return on.move.kind === 'nothing left' ? { ...on, state } : on;
    }
    case 'recap':
    case 'reason':
      return farewell(state, act.text.slice(0, MAX_RECAP), context);
    case 'small talk':
      return talk(state, act.text);
    default:
      return talk(state, 'answer' in act ? act.answer : '');
  }
}

function talk(state: DialogueState, text: string): StepResult {
  return { state, move: { kind: 'small talk', text, open: null, pose: null }, attempt: null };
}
