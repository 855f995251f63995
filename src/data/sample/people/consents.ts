import { PURPOSES } from '../../../domain/consent/purposes.ts';
import { DAY, HOUR, type Instant } from '../../../shared/instant.ts';
import { ConsentRepo, type NewConsent } from '../../consent/consent.repo.ts';
import type { DatabaseManager } from '../../db/database-manager.ts';
import type { PeoplePlan, PlannedPupil } from './people-plan.ts';

/** Of so many pupils one brought no form back. */
const FORGOT_EVERY = 7;
/** Of so many pupils one has a parent who took the second answer back later. */
const WITHDREW_EVERY = 9;

/**
 * What the parents answered: nearly all on a form at the beginning of the year, which the school recorded; a few forgot it, and a few
 * changed their minds. Lina's father is still to answer the second question.
 */
export async function addConsents(db: DatabaseManager, plan: PeoplePlan, since: Instant): Promise<void> {
  const consents = new ConsentRepo(db);
  for (const purpose of PURPOSES) await consents.begin(purpose, 1, since - 30 * DAY);
  await consents.add(plan.pupils.flatMap((pupil, index) => formOf(plan, pupil, index, since - 5 * DAY + 9 * HOUR)));
  await consents.add(plan.pupils.flatMap((pupil, index) => withdrawn(plan, pupil, index, since + 10 * DAY)));
}

function formOf(plan: PeoplePlan, { person, schoolId }: PlannedPupil, index: number, now: Instant): NewConsent[] {
  const school = plan.schools.find(({ id }) => id === schoolId);
  const named = person.username === 'noa' || person.username === 'lina';
  if (!school || (!named && index % FORGOT_EVERY === 4)) return [];
  const purposes = person.username === 'lina' ? PURPOSES.slice(0, 1) : PURPOSES;
  return purposes.map((purpose) => ({
    studentId: person.id,
    purpose,
    version: 1,
    answer: 'yes',
    source: 'school',
    byId: school.manager.id,
    note: `Form of ${plan.year}, kept in the office`,
    now,
  }));
}

function withdrawn(plan: PeoplePlan, { person }: PlannedPupil, index: number, now: Instant): NewConsent[] {
  const parent = plan.guardianships.find(({ studentId, status }) => studentId === person.id && status === 'verified');
  if (!parent || index % WITHDREW_EVERY !== 5 || person.username === 'noa' || person.username === 'lina') return [];
  return [
    {
      studentId: person.id,
      purpose: 'remote evaluator',
      version: 1,
      answer: 'no',
      source: 'parent',
      byId: parent.parentId,
      note: null,
      now,
    },
  ];
}
