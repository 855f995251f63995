/** What may be wrong with a question, as somebody says who worked on it. */
export const REPORT_REASONS = ['answer', 'unclear', 'text', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** How those who reported a question are answered. */
export const REPORT_ANSWERS = ['corrected', 'dismissed'] as const;
export type ReportAnswer = (typeof REPORT_ANSWERS)[number];

export type ReportState = 'open' | ReportAnswer;

/** What somebody was at when they met the question. */
export const REPORT_ORIGINS = ['home session', 'lesson', 'test'] as const;
export type ReportOrigin = (typeof REPORT_ORIGINS)[number];

export const LONGEST_COMMENT = 1000;
export const LONGEST_REPLY = 1000;
