import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MINUTE } from '../../shared/instant.ts';
import type { NeedReason } from '../../shared/lesson-wall.ts';
import { byNeed } from '../../shared/wall-parts.ts';
import { IDLE_AFTER, type KnownOfPupil, LATE_AFTER, needOf, scoreOf, WEIGHTS } from './need.ts';

const NOW = 1_000_000_000;
const well: KnownOfPupil = {
  status: 'active',
  joinedAt: NOW - 10 * MINUTE,
  lessonStart: NOW - 11 * MINUTE,
  feeling: 'neutral',
  hints: 0,
  misses: 0,
  hintsUsedUp: false,
  unkindAt: null,
  saidStuck: null,
  flags: [],
  lastActivity: NOW - MINUTE,
  handRaisedAt: null,
  alertSince: null,
};
const kinds = (more: Partial<KnownOfPupil>) => needOf({ ...well, ...more }, NOW).map(({ kind }) => kind);

test('who works along needs nobody, and each reason is told', () => {
  assert.deepEqual(kinds({}), []);
  assert.deepEqual(kinds({ misses: 3 }), ['stuck']);
  assert.deepEqual(kinds({ hints: 4 }), ['stuck']);
  const why = (more: Partial<KnownOfPupil>) => needOf({ ...well, ...more }, NOW).map(({ because }) => because);
  assert.deepEqual(why({ saidStuck: NOW, misses: 3 }), ['said so']);
  assert.deepEqual(why({ hintsUsedUp: true, hints: 2 }), ['hints used up']);
  assert.deepEqual(why({ flags: ['unreadable answers'] }), ['unreadable answers']);
  assert.deepEqual(kinds({ flags: ['effortless help'] }), ['effortless help']);
  assert.deepEqual(kinds({ lastActivity: NOW - IDLE_AFTER }), ['idle']);
  assert.deepEqual(kinds({ lastActivity: NOW - IDLE_AFTER + 1 }), []);
  assert.deepEqual(kinds({ feeling: 'extreme' }), ['extreme feeling']);
  assert.deepEqual(kinds({ feeling: 'extreme', joinedAt: NOW - 40 * MINUTE }), [], 'what was said long ago');
  assert.deepEqual(kinds({ unkindAt: NOW }), ['unkind']);
  assert.deepEqual(kinds({ handRaisedAt: NOW, flags: ['wrong streak'] }), ['hand', 'wrong streak']);
});

test('who has not come is late after some minutes, and who is paused is not idle', () => {
  const away = { status: 'pending', joinedAt: null, lastActivity: null, feeling: null } as const;
  assert.deepEqual(kinds({ ...away, lessonStart: NOW - LATE_AFTER }), ['late']);
  assert.deepEqual(kinds({ ...away, lessonStart: NOW - LATE_AFTER + 1 }), []);
  assert.deepEqual(kinds({ status: 'paused', lastActivity: NOW - 20 * MINUTE }), []);
  assert.deepEqual(kinds({ status: 'completed', handRaisedAt: NOW, alertSince: NOW }), ['alert']);
});

test('a safety alert comes before all else together, and a raised hand before all that was only noticed', () => {
  const { alert, hand, ...noticed } = WEIGHTS;
  const rest = Object.values(noticed).reduce((sum, weight) => sum + weight, 0);
  assert.ok(alert > hand + rest);
  assert.ok(
    scoreOf([{ kind: 'hand', since: NOW, because: null }]) > WEIGHTS['extreme feeling'] + WEIGHTS.stuck + WEIGHTS.idle,
  );
});

test('one more reason never lowers the score, whatever was there before', () => {
  const more: Partial<KnownOfPupil>[] = [
    { alertSince: NOW },
    { handRaisedAt: NOW },
    { feeling: 'extreme' },
    { misses: 5 },
    { flags: ['wrong streak', 'effortless help'] },
    { lastActivity: NOW - 10 * MINUTE },
  ];
  for (let chosen = 0; chosen < 2 ** more.length; chosen += 1) {
    const known = Object.assign({ ...well }, ...more.filter((_, place) => chosen & (1 << place)));
    for (const one of more) {
      assert.ok(scoreOf(needOf({ ...known, ...one }, NOW)) >= scoreOf(needOf(known, NOW)));
    }
  }
});

test('the order is the same whatever the order was before: need, then who waits longest, then the name', () => {
  const cards = [
    { studentId: 1, name: 'Adi', reasons: [] },
    { studentId: 2, name: 'Ben', reasons: [{ kind: 'hand', since: NOW }] },
    { studentId: 3, name: 'Chen', reasons: [{ kind: 'hand', since: NOW - MINUTE }] },
    { studentId: 4, name: 'Adi', reasons: [] },
    { studentId: 5, name: 'Dan', reasons: [{ kind: 'alert', since: NOW }] },
  ].map((card) => {
    const reasons = card.reasons as NeedReason[];
    return { ...card, reasons, score: scoreOf(reasons) };
  });
  for (let turn = 0; turn < cards.length; turn += 1) {
    const turned = [...cards.slice(turn), ...cards.slice(0, turn)];
    assert.deepEqual(
      turned.sort(byNeed).map(({ studentId }) => studentId),
      [5, 3, 2, 1, 4],
    );
  }
});
