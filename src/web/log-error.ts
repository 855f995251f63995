/** An error as the log keeps it. */
export interface LoggedError {
  type: string;
  message: string;
  stack: string;
  code?: string;
  errno?: number;
  cause?: LoggedError;
}

/** Deeper causes tell nothing more. */
const DEEPEST = 4;

/**
 * What of an error may stand in the log: what went wrong and where, never what a person wrote. Drivers of databases put the
 * whole query with its values into their errors, and the value itself into "Duplicate entry 'x'": both stay out.
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'something was thrown that is no error', stack: '' };
  const [code, errno, state]: unknown[] = ['code', 'errno', 'sqlState'].map((name) => Reflect.get(error, name));
  const plain = (text: string) => (state === undefined ? text : withoutValues(text, error.message));
  return {
    type: error.name,
    message: plain(error.message),
    stack: plain(error.stack ?? ''),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof errno === 'number' ? { errno } : {}),
    ...(error.cause instanceof Error && depth < DEEPEST ? { cause: loggedError(error.cause, depth + 1) } : {}),
  };
}

/** The message ends with what it quotes: a value may hold quotation marks of its own. */
function withoutValues(text: string, message: string): string {
  const first = message.indexOf("'");
  if (first < 0) return text;
  const key = /' for key '([\w.]+)'$/.exec(message)?.[1];
  return text.replaceAll(message, `${message.slice(0, first)}'…'${key === undefined ? '' : ` for key '${key}'`}`);
}
