import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everyMove, makeBrief } from '../../../../test/support/teaching-brief.ts';
import type { Catalogue, Wording } from './bilingual.ts';
import { wordMove } from './word-move.ts';
import { ANSWER_EN } from './words/answer.en.ts';
import { ANSWER_HE } from './words/answer.he.ts';
import { CONFIRM_EN } from './words/confirm.en.ts';
import { CONFIRM_HE } from './words/confirm.he.ts';
import { HELP_EN } from './words/help.en.ts';
import { HELP_HE } from './words/help.he.ts';
import { LEAD_ON_EN } from './words/lead-on.en.ts';
import { LEAD_ON_HE } from './words/lead-on.he.ts';
import { LOCATE_EN } from './words/locate.en.ts';
import { LOCATE_HE } from './words/locate.he.ts';
import { OWN_PROBLEM_EN } from './words/own-problem.en.ts';
import { OWN_PROBLEM_HE } from './words/own-problem.he.ts';
import { QUESTION_EN } from './words/question.en.ts';
import { QUESTION_HE } from './words/question.he.ts';
import { RECAP_ASK_EN } from './words/recap-ask.en.ts';
import { RECAP_ASK_HE } from './words/recap-ask.he.ts';
import { REVEAL_EN } from './words/reveal.en.ts';
import { REVEAL_HE } from './words/reveal.he.ts';
import { SESSION_EN } from './words/session.en.ts';
import { SESSION_HE } from './words/session.he.ts';
import { SMALL_TALK_EN } from './words/small-talk.en.ts';
import { SMALL_TALK_HE } from './words/small-talk.he.ts';

const CATALOGUES: [Catalogue, Catalogue][] = [
  [ANSWER_EN, ANSWER_HE],
  [CONFIRM_EN, CONFIRM_HE],
  [HELP_EN, HELP_HE],
  [LEAD_ON_EN, LEAD_ON_HE],
  [LOCATE_EN, LOCATE_HE],
  [OWN_PROBLEM_EN, OWN_PROBLEM_HE],
  [QUESTION_EN, QUESTION_HE],
  [RECAP_ASK_EN, RECAP_ASK_HE],
  [REVEAL_EN, REVEAL_HE],
  [SESSION_EN, SESSION_HE],
  [SMALL_TALK_EN, SMALL_TALK_HE],
];

/** Every wording of a catalogue by its name. */
function wordings(catalogue: Catalogue, at = ''): [string, Wording][] {
  return Object.entries(catalogue).flatMap(([name, entry]): [string, Wording][] => {
    const path = `${at}${name}`;
    return isWording(entry) ? [[path, entry]] : wordings(entry, `${path}.`);
  });
}
const isWording = (entry: Catalogue[string]): entry is Wording => Array.isArray(entry.plain);
const placeholders = (texts: readonly string[]) => [...new Set(texts.join(' ').match(/\{\w+\}/g))].toSorted();

test('whatever the tutor can say in English it can say in Hebrew, in as many ways and with the same things named', () => {
  for (const [english, hebrew] of CATALOGUES) {
    const inHebrew = new Map(wordings(hebrew));
    assert.deepEqual(
      [...inHebrew.keys()],
      wordings(english).map(([name]) => name),
    );
    for (const [name, { plain, gentle = [] }] of wordings(english)) {
      const other = inHebrew.get(name);
      assert.ok(
        other && other.plain.length >= Math.min(plain.length, name === 'HOW_TO_ANSWER.text' ? 3 : plain.length),
        name,
      );
      assert.ok((other.gentle ?? []).length >= gentle.length, `${name}, gently`);
      assert.deepEqual(
        placeholders([...other.plain, ...(other.gentle ?? [])]),
        placeholders([...plain, ...gentle]),
        name,
      );
    }
  }
});

test('to a pupil of Hebrew the tutor’s own words are Hebrew, and they are neither for a boy nor for a girl', () => {
  for (const [, hebrew] of CATALOGUES)
    for (const [name, { plain, gentle = [] }] of wordings(hebrew))
      for (const text of [...plain, ...gentle]) {
        assert.doesNotMatch(text.replace(/\{\w+\}|“End session”|[\d(][^א-ת]*/g, ''), /[a-wyz]{2}/i, `${name}: ${text}`);
        assert.doesNotMatch(
          text.replaceAll('״אני מוותר״', ''),
          /(?<!\p{L})(?:אתה|כתוב את|כתבי|נסי|נסה|בדוק|בדקי|שלח|שלחי|תנסה|תנסי|תכתוב|תכתבי|יודע|רוצה ש)(?!\p{L})/u,
          `${name}: ${text}`,
        );
      }
});

test('in Hebrew it is said once that the questions of the course are in English', () => {
  for (const move of everyMove()) {
    const first = wordMove(makeBrief(move, { language: 'he' }));
    const later = wordMove(makeBrief(move, { language: 'he', lastReplies: [first] }));
    assert.doesNotMatch(later, /כתובים באנגלית/);
    if (move.kind === 'welcome' && move.pose) assert.match(first, /כתובים באנגלית/);
    assert.match(first, /\p{Script=Hebrew}/u, move.kind);
  }
});
