import { stringify } from 'csv-stringify/sync';
import { writeArchive } from '../../data/archives/write-archive.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { DirectoryRepo } from '../../data/people/directory.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { ExternalIdRepo } from '../../data/roster/external-id.repo.ts';
import type { SnapshotRepo } from '../../data/roster/snapshot.repo.ts';
import { toCsvTables } from '../../domain/roster/export/csv-tables.ts';
import { toOneRosterTables } from '../../domain/roster/export/one-roster-tables.ts';
import type { SchoolPeople } from '../../domain/roster/export/school-people.ts';
import { guardedCell } from '../../domain/roster/formula-guard.ts';
import type { KnownPerson } from '../../domain/roster/plan/snapshot.ts';
import type { RosterFormat } from '../../domain/roster/roster.ts';
import type { Clock } from '../../shared/instant.ts';

export interface PeopleExportDeps {
  snapshots: SnapshotRepo;
  directory: DirectoryRepo;
  externalIds: ExternalIdRepo;
  users: UserRepo;
  audit: AuditRepo;
  clock: Clock;
}

/** Writes the people of a school into files that can be brought in again. */
export class PeopleExportService {
  readonly #deps: PeopleExportDeps;

  constructor(deps: PeopleExportDeps) {
    this.#deps = deps;
  }

  /**
   * A zip of CSV files: in our own form, or as OneRoster 1.2. No cell begins like a formula. Of parents whom another
   * school keeps it holds the name and the links alone. It is noted in the audit log.
   * `actorId` is null for the command.
   */
  async exportPeople(schoolId: number, format: RosterFormat, actorId: number | null): Promise<Buffer> {
    const { snapshots, directory, externalIds, users, audit, clock } = this.#deps;
    const reached = [schoolId];
    const all = await snapshots.listPeople({ schoolIds: reached, andParentsOfNone: false });
    const parents = all.filter(({ role }) => role === 'parent').map(({ id }) => id);
    const kept = await directory.keptParents(schoolId, parents);
    const isOurs = ({ role, id }: KnownPerson) => role !== 'parent' || kept.has(id);
    const people = all.map((one) => (isOurs(one) ? one : { ...one, email: null, birthDate: null, phones: [] }));
    const data: SchoolPeople = {
      school: await users.getSchool(schoolId),
      people,
      classes: await snapshots.listClasses(reached),
      members: await snapshots.listMembers(reached),
      links: await snapshots.listLinks(reached),
      externalIds: await externalIds.idsOfUsers(
        format,
        people.map(({ id }) => id),
        schoolId,
      ),
    };
    const now = clock.now();
    await audit.add({ actorId, action: 'export people', schoolId, details: { format, people: people.length }, now });
    const tables = format === 'csv' ? toCsvTables(data) : toOneRosterTables(data);
    return writeArchive(tables.map(({ file, rows }) => ({ name: file, bytes: Buffer.from(toText(rows, format)) })));
  }
}

/** Spreadsheets look for the mark of UTF-8; the standard wants none. */
function toText(rows: readonly string[][], format: RosterFormat): string {
  return stringify(
    rows.map((row) => row.map(guardedCell)),
    { record_delimiter: 'windows', bom: format === 'csv' },
  );
}
