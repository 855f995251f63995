import { buildWorkbench } from '../app.ts';
import { ConfigError } from '../config.ts';
import { withDatabase } from '../database.ts';
import type { Command } from './command.ts';

export const doctor: Command = {
  name: 'doctor',
  summary: 'Say what is wrong with this installation, if anything is.',
  help: 'Usage: allamda doctor [--json]\n\nChecks settings, database, schema, queue, agents and the model. Changes nothing. Exit 1 when something is wrong.',
  options: { json: { type: 'boolean' } },
  async run(values, _positionals, { out }) {
    const checks = await examine();
    if (values.json) out(JSON.stringify({ ok: checks.every((check) => check.ok), checks }));
    else for (const check of checks) out(`${check.ok ? 'ok   ' : 'WRONG'}  ${check.what}: ${check.found}`);
    return checks.every((check) => check.ok) ? 0 : 1;
  },
};

interface Check {
  what: string;
  ok: boolean;
  found: string;
}

async function examine(): Promise<Check[]> {
  try {
    return await withDatabase(async (db, config) => buildWorkbench({ config, db }).services.health.examine(), {
      migrate: false,
    });
  } catch (error) {
    const what = error instanceof ConfigError ? 'settings' : 'database';
    return [{ what, ok: false, found: error instanceof Error ? error.message : String(error) }];
  }
}
