import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { actorOf, problemContent, publishAll, supervisedSchool } from '../../../test/support/curriculum.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { courseDraft, unitDraft } from '../../../test/support/factory.ts';
import { png, sizedPng } from '../../../test/support/png.ts';
import { CurriculumWriterRepo } from '../../data/curriculum/curriculum-writer.repo.ts';

databaseTest(
  'a question gets other pictures, and whoever was asked before sees the one that was asked',
  async (db, t) => {
    const { courseId, ruth } = await supervisedSchool(db);
    const app = await startTestApp(t, db);
    const { curriculumEditor: editor, curriculumPublishing: publishing, figureUploads, banks } = app.services;
    const actor = await actorOf(app, ruth);
    const take = async (bytes: Uint8Array) => {
      const taken = await figureUploads.take(actor, bytes);
      assert.ok(taken.outcome === 'taken');
      return taken.hash;
    };
    const [red, blue] = [await take(png(200)), await take(png(10))];
    assert.equal(await take(png(200)), red, 'the same picture is kept once');
    const item = async () => (await banks.bankOf(courseId)).items.find(({ unitName }) => unitName === 'Adding');
    const first = await item();
    assert.ok(first);
    const change = async (figures: { hash: string; alt: string }[]) => {
      const opened = await editor.openById(actor, 'problem', first.problemId);
      const draft = { kind: 'problem', content: { ...opened.content, figures } } as const;
      assert.deepEqual(await editor.save(actor, opened.place, opened.token, draft), { outcome: 'saved' });
      await publishAll(app, actor, courseId);
      return item();
    };
    const figures = [
      { hash: red, alt: 'A red field' },
      { hash: blue, alt: 'A blue field' },
    ];
    const second = await change(figures);
    assert.deepEqual(
      second?.figures.map(({ hash, alt }) => ({ hash, alt })),
      figures,
    );
    assert.notEqual(second?.revisionId, first.revisionId);
    const third = await change([{ hash: blue, alt: 'A blue field' }]);
    const asked = async (revision: number | undefined) =>
      (await banks.itemOf(await banks.bankOf(courseId), revision ?? 0))?.figures.map(({ alt }) => alt);
    assert.deepEqual(await asked(first.revisionId), [], 'there was none then');
    assert.deepEqual(await asked(second?.revisionId), ['A red field', 'A blue field']);
    assert.deepEqual(await asked(third?.revisionId), ['A blue field']);

    const { entries } = await publishing.problemHistory(actor, first.problemId);
    assert.deepEqual(
      entries[0]?.change.differences.map(({ field, index, before, after }) => ({ field, index, before, after })),
      [
        { field: 'figures', index: 1, before: `${red} A red field`, after: `${blue} A blue field` },
        { field: 'figures', index: 2, before: `${blue} A blue field`, after: null },
      ],
    );
    const earlier = await publishing.earlierState(actor, first.problemId, entries[0]?.change.id ?? 0, 'before');
    assert.deepEqual(earlier.figures, figures);
  },
);

databaseTest('pictures without words, without a file or that nobody sent are named, each at its row', async (db, t) => {
  const { courseId, ruth } = await supervisedSchool(db);
  const app = await startTestApp(t, db);
  const actor = await actorOf(app, ruth);
  const { figureUploads, curriculumEditor: editor } = app.services;
  const taken = await figureUploads.take(actor, png(1));
  assert.ok(taken.outcome === 'taken');
  const figures = [
    { hash: taken.hash, alt: '' },
    { hash: '', alt: 'A circle' },
    { hash: 'f'.repeat(64), alt: 'Never sent' },
  ];
  const content = problemContent('Adding', { figures });
  const made = await editor.create(actor, courseId, { kind: 'problem', content });
  assert.ok(made.outcome === 'problems');
  assert.deepEqual(made.problems, [
    { field: 'figure0.alt', problem: 'Say what the picture shows, for those who cannot see it.' },
    { field: 'figure1', problem: 'Choose a picture, or empty its description.' },
    { field: 'figure2', problem: 'This picture is not here any more.' },
  ]);
  for (const [bytes, problem] of [
    [
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      /no PNG, JPEG, GIF or WebP/,
    ],
    [Buffer.concat([png(1), Buffer.alloc(2 * 1024 * 1024)]), /larger than 2 MB/],
    [Buffer.alloc(0), /no PNG/],
    [sizedPng(60_000, 60_000), /more than 16 million pixels/],
  ] as const) {
    const refused = await figureUploads.take(actor, bytes);
    assert.ok(refused.outcome === 'refused');
    assert.match(refused.problem, problem);
  }
});

databaseTest(
  'an import brings a question another picture, and whoever was asked before sees the old one',
  async (db, t) => {
    const { make } = await supervisedSchool(db);
    const app = await startTestApp(t, db);
    const { banks } = app.services;
    const draft = (bytes: Uint8Array) => {
      const unit = unitDraft('Angles', 1);
      const problems = unit.problems.map((problem) => ({
        ...problem,
        figures: [{ fileName: 'angle.png', mediaType: 'image/png', alt: 'An angle', bytes }],
      }));
      return courseDraft({ name: 'Angles', units: [{ ...unit, problems }] });
    };
    const courseId = await make.course(draft(png(1)));
    const [first] = (await banks.bankOf(courseId)).items;
    await new CurriculumWriterRepo(db).saveCourses([draft(png(2))], 'tests', Date.UTC(2026, 0, 6));
    const bank = await banks.bankOf(courseId);
    const [second] = bank.items;
    const before = await banks.itemOf(bank, first?.revisionId ?? 0);
    assert.equal(before?.figures[0]?.hash, first?.figures[0]?.hash);
    assert.notEqual(second?.figures[0]?.hash, first?.figures[0]?.hash);
    assert.notEqual(second?.revisionId, first?.revisionId);
  },
);
