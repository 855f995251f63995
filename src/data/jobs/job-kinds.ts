/** The kind of job that evaluates a session that ended; its subject is `home:<id>`. */
export const EVALUATE_SESSION = 'evaluate-session';
