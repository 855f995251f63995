import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { admit, CircuitBreaker, type CircuitSettings, CLOSED, DEFAULT_CIRCUIT, record } from './circuit-breaker.ts';

function breaker(settings: Partial<CircuitSettings> = {}) {
  const clock = { at: 1000, now: () => clock.at };
  const changes: string[] = [];
  const circuit = new CircuitBreaker(clock, { ...DEFAULT_CIRCUIT, ...settings }, (from, to) =>
    changes.push(`${from} → ${to}`),
  );
  const call = (outcome: 'succeeded' | 'failed' | 'released') => {
    const permit = circuit.enter();
    permit?.[outcome]();
    return permit !== undefined;
  };
  return { circuit, clock, changes, call };
}

test('five failures within thirty seconds open the circuit, four do not', () => {
  const { circuit, clock, call } = breaker();
  for (let n = 0; n < 4; n++) {
    call('failed');
    clock.at += 7000;
  }
  assert.equal(circuit.state, 'closed');
  call('failed');
  assert.equal(circuit.state, 'open');
  assert.equal(circuit.enter(), undefined);
  assert.equal(circuit.pauseLeftMs, 15_000);
});

test('five failures spread over more than thirty seconds leave it closed', () => {
  const { circuit, clock, call } = breaker();
  for (let n = 0; n < 20; n++) {
    call('failed');
    clock.at += 7600;
  }
  assert.equal(circuit.state, 'closed');
});

test('five lost calls among a school’s hundreds do not take the model from everybody', () => {
  const { circuit, call } = breaker();
  for (let n = 0; n < 300; n++) call(n % 60 === 0 ? 'failed' : 'succeeded');
  assert.equal(circuit.state, 'closed');
  for (let n = 0; n < 40; n++) call('failed');
  assert.equal(circuit.state, 'open', 'but when one in ten fails, it does');
});

test('after the pause one call at a time tries whether the provider is back, and closes the circuit when it is', () => {
  const { circuit, clock, changes, call } = breaker();
  for (let n = 0; n < 5; n++) call('failed');
  clock.at += 14_999;
  assert.equal(circuit.enter(), undefined, 'not before the pause is over');
  clock.at += 1;
  const trial = circuit.enter();
  assert.ok(trial);
  assert.equal(circuit.enter(), undefined, 'nobody else while it is tried');
  trial.succeeded();
  assert.equal(circuit.state, 'closed');
  assert.ok(call('failed'), 'and the failures of before are forgotten');
  assert.equal(circuit.state, 'closed');
  assert.deepEqual(changes, ['closed → open', 'open → half open', 'half open → closed']);
});

test('each trial that fails doubles the pause, up to its limit', () => {
  const { circuit, clock, call } = breaker({ maxPauseMs: 50_000 });
  for (let n = 0; n < 5; n++) call('failed');
  const pauses: number[] = [];
  for (let n = 0; n < 4; n++) {
    pauses.push(circuit.pauseLeftMs);
    clock.at += circuit.pauseLeftMs;
    assert.ok(call('failed'));
  }
  assert.deepEqual(pauses, [15_000, 30_000, 50_000, 50_000]);
});

test('a trial whose reader left says nothing: the next call tries again at once', () => {
  const { circuit, clock, call } = breaker();
  for (let n = 0; n < 5; n++) call('failed');
  clock.at += 15_000;
  assert.ok(call('released'));
  assert.ok(call('succeeded'));
  assert.equal(circuit.state, 'closed');
});

test('a trial whose end is never reported does not lock the model out for good', () => {
  const { circuit, clock, call } = breaker();
  for (let n = 0; n < 5; n++) call('failed');
  clock.at += 15_000;
  assert.ok(circuit.enter());
  clock.at += 3_600_000;
  assert.ok(call('succeeded'));
  assert.equal(circuit.state, 'closed');
});

test('a call that began before the circuit opened does not decide about it when it ends later', () => {
  const { circuit, clock, call } = breaker();
  const slowGood = circuit.enter();
  const slowBad = circuit.enter();
  for (let n = 0; n < 5; n++) call('failed');
  slowGood?.succeeded();
  assert.equal(circuit.state, 'open');
  clock.at += 15_000;
  const trial = circuit.enter();
  slowBad?.failed();
  assert.equal(circuit.state, 'half open', 'the trial is still under way');
  trial?.succeeded();
  assert.equal(circuit.state, 'closed');
});

test('a permit counts once, whatever is said about it afterwards', () => {
  const { circuit } = breaker({ failures: 2 });
  const permit = circuit.enter();
  permit?.failed();
  permit?.failed();
  permit?.released();
  assert.equal(circuit.state, 'closed');
});

test('whatever happens: open refuses until its pause is over, and the first call after it is let through', () => {
  const step = fc.record({ gap: fc.integer({ min: 0, max: 40_000 }), failed: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      let circuit = CLOSED;
      let now = 0;
      for (const { gap, failed } of steps) {
        now += gap;
        const before = circuit;
        const { admitted, circuit: entered } = admit(circuit, now);
        assert.equal(admitted, before.state === 'closed' || now >= before.until);
        if (!admitted) continue;
        circuit = record(entered, failed, now, DEFAULT_CIRCUIT);
        assert.notEqual(circuit.state, 'half open', 'a call that ended decides');
        if (!failed) assert.equal(circuit.state, 'closed', 'a success never opens');
        if (circuit.state === 'open') assert.ok(circuit.until - now >= 15_000 && circuit.until - now <= 120_000);
      }
    }),
  );
});
