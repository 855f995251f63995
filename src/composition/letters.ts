import type { PatientModel } from '../agents/model/patient-model.ts';
import { PupilWeekService } from '../services/family/pupil-week.service.ts';
import { WeeklyLetterHandler } from '../services/family/weekly-letter.handler.ts';
import { WeeklyLettersService } from '../services/family/weekly-letters.service.ts';
import { JobWorker } from '../services/jobs/job-worker.service.ts';
import type { Services } from '../web/services.ts';
import type { Base } from './compose.ts';
import type { Repositories } from './repositories.ts';

type Parts = Repositories &
  Pick<Base, 'db' | 'clock' | 'timeZone' | 'log' | 'mail'> &
  Pick<Services, 'access' | 'progress' | 'tests' | 'remoteCalls'> & {
    wording: (() => Promise<PatientModel>) | null;
    publicUrl: string;
  };

/** Letters about a child's week. They have a worker of their own: nobody's evaluation waits for the wording of a letter. */
export function composeLetters(parts: Parts) {
  const { clock, jobs, log, wording } = parts;
  const handler = new WeeklyLetterHandler({ ...parts, pupilWeek: new PupilWeekService(parts) });
  return {
    weeklyLetters: new WeeklyLettersService({ ...parts, hasModel: wording !== null }),
    letterWorker: new JobWorker({
      jobs,
      clock,
      handlers: [handler],
      log: ({ what, ...details }) => log(details, what),
    }),
  };
}
