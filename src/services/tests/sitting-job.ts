/** The sitting that a job is about. Throws when it names none: that is a fault of ours. */
export function sittingOf(payload: unknown): number {
  if (
    typeof payload === 'object' &&
    payload !== null &&
    'sittingId' in payload &&
    typeof payload.sittingId === 'number'
  ) {
    return payload.sittingId;
  }
  throw new Error('The job names no sitting.');
}
