/**
 * What is being done with a file that was sent: it is read, or brought in; or what came of it: it can be confirmed, it was refused with
 * a reason, it is in, or something broke.
 */
export type CurriculumUploadState = 'reading' | 'ready' | 'refused' | 'saving' | 'done' | 'failed';

/** Whether a job is at work on it. */
export const isUnderWay = (state: CurriculumUploadState): boolean => state === 'reading' || state === 'saving';
