import { AppError } from '../domain/errors/app-error.ts';

/** What was chosen is not there any more, or does not go with how things stand by now. */
export interface Refusal {
  status: 404 | 409;
  message: string;
}

export type Tried<Value> = { ok: true; value: Value } | { ok: false; refusal: Refusal };

/** Does it; what is in the way comes back, so that the page can be shown again with it. */
export async function tried<Value>(work: () => Promise<Value>): Promise<Tried<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.kind === 'not-found') return { ok: false, refusal: { status: 404, message: error.message } };
    if (error.kind === 'conflict') return { ok: false, refusal: { status: 409, message: error.message } };
    throw error;
  }
}
