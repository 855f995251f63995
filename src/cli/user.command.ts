import { buildWorkbench } from '../app.ts';
import { withDatabase } from '../database.ts';
import { type Command, UsageError } from './command.ts';

export const resetPassword: Command = {
  name: 'user reset-password',
  summary: 'Give a person a new password.',
  help: [
    'Usage: allamda user reset-password <username> [--json]',
    '',
    'Makes a new password, prints it once, and logs the person out everywhere.',
  ].join('\n'),
  options: { json: { type: 'boolean' } },
  async run(values, [username], { out }) {
    if (username === undefined) throw new UsageError('Say whose: allamda user reset-password <username>.');
    return withDatabase(async (db, config) => {
      const password = await buildWorkbench({ config, db }).services.accounts.resetPassword(username);
      out(values.json ? JSON.stringify({ username, password }) : `The new password of ${username}: ${password}`);
      return 0;
    });
  },
};
