import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begun, contextFor, makeItem } from '../../../test/support/tutoring-fixtures.ts';
import type { DialogueState, Move, PupilAct } from './dialogue.ts';
import { initialDialogue } from './dialogue-state.ts';
import { step } from './step.ts';

const ACTS: PupilAct[] = [
  { type: 'attempt', answer: '7001', verdict: { verdict: 'correct', understood: '7001' } },
  { type: 'attempt', answer: '98', verdict: { verdict: 'incorrect', understood: '98' } },
  { type: 'attempt', answer: 'words', verdict: { verdict: 'cannot judge', reason: 'free text' } },
  { type: 'attempt', answer: '#', verdict: { verdict: 'cannot judge', reason: 'unreadable' } },
  { type: 'part', answer: '4', right: true },
  { type: 'part', answer: '3', right: false },
  { type: 'part', answer: 'my own words', right: null },
  { type: 'help' },
  { type: 'stuck' },
  { type: 'give up' },
  { type: 'skip' },
  { type: 'go on' },
  { type: 'own question', question: 'what is a cell' },
  { type: 'own problem', problem: { written: '3x + 5 = 20', left: '3x+5', right: '20', letter: 'x' } },
  { type: 'own problem', problem: { written: 'x = x', left: 'x', right: 'x', letter: 'x' } },
  { type: 'picked', qaId: 2 },
  { type: 'picked', qaId: 404 },
  { type: 'recap', text: 'I learned to divide' },
  { type: 'stop' },
  { type: 'small talk', text: 'hello' },
  { type: 'empty' },
];

/** What each state allows as the teacher's next move, whatever the pupil does. */
const EXPECTED: Record<string, (act: PupilAct) => Move['kind'][]> = {
  untouched: (act) => {
    if (act.type === 'own question') return ['cannot answer'];
    if (act.type === 'own problem') return [act.problem.right === '20' ? 'own problem' : 'cannot answer'];
    if (act.type === 'picked') return act.qaId === 2 ? ['answer question'] : ['cannot answer'];
    return act.type === 'stop' ? ['recap'] : ['welcome'];
  },
  open: openMoves,
  'open with hints': openMoves,
  'open at the end of its ladder': openMoves,
  'open with a smaller question': openMoves,
  'exit item': openMoves,
  'nothing open': (act) => {
    if (act.type === 'own question') return ['cannot answer'];
    if (act.type === 'own problem') return [act.problem.right === '20' ? 'own problem' : 'cannot answer'];
    if (act.type === 'picked') return act.qaId === 2 ? ['answer question'] : ['cannot answer'];
    if (act.type === 'small talk' || act.type === 'recap') return ['small talk'];
    return act.type === 'stop' ? ['recap'] : ['pose'];
  },
  'after the exit item': (act) => {
    if (act.type === 'own question') return ['cannot answer'];
    if (act.type === 'own problem') return [act.problem.right === '20' ? 'own problem' : 'cannot answer'];
    if (act.type === 'picked') return act.qaId === 2 ? ['answer question'] : ['cannot answer'];
    return ['ask for recap'];
  },
  recap: (act) => {
    if (act.type === 'own question') return ['cannot answer'];
    if (act.type === 'own problem') return [act.problem.right === '20' ? 'own problem' : 'cannot answer'];
    if (act.type === 'picked') return act.qaId === 2 ? ['answer question'] : ['cannot answer'];
    // A bare answer names nothing of the session: it is asked for one thing once.
    const asked = ['help', 'stuck', 'empty', 'small talk', 'attempt', 'part'];
    return asked.includes(act.type) ? ['ask for recap'] : ['recap'];
  },
  closed: (act) => {
    if (act.type === 'own question') return ['cannot answer'];
    if (act.type === 'own problem') return [act.problem.right === '20' ? 'own problem' : 'cannot answer'];
    if (act.type === 'picked') return act.qaId === 2 ? ['answer question'] : ['cannot answer'];
    if (act.type === 'go on' || act.type === 'skip') return ['pose'];
    return act.type === 'stop' || act.type === 'recap' ? ['recap'] : ['small talk'];
  },
};

function openMoves(act: PupilAct): Move['kind'][] {
  switch (act.type) {
    case 'attempt':
      if (act.verdict.verdict === 'correct') return ['confirm'];
      if (act.verdict.verdict === 'incorrect') return ['locate error', 'reveal'];
      return act.verdict.reason === 'free text' ? ['compare'] : ['ask again'];
    case 'part':
      return ['part checked', 'hint', 'smaller question'];
    case 'help':
    case 'stuck':
      return ['hint', 'smaller question', 'reveal'];
    case 'give up':
      return ['reveal'];
    case 'picked':
      return [act.qaId === 2 ? 'answer question' : 'cannot answer'];
    case 'own question':
      return ['cannot answer'];
    case 'own problem':
      return [act.problem.right === '20' ? 'own problem' : 'cannot answer'];
    case 'stop':
      return ['recap', 'ask for recap'];
    case 'empty':
      return ['ask again'];
    case 'skip':
      return ['skip'];
    default:
      return ['small talk'];
  }
}

test('every kind of message has a sensible answer in every kind of state', () => {
  const pool = [1, 2, 3, 4, 5].map((id) => makeItem(id));
  const fresh = begun(pool).state;
  assert.ok(fresh.open !== null);
  const part = { question: 'How many friends?', key: { kind: 'number' as const, answer: '4', choices: [] } };
  const doneItem = {
    revisionId: 10_005,
    qaId: 5,
    problemId: 20_005,
    unitName: 'Fractions',
    outcome: 'solved alone' as const,
  };
  const worked = [{ ...doneItem, wrong: 0, rungs: 0, exit: true }];
  const states: Record<string, DialogueState> = {
    untouched: initialDialogue(),
    open: fresh,
    'open with hints': { ...fresh, open: { ...fresh.open, rung: 2, wrong: 1 } },
    'open at the end of its ladder': { ...fresh, open: { ...fresh.open, rung: 4, wrong: 3 } },
    'open with a smaller question': { ...fresh, open: { ...fresh.open, rung: 1, smaller: 1, part } },
    'exit item': { ...fresh, phase: 'exit', open: { ...fresh.open, exit: true } },
    'nothing open': { ...fresh, open: null },
    'after the exit item': { ...fresh, phase: 'exit', open: null, done: worked },
    recap: { ...fresh, phase: 'recap', open: null, done: worked },
    closed: { ...fresh, phase: 'closed', open: null, done: worked, recap: 'all of it' },
  };
  for (const [name, state] of Object.entries(states)) {
    for (const act of ACTS) {
      const { state: next, move } = step(state, act, contextFor(state, pool));
      const allowed = EXPECTED[name]?.(act) ?? [];
      const where = `${name} × ${JSON.stringify(act)}`;
      if (!(name === 'after the exit item' && act.type === 'stop'))
        assert.ok(allowed.includes(move.kind), `${where}: ${move.kind}`);
      assert.equal(next.turn, state.turn + 1, where);
      assert.ok(!JSON.stringify(next).includes('null,"posedAt":null'), where);
    }
  }
});
