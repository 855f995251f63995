import * as z from 'zod';
import type { EvaluationRepo, SessionalEvaluation } from '../../data/evaluations/evaluation.repo.ts';
import type { SchoolEvaluationRepo } from '../../data/evaluations/school-evaluation.repo.ts';
import type { Message } from '../../data/study-session/message.repo.ts';
import type { SchoolSessionRepo } from '../../data/study-session/school-session.repo.ts';
import type { TaughtSession } from '../../data/study-session/taught-session.ts';
import type { SessionEvidence } from '../../domain/evaluation/session-evidence.ts';
import { type EvidenceRepos, readEvidence, readLessonEvidence } from './read-evidence.ts';

/** What a job says of the session that it evaluates: one at home, or a pupil's part in one at school. */
export const evaluationPayload = z.union([
  z.object({ sessionId: z.number() }),
  z.object({ schoolSessionId: z.number(), studentId: z.number() }),
]);

/** A completed session as one of its pupils had it: whatever hours it was in, it is evaluated the same way. */
export interface ToEvaluate extends Pick<TaughtSession, 'id' | 'studentId' | 'courseId' | 'feelingBefore'> {
  evidence(): Promise<SessionEvidence>;
  /** The pupil's words and what was answered to them. */
  messages(): Promise<Message[]>;
  /** First names of others who were in the talk. */
  others(): Promise<string[]>;
  /** Their ids. */
  otherIds(): Promise<number[]>;
  add(evaluation: SessionalEvaluation): Promise<unknown>;
}

interface HomeDeps extends EvidenceRepos {
  evaluations: EvaluationRepo;
}

/** Undefined for a session that is not completed. */
export async function homeSessionToEvaluate(deps: HomeDeps, sessionId: number): Promise<ToEvaluate | undefined> {
  const session = await deps.sessions.find(sessionId);
  if (session?.status !== 'completed') return undefined;
  return {
    ...session,
    evidence: () => readEvidence(deps, session),
    messages: () => deps.messages.list(session.id),
    others: async () => [],
    otherIds: async () => [],
    add: (evaluation) => deps.evaluations.add(evaluation),
  };
}

interface LessonDeps extends EvidenceRepos {
  schoolSessions: SchoolSessionRepo;
  schoolEvaluations: SchoolEvaluationRepo;
}

/** Undefined for a session that is not completed, is about no course, or was not attended by the pupil. */
export async function lessonToEvaluate(
  deps: LessonDeps,
  { schoolSessionId, studentId }: { schoolSessionId: number; studentId: number },
): Promise<ToEvaluate | undefined> {
  const session = await deps.schoolSessions.find(schoolSessionId, studentId);
  if (session?.status !== 'completed' || session.course === null || session.joined === null) return undefined;
  return {
    id: session.id,
    studentId,
    courseId: session.course.id,
    feelingBefore: session.feelingBefore ?? 'neutral',
    evidence: () => readLessonEvidence(deps, session),
    others: async () => namesBut(studentId, await deps.schoolSessions.participantsOf(session.id)),
    otherIds: async () => idsBut(studentId, await deps.schoolSessions.participantsOf(session.id)),
    messages: async () => ownTalk(await deps.schoolSessions.messagesOf(session.id), studentId),
    add: (evaluation) => deps.schoolEvaluations.add(evaluation),
  };
}

const namesBut = (studentId: number, all: readonly { id: number; firstName: string }[]): string[] =>
  all.filter(({ id }) => id !== studentId).map(({ firstName }) => firstName);

const idsBut = (studentId: number, all: readonly { id: number }[]): number[] =>
  all.flatMap(({ id }) => (id === studentId ? [] : [id]));

/** Of a talk of several: what this pupil said and what was said to them. What others said is no evidence about them. */
function ownTalk(messages: readonly Message[], studentId: number): Message[] {
  const own = new Set(messages.filter((message) => message.studentId === studentId).map(({ id }) => id));
  const first = messages.find(({ from }) => from !== 'student');
  return messages.filter(
    (message) =>
      own.has(message.id) || message === first || (message.previousId !== null && own.has(message.previousId)),
  );
}
