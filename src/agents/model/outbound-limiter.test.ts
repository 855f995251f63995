import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ModelError } from './language-model.ts';
import { type Bucket, bucketFor, createOutboundLimiter, take } from './outbound-limiter.ts';

test('never more requests in any sixty seconds than the limit, whatever the load', () => {
  const gaps = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20_000 })), {
    minLength: 1,
    maxLength: 300,
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 120 }),
      gaps,
      fc.integer({ min: 0, max: 60_000 }),
      (perMinute, pauses, bound) => {
        const settings = bucketFor(perMinute);
        let bucket: Bucket = { tokens: settings.capacity, at: 0 };
        let now = 0;
        const sent: number[] = [];
        for (const pause of pauses) {
          now += pause;
          const taken = take(bucket, settings, now, bound);
          assert.ok(taken.waitMs <= bound || taken.bucket === null);
          if (taken.bucket === null) continue;
          bucket = taken.bucket;
          sent.push(now + taken.waitMs);
        }
        assert.deepEqual(
          sent,
          sent.toSorted((a, b) => a - b),
          'first come, first served',
        );
        for (const [index, at] of sent.entries()) {
          const nextMinute = sent[index + perMinute];
          assert.ok(
            nextMinute === undefined || nextMinute - at >= 60_000 - 1,
            `${perMinute} a minute, ${at} and ${nextMinute}`,
          );
        }
      },
    ),
  );
});

test('the limit is used: under steady load nearly that many requests pass in an hour', () => {
  for (const perMinute of [1, 7, 60, 500]) {
    const settings = bucketFor(perMinute);
    let bucket: Bucket = { tokens: settings.capacity, at: 0 };
    let sent = 0;
    for (let now = 0; now < 3_600_000; now += 20) {
      const taken = take(bucket, settings, now, 0);
      if (taken.bucket === null) continue;
      bucket = taken.bucket;
      sent++;
    }
    assert.ok(sent >= perMinute * 60 * 0.9 && sent <= perMinute * 60, `${sent} for ${perMinute} a minute`);
  }
});

test('a tenth of the limit goes at once, the next ones wait their turn', async () => {
  const waits: number[] = [];
  const limiter = createOutboundLimiter(20, { now: () => 0 }, async (ms) => {
    waits.push(ms);
  });
  for (let n = 0; n < 5; n++) await limiter.acquire(60_000);
  assert.deepEqual(waits, [3158, 6316, 9474]);
});

test('who would have to wait too long is told so at once, with the wait, and takes nobody’s place', async () => {
  const clock = { at: 0, now: () => clock.at };
  const limiter = createOutboundLimiter(1, clock, () => assert.fail('nobody waits here'));
  await limiter.acquire(10_000);
  for (let n = 0; n < 3; n++) {
    await assert.rejects(limiter.acquire(10_000), (error) => {
      assert.ok(error instanceof ModelError);
      assert.equal(error.kind, 'rate limited');
      assert.equal(error.retryAfterMs, 60_000);
      assert.equal(error.status, undefined, 'it is not the provider who refuses');
      return true;
    });
  }
  clock.at = 60_000;
  await limiter.acquire(0);
});

test('a wait can be aborted', async () => {
  const limiter = createOutboundLimiter(1, { now: () => 0 });
  await limiter.acquire(0);
  const reason = new Error('the pupil left');
  const controller = new AbortController();
  const waiting = limiter.acquire(120_000, controller.signal);
  controller.abort(reason);
  await assert.rejects(waiting, (error) => error === reason);
});

test('a limit that is no whole number from one on is refused', () => {
  for (const wrong of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
    assert.throws(() => bucketFor(wrong), RangeError);
});
