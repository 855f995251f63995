/** What a school decides for itself. */
export interface Policies {
  /** How much of conversations parents may read. */
  transcripts: 'off' | 'summary' | 'full';
  /** While nobody has answered, a remote model may be used. */
  unansweredConsent: boolean;
  /** How long an answer to an earlier wording holds, in days. */
  consentGraceDays: number;
  /** After so many months what was said is removed; null: it is kept. */
  messageMonths: number | null;
  /** After so many months what was written about a session is removed. */
  recordMonths: number | null;
  /** Minutes of the day between which studying at home may begin; both null: at any time. */
  studyFrom: number | null;
  studyUntil: number | null;
}

export const TRANSCRIPT_POLICIES = ['off', 'summary', 'full'] as const;
export const LONGEST_RETENTION = 120;
export const LONGEST_GRACE = 365;

/** Whether a session at home may begin at this minute of the day. */
export function mayBeginAt({ studyFrom, studyUntil }: StudyHours, minute: number): boolean {
  if (studyFrom === null || studyUntil === null) return true;
  return minute >= studyFrom && minute < studyUntil;
}

export type StudyHours = Pick<Policies, 'studyFrom' | 'studyUntil'>;

/** "08:30", as a field for a time has it; nothing for null. */
export function clockTime(minutes: number | null): string {
  if (minutes === null) return '';
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

export type PolicyField =
  | 'transcripts'
  | 'unanswered'
  | 'graceDays'
  | 'messageMonths'
  | 'recordMonths'
  | 'studyFrom'
  | 'studyUntil';
export type PolicyProblem = 'choose' | 'months' | 'days' | 'time' | 'both' | 'order';
export type PolicyProblems = Partial<Record<PolicyField, PolicyProblem>>;

type Sent = Readonly<Record<string, string | undefined>>;

/** Reads what a form says; all that is wrong comes back at once. */
export function readPolicies(
  sent: Sent,
): { ok: true; policies: Policies; problems: PolicyProblems } | { ok: false; problems: PolicyProblems } {
  const transcripts = TRANSCRIPT_POLICIES.find((one) => one === sent.transcripts);
  const graceDays = wholeNumber(sent.graceDays, 0, LONGEST_GRACE);
  const months = { message: monthsIn(sent.messageMonths), record: monthsIn(sent.recordMonths) };
  const hours = { from: minutesIn(sent.studyFrom), until: minutesIn(sent.studyUntil) };
  const unanswered = sent.unanswered;
  const problems: PolicyProblems = {
    ...(transcripts === undefined ? { transcripts: 'choose' } : {}),
    ...(unanswered === 'yes' || unanswered === 'no' ? {} : { unanswered: 'choose' }),
    ...(graceDays === undefined ? { graceDays: 'days' } : {}),
    ...(months.message === undefined ? { messageMonths: 'months' } : {}),
    ...(months.record === undefined ? { recordMonths: 'months' } : {}),
    ...hoursProblems(hours.from, hours.until),
  };
  if (
    Object.keys(problems).length > 0 ||
    transcripts === undefined ||
    graceDays === undefined ||
    months.message === undefined ||
    months.record === undefined ||
    hours.from === undefined ||
    hours.until === undefined
  ) {
    return { ok: false, problems };
  }
  const policies = {
    transcripts,
    unansweredConsent: unanswered === 'yes',
    consentGraceDays: graceDays,
    messageMonths: months.message,
    recordMonths: months.record,
    studyFrom: hours.from,
    studyUntil: hours.until,
  };
  return { ok: true, policies, problems };
}

function hoursProblems(from: number | null | undefined, until: number | null | undefined): PolicyProblems {
  if (from === undefined || until === undefined) {
    return {
      ...(from === undefined ? { studyFrom: 'time' } : {}),
      ...(until === undefined ? { studyUntil: 'time' } : {}),
    };
  }
  if ((from === null) !== (until === null)) return from === null ? { studyFrom: 'both' } : { studyUntil: 'both' };
  return from !== null && until !== null && from >= until ? { studyUntil: 'order' } : {};
}

/** Null for nothing at all: it is kept. Undefined for what is no number of months. */
function monthsIn(text: string | undefined): number | null | undefined {
  return (text ?? '').trim() === '' ? null : wholeNumber(text, 1, LONGEST_RETENTION);
}

/** "08:30" → 510, "24:00" → 1440; null for nothing. */
function minutesIn(text: string | undefined): number | null | undefined {
  const written = (text ?? '').trim();
  if (written === '') return null;
  const [, hours, minutes] = /^(\d{1,2}):([0-5]\d)$/.exec(written) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  return total <= 24 * 60 ? total : undefined;
}

function wholeNumber(text: string | undefined, least: number, most: number): number | undefined {
  const written = (text ?? '').trim();
  const number = /^\d{1,4}$/.test(written) ? Number(written) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}

/** What differs, as the audit log keeps it: before and after of each. */
export function changedPolicies(
  before: Policies,
  after: Policies,
): Record<string, { before: unknown; after: unknown }> {
  const names = Object.keys(after) as (keyof Policies)[];
  return Object.fromEntries(
    names
      .filter((name) => before[name] !== after[name])
      .map((name) => [name, { before: before[name], after: after[name] }]),
  );
}
