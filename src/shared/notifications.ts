/** What somebody can be told in the program: each kind with what it names. Never a pupil's words, and no more of a person than an id. */
export interface NotificationData {
  /** So many pupils of their classes have a new reason to look after them. */
  attention: { pupils: number };
  /** So many pupils of the school have one that nobody has taken on for a week. */
  'attention waits': { pupils: number };
  /** An alert waits for somebody to take it on; `round`: how often it was escalated. */
  'safety alert': { alertId: number; severity: number; round: number };
  /** The same, about nobody: to see whether alerts reach people. */
  'alert rehearsal': { rehearsalId: number; severity: number; round: number };
  /** So many hundredths of the school's budget for AI of this month are used. */
  'ai budget': { percent: number };
  /** The school lets the parents know that there was an alert. */
  'alert released': { alertId: number };
  /** Guidance of a supervisor for their classes; `number`: its version, from 1. */
  guidance: { guidanceId: number; number: number };
  /** What they asked to take out can be fetched; `personId` is null of whom the page of all leads to. */
  'export made': { whose: 'own' | 'child' | 'person'; personId: number | null };
}

export type NotificationKind = keyof NotificationData;
