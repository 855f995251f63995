import { type QueryExecutorProvider, sql } from 'kysely';
import type { DialectName } from './database-manager.ts';

const VERBS = ['update', 'delete'] as const;
const nameOf = (verb: string) => `audit_log_no_${verb}`;
const SAYS = 'the audit log is only added to';

/**
 * Has the database itself refuse every change of the audit log. On MySQL with a binary log, triggers are for users of more rights than a
 * program should have: where they are refused, the log is kept by the program alone, and `doctor` says so.
 */
export async function guardAuditLog(db: QueryExecutorProvider, dialect: DialectName): Promise<void> {
  for (const verb of VERBS) {
    const name = nameOf(verb);
    await sql.raw(`drop trigger if exists ${name}`).execute(db).catch(unlessRefused);
    const body =
      dialect === 'sqlite'
        ? `when not exists (select 1 from audit_openings) begin select raise(abort, '${SAYS}'); end`
        : `for each row if not exists (select 1 from audit_openings) then
            signal sqlstate '45000' set message_text = '${SAYS}'; end if`;
    await sql.raw(`create trigger ${name} before ${verb} on audit_log ${body}`).execute(db).catch(unlessRefused);
  }
}

/** The triggers of the audit log that the database lacks. */
export async function missingAuditTriggers(db: QueryExecutorProvider, dialect: DialectName): Promise<string[]> {
  const query =
    dialect === 'sqlite'
      ? sql<{ name: string }>`select name from sqlite_master where type = 'trigger' and tbl_name = 'audit_log'`
      : sql<{ name: string }>`select trigger_name as name from information_schema.triggers
          where trigger_schema = database() and event_object_table = 'audit_log'`;
  const there = new Set((await query.execute(db)).rows.map(({ name }) => name));
  return VERBS.map(nameOf).filter((name) => !there.has(name));
}

/** 1142: no right to make triggers; 1227 and 1419: only for who has all rights. */
const REFUSED: readonly unknown[] = [1142, 1227, 1419];

function unlessRefused(error: unknown): void {
  if (!(error instanceof Error && 'errno' in error && REFUSED.includes(error.errno))) throw error;
}
