import { buildWorkbench } from '../app.ts';
import { restoreInto } from '../database.ts';
import { type Command, UsageError } from './command.ts';

export const restore: Command = {
  name: 'restore',
  summary: 'Put what a backup holds in place of what is in the database.',
  help: [
    'Usage: allamda restore <file> [--force] [--json]',
    '',
    '  --force   also where the database holds people: they are replaced',
    '',
    'The file is checked first; one that is damaged, or newer than this program, is refused, and nothing is changed. An older one is',
    'brought up to date. Whoever was erased since is erased again, from the ledger of erasures. Letters that waited in the backup are',
    'not sent: they may have been since. Stop the server before.',
  ].join('\n'),
  options: { force: { type: 'boolean' }, json: { type: 'boolean' } },
  async run(values, [file, ...more], { out, err }) {
    if (file === undefined || more.length > 0) throw new UsageError('Say what: allamda restore <file>.');
    try {
      const { restored, erased } = await restoreInto(file, values.force === true, (db, config) =>
        buildWorkbench({ config, db }).replayErasures(),
      );
      const { header, rows, migrated, held } = restored;
      if (values.json) out(JSON.stringify({ file, made: header.made, rows, migrated, erased, held }));
      else {
        out(`Restored ${rows} rows from the backup of ${header.made}.`);
        out(migrated.length === 0 ? 'The schema was up to date.' : `Brought up to date: ${migrated.join(', ')}.`);
        out(erased === 0 ? 'Nobody had to be erased again.' : `Erased again, from the ledger: ${erased}.`);
        out(held === 0 ? 'No letter was waiting.' : `Letters that waited in the backup and are not sent: ${held}.`);
      }
      return 0;
    } catch (error) {
      const message = `Nothing was restored: ${error instanceof Error ? error.message : String(error)}`;
      if (values.json) out(JSON.stringify({ error: { message } }));
      else err(message);
      return 1;
    }
  },
};
