import type { Actor } from '../domain/access/permission-matrix.ts';
import { invalidInput } from '../domain/errors/app-error.ts';
import type { SessionKind, SessionRef } from '../domain/study-session/study-session.ts';
import { EMOTIONAL_STATES, type EmotionalState } from '../domain/tutoring/brief.ts';
import type { SessionView } from '../shared/study-session.ts';
import { messagesFor, toLocale } from './i18n/messages.ts';
import { toSessionView } from './presenters/session.presenter.ts';
import type { Services } from './services.ts';

/** The services of a session by its kind: those at home and those at school look only among their own. */
export function talkOf(services: Services, kind: SessionKind) {
  return kind === 'home'
    ? { conversation: services.conversation, view: services.sessionView, lifecycle: services.studySessions }
    : { conversation: services.lessonTalk, view: services.lessonView, lifecycle: services.lessonAttendance };
}

/** A pupil's own session for pages and programs. */
export async function sessionViewOf(services: Services, actor: Actor, { kind, id }: SessionRef): Promise<SessionView> {
  const t = messagesFor(toLocale(actor.locale));
  if (kind === 'home') return toSessionView(await services.sessionView.overviewOf(actor, id), t);
  const overview = await services.lessonView.overviewOf(actor, id);
  return toSessionView(overview, t, await services.lessonAttendance.factsOf(actor, id));
}

/** Joins a lesson, or finds it joined. Throws `invalid-input` where somebody joins who did not say how they feel. */
export async function joinLesson(
  { lessonAttendance }: Services,
  actor: Actor,
  id: number,
  feeling: EmotionalState | undefined,
): Promise<void> {
  const { joinedAt } = await lessonAttendance.getSession(actor, id);
  if (joinedAt !== null) return;
  if (feeling === undefined) {
    throw invalidInput('Who joins a lesson says how they feel.', { emotionalStateBefore: EMOTIONAL_STATES.join(', ') });
  }
  await lessonAttendance.joinLesson(actor, id, feeling);
}
