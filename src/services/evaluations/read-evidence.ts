import type { AttemptRepo } from '../../data/study-session/attempt.repo.ts';
import type { HomeSession, HomeSessionRepo } from '../../data/study-session/home-session.repo.ts';
import type { MessageRepo } from '../../data/study-session/message.repo.ts';
import type { SchoolSession, SchoolSessionRepo } from '../../data/study-session/school-session.repo.ts';
import { countEvidence } from '../../domain/evaluation/count-evidence.ts';
import type { SessionEvidence } from '../../domain/evaluation/session-evidence.ts';
import { type Pause, timeStudied } from '../../domain/study-session/study-session.ts';
import { MINUTE } from '../../shared/instant.ts';

/** Where the rows of a session are. */
export interface EvidenceRepos {
  sessions: HomeSessionRepo;
  messages: MessageRepo;
  attempts: AttemptRepo;
}

/** Reads what happened in a home session and counts it. */
export async function readEvidence(
  { sessions, messages, attempts }: EvidenceRepos,
  session: HomeSession,
): Promise<SessionEvidence> {
  const { id, start, end, endReason, plannedMinutes, studentId } = session;
  return countEvidence(
    {
      start,
      end: endReason === 'pupil' ? end : null,
      plannedMs: plannedMinutes * MINUTE,
      pauses: (await sessions.pausesOf([id])).get(id) ?? [],
      messages: await messages.list(id),
      attempts: await attempts.listOfSession(id),
      units: await sessions.listUnits(id),
    },
    studentId,
  );
}

/** The time that a lesson gave its pupils: the bell does not wait for a pause, and a class manager may end it early or late. */
function givenBy({ lesson: { start, end }, plannedMinutes }: SchoolSession, pauses: Pause[]): number {
  return start === null || end === null ? plannedMinutes * MINUTE : timeStudied({ start, end, pauses }, end);
}

/** The same of a session in school hours, as one of its pupils had it. */
export async function readLessonEvidence(
  { schoolSessions, attempts }: Pick<EvidenceRepos, 'attempts'> & { schoolSessions: SchoolSessionRepo },
  session: SchoolSession,
): Promise<SessionEvidence> {
  const { id, studentId, start, end } = session;
  const pauses = await schoolSessions.pausesOf(id);
  return countEvidence(
    {
      start,
      end,
      plannedMs: givenBy(session, pauses),
      pauses,
      messages: await schoolSessions.messagesOf(id),
      attempts: await attempts.listOfSchoolSession(id, studentId),
      units: await schoolSessions.standingsOf(id, studentId),
    },
    studentId,
  );
}
