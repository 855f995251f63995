import { buildWorkbench } from '../app.ts';
import { withDatabase } from '../database.ts';
import { readAccount } from '../domain/people/account-fields.ts';
import type { FirstSchool } from '../services/setup/setup.service.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';
import { tellAccounts, textsOf } from './user.command.ts';

const HELP = [
  'Usage: allamda setup --school NAME --region NAME --manager "First Last" [options]',
  '',
  'Makes the first school of an empty database: regions, subjects with their teacher agents, the school and its manager. Each person gets',
  'a one-time link to set a password. What is left out is asked for, where there is a terminal.',
  '',
  '  --school NAME             the name of the school',
  '  --region NAME             its region, for example north',
  '  --manager "First Last"    who manages the school; --manager-email ADDRESS',
  '  --supervisor "First Last" a regional supervisor; --supervisor-email ADDRESS, --subjects A,B',
  '  --origin URL              what the links begin with, for example https://school.example',
  '  --json                    one line of JSON for each account',
].join('\n');

const ASKED = [
  ['school', 'The name of the school:'],
  ['region', 'Its region (north, haifa, center, tel aviv, jerusalem, south, or another):'],
  ['manager', 'First and last name of its manager:'],
] as const;

export const setup: Command = {
  name: 'setup',
  summary: 'Make the first school and its people in an empty database.',
  help: HELP,
  options: {
    school: { type: 'string' },
    region: { type: 'string' },
    manager: { type: 'string' },
    'manager-email': { type: 'string' },
    supervisor: { type: 'string' },
    'supervisor-email': { type: 'string' },
    subjects: { type: 'string' },
    origin: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(values, _positionals, context) {
    const wishes = readSetup(await complete(textsOf(values), context));
    return withDatabase(async (db, config) => {
      const made = await buildWorkbench({ config, db }).services.setup.setUp(wishes);
      tellAccounts(made, { origin: values.origin, json: values.json === true, config }, context);
      return 0;
    });
  },
};

type Texts = Record<string, string | undefined>;

/** Asks for what is missing; without a terminal everything that is missing is named at once. */
async function complete(given: Texts, { ask }: CommandContext): Promise<Texts> {
  const found = { ...given };
  for (const [name, question] of ASKED) found[name] ||= (await ask(question)) ?? '';
  const missing = ASKED.filter(([name]) => (found[name] ?? '').trim() === '').map(([name]) => `--${name}`);
  if (missing.length > 0) throw new UsageError(`Missing: ${missing.join(', ')}.\n\n${HELP}`);
  return found;
}

function readSetup(texts: Texts): FirstSchool {
  const school = (texts.school ?? '').trim();
  const region = (texts.region ?? '').trim().toLowerCase();
  const of = (who: 'manager' | 'supervisor', more: Texts) => {
    const words = (texts[who] ?? '').trim().split(/\s+/);
    const [first = '', ...rest] = words;
    const read = readAccount({
      'first-name': first,
      'last-name': rest.join(' '),
      email: texts[`${who}-email`],
      ...more,
    });
    if (!read.ok) throw new UsageError(`--${who}: ${read.problems.join('\n')}`);
    return read.account;
  };
  const supervised = { role: 'regional supervisor', regions: region, subjects: texts.subjects ?? 'math' };
  return {
    school,
    region,
    manager: of('manager', { role: 'school manager', school }),
    supervisor: texts.supervisor ? of('supervisor', supervised) : null,
  };
}
