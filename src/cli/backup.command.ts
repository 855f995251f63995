import { withDatabase } from '../database.ts';
import { type Command, UsageError } from './command.ts';

export const backup: Command = {
  name: 'backup',
  summary: 'Write everything in the database into one file, while it is used.',
  help: [
    'Usage: allamda backup <file to write> [--json]',
    '',
    'One state of the database, whatever is written meanwhile; SQLite or MySQL, and it can be restored into either. The file is there',
    'whole or not at all. It holds everything that is stored of people: keep it like that. The ledger of erasures is not in it.',
    '',
    'Example: allamda backup /mnt/backups/monday.backup',
  ].join('\n'),
  options: { json: { type: 'boolean' } },
  async run(values, [file, ...more], { out, err }) {
    if (file === undefined || more.length > 0) throw new UsageError('Say where: allamda backup <file to write>.');
    return withDatabase(
      async (db) => {
        try {
          const written = await db.backUp(file, Date.now());
          if (values.json) out(JSON.stringify({ file, ...written }));
          else out(`${file}: ${written.rows} rows of ${written.tables} tables, ${written.bytes} bytes.`);
          return 0;
        } catch (error) {
          const message = `No backup was written: ${error instanceof Error ? error.message : String(error)}`;
          if (values.json) out(JSON.stringify({ error: { message } }));
          else err(message);
          return 1;
        }
      },
      { migrate: false },
    );
  },
};
