import { masteryInEnglish } from '../../domain/mastery/mastery.ts';
import type { UnitStanding } from '../../services/mastery/mastery.service.ts';
import type {
  OpenItemRecord,
  SessionRecord,
  TranscriptRecord,
} from '../../services/study-session/session-view.service.ts';
import type { Instant } from '../../shared/instant.ts';
import type { MessageView, OpenItemView, SessionView, UnitStandingView } from '../../shared/study-session.ts';
import { toHtml, toInlineHtml } from '../rich-text.ts';

/** A session for the chat page and the API. */
export function toSessionView(record: SessionRecord): SessionView {
  const { session, course, pauses } = record;
  return {
    id: session.id,
    kind: 'home',
    type: session.type,
    status: session.status,
    course: { id: course.id, name: course.name, subject: course.subject },
    teacher: record.teacher,
    units: record.units.map(toUnitView),
    pauses: pauses.map((pause) => ({ start: iso(pause.start), end: isoOrNull(pause.end) })),
    openItem: record.openItem && toOpenItemView(record.openItem),
    offers: record.offers,
    plannedMinutes: session.plannedMinutes,
    activeMinutes: Math.round(record.activeMs / 6000) / 10,
    startTime: isoOrNull(session.start),
    endTime: isoOrNull(session.end),
  };
}

export function toUnitView(standing: UnitStanding): UnitStandingView {
  return {
    name: standing.unitName,
    mastery: standing.mastery,
    progress: standing.progress,
    mastered: standing.mastered,
    words: masteryInEnglish(standing.facts),
  };
}

/** The open item as HTML. Its key is not even in the record. */
export function toOpenItemView({ item, ...record }: OpenItemRecord): OpenItemView {
  return {
    revisionId: item.revisionId,
    unitName: item.unitName,
    stemHtml: item.stem === '' ? '' : toHtml(item.stem),
    questionHtml: toHtml(item.question),
    kind: record.kind,
    choices: record.choices.map((choice) => ({ id: choice.id, html: toInlineHtml(choice.text) })),
    figures: item.figures.map((figure) => ({ url: `/figures/${figure.hash}`, alt: figure.alt })),
    number: record.number,
    step: item.stepIndex + 1,
    steps: item.stepCount,
    hintsUsed: record.hintsUsed,
    hintsTotal: record.hintsTotal,
    exit: record.exit,
  };
}

/** A message for the transcript and the API. A clicked choice without words is shown by its letter. */
export function toMessageView({ message, posed, retryClientId }: TranscriptRecord): MessageView {
  return {
    id: message.id,
    type: message.type,
    modality: message.modality,
    from: message.from,
    content: message.content,
    html: toHtml(message.content),
    state: message.state,
    timestamp: iso(message.at),
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
