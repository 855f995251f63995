import assert from 'node:assert/strict';
import { type GuardRule, guardReply } from '../../src/agents/teacher/guard.ts';
import type { AnswerKey, Item } from '../../src/domain/curriculum/curriculum.ts';
import type { TeachingBrief } from '../../src/domain/tutoring/brief.ts';
import { plainChecker } from './plain-checker.ts';
import { makeBrief, makeItem, withheldFor } from './teaching-brief.ts';

/** What the guard dropped of a text, and what it let through. */
export function readGuarded(brief: TeachingBrief, text: string): { shown: string; rules: GuardRule[] } {
  const guard = guardReply(brief, plainChecker);
  const events = [...guard.push(text), ...guard.end()];
  return {
    shown: events.map((event) => (event.type === 'text' ? event.text : '')).join(''),
    rules: events.flatMap((event) => (event.type === 'dropped' ? [event.rule] : [])),
  };
}

export const hintFor = (item: Item, pupilWords: string[] = []): TeachingBrief =>
  makeBrief(
    { kind: 'hint', item, rung: { kind: 'pointer', text: 'Look again.' }, number: 1, of: 3 },
    { withheld: [withheldFor(item, pupilWords)] },
  );

export const keyed = (key: Partial<AnswerKey> & { answer: string }, question: string, stem = ''): Item =>
  makeItem({ question, stem, key: { kind: 'number', acceptedAnswers: [], choices: [], ...key } });

/** The guard drops it as a leak. */
export const leaks = (brief: TeachingBrief, text: string) =>
  assert.ok(readGuarded(brief, text).rules.includes('leak'), `shown: ${text}`);
/** The guard lets all of it through. */
export const passes = (brief: TeachingBrief, text: string) =>
  assert.deepEqual(readGuarded(brief, text), { shown: text, rules: [] }, text);
