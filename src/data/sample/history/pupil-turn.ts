import type { Item } from '../../../domain/curriculum/curriculum.ts';
import type { DialogueState, Move } from '../../../domain/tutoring/dialogue.ts';
import { SECOND } from '../../../shared/instant.ts';
import type { Random } from '../random.ts';
import type { Traits } from './traits.ts';

/** A smaller question is there to be answered. */
const PART_IS_EASIER = 0.75;

/** What the pupil is about to do. */
export type Intent =
  | { kind: 'answer'; right: boolean }
  /** Answers the smaller question of a hint. */
  | { kind: 'part'; right: boolean }
  | { kind: 'help' | 'help again' | 'stuck' | 'stuck again' | 'give up' | 'skip' | 'go on' | 'stop' }
  | { kind: 'reason' | 'small talk' | 'own question' | 'recap' | 'short recap' | 'own words' | 'thanks' }
  | { kind: 'pick'; question: string }
  /** Ends the session without a word. */
  | { kind: 'leave' };

/** How the lesson stands as the pupil sees it. */
export interface TurnView {
  state: DialogueState;
  item: Item | null;
  lastMove: Move;
  /** Time worked as a share of the planned time. */
  elapsed: number;
  /** Chance of a right answer to the open item. */
  chance: number;
}

/** What a pupil of these traits does next. */
export function decide(view: TurnView, traits: Traits, random: Random): Intent {
  const { state, item, lastMove } = view;
  if (lastMove.kind === 'nothing left') return { kind: 'leave' };
  if (state.phase === 'closed')
    return random.chance(0.25) && lastMove.kind === 'recap' ? { kind: 'thanks' } : { kind: 'leave' };
  if (state.phase === 'recap') return inRecap(random);
  if (lastMove.kind === 'did you mean' && random.chance(0.75)) {
    return { kind: 'pick', question: state.offeredQuestions[0] ?? '' };
  }
  if (view.elapsed > traits.patience && random.chance(0.25)) return { kind: random.chance(0.65) ? 'stop' : 'leave' };
  if (lastMove.kind === 'confirm' && lastMove.askReason) return { kind: 'reason' };
  if (item === null || state.open === null) return { kind: 'go on' };
  if (state.open.part !== null && random.chance(0.75)) {
    return state.open.part.key === null
      ? { kind: 'own words' }
      : { kind: 'part', right: random.chance(PART_IS_EASIER) };
  }
  if (lastMove.kind !== 'small talk' && random.chance(traits.chatty)) return { kind: 'small talk' };
  if (lastMove.kind !== 'cannot answer' && random.chance(traits.curious)) return { kind: 'own question' };
  return withItem(view, traits, random);
}

function inRecap(random: Random): Intent {
  const kind = random.weighted([
    ['recap', 76],
    ['short recap', 11],
    ['stuck', 6],
    ['leave', 7],
  ] as const);
  return { kind };
}

function withItem({ state, chance }: TurnView, traits: Traits, random: Random): Intent {
  const open = state.open ?? { wrong: 0, rung: 0 };
  const unsure = 1 - chance;
  const fresh = open.wrong === 0 && open.rung === 0;
  if (random.chance(traits.givesUp * unsure * (fresh ? 0.25 : open.wrong + open.rung * 0.5)))
    return { kind: 'give up' };
  if (fresh && random.chance(traits.skips * unsure)) return { kind: 'skip' };
  const asks = fresh ? traits.asksFirst * 1.3 : traits.asksAgain;
  if (random.chance(asks * unsure)) {
    const stuck = random.chance(0.4);
    return { kind: fresh ? (stuck ? 'stuck' : 'help') : stuck ? 'stuck again' : 'help again' };
  }
  return { kind: 'answer', right: random.chance(chance) };
}

const SECONDS: Record<Intent['kind'], number> = {
  answer: 70,
  part: 35,
  help: 45,
  'help again': 35,
  stuck: 50,
  'stuck again': 40,
  'give up': 35,
  skip: 20,
  'go on': 12,
  stop: 20,
  'small talk': 15,
  'own question': 45,
  recap: 75,
  'short recap': 30,
  'own words': 40,
  reason: 40,
  thanks: 10,
  pick: 12,
  leave: 20,
};

/** Time until it is sent, in ms: reading, thinking and typing; harder questions take longer. */
export function timeFor(intent: Intent, item: Item | null, traits: Traits, random: Random): number {
  const level = intent.kind === 'answer' && item !== null ? 0.55 + 0.25 * item.level : 1;
  const spread = Math.exp(random.normal(0, 0.4));
  const seconds = Math.min(540, Math.max(4, SECONDS[intent.kind] * level * traits.pace * spread));
  return Math.round(seconds * SECOND);
}
