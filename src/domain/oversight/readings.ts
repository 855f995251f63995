/** What is written into the audit log when somebody has looked at what belongs to a pupil. */
export const READINGS = [
  'read a transcript',
  'view a pupil',
  'read answers',
  'export a person',
  'fetch an export of a person',
] as const;
