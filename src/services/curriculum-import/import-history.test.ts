import assert from 'node:assert/strict';
import { databaseTest } from '../../../test/support/databases.ts';
import { unitDraft } from '../../../test/support/factory.ts';
import { course, problem, qa, run, stored } from '../../../test/support/import-drafts.ts';
import { PublicationRepo } from '../../data/curriculum/editing/publication.repo.ts';
import { compareContent } from '../../domain/curriculum/editing/compare-content.ts';

databaseTest('the history of a course shows what an import changed, before and after', async (db) => {
  const before = course([
    problem('a', [qa(), qa({ question: 'And twice that?', answer: '14' })]),
    problem('b', [qa({ question: 'Same?' })]),
  ]);
  await run(db, [before]);
  const [unit] = before.units;
  assert.ok(unit);
  const after = course([], {
    level: 5,
    units: [
      {
        ...unit,
        weight: 0.25,
        problems: [
          problem('a', [qa({ answer: '8' })]),
          problem('b', [qa({ question: 'Same?' })]),
          problem('new', [qa({ question: 'New?' })]),
        ],
      },
      unitDraft('Later', 0),
    ],
  });
  await run(db, [after]);
  const publications = new PublicationRepo(db);
  const { id } = await stored(db);
  const [last, first] = await publications.list(id, { limit: 10 });
  assert.deepEqual(await publications.changesOf(first?.id ?? 0, 10), { changes: [], all: 0 });
  const { changes, all } = await publications.changesOf(last?.id ?? 0, 100);
  const told = changes.map((change) => [
    change.kind,
    change.name,
    compareContent(change.before, change.after).map((one) => [one.field, one.before, one.after]),
  ]);
  assert.equal(all, 5);
  assert.deepEqual(told.slice(0, 2), [
    ['course', 'Numbers', [['level', String(before.level), '5']]],
    ['unit', 'Adding', [['weight', String(unit.weight), '0.25']]],
  ]);
  assert.deepEqual(
    told.slice(2).map(([kind, name]) => [kind, name]),
    [
      ['unit', 'Later'],
      ['order', 'Numbers'],
      ['problem', 'How much is 3 + 4?'],
    ],
  );
  const fields = JSON.stringify(told[4]);
  assert.match(fields, /\["answer","7","8"\]/);
  assert.match(fields, /\["question","And twice that\?",null\]/);
  assert.deepEqual((await publications.changesOf(last?.id ?? 0, 2)).all, 5);
});
