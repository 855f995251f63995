/** A share of answers or places: so many of so many. */
export interface Part {
  part: number;
  of: number;
}

/** What a pupil came to in seven days and in the seven before, as the metrics have it: every sentence is made of this alone. */
export interface WeekFacts {
  /** How the pupil is called: the first name, or a made-up one. */
  name: string;
  /** Sessions that were attended and are over, at home and at school. */
  sessions: number;
  sessionsBefore: number;
  minutes: number;
  minutesBefore: number;
  /** Days with a session. */
  days: number;
  /** When there was none in the seven days: how many days ago the last one was; null: there never was one. */
  lastDaysAgo: number | null;
  /** First answers to questions that were right. */
  right: Part;
  rightBefore: Part;
  /** Lessons at school. */
  attendance: Part;
  /** Feelings before sessions that were said, and those of them that were bad. */
  lowFeelings: Part;
  /** Units that were practised, the most answered first, with what was known after the last answer, and before the week where that is known. */
  units: { name: string; course: string; before: number | null; after: number }[];
  /** Tests of these days whose grade was released, 0 … 100. */
  grades: { name: string; course: string; grade: number }[];
  /** The next test, if it is near; `weakUnit`: what needs practice of its course. */
  nextTest: { name: string; course: string; inDays: number; weakUnit: string | null } | null;
  /** The unit that needs practice most. */
  weakUnit: { name: string; course: string } | null;
  /** Questions that are due for review. */
  due: number;
}
