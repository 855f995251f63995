import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MINUTE } from '../../shared/instant.ts';
import {
  endOfTime,
  GRACE,
  mayResit,
  type SittingEvent,
  type SittingFacts,
  stateOf,
  takesAnswers,
  transition,
  windowEnd,
} from './sitting.ts';

const PHASES = ['not begun', 'begun', 'submitted', 'marked', 'released'] as const;
const EVENTS: readonly SittingEvent[] = [
  'begin',
  'submit',
  'time is up',
  'mark',
  'release',
  'change',
  'delay',
  'cancel',
];
const START = Date.UTC(2026, 2, 2, 8);
const minutes = (most: number) => fc.integer({ min: 0, max: most });

const commands = fc.array(fc.tuple(fc.constantFrom(...EVENTS), minutes(40)), { maxLength: 40 });
const windows = fc.record({ opens: minutes(60), open: minutes(300), duration: fc.integer({ min: 1, max: 90 }) });

/** Plays events on a sitting as the service does; answers every step with the facts before and after it. */
function play(
  { opens, open, duration }: { opens: number; open: number; duration: number },
  steps: [SittingEvent, number][],
) {
  const date = START + opens * MINUTE;
  let facts: SittingFacts = {
    phase: 'not begun',
    status: 'scheduled',
    date,
    deadline: date + open * MINUTE,
    endsAt: null,
  };
  let now = START;
  return steps.map(([event, pause]) => {
    now += pause * MINUTE;
    const before = facts;
    const step = transition(before, event, now);
    if (step.outcome === 'moved') {
      const begins = step.phase === 'begun' && before.phase === 'not begun';
      const endsAt = begins ? endOfTime(now, { duration, extra: 0 }, before) : before.endsAt;
      facts = { ...before, phase: step.phase, status: step.status, endsAt };
    }
    return { event, now, before, step, after: facts };
  });
}

test('whatever happens in whatever order, a sitting only goes forward, a phase at a time', () => {
  fc.assert(
    fc.property(windows, commands, (window, steps) => {
      for (const { before, after } of play(window, steps)) {
        const [from, to] = [PHASES.indexOf(before.phase), PHASES.indexOf(after.phase)];
        assert.ok(to === from || to === from + 1, `${before.phase} → ${after.phase}`);
      }
    }),
  );
});

test('a sitting is begun within its window alone, and its time ends with it', () => {
  fc.assert(
    fc.property(windows, commands, (window, steps) => {
      for (const { before, after, now } of play(window, steps)) {
        if (before.phase !== 'not begun' || after.phase !== 'begun') continue;
        assert.ok(now >= before.date && now < windowEnd(before));
        assert.ok(after.endsAt !== null && after.endsAt <= windowEnd(before));
        assert.ok(after.endsAt <= now + window.duration * MINUTE);
        assert.ok(takesAnswers(after, now));
      }
    }),
  );
});

test('every event repeated at once changes nothing, and says so or refuses', () => {
  fc.assert(
    fc.property(windows, commands, (window, steps) => {
      for (const { event, now, after, step } of play(window, steps)) {
        if (step.outcome !== 'moved' || after.phase === 'not begun') continue;
        assert.equal(transition(after, event, now).outcome, 'unchanged', event);
      }
    }),
  );
});

test('answers are taken from the beginning to the end of the time, and not a moment longer than the grace', () => {
  fc.assert(
    fc.property(windows, commands, fc.integer({ min: 0, max: 400 * 60_000 }), (window, steps, later) => {
      for (const { after } of play(window, steps)) {
        const at = START + later;
        const inTime = after.phase === 'begun' && after.endsAt !== null && at < after.endsAt + GRACE;
        assert.equal(takesAnswers(after, at), inTime);
        if (after.phase === 'begun' && !inTime) assert.equal(stateOf(after, at), 'time is up');
      }
    }),
  );
});

test('who hands in is the pupil as long as there is time, and the time afterwards', () => {
  fc.assert(
    fc.property(windows, commands, (window, steps) => {
      for (const { before, step, now } of play(window, steps)) {
        if (step.outcome !== 'moved' || step.phase !== 'submitted') continue;
        assert.equal(step.handedInBy, now < (before.endsAt ?? 0) + GRACE ? 'pupil' : 'time');
      }
    }),
  );
});

test('nobody begins, is marked or is released out of turn', () => {
  const at = (phase: SittingFacts['phase'], endsAt: number | null = null): SittingFacts => {
    return { phase, status: 'scheduled', date: START, deadline: START + 60 * MINUTE, endsAt };
  };
  const why = (facts: SittingFacts, event: SittingEvent, now = START) => {
    const step = transition(facts, event, now);
    return step.outcome === 'refused' ? step.why : step.outcome;
  };
  assert.equal(why(at('not begun'), 'begin', START - 1), 'too early');
  assert.equal(why(at('not begun'), 'begin', START + 60 * MINUTE), 'missed');
  assert.equal(why(at('submitted'), 'begin'), 'handed in');
  assert.equal(why(at('begun', START + MINUTE), 'begin', START + MINUTE + GRACE), 'handed in');
  assert.equal(why(at('not begun'), 'submit'), 'not begun');
  assert.equal(why(at('begun', START + MINUTE), 'time is up'), 'time is left');
  assert.equal(why(at('begun', START + MINUTE), 'mark'), 'begun');
  assert.equal(why(at('submitted'), 'release'), 'not marked');
  assert.equal(why(at('begun', START + MINUTE), 'cancel'), 'begun');
  assert.equal(why(at('marked'), 'delay'), 'handed in');
  assert.deepEqual(transition(at('not begun'), 'delay', START + 90 * MINUTE), {
    outcome: 'moved',
    phase: 'not begun',
    status: 'delayed',
  });
  assert.deepEqual(
    PHASES.filter((phase) => mayResit({ phase })),
    ['marked', 'released'],
  );
});
