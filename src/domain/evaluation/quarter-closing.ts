import { AppError, invalidInput } from '../errors/app-error.ts';
import { nameOfQuarter, quarterNamed, type SchoolQuarter } from './school-quarter.ts';

/** A quarter is closed by itself so many days after its end: until then class managers can still give scores for its last lessons. */
export const CLOSES_AFTER_DAYS = 7;
/** Pupils and parents see it so many days after it was closed, also where a class manager has not released it. */
export const RELEASED_AFTER_DAYS = 14;

/** The quarter of this name. Throws `invalid-input` for what names none. */
export function requireQuarter(name: string): SchoolQuarter {
  const quarter = quarterNamed(name);
  if (quarter) return quarter;
  throw invalidInput(`"${name}" is no quarter.`, { quarter: 'school year and number, such as 2026/1, from 1 to 4' });
}

/** A quarter can be closed when its last day is over; before, this says when that is. */
export class QuarterNotOverError extends AppError {
  constructor(quarter: SchoolQuarter) {
    const { lastDay } = quarter;
    super(
      'conflict',
      'quarter-not-over',
      `Quarter ${nameOfQuarter(quarter)} ends on ${lastDay}. Close it after that day.`,
      {
        details: { lastDay },
      },
    );
  }
}

/** It was closed before: it is made anew only for somebody who says so. */
export class QuarterClosedError extends AppError {
  constructor(quarter: SchoolQuarter) {
    super('conflict', 'quarter-closed', `Quarter ${nameOfQuarter(quarter)} is closed already.`);
  }
}

/** Nobody of the school studied in these days. */
export class NothingToCloseError extends AppError {
  constructor(quarter: SchoolQuarter) {
    super('conflict', 'nothing-to-close', `Nobody of this school studied in quarter ${nameOfQuarter(quarter)}.`);
  }
}

/** Somebody has asked for it, and it is being made. */
export class ClosingUnderWayError extends AppError {
  constructor(quarter: SchoolQuarter) {
    super('conflict', 'closing-under-way', `Quarter ${nameOfQuarter(quarter)} is being closed right now.`);
  }
}
