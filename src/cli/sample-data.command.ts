import { withDatabase } from '../database.ts';
import { populateSampleRegion } from '../sample-region.ts';
import { type Command, type CommandContext, type OptionValues, wholeNumber } from './command.ts';

export const sampleData: Command = {
  name: 'sample-data',
  summary: 'Fill an empty database with a small region to look around in.',
  help: [
    'Usage: allamda sample-data [--clear [--yes]] [--seed N] [--students N] [--days N] [--json]',
    '',
    'Two schools with their people, eight courses, tests, a history of study sessions by simulated pupils, and what everybody did besides.',
    '',
    '  --clear             empty the whole database first; asks on a terminal',
    '  --yes               do not ask',
    '  --seed N            0 to 2147483648 (default 1); the same seed gives the same region',
    '  --students N        pupils of both schools together, 3 to 2000 (default 40)',
    '  --days N            days of history, 1 to 365 (default 90)',
    '  --json              print {"logins": [{role, username, password, name}]} as the last line',
    '  --allow-production  make these accounts, whose passwords everybody knows, where NODE_ENV is production',
  ].join('\n'),
  options: {
    clear: { type: 'boolean' },
    yes: { type: 'boolean' },
    seed: { type: 'string' },
    students: { type: 'string' },
    days: { type: 'string' },
    json: { type: 'boolean' },
    'allow-production': { type: 'boolean' },
  },
  async run(values, _positionals, context) {
    const wishes = {
      seed: wholeNumber(values, 'seed', [0, 2 ** 31], 1),
      students: wholeNumber(values, 'students', [3, 2000], 40),
      days: wholeNumber(values, 'days', [1, 365], 90),
      clearExisting: values.clear === true,
    };
    return withDatabase(async (db, { production }) => {
      const refused = (production && refusedInProduction(values)) || (await notConfirmed(values, context));
      if (refused) {
        context.err(refused);
        return 1;
      }
      const { logins } = await populateSampleRegion(db, { ...wishes, onProgress: context.err });
      if (values.json) {
        context.out(JSON.stringify({ logins }));
        return 0;
      }
      for (const { role, username, password, name } of logins) {
        context.out(`${username.padEnd(8)}${password.padEnd(22)}${name}, ${role}`);
      }
      return 0;
    });
  },
};

function refusedInProduction(values: OptionValues): string | null {
  if (values['allow-production']) return null;
  return 'The passwords of sample accounts are known to everybody, so they are not made in production. With --allow-production they are.';
}

/** Null when the database may be emptied, or need not be. Where there is no terminal, --clear itself is the answer. */
async function notConfirmed(values: OptionValues, context: CommandContext): Promise<string | null> {
  if (!values.clear || values.yes) return null;
  const answer = await context.ask('This deletes everything in the database. Type "yes" to go on:');
  return answer === null || answer.trim().toLowerCase() === 'yes' ? null : 'Nothing was changed.';
}
