/** What somebody can be told in the program: each kind with what it names. Never a pupil's words, and no more of a person than an id. */
export interface NotificationData {
  /** The school lets the parents know that there was an alert. */
  'alert released': { alertId: number };
}

export type NotificationKind = keyof NotificationData;
