import type { OpenQuestionView } from '../../domain/tutoring/question-view.ts';
import type { OwnLesson } from '../../services/lessons/lesson-places.service.ts';
import type { UnitStanding } from '../../services/mastery/mastery.service.ts';
import type {
  MessageOverview,
  SessionOverview,
  TalkSession,
} from '../../services/study-session/session-view.service.ts';
import type { Instant } from '../../shared/instant.ts';
import type {
  LessonAround,
  MessageView,
  OpenItemView,
  SessionView,
  UnitStandingView,
} from '../../shared/study-session.ts';
import type { Messages } from '../i18n/messages.ts';
import { toHtml, toInlineHtml } from '../rich-text.ts';

/** A session for the chat page and the API, in the language of the pupil. */
export function toSessionView(
  record: SessionOverview<TalkSession>,
  { words }: Pick<Messages, 'words'>,
  lesson: OwnLesson | null = null,
): SessionView {
  const { session, course, pauses } = record;
  return {
    id: session.id,
    kind: session.kind,
    type: session.type,
    status: session.status,
    course,
    teacher: record.teacher,
    units: record.units.map((unit) => toUnitView(unit, words)),
    pauses: pauses.map((pause) => ({ start: iso(pause.start), end: isoOrNull(pause.end) })),
    openItem: record.openItem && toOpenItemView(record.openItem),
    offers: record.offers,
    plannedMinutes: session.plannedMinutes,
    activeMinutes: Math.round(record.activeMs / 6000) / 10,
    startTime: isoOrNull(session.start),
    endTime: isoOrNull(session.end),
    care: record.care,
    lesson: lesson && toLessonAround(lesson),
  };
}

function toLessonAround({ session, facts, joined, mayReflect }: OwnLesson): LessonAround {
  return {
    className: facts.className,
    classManager: facts.classManager,
    name: session.name,
    joined: session.joinedAt !== null,
    endsAt: isoOrNull(facts.endsAt),
    pausedBy: session.pausedBy,
    eyesUp: facts.eyesUp,
    takenOver: session.takenOverBy !== null,
    answeredBy: facts.answeredBy,
    handRaisedAt: isoOrNull(session.handRaisedAt),
    members: joined,
    mayReflect,
    topic: facts.topic,
    me: session.studentId,
  };
}

export function toUnitView(standing: UnitStanding, words: Messages['words']): UnitStandingView {
  return {
    name: standing.unitName,
    mastery: standing.mastery,
    progress: standing.progress,
    mastered: standing.mastered,
    words: words.mastery(standing.facts),
  };
}

/** The open item as HTML. Its key is not even in the view that this is made of. */
export function toOpenItemView(question: OpenQuestionView): OpenItemView {
  const { stem, question: text, choices, figures, ...rest } = question;
  return {
    ...rest,
    stemHtml: stem === '' ? '' : toHtml(stem),
    questionHtml: toHtml(text),
    choices: choices.map((choice) => ({ id: choice.id, html: toInlineHtml(choice.text) })),
    figures: figures.map((figure) => ({ url: `/figures/${figure.hash}`, alt: figure.alt })),
  };
}

/** A message for the transcript and the API. A clicked choice without words is shown by its letter. */
export function toMessageView({ message, posed, retryClientId, writer }: MessageOverview): MessageView {
  return {
    id: message.id,
    type: message.type,
    modality: message.modality,
    from: message.from,
    content: message.content,
    html: toHtml(message.content),
    state: message.state,
    timestamp: iso(message.at),
    studentId: message.studentId,
    writer,
    clientId: message.clientId,
    retryClientId,
    posed: posed && { revisionId: posed.revisionId, questionHtml: toHtml(posed.question) },
  };
}

function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}

function isoOrNull(instant: Instant | null): string | null {
  return instant === null ? null : iso(instant);
}
