import type { PupilRecord } from '../../data/people/user.repo.ts';
import type { Participant, SchoolSession } from '../../data/study-session/school-session.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { shownMessage, type TranscriptMessage } from '../family/family.service.ts';
import type { SchoolHoursDeps } from './school-hours.service.ts';

/** A message with the first name of the pupil, or the name of the class manager, who wrote it. */
export interface SchoolMessage extends TranscriptMessage {
  writer: string | null;
  /** Written by another pupil than the one whose session is read. */
  isMate: boolean;
  hiddenFromParents: boolean;
}

/** What of the conversation may be read, or why nothing of it. */
export type SchoolWords =
  | { open: true; messages: SchoolMessage[] }
  /** Parents read no group's words, which are those of other people's children, and else what the school's policy says. */
  | { open: false; because: 'words of others' | 'policy' | 'staff of the class' | 'not there' };

interface Read {
  session: SchoolSession;
  pupil: PupilRecord;
  participants: readonly Participant[];
}

/**
 * The conversation of a session in school hours, as far as the actor may read it: the pupil what was said where they took part,
 * the class manager all of it, parents what their child and the teacher said on their own where the policy is `full`. A school
 * manager reads conversations on an alert only, and those are not of the class's everyday. Every reading by somebody else is in
 * the audit log, for each pupil whose words they are.
 */
export async function transcriptOf(
  deps: SchoolHoursDeps,
  actor: Actor,
  { session, pupil, participants }: Read,
): Promise<SchoolWords> {
  if (!session.attended) return { open: false, because: 'not there' };
  const refused = await refusal(deps, actor, session, pupil);
  if (refused) return { open: false, because: refused };
  if (actor.role !== 'student') {
    for (const { id } of participants) {
      await deps.audit.add({
        actorId: actor.userId,
        action: 'read a transcript',
        studentId: id,
        schoolId: pupil.schoolId,
        details: { schoolSessionId: session.id },
        now: deps.clock.now(),
      });
    }
  }
  const names = new Map(participants.map(({ id, firstName }) => [id, firstName]));
  return { open: true, messages: await messagesOf(deps, session, names, actor.role) };
}

async function refusal(
  { access, users }: SchoolHoursDeps,
  actor: Actor,
  { studentId, type }: SchoolSession,
  { schoolId }: PupilRecord,
): Promise<'words of others' | 'policy' | 'staff of the class' | null> {
  await access.requirePupil(actor, 'read a transcript', studentId);
  if (actor.role === 'school manager') return 'staff of the class';
  if (actor.role !== 'parent') return null;
  if (type !== 'individual') return 'words of others';
  return (await users.getSchool(schoolId)).transcriptPolicy === 'full' ? null : 'policy';
}

async function messagesOf(
  { schoolSessions, banks, users }: SchoolHoursDeps,
  { id, course, studentId }: SchoolSession,
  names: ReadonlyMap<number, string>,
  reader: Actor['role'],
): Promise<SchoolMessage[]> {
  const said = await schoolSessions.messagesOf(id);
  const revisions = [...new Set(said.flatMap(({ posedRevisionId }) => posedRevisionId ?? []))];
  const items =
    course === null || revisions.length === 0
      ? new Map()
      : await banks.itemsOf(await banks.bankOf(course.id), revisions);
  const staff = await users.namesOf([...new Set(said.flatMap(({ classManagerId }) => classManagerId ?? []))]);
  return (
    said
      .filter(({ hiddenFromParents }) => reader !== 'parent' || !hiddenFromParents)
      // In a group some words are for one pupil and the adults of the school.
      .filter(({ onlyFor }) => onlyFor === null || reader === 'class manager' || onlyFor === studentId)
      .map((message) => ({
        ...shownMessage(message, items),
        hiddenFromParents: message.hiddenFromParents,
        isMate: message.studentId !== null && message.studentId !== studentId,
        writer: names.get(message.studentId ?? 0) ?? staff.get(message.classManagerId ?? 0) ?? null,
      }))
  );
}
