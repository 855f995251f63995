import { GradeEnrolmentRepo } from '../../data/curriculum/grade-enrolment.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { AuditRepo } from '../../data/people/audit.repo.ts';
import { DirectoryRepo } from '../../data/people/directory.repo.ts';
import { UserRepo } from '../../data/people/user.repo.ts';
import { ExternalIdRepo } from '../../data/roster/external-id.repo.ts';
import { RosterWriterRepo } from '../../data/roster/roster-writer.repo.ts';
import { SnapshotRepo } from '../../data/roster/snapshot.repo.ts';
import type { Clock } from '../../shared/instant.ts';
import { PeopleExportService } from './people-export.service.ts';
import { PeopleImportService } from './people-import.service.ts';

/** The import of people over one database. */
export function createPeopleImport(db: DatabaseManager, clock: Clock): PeopleImportService {
  return new PeopleImportService({
    db,
    clock,
    snapshots: new SnapshotRepo(db),
    externalIds: new ExternalIdRepo(db),
    rosters: new RosterWriterRepo(db),
    gradeEnrolments: new GradeEnrolmentRepo(db),
    audit: new AuditRepo(db),
  });
}

/** The export of people over one database. */
export function createPeopleExport(db: DatabaseManager, clock: Clock): PeopleExportService {
  return new PeopleExportService({
    directory: new DirectoryRepo(db),
    clock,
    snapshots: new SnapshotRepo(db),
    externalIds: new ExternalIdRepo(db),
    users: new UserRepo(db),
    audit: new AuditRepo(db),
  });
}
