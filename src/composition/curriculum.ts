import { FigureSweepRepo } from '../data/curriculum/editing/figure-sweep.repo.ts';
import { CurriculumAccess } from '../services/curriculum-editor/curriculum-access.ts';
import { CurriculumCatalogueService } from '../services/curriculum-editor/curriculum-catalogue.service.ts';
import { CurriculumEditorService } from '../services/curriculum-editor/curriculum-editor.service.ts';
import { CurriculumOrderService } from '../services/curriculum-editor/curriculum-order.service.ts';
import { CurriculumPublishingService } from '../services/curriculum-editor/curriculum-publishing.service.ts';
import { DraftPublisher } from '../services/curriculum-editor/draft-publisher.ts';
import { FigureSweepService } from '../services/curriculum-editor/figure-sweep.service.ts';
import { FigureUploadService } from '../services/curriculum-editor/figure-upload.service.ts';
import { KeyTrialService } from '../services/curriculum-editor/key-trial.service.ts';
import { WrongAnswersService } from '../services/curriculum-editor/wrong-answers.service.ts';
import { createCurriculumExport } from '../services/curriculum-export/create-curriculum-export.ts';
import { CurriculumTakeOutService } from '../services/curriculum-export/curriculum-take-out.service.ts';
import { createCurriculumImport } from '../services/curriculum-import/create-curriculum-import.ts';
import { CurriculumImportWork } from '../services/curriculum-import/curriculum-import-work.service.ts';
import { CurriculumUploadsService } from '../services/curriculum-import/curriculum-uploads.service.ts';
import { JobWorker } from '../services/jobs/job-worker.service.ts';
import type { Services } from '../web/services.ts';
import type { Base } from './compose.ts';
import type { Teaching } from './teaching.ts';

type Parts = Base & Pick<Teaching, 'tutoring'> & Pick<Services, 'access'>;
type CurriculumServices = Pick<
  Services,
  | 'curriculumUploads'
  | 'curriculumTakeOut'
  | 'curriculumCatalogue'
  | 'curriculumEditor'
  | 'curriculumOrder'
  | 'curriculumPublishing'
  | 'figureUploads'
  | 'figureSweeps'
  | 'keyTrial'
  | 'wrongAnswers'
>;

/** What regional supervisors write curricula with. */
export function composeCurriculum(parts: Parts): CurriculumServices & { importWorker: JobWorker } {
  const curriculumAccess = new CurriculumAccess(parts);
  const shared = { ...parts, curriculumAccess };
  const editor = new CurriculumEditorService(shared);
  const wrongAnswers = new WrongAnswersService({ ...shared, wrongAnswers: parts.wrongAnswerRows });
  const uploads = parts.curriculumUploadRows;
  const work = new CurriculumImportWork({
    ...parts,
    uploads,
    imports: createCurriculumImport(parts.db, parts.clock),
    checker: async () => (await parts.tutoring()).checker,
  });
  // A worker of its own: nobody's evaluation waits for a long file.
  const importWorker = new JobWorker({
    ...parts,
    handlers: [work],
    log: ({ what, ...details }) => parts.log(details, what),
  });
  return {
    curriculumCatalogue: new CurriculumCatalogueService({ ...shared, wrongAnswers }),
    curriculumEditor: editor,
    curriculumOrder: new CurriculumOrderService({ ...shared, editor }),
    curriculumPublishing: new CurriculumPublishingService({ ...shared, publisher: new DraftPublisher(parts) }),
    figureUploads: new FigureUploadService(shared),
    figureSweeps: new FigureSweepService({ ...parts, figureSweep: new FigureSweepRepo(parts.db) }),
    keyTrial: new KeyTrialService(parts.tutoring),
    wrongAnswers,
    curriculumTakeOut: new CurriculumTakeOutService({ ...parts, exports: createCurriculumExport(parts.db) }),
    curriculumUploads: new CurriculumUploadsService({ ...parts, uploads, wake: () => importWorker.wake() }),
    importWorker,
  };
}
