import { StoredCourseRepo } from '../../data/curriculum/stored-course.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { CurriculumExportService } from './curriculum-export.service.ts';

/** The export over one database. */
export function createCurriculumExport(db: DatabaseManager): CurriculumExportService {
  return new CurriculumExportService(new StoredCourseRepo(db));
}
