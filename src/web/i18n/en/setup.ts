import type { FirstSchoolFault, FirstSchoolProblem } from '../../../domain/people/first-school.ts';
import { tooLong } from './too-long.ts';

const problems: Record<FirstSchoolFault, string> = {
  missing: 'Please write it here.',
  email: 'This is no email address; one looks like name@school.org.',
  code: 'This is not the code that the start printed. It has three groups of four letters and digits.',
};

/** Words of the first page of an empty installation. */
export const setup = {
  title: 'Set up your school',
  lead: 'Nobody is here yet. Make the first school and the account of who manages it; everybody else comes later.',
  code: 'Code',
  codeHint: 'The program printed it where it was started.',
  school: 'Name of the school',
  region: 'Region',
  regionHint: 'For example north, haifa, center, tel aviv, jerusalem or south.',
  manager: 'Who manages the school',
  managerLead: 'They add classes and people, or bring them in from a file.',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'Email',
  optional: 'Not needed.',
  submit: 'Make the school',
  next: 'After that the manager chooses a password, and is in.',
  problem: (problem: FirstSchoolProblem) =>
    typeof problem === 'object' ? tooLong(problem.most, problem.read) : problems[problem],
  /** On the login page of an empty installation. */
  needed: 'There is no school here yet.',
  link: 'Set up the first school',
};
