import type { Role } from '../../../domain/access/permission-matrix.ts';

/** Somebody who can log in to the sample region. */
export interface SampleLogin {
  role: Role;
  username: string;
  password: string;
  name: string;
}

interface Named {
  role: Role;
  firstName: string;
  lastName: string;
  password: string;
}

/** The people with a login, one for each role and a second family in another school; the same for every seed. */
export const NAMED = {
  noa: { role: 'student', firstName: 'Noa', lastName: 'Peretz', password: 'noa-studies-2026' },
  dalia: { role: 'parent', firstName: 'Dalia', lastName: 'Peretz', password: 'dalia-cares-2026' },
  amir: { role: 'class manager', firstName: 'Amir', lastName: 'Zoabi', password: 'amir-teaches-2026' },
  ruth: { role: 'school manager', firstName: 'Ruth', lastName: 'Friedman', password: 'ruth-leads-2026' },
  yossi: { role: 'regional supervisor', firstName: 'Yossi', lastName: 'Dahan', password: 'yossi-guides-2026' },
  lina: { role: 'student', firstName: 'Lina', lastName: 'Abu Salem', password: 'lina-studies-2026' },
  sami: { role: 'parent', firstName: 'Sami', lastName: 'Abu Salem', password: 'sami-cares-2026' },
} as const satisfies Record<string, Named>;

export const SAMPLE_LOGINS: readonly SampleLogin[] = Object.entries(NAMED).map(([username, person]) => ({
  role: person.role,
  username,
  password: person.password,
  name: `${person.firstName} ${person.lastName}`,
}));
