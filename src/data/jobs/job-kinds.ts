/** The kind of job that evaluates a session that ended; its subject is `home:<id>`. */
export const EVALUATE_SESSION = 'evaluate-session';

/** The kind of job that judges earlier answers again after a question's key was corrected; its subject is `qa:<id>:<revision>`. */
export const REGRADE = 'regrade';
/** The kind of job that marks a test that was handed in; its subject is `sitting:<id>`. */
export const MARK_TEST = 'mark-test';
/** The kind of job that lets mastery learn from a test that was released; its subject is `sitting:<id>`. */
export const LEARN_FROM_TEST = 'learn-from-test';
/** The kind of job that counts the sessions of a database whose figures were not kept yet; its subject is `all`. */
export const COUNT_SESSIONS = 'count-sessions';
/** The kind of job that reads a file of questions or brings it in; its subject is `upload:<id>:<sent at>:<version>`. */
export const IMPORT_CURRICULUM = 'import-curriculum';
/** The kinds of job that hand a letter to the mail server; the subject is the letter's key. Urgent ones wait behind no other. */
export const SEND_MAIL = 'send-mail';
export const SEND_URGENT_MAIL = 'send-urgent-mail';
/** The kind of job that closes a school's quarter; its subject is `closing:<id>`. */
export const CLOSE_QUARTER = 'close-quarter';
/** The kind of job that erases a person; its subject is `erasure:<id>`. */
export const ERASE_PERSON = 'erase-person';
/** The kind of job that takes out all that is stored about a person; its subject is `export:<id>`. */
export const EXPORT_PERSON = 'export-person';
/** The kind of job that looks which pupils of a school need attention; its subject is `school:<id>:<day>`. */
export const WATCH_ATTENTION = 'watch-attention';
/** The kind of job that removes what a school's policy no longer keeps; its subject is `school:<id>:<day>:<part>`. */
export const REMOVE_WORDS = 'remove-words';
/** The kind of job that makes a report, or those of all pupils of a class; its subject is `report:<id>`. */
export const MAKE_REPORT = 'make-report';
/** The kind of job that brings a report to paper; its subject is `print:<id>`. */
export const PRINT_REPORT = 'print-report';
/** The kind of job that writes a parent about a child's week; its subject is `parent:child:last day`. */
export const WEEKLY_LETTER = 'weekly-letter';
