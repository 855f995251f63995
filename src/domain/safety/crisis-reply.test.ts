import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Crisis, crisisReply } from './crisis.ts';

const EVERY: Crisis[] = (['self-harm', 'abuse', 'violence', 'distress'] as const).flatMap((category) =>
  ([1, 2, 3] as const).map((severity) => ({ category, severity })),
);

test('the reply names who to turn to and whom to call, and says that the lesson can wait', () => {
  for (const crisis of EVERY) {
    const english = crisisReply(crisis, 'en-IL');
    for (const part of ['adult at your school', 'a grown-up', 'counsellor', '1201', '100', '101', 'lesson can wait'])
      assert.ok(english.includes(part), `${part}: ${english}`);
    const hebrew = crisisReply(crisis, 'he');
    for (const part of ['מבוגר בבית הספר', 'היועצת', '1201', '100', '101', 'השיעור יכול לחכות'])
      assert.ok(hebrew.includes(part), `${part}: ${hebrew}`);
  }
});

test('the reply never promises that somebody is watching or coming now', () => {
  for (const crisis of EVERY) {
    const text = crisisReply(crisis, 'en');
    assert.doesNotMatch(text, /watching|right away|on (?:their|the) way|is reading|has been told|immediately/i);
    assert.match(text, /cannot say how soon/);
  }
});

test('elsewhere a child is sent to the local number, and numbers of another country are named as such', () => {
  const crisis: Crisis = { category: 'distress', severity: 1 };
  assert.match(crisisReply(crisis, 'en-GB'), /your local emergency number/);
  assert.doesNotMatch(crisisReply(crisis, 'en-GB'), /1201/);
  assert.match(crisisReply(crisis, 'en'), /your local emergency number\. In Israel that is 100 or 101/);
  assert.doesNotMatch(crisisReply(crisis, 'he-US'), /1201/);
});

test('where home may be the danger, the reply does not send the child to somebody at home', () => {
  assert.doesNotMatch(
    crisisReply({ category: 'abuse', severity: 2 }, 'en'),
    /someone at home|your (?:mother|father|parents)\b/,
  );
  assert.doesNotMatch(crisisReply({ category: 'abuse', severity: 2 }, 'he'), /מישהו בבית|הורים שלך/);
});

test('acute danger brings the urgent sentence, worry does not', () => {
  assert.match(crisisReply({ category: 'self-harm', severity: 3 }, 'en'), /call for help at once/);
  assert.doesNotMatch(crisisReply({ category: 'self-harm', severity: 1 }, 'en'), /at once/);
});

test('a locale that is not known is answered in English', () => {
  assert.match(crisisReply({ category: 'abuse', severity: 1 }, 'xx'), /Thank you for telling me/);
});
