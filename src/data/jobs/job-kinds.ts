/** The kind of job that evaluates a session that ended; its subject is `home:<id>`. */
export const EVALUATE_SESSION = 'evaluate-session';

/** The kind of job that judges earlier answers again after a question's key was corrected; its subject is `qa:<id>:<revision>`. */
export const REGRADE = 'regrade';
