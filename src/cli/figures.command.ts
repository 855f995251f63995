import { buildWorkbench } from '../app.ts';
import { withDatabase } from '../database.ts';
import { type Command, UsageError } from './command.ts';

export const figures: Command = {
  name: 'figures',
  summary: 'Hold the figures of all pages against a recount, or count them anew.',
  help: [
    'Usage: allamda figures --verify [--json]',
    '       allamda figures --rebuild',
    '',
    'Figures are added up from one row for each part in a session, each released test and each day of model calls.',
    '--verify   compares every such row with a recount from raw rows, and changes nothing; exit 1 where one differs',
    '--rebuild  counts every row anew; safe beside the running server',
  ].join('\n'),
  options: { verify: { type: 'boolean' }, rebuild: { type: 'boolean' }, json: { type: 'boolean' } },
  async run(values, _positionals, { out }) {
    if (Boolean(values.verify) === Boolean(values.rebuild)) throw new UsageError('Say one: --verify or --rebuild.');
    return withDatabase(async (db, config) => {
      const { figuresCheck } = buildWorkbench({ config, db }).services;
      if (values.rebuild) {
        await figuresCheck.rebuild();
        out('All figures are counted anew.');
        return 0;
      }
      const found = await figuresCheck.verify();
      const ok = found.every(({ wrong }) => wrong.length === 0);
      if (values.json) out(JSON.stringify({ ok, found }));
      for (const { what, rows, wrong } of values.json ? [] : found) {
        out(`${wrong.length === 0 ? 'ok   ' : 'WRONG'}  ${what}: ${rows} rows`);
        for (const one of wrong) out(`       ${one}`);
      }
      return ok ? 0 : 1;
    });
  },
};
