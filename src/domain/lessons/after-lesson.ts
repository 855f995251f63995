import type { EmotionalState } from '../tutoring/brief.ts';

/** What is known of a pupil's part in a lesson that is over. */
export interface LessonPart {
  attended: boolean;
  late: boolean;
  /** Time in the lesson less pauses, in ms. */
  activeMs: number;
  attempts: number;
  solved: number;
  hints: number;
  units: UnitMoved[];
  feelingBefore: EmotionalState | null;
  feelingAfter: EmotionalState | null;
  difficulty: number | null;
  understanding: number | null;
}

/** A unit of a pupil in a lesson: mastery when it began, and after the last answer that moved it. */
export interface UnitMoved {
  course: string;
  unit: string;
  before: number;
  /** Null: no answer moved it. */
  after: number | null;
}

/** An average, with how many it is of. */
export interface Mean {
  mean: number;
  of: number;
}

export interface LessonSummary {
  places: number;
  there: number;
  late: number;
  /** Of those who were there. */
  activeMs: Mean | null;
  attempts: number;
  solved: number;
  hints: number;
  /** Units in which somebody answered something, the most studied first; `moved` is of those pupils. */
  units: { course: string; unit: string; pupils: number; before: number; after: number }[];
  feelings: { before: Record<EmotionalState, number>; after: Record<EmotionalState, number> };
  difficulty: Mean | null;
  understanding: Mean | null;
}

/** What a lesson comes to, of what is known of its pupils. What nobody said or did is null, never a nought. */
export function summaryOf(parts: readonly LessonPart[]): LessonSummary {
  const there = parts.filter(({ attended }) => attended);
  const sum = (of: (part: LessonPart) => number) => there.reduce((all, part) => all + of(part), 0);
  return {
    places: parts.length,
    there: there.length,
    late: there.filter(({ late }) => late).length,
    activeMs: meanOf(there.map(({ activeMs }) => activeMs).filter((ms) => ms > 0)),
    attempts: sum(({ attempts }) => attempts),
    solved: sum(({ solved }) => solved),
    hints: sum(({ hints }) => hints),
    units: unitsOf(there),
    feelings: {
      before: tally(there.map(({ feelingBefore }) => feelingBefore)),
      after: tally(there.map(({ feelingAfter }) => feelingAfter)),
    },
    difficulty: meanOf(there.map(({ difficulty }) => difficulty)),
    understanding: meanOf(there.map(({ understanding }) => understanding)),
  };
}

function unitsOf(parts: readonly LessonPart[]): LessonSummary['units'] {
  const moved = parts.flatMap(({ units }) =>
    units.flatMap(({ after, ...unit }) => (after === null ? [] : [{ ...unit, after }])),
  );
  return [...Map.groupBy(moved, ({ course, unit }) => JSON.stringify([course, unit])).values()]
    .flatMap((alike) => {
      const [first] = alike;
      const mean = (of: (one: (typeof alike)[number]) => number) =>
        alike.reduce((all, one) => all + of(one), 0) / alike.length;
      return first
        ? [
            {
              course: first.course,
              unit: first.unit,
              pupils: alike.length,
              before: mean(({ before }) => before),
              after: mean(({ after }) => after),
            },
          ]
        : [];
    })
    .sort((a, b) => b.pupils - a.pupils || (a.unit < b.unit ? -1 : 1));
}

function meanOf(values: readonly (number | null)[]): Mean | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0
    ? null
    : { mean: known.reduce((all, one) => all + one, 0) / known.length, of: known.length };
}

function tally(said: readonly (EmotionalState | null)[]): Record<EmotionalState, number> {
  const count = (feeling: EmotionalState) => said.filter((one) => one === feeling).length;
  return {
    positive: count('positive'),
    neutral: count('neutral'),
    negative: count('negative'),
    extreme: count('extreme'),
  };
}
