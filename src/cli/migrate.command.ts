import { withDatabase } from '../database.ts';
import type { Command } from './command.ts';

export const migrate: Command = {
  name: 'migrate',
  summary: 'Bring the database schema up to date.',
  help: [
    'Usage: allamda migrate [--status] [--json]',
    '',
    '  --status   only say what is applied and what is pending',
    '  --json     print the answer as JSON',
  ].join('\n'),
  options: { status: { type: 'boolean' }, json: { type: 'boolean' } },
  async run(values, _positionals, { out }) {
    return withDatabase(
      async (db) => {
        if (!values.status) {
          const applied = await db.createTables();
          if (values.json) out(JSON.stringify({ applied }));
          else out(applied.length === 0 ? 'The schema is up to date.' : `Applied: ${applied.join(', ')}`);
          return 0;
        }
        const status = await db.migrationStatus();
        if (values.json) out(JSON.stringify(status));
        else {
          out(`Applied: ${status.applied.join(', ') || 'none'}`);
          out(`Pending: ${status.pending.join(', ') || 'none'}`);
        }
        return 0;
      },
      { migrate: false },
    );
  },
};
