import type { FiguredSession, PupilFigures } from '../../services/analytics/pupil-analytics.service.ts';
import type { PupilFiguresAnswer } from '../../shared/pupil-figures.ts';
import type { Format } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.ts';
import type { CsvColumn } from '../send-csv.ts';
import { toAnalytics } from './analytics.presenter.ts';
import { iso, minutes } from './moment.ts';

/** What kind of session it was, within a line. */
export function typeWords(type: FiguredSession['type'], t: Messages): string {
  const isHome = type === 'homework' || type === 'test preparation';
  return isHome ? t.words.sessionTypes[type].label.toLowerCase() : t.schoolHours.types[type];
}

/** The sessions of the page as a file. */
export function sessionsTable(t: Messages, format: Format): CsvColumn<FiguredSession>[] {
  const words = t.progress;
  return [
    { title: words.when, cell: ({ startedAt }) => format.dateTime(startedAt) },
    { title: words.what, cell: ({ course, type }) => [course, typeWords(type, t)].filter(Boolean).join(', ') },
    { title: words.minutes, cell: ({ activeMs }) => Math.round(activeMs / 6000) / 10 },
    { title: words.answers, cell: ({ attempts }) => attempts },
    { title: words.rightAnswers, cell: ({ correct }) => correct },
    { title: t.analytics.metrics.proficiency, cell: ({ proficiency }) => proficiency },
    { title: t.analytics.metrics.investment, cell: ({ investment }) => investment },
    { title: t.analytics.metrics.social, cell: ({ social }) => social },
  ];
}

/** A pupil's figures for the API. */
export function toPupilFigures(figures: PupilFigures): PupilFiguresAnswer {
  const { sessions, paths, feelings, sittings } = figures;
  return {
    ...toAnalytics(figures),
    sessions: sessions.map(({ startedAt, activeMs, ...rest }) => ({
      ...rest,
      startTime: iso(startedAt),
      activeMinutes: minutes(activeMs),
    })),
    units: paths.flatMap(({ course, units }) => units.map(({ name, points }) => ({ course, name, mastery: points }))),
    feelings,
    tests: sittings.map(({ id, name, course, date, finalGrade }) => {
      return { id, name, course: course.name, date: iso(date), grade: finalGrade };
    }),
  };
}
