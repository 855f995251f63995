import type { ChildProgress } from '../../services/family/family.service.ts';
import type { Transcript } from '../../services/family/transcript.ts';
import type { AskedOfParent } from '../../services/people/guardian-requests.service.ts';
import type { ChildProgressView, GuardianRequestView, TranscriptView } from '../../shared/family.ts';
import { toHtml } from '../rich-text.ts';
import { toCourseUnitView, toCourseView } from './course.presenter.ts';
import { toTestView } from './history.presenter.ts';
import { iso, minutes } from './moment.ts';

/** A child's week, courses and tests for the API. */
export function toChildProgressView(progress: ChildProgress): ChildProgressView {
  const { child, week, courses, strong, weak, tests } = progress;
  return {
    child,
    week: {
      sessions: week.sessions,
      activeMinutes: minutes(week.activeMs),
      days: week.days.map(({ day, activeMs }) => ({ day, activeMinutes: minutes(activeMs) })),
      units: week.units,
    },
    courses: courses.map(toCourseView),
    strong: strong.map(toCourseUnitView),
    weak: weak.map(toCourseUnitView),
    tests: tests.map(toTestView),
  };
}

export function toGuardianRequestView({ id, child, school, at }: AskedOfParent): GuardianRequestView {
  return { id, child, school, askedAt: iso(at) };
}

/** What the school's policy lets parents read. */
export function toTranscriptView(transcript: Transcript): TranscriptView {
  switch (transcript.policy) {
    case 'off':
      return transcript;
    case 'summary':
      return {
        policy: 'summary',
        questions: transcript.questions.map(({ question, ...rest }) => ({ ...rest, questionHtml: toHtml(question) })),
      };
    case 'full':
      return {
        policy: 'full',
        messages: transcript.messages.map(({ id, from, content, state, at, posed }) => ({
          id,
          from,
          content,
          state,
          html: toHtml(content),
          timestamp: iso(at),
          posed: posed && { revisionId: posed.revisionId, questionHtml: toHtml(posed.question) },
        })),
      };
  }
}
