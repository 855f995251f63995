/** Whom an alert can go to. */
export interface Reachable {
  /** Named by the school: at once (0), or with the first or second escalation. */
  adults: readonly { userId: number; step: number }[];
  /** Of the pupil's classes. */
  classManagers: readonly number[];
  schoolManager: number | null;
}

/**
 * Who is told of an alert in a round; round 0 is when it is raised, each escalation is one more. The named adults whose turn it is come first and
 * everybody who was told stays told, until somebody takes it on. What is acute goes to all of them at once. The pupil's class managers know
 * from the beginning, the school manager from the first escalation on, and at once where nobody is named.
 */
export function toldInRound(
  round: number,
  severity: number,
  { adults, classManagers, schoolManager }: Reachable,
): number[] {
  const named = adults.filter(({ step }) => severity >= ACUTE || step <= round).map(({ userId }) => userId);
  const head = schoolManager !== null && (round > 0 || named.length === 0) ? [schoolManager] : [];
  return [...new Set([...named, ...classManagers, ...head])];
}

const ACUTE = 3;
