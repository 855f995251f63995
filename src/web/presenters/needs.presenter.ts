import type { Need } from '../../domain/analytics/needs.ts';
import type { Format } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.ts';
import { shownMetric } from './analytics.presenter.ts';

/** Why a pupil needs somebody, in words with their figures. */
export function needWords(
  need: Need,
  { insight: words, analytics }: Pick<Messages, 'insight' | 'analytics'>,
  format: Format,
): string {
  switch (need.why) {
    case 'alert':
      return words.alerts(need.count);
    case 'test failed':
      return words.testsFailed(need.count, need.of);
    case 'falling': {
      const shown = (value: typeof need.now) => shownMetric(need.metric, value, format) ?? '';
      return words.falling(analytics.metrics[need.metric], shown(need.before), shown(need.now));
    }
    case 'absent':
      return words.absent(need.missed, need.places);
    case 'away':
      return need.days === null ? words.neverStudied : words.away(need.days);
    case 'stuck':
      return words.stuck(need.sessions);
    case 'behind':
      return words.behind(need.known, need.units, need.days);
    case 'to review':
      return words.review(need.count);
  }
}
