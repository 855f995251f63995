import type { Role } from '../../src/domain/access/permission-matrix.ts';

/** Whose thing a request names, seen from the pupil "own". */
export const TARGETS = ['own', 'class', 'school', 'other school', 'other region', 'deleted'] as const;
export type Target = (typeof TARGETS)[number];

/** Who sends it. `elsewhere`: the same role in another school. */
export const ACTORS = [
  'pupil',
  'pupil elsewhere',
  'parent',
  'parent elsewhere',
  'blocked parent',
  'class manager',
  'class manager of another class',
  'class manager elsewhere',
  'school manager',
  'school manager elsewhere',
  'school manager far away',
  'supervisor',
  'supervisor elsewhere',
  'supervisor of another subject',
  'anonymous',
  'disabled',
  'expired',
  'deleted account',
] as const;
export type ActorName = (typeof ACTORS)[number];

/** Null: nobody is logged in, whatever the cookie says. */
export const ROLE: Record<ActorName, Role | null> = {
  pupil: 'student',
  'pupil elsewhere': 'student',
  parent: 'parent',
  'parent elsewhere': 'parent',
  'blocked parent': 'parent',
  'class manager': 'class manager',
  'class manager of another class': 'class manager',
  'class manager elsewhere': 'class manager',
  'school manager': 'school manager',
  'school manager elsewhere': 'school manager',
  'school manager far away': 'school manager',
  supervisor: 'regional supervisor',
  'supervisor elsewhere': 'regional supervisor',
  'supervisor of another subject': 'regional supervisor',
  anonymous: null,
  disabled: null,
  expired: null,
  'deleted account': null,
};

/** Whose pupils an actor has to do with: own, own verified children, own classes, own school. Nobody else exists for them. */
export const REACH: Record<ActorName, readonly Target[]> = {
  pupil: ['own'],
  'pupil elsewhere': ['other school'],
  parent: ['own'],
  'parent elsewhere': ['other school'],
  'blocked parent': [],
  'class manager': ['own', 'class'],
  'class manager of another class': ['school'],
  'class manager elsewhere': ['other school'],
  'school manager': ['own', 'class', 'school'],
  'school manager elsewhere': ['other school'],
  'school manager far away': ['other region'],
  supervisor: [],
  'supervisor elsewhere': [],
  'supervisor of another subject': [],
  anonymous: [],
  disabled: [],
  expired: [],
  'deleted account': [],
};

/** What a canary stands in. */
export type CanaryKind =
  | 'name'
  | 'surname'
  | 'username'
  | 'email'
  | 'course'
  | 'test'
  | 'words'
  | 'reply'
  | 'hidden'
  | 'evaluation'
  | 'feedback'
  /** What a class manager has noted for a teacher. */
  | 'whisper'
  | 'device'
  | 'report'
  /** Why the pupil contests a score. */
  | 'contest'
  /** What a test asks that is under way or handed in. */
  | 'testquestion'
  /** What is being written in a test, and what was handed in. */
  | 'testdraft'
  | 'testanswer'
  /** What was said of an answer whose result is not released. */
  | 'testmark'
  /** What a supervisor has not published. */
  | 'draft';

/** What each role may read of the pupils within its reach; of anybody else nothing at all. */
const READABLE: Record<Role, readonly CanaryKind[]> = {
  student: [
    'name',
    'surname',
    'course',
    'test',
    'words',
    'reply',
    'hidden',
    'evaluation',
    'feedback',
    'report',
    'contest',
    'testquestion',
    'testdraft',
  ],
  // Never what is hidden from them, never what the child told the teacher about the session.
  parent: ['name', 'surname', 'course', 'test', 'words', 'reply', 'evaluation'],
  'class manager': [
    'name',
    'contest',
    'surname',
    'course',
    'test',
    'words',
    'reply',
    'hidden',
    'evaluation',
    'feedback',
    'whisper',
    'testquestion',
    'testanswer',
    'testmark',
  ],
  // Words only on an alert, with a reason: no page or route gives them without.
  'school manager': ['name', 'contest', 'surname', 'username', 'email', 'course', 'test', 'evaluation', 'device'],
  // Subjects and regions, no names.
  'regional supervisor': ['course', 'test'],
};

/** People of the school whose names an actor may read besides their own and those of the pupils within reach. */
const COLLEAGUES: Partial<Record<ActorName, readonly ActorName[]>> = {
  // Which parents may see them, and who gives their lessons.
  pupil: ['parent', 'class manager'],
  'pupil elsewhere': ['parent elsewhere', 'class manager elsewhere'],
  'school manager': ['class manager', 'class manager of another class', 'disabled', 'parent', 'blocked parent'],
  'class manager': ['disabled'],
  'school manager elsewhere': ['class manager elsewhere', 'parent elsewhere'],
};

/** The staff of a family's school: who looked at what is stored of a pupil is told by name. */
const STAFF_OF: Partial<Record<ActorName, readonly ActorName[]>> = {
  pupil: ['class manager', 'school manager'],
  parent: ['class manager', 'school manager'],
  'pupil elsewhere': ['class manager elsewhere', 'school manager elsewhere'],
  'parent elsewhere': ['class manager elsewhere', 'school manager elsewhere'],
};

export function staffOf(actor: ActorName): string[] {
  return (STAFF_OF[actor] ?? []).flatMap((name) => [canary(name, 'name'), canary(name, 'surname')]);
}

/** All courses are of one subject. Who supervises it, in whatever region, manages them all; who supervises another, none. */
export const SUBJECT_OF_ALL: readonly ActorName[] = ['supervisor', 'supervisor elsewhere'];

/** In whose schools' region an actor supervises that subject. */
export const REGION_OF: Partial<Record<ActorName, readonly Target[]>> = {
  supervisor: ['own', 'class', 'school', 'other school'],
  'supervisor elsewhere': ['other region'],
};

/**
 * What those who manage a curriculum read of it: also what pupils report, questions that are kept for tests, and drafts, which
 * nobody else reads.
 */
const CURRICULUM = ['course', 'test', 'draft', 'testquestion', 'report'] as const;

/** A mark that survives escaping, markdown and JSON as it is. */
export function canary(owner: ActorName | Target, kind: CanaryKind): string {
  return `zq${owner.replaceAll(' ', '')}zz${kind}qz`;
}

/** All marks in a text. */
export function canariesIn(text: string): string[] {
  return [...new Set(text.match(/zq[a-z]+?zz[a-z]+?qz/g) ?? [])];
}

/** The marks that an actor may see anywhere. */
export function visibleTo(actor: ActorName, more: Partial<Record<Role, readonly CanaryKind[]>> = {}): Set<string> {
  const role = ROLE[actor];
  if (role === null) return new Set();
  const kinds = [...READABLE[role], ...(more[role] ?? [])];
  const own = REACH[actor].flatMap((target) => kinds.map((kind) => canary(target, kind)));
  const people = [actor, ...(COLLEAGUES[actor] ?? [])];
  const names = people.flatMap((name) => [canary(name, 'name'), canary(name, 'surname')]);
  const curriculum = SUBJECT_OF_ALL.includes(actor)
    ? TARGETS.flatMap((target) => CURRICULUM.map((kind) => canary(target, kind)))
    : [];
  return new Set([...own, ...names, ...curriculum]);
}
