export type ErrorKind =
  | 'invalid-input'
  | 'not-found'
  | 'forbidden'
  | 'conflict'
  | 'too-many'
  | 'unavailable'
  | 'internal';

export interface ErrorOptions {
  /** Facts that a program can branch on; never secrets, never other people's data. */
  details?: Record<string, unknown>;
  cause?: unknown;
}

/** Every error that a person may see: a code for programs, a sentence for people. What is not an AppError is a fault of ours. */
export class AppError extends Error {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly details: Record<string, unknown> | undefined;

  constructor(kind: ErrorKind, code: string, message: string, options: ErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
    this.kind = kind;
    this.code = code;
    this.details = options.details;
  }
}

/** Unknown, or somebody else's: the two are answered the same. */
export function notFound(what: string): AppError {
  return new AppError('not-found', 'not-found', `There is no such ${what}.`);
}

/** A field that was read wrong: `fields` maps each name to what is allowed. */
export function invalidInput(message: string, fields: Record<string, string> = {}): AppError {
  return new AppError('invalid-input', 'invalid-input', message, { details: { fields } });
}
