const LONGEST_NAME = 500;
const MOST_FOLDERS = 32;

/** Why the name of an entry is refused; null for a name that stays inside its archive. */
export function nameProblem(name: string): string | null {
  if (name === '' || name === '/') return 'an entry needs a name';
  if (name.length > LONGEST_NAME) return `a name may have ${LONGEST_NAME} characters`;
  if (/\p{Cc}/u.test(name)) return 'its name has control characters';
  if (name.includes('\\')) return 'a name may have no backslash';
  if (name.startsWith('/')) return 'a name may not begin at the root';
  if (/^[a-z]:/i.test(name)) return 'a name may not begin with a drive';
  const parts = name.replace(/\/$/, '').split('/');
  if (parts.length > MOST_FOLDERS) return `it is nested more than ${MOST_FOLDERS} folders deep`;
  if (parts.includes('..')) return 'a name may not lead out of the archive';
  if (parts.includes('') || parts.includes('.')) return 'its name has an empty part';
  return null;
}
