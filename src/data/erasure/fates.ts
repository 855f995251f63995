import type { TABLES } from '../db/schema.ts';

/**
 * What becomes of a column when somebody is erased. Where a column is the id of the person:
 * - `gone`: the row goes.
 * - `gone unless staff`: the row of a pupil or a parent goes; what staff did stays, under an account without a name.
 * - `unset`: the row stays, and forgets who it was; of staff it stays.
 * - `author`: the same, and what they wrote into the `authored` columns of the row goes.
 * - `staff`: always a member of staff, whose account has no name any more.
 * Where it names the person another way:
 * - `username`: the row goes whose column says their username, by itself or after `account:`.
 * - `with …`: the row hangs on a row that goes, and goes with it; `without message` forgets the message alone.
 * - `files of the school`: the row holds a file about everybody of the person's school, and goes.
 * What the row says:
 * - `own`: something about the person it belongs to; it goes with its row.
 * - `words`: others may have written of the person in it, and it may stay: names, and in their sessions their words, are taken out.
 * - `authored`: see `author`.
 * - `no`: nothing about a person.
 */
export type Fate =
  | 'gone'
  | 'gone unless staff'
  | 'unset'
  | 'author'
  | 'staff'
  | 'username'
  | 'with home session'
  | 'with own school session'
  | 'with sitting'
  | 'with message'
  | 'without message'
  | 'with attempt'
  | 'with export'
  | 'files of the school'
  | 'own'
  | 'words'
  | 'authored'
  | 'no';

/** Names every column of some tables; one that is missing is an error of types. */
export type PlanFor<Some> = { [Name in keyof Some]: Record<keyof Some[Name], Fate> };

export type ErasurePlan = PlanFor<typeof TABLES>;
