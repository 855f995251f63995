import { ErasureLedger } from '../data/erasure/erasure-ledger.ts';
import { PersonExportRepo } from '../data/erasure/person-export.repo.ts';
import { PersonRecordRepo } from '../data/erasure/person-record.repo.ts';
import type { AccessService } from '../services/access/access.service.ts';
import { ErasePersonHandler } from '../services/erasure/erase-person.handler.ts';
import { ErasureService } from '../services/erasure/erasure.service.ts';
import { ExportPersonHandler } from '../services/erasure/export-person.handler.ts';
import { PersonExportService } from '../services/erasure/person-export.service.ts';
import { PersonExportReach } from '../services/erasure/person-export-reach.ts';
import { replayErasures } from '../services/erasure/replay-erasures.ts';
import { type JobHandler, JobWorker } from '../services/jobs/job-worker.service.ts';
import { PeopleAccess } from '../services/people/people-access.service.ts';
import type { Services } from '../web/services.ts';
import type { Base } from './compose.ts';

type Parts = Base & { access: AccessService; ledgerPath: string | null };

/** What erases people, and what does it again in a database that comes from a backup. */
export function composeErasure(parts: Parts): {
  services: Pick<Services, 'erasure' | 'personExport'>;
  handlers: JobHandler[];
  /** Of its own: nobody waits behind a large export, and a small one behind nobody. */
  exportWorker: JobWorker;
  replay: () => Promise<number>;
} {
  const ledger = parts.ledgerPath === null ? null : new ErasureLedger(parts.ledgerPath);
  const erasing = { ...parts, ledger };
  const peopleAccess = new PeopleAccess(parts.access, parts.directory);
  const reach = new PersonExportReach({ ...parts, peopleAccess });
  const exporting = { ...parts, reach, personExports: new PersonExportRepo(parts.db) };
  const exportWorker = new JobWorker({
    ...parts,
    handlers: [new ExportPersonHandler({ ...exporting, records: new PersonRecordRepo(parts.db) })],
    log: ({ what, ...details }) => parts.log(details, what),
  });
  return {
    services: {
      erasure: new ErasureService({ ...parts, peopleAccess, webSessions: parts.webSessionRows }),
      personExport: new PersonExportService({ ...exporting, wake: () => exportWorker.wake() }),
    },
    handlers: [new ErasePersonHandler(erasing)],
    exportWorker,
    replay: () => replayErasures(erasing),
  };
}
