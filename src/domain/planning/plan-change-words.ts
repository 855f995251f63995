import type { Outlook } from './outlook.ts';
import type { OutlookChange, PlanChange } from './plan-change.ts';

/** What would change in a plan, in one English sentence to the pupil. */
export function planChangeInEnglish(change: PlanChange): string {
  switch (change.key) {
    case 'change.none':
      return 'Nothing would change: the plan stays as it is.';
    case 'change.order-same':
      return 'The order of your courses would stay as it is.';
    case 'change.units-same':
      return 'The session would have the same units for the same time.';
    case 'change.course':
      return `You would study ${change.params.course} now instead of ${change.params.before}.`;
    case 'change.rises':
    case 'change.falls':
      return `${change.params.course} would ${change.key === 'change.rises' ? 'rise' : 'fall'} from place ${change.params.before} to place ${change.params.place}.`;
    case 'change.unit-new':
      return `${change.params.unit} would come in for ${minutes(change.params.minutes)}.`;
    case 'change.unit-gone':
      return `${change.params.unit} would drop out of the session.`;
    case 'change.unit-more':
    case 'change.unit-less':
      return `${change.params.unit} would get ${minutes(change.params.minutes)} instead of ${change.params.before}.`;
    case 'change.outlook-new':
      return `${about(change.params.test)}: ${lift(change.params)}.`;
    case 'change.outlook':
      return `${about(change.params.test)}: ${lift(change.params)}; as planned now, ${span(change.params.before)}.`;
  }
}

/** What a session is expected to bring, in one English sentence to the pupil. */
export function outlookInEnglish({ test, without, with: then }: Pick<Outlook, 'test' | 'without' | 'with'>): string {
  return `${about(test)}: ${lift({ without: Math.round(without * 100), with: Math.round(then * 100) })}.`;
}

function about(test: string | null): string {
  return test === null ? 'The whole course, in four weeks' : `“${test}”`;
}

function lift(outlook: Pick<OutlookChange, 'without' | 'with'>): string {
  if (outlook.with <= outlook.without)
    return `this session would hardly change the ${outlook.with}% that are expected right`;
  return `this session would lift what is expected right ${span(outlook)}`;
}

function span({ without, with: then }: Pick<OutlookChange, 'without' | 'with'>): string {
  return without === then ? `${then}% either way` : `from ${without}% to ${then}%`;
}

function minutes(n: number): string {
  return n === 1 ? '1 minute' : `${n} minutes`;
}
