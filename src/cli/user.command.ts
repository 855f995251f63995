import { buildWorkbench } from '../app.ts';
import type { Config } from '../config.ts';
import { withDatabase } from '../database.ts';
import { readAccount } from '../domain/people/account-fields.ts';
import type { MadeAccount } from '../services/setup/setup.service.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';

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

export const createUser: Command = {
  name: 'user create',
  summary: 'Make an account and a one-time link for it.',
  help: [
    'Usage: allamda user create --role ROLE --first-name NAME --last-name NAME [options]',
    '',
    'Makes an account without a password and prints a one-time link, with which the person sets one. The link works once, for seven days.',
    '',
    '  --role ROLE         student, parent, class-manager, school-manager or regional-supervisor',
    '  --first-name NAME   and --last-name NAME',
    '  --username NAME     made from the name where it is left out',
    '  --email ADDRESS     left out where there is none',
    '  --school NAME       everybody but a supervisor; a school manager gets a school that has none yet',
    '  --subjects A,B      and --regions A,B: what a regional supervisor looks after',
    '  --origin URL        what the link begins with, for example https://school.example',
    '  --json              {id, role, name, username, link, expiresAt} on one line',
  ].join('\n'),
  options: {
    role: { type: 'string' },
    'first-name': { type: 'string' },
    'last-name': { type: 'string' },
    username: { type: 'string' },
    email: { type: 'string' },
    school: { type: 'string' },
    subjects: { type: 'string' },
    regions: { type: 'string' },
    origin: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(values, _positionals, context) {
    const read = readAccount(textsOf(values));
    if (!read.ok) throw new UsageError(read.problems.join('\n'));
    return withDatabase(async (db, config) => {
      const made = await buildWorkbench({ config, db }).services.setup.createAccount(read.account);
      tellAccounts([made], { origin: values.origin, json: values.json === true, config }, context);
      return 0;
    });
  },
};

/** The options that hold a text. */
export function textsOf(values: Record<string, unknown>): Record<string, string | undefined> {
  const texts = Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  return Object.fromEntries(texts);
}

/** Prints new accounts with their one-time links: the only time that these are shown. */
export function tellAccounts(
  made: readonly MadeAccount[],
  { origin, json, config }: { origin: unknown; json: boolean; config: Pick<Config, 'host' | 'port'> },
  { out }: Pick<CommandContext, 'out'>,
): void {
  const host = /^(127\.|0\.0\.0\.0$|::1?$)/.test(config.host) ? 'localhost' : config.host;
  const start = typeof origin === 'string' ? origin.replace(/\/+$/, '') : `http://${host}:${config.port}`;
  for (const { token, expiresAt, ...account } of made) {
    const link = `${start}/welcome/${token}`;
    const until = new Date(expiresAt).toISOString();
    if (json) out(JSON.stringify({ ...account, link, expiresAt: until }));
    else
      out(
        `${account.name}, ${account.role}\n  username: ${account.username}\n  set a password (once, until ${until}): ${link}`,
      );
  }
}
