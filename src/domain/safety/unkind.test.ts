import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isUnkind } from './unkind.ts';

const NAMES = ['Noa', 'Lea', 'נועה', 'יוסי', "D'Arcy"];

test('insults to or about somebody who is there are noticed, by name too, in English and Hebrew', () => {
  for (const words of [
    'you are so stupid',
    'Noa is stupid and ugly',
    "noa's such a freak",
    'Noa, shut up',
    'D’Arcy is a loser',
    'אתה מטומטם',
    'נועה מטומטמת',
    'יוסי, תסתום',
  ]) {
    assert.ok(isUnkind(words, NAMES), words);
  }
});

test('what is said of oneself, of things, and of somebody in a kind way is not', () => {
  for (const words of [
    'I was stupid and got lost',
    'the trip was stupid',
    'Noa is right, it was a dumb idea to walk',
    'Lea is nice. The weather was ugly',
    'what Noa told was sad',
    'you are not stupid, Lea',
    'what an ugly day',
    'she is in the fat book club',
    'אני הייתי מטומטם',
    'נועה צודקת, היה יום מגעיל',
  ]) {
    assert.ok(!isUnkind(words, NAMES), words);
  }
});
