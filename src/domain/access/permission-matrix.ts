/** Who may do what: the specification's permission matrix as data, and the only place where it is decided. */

export const ROLES = ['student', 'parent', 'class manager', 'school manager', 'regional supervisor'] as const;
export type Role = (typeof ROLES)[number];

/** How far a permission reaches. What lies outside a person's scope does not exist for them. */
export type Scope = 'own' | 'own verified children' | 'own classes' | 'own school' | 'own subjects and regions';

/** Routes that need nobody to be logged in, or anybody. */
export type OpenAccess = 'public' | 'anyone logged in';

const MATRIX = {
  /** Home hours. Class managers create sessions too, but at school and for their classes. */
  'study at home': { student: 'own' },
  'create study session': { student: 'own', 'class manager': 'own classes' },
  /** School hours: class managers plan, start, pause and stop what their classes study. */
  'give a lesson': { 'class manager': 'own classes' },
  'chat with AI teacher': { student: 'own' },
  'change session state': { student: 'own', 'class manager': 'own classes' },
  'view own progress': { student: 'own' },
  'view child progress': { parent: 'own verified children' },
  'view class analytics': { 'class manager': 'own classes' },
  'view school analytics': { 'school manager': 'own school' },
  'view subject analytics': { 'regional supervisor': 'own subjects and regions' },
  'provide investment evaluation': { 'class manager': 'own classes' },
  'provide social evaluation': { 'class manager': 'own classes' },
  'manage curriculum': { 'regional supervisor': 'own subjects and regions' },
  'read guidance': { 'class manager': 'own classes' },
  'schedule a test': { 'class manager': 'own classes' },
  'take a test': { student: 'own' },
  'read a transcript': {
    student: 'own',
    parent: 'own verified children',
    'class manager': 'own classes',
    'school manager': 'own school',
  },
  'acknowledge a safety alert': {
    parent: 'own verified children',
    'class manager': 'own classes',
    'school manager': 'own school',
  },
  'view a pupil': { 'class manager': 'own classes', 'school manager': 'own school' },
  'message a pupil': { 'class manager': 'own classes' },
  'contest a score': { student: 'own', parent: 'own verified children' },
  'report a question': { student: 'own', 'class manager': 'own classes' },
  'mark and release results': { 'class manager': 'own classes' },
  consent: { parent: 'own verified children', 'school manager': 'own school' },
  'export a person': { student: 'own', parent: 'own verified children', 'school manager': 'own school' },
  'erase a person': { 'school manager': 'own school' },
  'read the audit log': { parent: 'own verified children', 'school manager': 'own school' },
  'administer the school': { 'school manager': 'own school' },
} satisfies Record<string, Partial<Record<Role, Scope>>>;

export type Action = keyof typeof MATRIX;

/** The scope in which a role may do this, or null where it may not at all. */
export function scopeOf(role: Role, action: Action): Scope | null {
  const row: Partial<Record<Role, Scope>> = MATRIX[action];
  return row[role] ?? null;
}

/** Who acts: always from the server-side session, never from a form, a socket message or a model. */
export interface Actor {
  userId: number;
  role: Role;
  /** First and last name, for greetings and records. */
  name: string;
  firstName: string;
  locale: string;
  /** The school of a pupil, a class manager or a school manager. */
  schoolId: number | null;
}
