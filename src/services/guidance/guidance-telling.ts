import type { GuidanceRecord } from '../../data/guidance/guidance.repo.ts';
import type { GuidanceStandingRepo } from '../../data/guidance/guidance-standing.repo.ts';
import { isFor } from '../../domain/guidance/guidance.ts';
import type { NotificationsService } from '../notifications/notifications.service.ts';

export interface GuidanceTellingDeps {
  guidanceStandings: GuidanceStandingRepo;
  notifications: NotificationsService;
}

/** What the notifications of guidance are known by. */
export const guidanceKey = (id: number): string => `guidance:${id}`;

/** Tells the class managers of the classes that guidance is for of its last published version. Joins the transaction under way. */
export async function tellOfGuidance(
  { guidanceStandings, notifications }: GuidanceTellingDeps,
  { id, subject, versions }: GuidanceRecord,
): Promise<void> {
  const version = versions.findLast(({ publishedAt }) => publishedAt !== null);
  if (!version) return;
  const rooms = await guidanceStandings.roomsIn(version.regions);
  const courses = await guidanceStandings.coursesOf(
    rooms.map((room) => room.id),
    [subject],
  );
  const addressed = rooms.filter((room) =>
    isFor({ ...version, subject }, { ...room, courses: courses.get(room.id) ?? [] }),
  );
  const managers = await guidanceStandings.managersOf(addressed.map((room) => room.id));
  const { number } = version;
  const key = guidanceKey(id);
  // An earlier version may have been for others, who have nothing to read any more.
  await notifications.settle(key);
  await notifications.tell(managers, 'guidance', { guidanceId: id, number }, { key, round: number - 1 });
}
