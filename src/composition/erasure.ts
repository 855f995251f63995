import { ErasureLedger } from '../data/erasure/erasure-ledger.ts';
import { PersonRecordRepo } from '../data/erasure/person-record.repo.ts';
import type { AccessService } from '../services/access/access.service.ts';
import { ErasePersonHandler } from '../services/erasure/erase-person.handler.ts';
import { ErasureService } from '../services/erasure/erasure.service.ts';
import { PersonExportService } from '../services/erasure/person-export.service.ts';
import { replayErasures } from '../services/erasure/replay-erasures.ts';
import type { JobHandler } from '../services/jobs/job-worker.service.ts';
import { PeopleAccess } from '../services/people/people-access.service.ts';
import type { Services } from '../web/services.ts';
import type { Base } from './compose.ts';

type Parts = Base & { access: AccessService; ledgerPath: string | null };

/** What erases people, and what does it again in a database that comes from a backup. */
export function composeErasure(parts: Parts): {
  services: Pick<Services, 'erasure' | 'personExport'>;
  handlers: JobHandler[];
  replay: () => Promise<number>;
} {
  const ledger = parts.ledgerPath === null ? null : new ErasureLedger(parts.ledgerPath);
  const erasing = { ...parts, ledger };
  const peopleAccess = new PeopleAccess(parts.access, parts.directory);
  return {
    services: {
      erasure: new ErasureService({ ...parts, peopleAccess, webSessions: parts.webSessionRows }),
      personExport: new PersonExportService({ ...parts, records: new PersonRecordRepo(parts.db) }),
    },
    handlers: [new ErasePersonHandler(erasing)],
    replay: () => replayErasures(erasing),
  };
}
