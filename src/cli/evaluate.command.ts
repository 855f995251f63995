import { buildWorkbench } from '../app.ts';
import { withDatabase } from '../database.ts';
import { type Command, UsageError } from './command.ts';

export const evaluate: Command = {
  name: 'evaluate',
  summary: 'Evaluate the sessions that wait for it.',
  help: [
    'Usage: allamda evaluate --pending [--json]',
    '',
    'Does now what the running server does by itself. Safe beside it: each session is evaluated once.',
  ].join('\n'),
  options: { pending: { type: 'boolean' }, json: { type: 'boolean' } },
  async run(values, _positionals, { out }) {
    if (!values.pending) throw new UsageError('Say what to evaluate: --pending.');
    return withDatabase(async (db, config) => {
      const done = await buildWorkbench({ config, db }).worker.runDue();
      out(values.json ? JSON.stringify({ done }) : `${done} ${done === 1 ? 'job' : 'jobs'} done.`);
      return 0;
    });
  },
};
