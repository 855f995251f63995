/** What somebody can be told in the program: each kind with what it names. Never a pupil's words, and no more of a person than an id. */
export interface NotificationData {
  /** So many pupils of their classes have a new reason to look after them. */
  attention: { pupils: number };
  /** So many pupils of the school have one that nobody has taken on for a week. */
  'attention waits': { pupils: number };
  /** The school lets the parents know that there was an alert. */
  'alert released': { alertId: number };
}

export type NotificationKind = keyof NotificationData;
