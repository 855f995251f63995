/** What somebody may look for among the people of a school besides who they are; the last two are pupils whose account is open. */
export const DIRECTORY_STATES = ['no password', 'disabled', 'no parent', 'no class'] as const;
export type DirectoryState = (typeof DIRECTORY_STATES)[number];
