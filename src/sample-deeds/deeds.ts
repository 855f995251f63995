import type { DatabaseManager } from '../data/db/database-manager.ts';
import type { SampleDeeds } from '../data/sample/populate.ts';
import { writeCurriculum } from './curriculum/before-school.ts';
import { publishGuidance } from './curriculum/guidance.ts';
import { openDrafts } from './curriculum/open-drafts.ts';
import { reportQuestions } from './curriculum/reports.ts';
import { openBackstage } from './scene.ts';
import { lookAfter } from './school/attention.ts';
import { buyDevices, lendDevices } from './school/devices.ts';
import { lookBack } from './school/lessons.ts';
import { keepOffice, openOffice } from './school/office.ts';
import { askForReports, writeLetters } from './school/papers.ts';
import { closeQuarters } from './school/quarters.ts';
import { readTranscripts } from './school/readings.ts';
import { nameAdults, tellOfAlerts } from './school/safeguarding.ts';

/**
 * What people do in the sample region besides studying: each of it through the service that the product does it with, at a moment
 * of its own, so that whatever a service keeps beside it is there too.
 */
export async function prepareDeeds(db: DatabaseManager): Promise<SampleDeeds> {
  const backstage = await openBackstage(db);
  return {
    before: async (stage) => {
      const scene = { ...backstage, ...stage };
      await openOffice(scene);
      await nameAdults(scene);
      await buyDevices(scene);
      await writeCurriculum(scene);
    },
    after: async (stage) => {
      const scene = { ...backstage, ...stage };
      await tellOfAlerts(scene);
      await lendDevices(scene);
      await lookBack(scene);
      await closeQuarters(scene);
      await lookAfter(scene);
      await writeLetters(scene);
      await askForReports(scene);
      await readTranscripts(scene);
      await keepOffice(scene);
      await reportQuestions(scene);
      await openDrafts(scene);
      await publishGuidance(scene);
    },
  };
}
