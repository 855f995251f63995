import { createHash } from 'node:crypto';
import { AppError } from '../../domain/errors/app-error.ts';
import type { describePlan, RosterReport } from '../../domain/roster/report.ts';
import type { Table } from '../../domain/roster/table.ts';
import type { PeopleImportRequest } from './people-import.service.ts';

/** A hash of all that a plan does. */
export function fingerprintOf(described: ReturnType<typeof describePlan>): string {
  return createHash('sha256').update(JSON.stringify(described)).digest('base64url');
}

/** Throws `invalid-input` for more rows than somebody who waits for it would wait for. */
export function refuseMore(tables: readonly Table[], most = Number.POSITIVE_INFINITY): void {
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  if (rows <= most) return;
  const [read, allowed] = [rows, most].map((count) => count.toLocaleString('en'));
  const message = `Read ${read} rows; allowed are ${allowed} on this page. Send it in parts, none of them marked as holding everybody, or have the command “allamda import people” take all of it.`;
  throw new AppError('invalid-input', 'too-many-rows', message);
}

/** Throws `conflict` for what is not what was looked at, and for a large change that nobody confirmed. */
export function refuseSurprises(report: RosterReport, { confirmLargeChange, fingerprint }: PeopleImportRequest): void {
  if (fingerprint !== null && fingerprint !== report.fingerprint) {
    throw new AppError(
      'conflict',
      'changed-meanwhile',
      'People have changed since you looked. Look again at what would happen now.',
    );
  }
  if (report.large.length === 0 || confirmLargeChange) return;
  const lines = report.large.map(
    ({ school, touched, of }) => `${school}: ${touched} of ${of} people would change or be disabled.`,
  );
  const message = [
    'Nothing was imported: that is more than half of a school.',
    ...lines,
    'If it is right, confirm the large change.',
  ];
  throw new AppError('conflict', 'large-change', message.join('\n'), { details: { large: report.large } });
}
