import { isUnkind } from '../safety/unkind.ts';
import { type Member, nextToSpeak } from './party.ts';

/** The rounds of a talk, in their order: in each one everybody is asked the same. */
export const CIRCLE_ROUNDS = ['arrive', 'tell', 'listen', 'together', 'close'] as const;
export type CircleRound = (typeof CIRCLE_ROUNDS)[number];

/** Where a talk is. */
export interface CircleState {
  /** What it is about, in the words of the class manager; null: nothing was said. */
  topic: string | null;
  /** Index of the round; as many as there are rounds when the talk is over. */
  round: number;
  /** Who has spoken, or passed, in this round. */
  heard: number[];
  /** Messages of this round: a round does not wait for who never says anything. */
  said: number;
  turn: number;
}

/** What the teacher does after somebody has spoken. */
export interface CircleMove {
  /** `open`: the first words of the talk; `over`: it had ended before; `unkind`: words that hurt somebody are not thanked for. */
  kind: 'open' | 'next' | 'round' | 'end' | 'over' | 'unkind';
  /** Whose words are answered; null at the opening. */
  speaker: Pick<Member, 'firstName'> | null;
  passed: boolean;
  /** The round that is asked about now. */
  round: CircleRound | null;
  /** Who is asked next; null: all. */
  next: Pick<Member, 'firstName'> | null;
  topic: string | null;
  turn: number;
}

export const initialCircle = (topic: string | null): CircleState => ({ topic, round: 0, heard: [], said: 0, turn: 0 });

/** What is said before anybody else has spoken. */
export function openCircle(state: CircleState, members: readonly Member[]): CircleMove {
  const next = members[0] ?? null;
  return { kind: 'open', speaker: null, passed: false, round: 'arrive', next, topic: state.topic, turn: state.turn };
}

const PASS =
  /^\W*(?:i )?(?:pass|skip|no thanks?|rather not|i(?:'|’)?d rather not|nothing)\W*$|^[^\p{L}]*(?:עובר|עוברת|פס|דלג|דלגי|לא רוצה|מוותר|מוותרת|כלום)[^\p{L}]*$/iu;

/** So many messages for each who is there, and the round goes on without who said nothing. */
const PATIENCE = 2;

/**
 * One turn of a talk: thanks whoever spoke, asks who was not heard in this round yet, and goes on to the next round when all were, or when
 * enough was said. Nothing is judged, and nobody has to speak: passing counts as having been asked. Pure and total.
 */
export function stepCircle(
  state: CircleState,
  { speakerId, words, members }: { speakerId: number; words: string; members: readonly Member[] },
): { state: CircleState; move: CircleMove } {
  const speaker = members.find(({ id }) => id === speakerId) ?? null;
  const turn = state.turn + 1;
  const said = { speaker, passed: PASS.test(words.trim()), topic: state.topic, turn };
  if (state.round >= CIRCLE_ROUNDS.length) {
    return { state: { ...state, turn }, move: { ...said, kind: 'over', round: null, next: null } };
  }
  const names = members.map(({ firstName }) => firstName);
  if (isUnkind(words, names)) {
    const move = { ...said, kind: 'unkind', round: null, next: null } as const;
    return { state: { ...state, said: state.said + 1, turn }, move };
  }
  const heard = state.heard.includes(speakerId) ? state.heard : [...state.heard, speakerId];
  const left = members.filter(({ id }) => !heard.includes(id));
  const count = state.said + 1;
  if (left.length > 0 && count < PATIENCE * members.length) {
    const round = CIRCLE_ROUNDS[state.round] ?? null;
    const next = nextToSpeak(left, speakerId);
    return { state: { ...state, heard, said: count, turn }, move: { ...said, kind: 'next', round, next } };
  }
  const round = state.round + 1;
  const opens = CIRCLE_ROUNDS[round] ?? null;
  return {
    state: { ...state, round, heard: [], said: 0, turn },
    move: {
      ...said,
      kind: opens === null ? 'end' : 'round',
      round: opens,
      next: opens === null ? null : nextToSpeak(members, speakerId),
    },
  };
}
