import type { Item } from '../curriculum/curriculum.ts';
import type { DialogueState, PupilAct } from './dialogue.ts';
import { onAttempt, onPart, onUnreadable } from './on-attempt.ts';
import { inRecap, onStop, proceed, whenClosed } from './on-ending.ts';
import { onGiveUp, onHelp, onSkip } from './on-help.ts';
import { onOwnProblem } from './on-own-problem.ts';
import { onPicked, onQuestion } from './on-question.ts';
import { onReason } from './on-reason.ts';
import { onWhy } from './on-why.ts';
import { closeItem, leadOn, poseNext } from './pose.ts';
import { withExample } from './steered-example.ts';
import { meetOrders, steeredUnit } from './steering.ts';
import type { Opened, StepContext, StepResult } from './step-context.ts';

/** The first turn of a session, before the pupil has written anything: a welcome, with the first item. */
export function begin(state: DialogueState, context: StepContext): StepResult {
  const { state: next, posing } = poseNext(meetOrders(state, context), context, null);
  return { state: next, move: { kind: 'welcome', ...posing }, attempt: null };
}

/**
 * One turn of the tutoring dialogue: what the pupil's act makes of the state, what the teacher does, and the attempt to record.
 * Pure and total: every state and every act have an answer; the same input gives the same output. See teaching rules T1–T12.
 */
export function step(before: DialogueState, act: PupilAct, context: StepContext): StepResult {
  const result = stepOn(before, act, context);
  // What is said to a problem of the pupil's own is no evidence of anything in the curriculum.
  return before.open?.own === undefined ? result : { ...result, attempt: null };
}

function stepOn(before: DialogueState, act: PupilAct, context: StepContext): StepResult {
  const settled = settle(before, context);
  const { item } = settled;
  const state = withExample(meetOrders(settled.state, context), item, context);
  if (act.type === 'own problem') return onOwnProblem({ state, item, problem: act.problem }, context);
  if (act.type === 'own question') return onQuestion({ state, item, question: act.question }, context);
  if (act.type === 'picked') {
    const question = before.offeredQuestions[before.offered.indexOf(act.qaId)] ?? '';
    return onPicked({ state, item, question }, act.qaId, context);
  }
  if (state.phase === 'recap') return inRecap(state, act, context);
  if (act.type === 'stop') return onStop(state, item, context);
  const explained = [...context.pool, ...(context.due ?? [])].find(({ qaId }) => qaId === before.reasonOf?.qaId);
  if (explained !== undefined && state.open === null)
    return onReason({ state, item: explained, next: before.reasonOf?.next }, act, context);
  if (state.phase === 'closed') return whenClosed(state, act, context);
  if (state.open !== null && item !== null) return withOpenItem({ state, open: state.open, item }, act, context);
  return withoutItem(state, act, context);
}

/** The state at the start of a turn. An item that is open but cannot be found any more is left behind; so are old offers. */
function settle(before: DialogueState, context: StepContext): { state: DialogueState; item: Item | null } {
  const { reasonOf: _asked, ...kept } = before;
  const state = { ...kept, turn: before.turn + 1, offered: [], offeredQuestions: [] };
  if (state.open === null) return { state, item: null };
  const over = state.phase === 'recap' || state.phase === 'closed';
  const item = context.open;
  if (!over && item !== null && item.revisionId === state.open.revisionId) return { state, item };
  const { revisionId, qaId, problemId, unitName, wrong, exit } = state.open;
  const left = { revisionId, qaId, problemId, unitName, outcome: 'left', wrong, rungs: state.open.rung, exit } as const;
  return { state: { ...state, open: null, done: [...state.done, left] }, item: null };
}

type OpenAct = Exclude<PupilAct, { type: 'own question' | 'own problem' | 'picked' | 'stop' }>;

function withOpenItem(opened: Opened, act: OpenAct, context: StepContext): StepResult {
  const elsewhere = goElsewhere(opened, act, context);
  if (elsewhere !== null) return elsewhere;
  switch (act.type) {
    case 'attempt':
      return onAttempt(opened, act, context);
    case 'part':
      return onPart(opened, act, context);
    case 'help':
      return act.why ? onWhy(opened, context) : keepingAnswer(onHelp(opened, context), act);
    case 'stuck':
      return onHelp(opened, context);
    case 'give up':
      return onGiveUp(opened, context);
    case 'skip':
      return onSkip(opened, context);
    case 'empty':
      return onUnreadable(opened, 'empty', null, null, context);
    case 'go on':
      return { state: opened.state, move: talkAbout(opened, ''), attempt: null };
    case 'recap':
    case 'reason':
    case 'small talk':
      return { state: opened.state, move: talkAbout(opened, act.text), attempt: null };
  }
}

/** An answer is still judged, and whoever gives up still sees the way; anything else leads on to the unit that is ordered. */
const STAYS = new Set<PupilAct['type']>(['attempt', 'part', 'give up', 'skip']);

function goElsewhere(opened: Opened, act: OpenAct, context: StepContext): StepResult | null {
  const unit = steeredUnit(opened.state, context);
  if (unit === null || unit === opened.item.unitName || opened.open.exit || STAYS.has(act.type)) return null;
  const { state, posing } = leadOn(closeItem(opened, 'left'), context, null);
  if (posing.pose?.unitName !== unit) return null;
  return { state, move: { kind: 'skip', item: opened.item, elsewhere: true, ...posing }, attempt: null };
}

/** Who asks for the answer itself is told that it is kept, with whatever help there is instead. */
function keepingAnswer(result: StepResult, { forAnswer, trick }: Extract<OpenAct, { type: 'help' }>): StepResult {
  const { move } = result;
  const kept = forAnswer && (move.kind === 'hint' || move.kind === 'smaller question');
  return kept ? { ...result, move: { ...move, forAnswer, ...(trick ? { trick } : {}) } } : result;
}

const talkAbout = ({ item }: Opened, text: string) => ({ kind: 'small talk', text, open: item, pose: null }) as const;

function withoutItem(state: DialogueState, act: OpenAct, context: StepContext): StepResult {
  if (state.phase === 'opening' && state.done.length === 0) return begin(state, context);
  if (act.type !== 'small talk' && act.type !== 'recap' && act.type !== 'reason') return proceed(state, context);
  if (state.phase === 'exit') return proceed(state, context);
  const { state: next, posing } = poseNext(state, context, null);
  return { state: next, move: { kind: 'small talk', text: act.text, open: null, ...posing }, attempt: null };
}
