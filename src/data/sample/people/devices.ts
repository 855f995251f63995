import type { Insertable } from 'kysely';
import { DAY, type Instant } from '../../../shared/instant.ts';
import type { Handle } from '../../db/database-manager.ts';
import { toStored, toStoredOrNull } from '../../db/instants.ts';
import type { Tables } from '../../db/schema.ts';
import { insertAll, nextId } from '../bulk.ts';
import type { Random } from '../random.ts';
import type { PeoplePlan, PlannedPupil } from './people-plan.ts';

/** What a school bought together. */
const DELIVERIES = [
  { prefix: 'GLX', model: 'Galaxy Tab A9', os: 'android', bought: '2024-08-20', upTo: 0.5 },
  { prefix: 'PAD', model: 'iPad (10th generation)', os: 'ios', bought: '2023-08-27', upTo: 0.8 },
  { prefix: 'CHR', model: 'Chromebook Spin 311', os: 'chrome os', bought: '2022-09-04', upTo: 1 },
] as const;
const SPARE = 4;
/** For every ten pupils. */
const TABLETS = 6;
const LENT = 0.75;
const LENT_BEFORE = 0.5;

type Tablet = Insertable<Tables['tablets']> & { id: number };
type Loan = Insertable<Tables['tablets_students']>;

/** The tablets of each school: most are with a pupil, some were with another before, a few do not work. */
export async function addDevices(
  handle: Handle,
  { schools, pupils }: PeoplePlan,
  random: Random,
  { since, now }: { since: Instant; now: Instant },
): Promise<void> {
  const firstLoan = await nextId(handle, 'tablets_students');
  const changed = since + Math.floor((now - since) / 2 / DAY) * DAY;
  const tablets: Tablet[] = [];
  const loans: Loan[] = [];
  const lend = ({ id }: Tablet, pupil: PlannedPupil, start: Instant, end: Instant | null) =>
    loans.push({
      id: firstLoan + loans.length,
      tablet_id: id,
      student_id: pupil.person.id,
      start_time: toStored(start),
      end_time: toStoredOrNull(end),
      lent_tablet_id: end === null ? id : null,
    });
  for (const school of schools) {
    const own = random.shuffled(pupils.filter(({ schoolId }) => schoolId === school.id));
    const count = Math.ceil((own.length * TABLETS) / 10) + SPARE;
    const bought = buy(school.id, count, (await nextId(handle, 'tablets')) + tablets.length);
    tablets.push(...bought);
    for (const [index, tablet] of bought.entries()) {
      const [holder, earlier] = [own[index], own.at(-1 - index)];
      if (earlier && earlier !== holder && random.chance(LENT_BEFORE)) lend(tablet, earlier, since, changed);
      if (holder && tablet.condition === 'functional' && random.chance(LENT)) lend(tablet, holder, changed + DAY, null);
    }
  }
  await insertAll(handle, 'tablets', tablets);
  await insertAll(handle, 'tablets_students', loans);
}

function buy(schoolId: number, count: number, firstId: number): Tablet[] {
  return Array.from({ length: count }, (_, index) => {
    const delivery = DELIVERIES.find(({ upTo }) => index < count * upTo) ?? DELIVERIES[0];
    return {
      id: firstId + index,
      school_id: schoolId,
      serial_number: `${delivery.prefix}-${schoolId}${1000 + index * 7}`,
      os: delivery.os,
      model: delivery.model,
      purchase_date: delivery.bought,
      // The last two are the ones that pupils sent back.
      condition: index === count - 1 ? 'defective' : index === count - 2 ? 'non-functional' : 'functional',
    };
  });
}
