import { AgentRepo } from '../../data/agents/agent.repo.ts';
import { CurriculumWriterRepo } from '../../data/curriculum/curriculum-writer.repo.ts';
import { EnrolmentRepo } from '../../data/curriculum/enrolment.repo.ts';
import { GradeEnrolmentRepo } from '../../data/curriculum/grade-enrolment.repo.ts';
import { ItemRepo } from '../../data/curriculum/item.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { JobRepo } from '../../data/jobs/job.repo.ts';
import { RegradeRepo } from '../../data/study-session/regrade.repo.ts';
import type { Clock } from '../../shared/instant.ts';
import { CurriculumImportService } from './curriculum-import.service.ts';

/** The import over one database. */
export function createCurriculumImport(db: DatabaseManager, clock: Clock): CurriculumImportService {
  return new CurriculumImportService({
    db,
    clock,
    writer: new CurriculumWriterRepo(db),
    agents: new AgentRepo(db),
    enrolments: new EnrolmentRepo(db),
    gradeEnrolments: new GradeEnrolmentRepo(db),
    items: new ItemRepo(db),
    regrades: new RegradeRepo(db),
    jobs: new JobRepo(db),
  });
}
