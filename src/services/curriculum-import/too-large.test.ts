import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { fiveProblems, makeFolder } from '../../../test/support/oatutor-folder.ts';
import { item1, v1 } from '../../../test/support/qti-files.ts';
import { checkDraft } from '../../domain/curriculum/check-draft.ts';
import { createAnswerChecker } from '../../domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../domain/tutoring/answer-checking/math-engine.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';
import { findFormat } from './formats.ts';
import type { FormatId, ImportSource } from './import-format.ts';

let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

async function read(format: FormatId, source: ImportSource) {
  const course = format === 'oatutor' ? {} : ({ name: 'Numbers', subject: 'math', gradeLevel: '7th' } as const);
  const result = await findFormat(format)?.read(source, { checker, ...course });
  assert.ok(result);
  const problems = result.draft.courses.flatMap(({ units }) => units.flatMap((unit) => unit.problems));
  assert.deepEqual(checkDraft(result.draft), [], 'what is left can be saved');
  return { notTaken: result.notTaken, taken: problems.length };
}

const file = (fileName: string, text: string): ImportSource => ({ kind: 'file', fileName, bytes: Buffer.from(text) });
const LONG = `None of ${'these '.repeat(400)}`.trim();
const SAID = new RegExp(`^its choice b, “None of .*…”, has ${LONG.length} characters; allowed are 2000$`);

test('a choice that is too long keeps its question out, and no other, whichever the format', async (t) => {
  const gift = file('a.gift', `::One::Two and two?{=4 ~5}\n\n::Two::Three and three?{=6 ~${LONG}}`);
  const csv = file(
    'a.csv',
    `unit,question,answer,choice a,choice b\nSums,Two and two?,a,4,5\nSums,Three?,a,6,${LONG}\n`,
  );
  const items = item1({ ident: 'q1' }) + item1({ ident: 'q2', text: 'Three?', choices: { a: '6', b: LONG } });
  const qti = file('a.xml', v1(`<assessment ident="a" title="A"><section ident="s">${items}</section></assessment>`));
  const choices = { problemType: 'MultipleChoice', choices: ['six', LONG], stepAnswer: ['six'] };
  const path = makeFolder(t, { ...fiveProblems('a'), b1: { steps: [{ step: choices }] } });
  const sources: [FormatId, ImportSource, number][] = [
    ['gift', gift, 1],
    ['csv', csv, 1],
    ['qti', qti, 1],
    ['oatutor', { kind: 'folder', path }, 5],
  ];
  for (const [format, source, others] of sources) {
    const { notTaken, taken } = await read(format, source);
    assert.equal(taken, others, format);
    assert.equal(notTaken.length, 1, format);
    assert.match(notTaken[0]?.reason ?? '', SAID, format);
    assert.notEqual(notTaken[0]?.id, '', format);
  }
});
