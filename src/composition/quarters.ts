import { AttentionService } from '../services/attention/attention.service.ts';
import { WatchAttentionHandler } from '../services/attention/watch-attention.handler.ts';
import type { JobHandler } from '../services/jobs/job-worker.service.ts';
import { ClassQuarterService } from '../services/quarters/class-quarter.service.ts';
import { CloseQuarterHandler } from '../services/quarters/close-quarter.handler.ts';
import { PupilQuartersService } from '../services/quarters/pupil-quarters.service.ts';
import { QuarterClosingService } from '../services/quarters/quarter-closing.service.ts';
import { SchoolQuarterService } from '../services/quarters/school-quarter.service.ts';
import type { Services } from '../web/services.ts';
import type { Base } from './compose.ts';

type QuarterServices = Pick<
  Services,
  'attention' | 'quarterClosings' | 'classQuarters' | 'pupilQuarters' | 'schoolQuarters'
>;
type Parts = Base & Pick<Services, 'access' | 'watch' | 'notifications'>;

/** What quarters come to, and who needs attention. */
export function composeQuarters(parts: Parts): QuarterServices & { handlers: JobHandler[] } {
  return {
    attention: new AttentionService(parts),
    classQuarters: new ClassQuarterService(parts),
    pupilQuarters: new PupilQuartersService({ ...parts, crisisWatch: parts.watch }),
    schoolQuarters: new SchoolQuarterService(parts),
    quarterClosings: new QuarterClosingService(parts),
    handlers: [new CloseQuarterHandler(parts), new WatchAttentionHandler(parts)],
  };
}
