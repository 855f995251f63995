import { dirname, relative, resolve, sep } from 'node:path';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { SafeguardRepo } from '../../data/safety/safeguard.repo.ts';
import type { Finding } from './health.service.ts';

export interface InstallationDeps {
  db: DatabaseManager;
  safeguards: SafeguardRepo;
  /** Says what the program to print with calls itself, and throws where it does not start; null: none is configured. */
  printer: (() => Promise<string>) | null;
  /** Where the ledger of erasures is; null: it has no place. */
  erasureLedger: string | null;
  /** Where backups are written; null: nowhere by themselves. */
  backupFolder: string | null;
}

/** What no page shows while it is wrong: that the audit log can be changed, alerts reach nobody, the ledger is lost with the backups. */
export async function examineInstallation(deps: InstallationDeps): Promise<Finding[]> {
  return [await auditLog(deps), await safeguarding(deps), ledger(deps), ...(await printing(deps))];
}

async function auditLog({ db }: InstallationDeps): Promise<Finding> {
  const missing = await db.missingAuditTriggers();
  const found =
    missing.length === 0
      ? 'the database lets nobody change it'
      : `whoever may write to the database can change it: triggers are missing (${missing.join(', ')}). The next start makes them, once the user of the database has the right to (TRIGGER, and on MySQL log_bin_trust_function_creators)`;
  return { what: 'audit log', ok: missing.length === 0, found };
}

const NAMED_AT_ONCE = 5;

async function safeguarding({ safeguards }: InstallationDeps): Promise<Finding> {
  const without = await safeguards.schoolsWithoutAnybody();
  if (without.length === 0) return { what: 'alerts', ok: true, found: 'every school has named who is told' };
  const listed = without
    .slice(0, NAMED_AT_ONCE)
    .map(({ name, hasManager }) => `${name}${hasManager ? '' : ' (has no manager either)'}`);
  const more = without.length > NAMED_AT_ONCE ? ` and ${without.length - NAMED_AT_ONCE} more` : '';
  const found = `nobody is named at ${listed.join(', ')}${more}: they go to class and school managers alone`;
  return { what: 'alerts', ok: without.every(({ hasManager }) => hasManager), found };
}

function ledger({ erasureLedger, backupFolder }: InstallationDeps): Finding {
  if (erasureLedger === null) {
    return { what: 'erasures', ok: true, found: 'no ledger: the database is in memory' };
  }
  const way = backupFolder === null ? '..' : relative(resolve(backupFolder), resolve(dirname(erasureLedger)));
  const isInside = way !== '..' && !way.startsWith(`..${sep}`);
  const found = isInside
    ? `the ledger ${erasureLedger} lies in the folder of the backups: whoever loses these loses it too, and an old backup brings people back. Set ERASURE_LEDGER to another place`
    : `the ledger is ${erasureLedger}`;
  return { what: 'erasures', ok: !isInside, found };
}

async function printing({ printer }: InstallationDeps): Promise<Finding[]> {
  if (printer === null) return [];
  try {
    return [{ what: 'printing', ok: true, found: await printer() }];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [{ what: 'printing', ok: false, found: `CHROMIUM_PATH does not start: ${why}` }];
  }
}
