import type { PatientModel } from '../agents/model/patient-model.ts';
import type { AnswerChecker } from '../domain/tutoring/verdict.ts';
import type { AccessService } from '../services/access/access.service.ts';
import type { JobHandler } from '../services/jobs/job-worker.service.ts';
import type { MasteryService } from '../services/mastery/mastery.service.ts';
import { RecountService } from '../services/mastery/recount.service.ts';
import { ClassMarkingService } from '../services/tests/class-marking.service.ts';
import { ClassSchedulingService } from '../services/tests/class-scheduling.service.ts';
import { ClassTestsService } from '../services/tests/class-tests.service.ts';
import { MarkingService } from '../services/tests/marking.service.ts';
import { TestSchedulingService } from '../services/tests/scheduling.service.ts';
import { TestTakingService } from '../services/tests/taking.service.ts';
import { TestMasteryService } from '../services/tests/test-mastery.service.ts';
import { TestRegradeService } from '../services/tests/test-regrade.service.ts';
import type { Services } from '../web/services.ts';
import type { Base } from './compose.ts';

type Parts = Base &
  Pick<Services, 'studySessions' | 'remoteCalls'> & {
    access: AccessService;
    mastery: MasteryService;
    checker: () => Promise<AnswerChecker>;
    marker: (() => Promise<PatientModel>) | null;
  };
type TestServices = Pick<
  Services,
  'testTaking' | 'testScheduling' | 'classScheduling' | 'classTests' | 'classMarking' | 'testRegrading'
> & { handlers: JobHandler[]; recounts: RecountService };

/** Setting, taking, marking and releasing tests. */
export function composeTests(parts: Parts): TestServices {
  const deps = { ...parts, answers: parts.testAnswers, bank: parts.testBank };
  const tested = new TestMasteryService(deps);
  const recounts = new RecountService({ ...parts, tested });
  return {
    recounts,
    testTaking: new TestTakingService({ ...deps, alerts: parts.telling }),
    testScheduling: new TestSchedulingService(deps),
    classScheduling: new ClassSchedulingService(deps),
    classTests: new ClassTestsService(deps),
    classMarking: new ClassMarkingService({ ...deps, recounts }),
    testRegrading: new TestRegradeService({ ...deps, recounts }),
    handlers: [new MarkingService(deps), tested],
  };
}
