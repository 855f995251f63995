import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { IMPORTED, NEEDS } from './lessons/more-pupils.ts';
import { openLessonSchool, playLesson } from './lessons/play-lesson.ts';
import { WORKERS } from './lessons/pupils.ts';
import { transcriptOf } from './lessons/transcript.ts';

/**
 * Holds whole sessions of simulated pupils with the embedded tutor, through the real services, and prints them to be read:
 * `node --import ./tools/tsx.mjs bench/teaching/lessons.ts [names of pupils …]`.
 */
const wanted = process.argv.slice(2);
const oatutor = join(import.meta.dirname, '../../../shared/data/qbank/oatutor');
const hasOatutor = existsSync(oatutor);
const school = await openLessonSchool(hasOatutor ? oatutor : null);
for (const pupil of [...WORKERS, ...NEEDS, ...(hasOatutor ? IMPORTED : [])]) {
  if (wanted.length > 0 && !wanted.includes(pupil.id)) continue;
  console.log(transcriptOf(await playLesson(school, pupil)));
}
await school.db.close();
