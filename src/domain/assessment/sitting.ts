import { DAY, type Instant, MINUTE, SECOND } from '../../shared/instant.ts';

/** How far one pupil's sitting of a test has come. It only ever goes forward. */
export type SittingPhase = 'not begun' | 'begun' | 'submitted' | 'marked' | 'released';
/** `scheduled` and `delayed` until it is marked, then what came of it. */
export type SittingStatus = 'scheduled' | 'delayed' | 'failed' | 'passed';
export type HandedInBy = 'pupil' | 'time';

/** What decides about a sitting: its window, and the end of the pupil's own time once it was begun. */
export interface SittingFacts {
  phase: SittingPhase;
  status: SittingStatus;
  date: Instant;
  /** The end of the window; null: a day after it opens. */
  deadline: Instant | null;
  endsAt: Instant | null;
}

/** What a pupil or a class manager sees of it at a moment. `missed`: the window closed and nobody had begun. */
export type SittingState =
  | 'ahead'
  | 'open'
  | 'missed'
  | 'under way'
  | 'time is up'
  | 'submitted'
  | 'marked'
  | 'released';

export type SittingEvent = 'begin' | 'submit' | 'time is up' | 'mark' | 'release' | 'change' | 'delay' | 'cancel';

export type SittingRefusal =
  | 'too early'
  | 'missed'
  | 'not begun'
  | 'begun'
  | 'handed in'
  | 'time is left'
  | 'not marked';

export type SittingStep =
  | { outcome: 'moved'; phase: SittingPhase; status: SittingStatus; handedInBy?: HandedInBy }
  /** It has been reached already. */
  | { outcome: 'unchanged' }
  | { outcome: 'refused'; why: SittingRefusal };

/** How much later than its end an answer may arrive: it was on its way when the time was up. */
export const GRACE = 5 * SECOND;

/** When the window closes. */
export function windowEnd({ date, deadline }: Pick<SittingFacts, 'date' | 'deadline'>): Instant {
  return deadline ?? date + DAY;
}

/** The end of a pupil's own time: duration and extra minutes from the beginning, and never after the window. */
export function endOfTime(
  begunAt: Instant,
  minutes: { duration: number; extra: number },
  window: Pick<SittingFacts, 'date' | 'deadline'>,
): Instant {
  return Math.min(begunAt + (minutes.duration + minutes.extra) * MINUTE, windowEnd(window));
}

/** How a sitting stands at a moment of the server's clock. */
export function stateOf(facts: SittingFacts, now: Instant): SittingState {
  if (facts.phase === 'not begun') {
    if (now < facts.date) return 'ahead';
    return now < windowEnd(facts) ? 'open' : 'missed';
  }
  if (facts.phase !== 'begun') return facts.phase;
  return now < lastMoment(facts) ? 'under way' : 'time is up';
}

/** Whether answers are taken now. */
export function takesAnswers(facts: SittingFacts, now: Instant): boolean {
  return stateOf(facts, now) === 'under way';
}

/** Whether another sitting may be allowed: this one has its result. Who missed it gets a later date instead. */
export function mayResit({ phase }: Pick<SittingFacts, 'phase'>): boolean {
  return phase === 'marked' || phase === 'released';
}

/** Whether what is changed for a class holds for a sitting: one ahead or open, at the time of the class. */
export function followsClass(
  { status, sitting }: Pick<SittingFacts, 'status'> & { sitting: number },
  state: SittingState,
): boolean {
  return (state === 'ahead' || state === 'open') && status === 'scheduled' && sitting === 1;
}

/** What an event does to a sitting at a moment. Total: every event in every phase has an answer. */
export function transition(facts: SittingFacts, event: SittingEvent, now: Instant): SittingStep {
  switch (event) {
    case 'begin':
      return begin(facts, now);
    case 'submit':
    case 'time is up':
      return handIn(facts, event, now);
    case 'mark':
      return forward(facts, 'submitted', 'marked');
    case 'release':
      return forward(facts, 'marked', 'released');
    case 'change':
    case 'cancel':
    case 'delay':
      return beforeItBegins(facts, event);
  }
}

function begin(facts: SittingFacts, now: Instant): SittingStep {
  const state = stateOf(facts, now);
  if (state === 'ahead') return { outcome: 'refused', why: 'too early' };
  if (state === 'missed') return { outcome: 'refused', why: 'missed' };
  if (state === 'open') return { outcome: 'moved', phase: 'begun', status: facts.status };
  return state === 'under way' ? { outcome: 'unchanged' } : { outcome: 'refused', why: 'handed in' };
}

function handIn(facts: SittingFacts, event: 'submit' | 'time is up', now: Instant): SittingStep {
  if (facts.phase === 'not begun') return { outcome: 'refused', why: 'not begun' };
  if (facts.phase !== 'begun') return { outcome: 'unchanged' };
  const late = now >= lastMoment(facts);
  if (event === 'time is up' && !late) return { outcome: 'refused', why: 'time is left' };
  return { outcome: 'moved', phase: 'submitted', status: facts.status, handedInBy: late ? 'time' : 'pupil' };
}

const ORDER: readonly SittingPhase[] = ['not begun', 'begun', 'submitted', 'marked', 'released'];

function forward(facts: SittingFacts, from: SittingPhase, to: SittingPhase): SittingStep {
  if (facts.phase === from) return { outcome: 'moved', phase: to, status: facts.status };
  if (ORDER.indexOf(facts.phase) >= ORDER.indexOf(to)) return { outcome: 'unchanged' };
  if (facts.phase === 'submitted') return { outcome: 'refused', why: 'not marked' };
  return { outcome: 'refused', why: facts.phase === 'begun' ? 'begun' : 'not begun' };
}

function beforeItBegins(facts: SittingFacts, event: 'change' | 'cancel' | 'delay'): SittingStep {
  if (facts.phase !== 'not begun') return { outcome: 'refused', why: facts.phase === 'begun' ? 'begun' : 'handed in' };
  return { outcome: 'moved', phase: 'not begun', status: event === 'delay' ? 'delayed' : facts.status };
}

function lastMoment(facts: SittingFacts): Instant {
  return (facts.endsAt ?? windowEnd(facts)) + GRACE;
}
