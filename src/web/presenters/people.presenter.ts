import type * as z from 'zod';
import type { Guardianship, PeoplePage, PersonPage } from '../../services/people/people.service.ts';
import type { ClassesPage, ClassPage } from '../../services/people/school-classes.service.ts';
import type { guardians, PersonView, peopleList, SchoolClassView, schoolClassList } from '../../shared/people.ts';
import { iso, isoOrNull } from './moment.ts';

type Line = z.infer<typeof peopleList>['people'][number];
type Guardian = z.infer<typeof guardians>[number];

/** One page of the people of a school. */
export function toPeopleList({ people, total, pages, wishes }: PeoplePage): z.infer<typeof peopleList> {
  return {
    people: people.map(({ role, children, ...one }) => ({
      id: one.id,
      role: managedRole(role),
      firstName: one.firstName,
      lastName: one.lastName,
      username: one.username,
      email: one.email,
      disabled: one.disabled,
      hasPassword: one.hasPassword,
      classes: one.classes.map(toClass),
      children: children.map(({ studentId, student, status }) => ({ id: studentId, name: student, status })),
    })),
    total,
    page: wishes.page,
    pages,
  };
}

/** The directory lists nobody else. */
function managedRole(role: string): Line['role'] {
  return role === 'student' || role === 'parent' ? role : 'class manager';
}

/** One person, with what belongs to the role and nothing of another. */
export function toPerson({ person, card, transfer, ...page }: PersonPage): PersonView {
  const { role } = person;
  return {
    id: person.id,
    role,
    firstName: person.firstName,
    lastName: person.lastName,
    username: person.username,
    email: person.email,
    birthDate: person.birthDate,
    locale: person.locale,
    phones: person.phones,
    addresses: person.addresses,
    styles: role === 'student' ? person.styles : null,
    employmentYear: role === 'class manager' ? person.employmentYear : null,
    createdAt: iso(person.createdAt),
    disabledAt: isoOrNull(person.disabledAt),
    hasPassword: person.hasPassword,
    keptHere: page.kept,
    classes: page.classes.map(toClass),
    guardians: page.guardians.map((one) => toGuardian(one, { id: one.parentId, name: one.parent })),
    children: page.children.map((one) => toGuardian(one, { id: one.studentId, name: one.student })),
    childrenElsewhere: page.elsewhere,
    oneTimeLinkUntil: isoOrNull(page.linkUntil),
    loginCard: card && { createdAt: iso(card.createdAt), lastUsedAt: isoOrNull(card.lastUsedAt) },
    released: transfer && {
      schoolId: transfer.toSchoolId,
      school: transfer.toSchool,
      at: iso(transfer.releasedAt),
    },
  };
}

function toGuardian({ status, statusAt, statusNote }: Guardianship, who: { id: number; name: string }): Guardian {
  return { ...who, status, statusSince: isoOrNull(statusAt), note: statusNote };
}

function toClass({ id, name, year, gradeLevel }: PersonPage['classes'][number]) {
  return { id, name, year, gradeLevel };
}

/** All classes of a school, those that are put away last. */
export function toSchoolClassList({ classes, archived }: ClassesPage): z.infer<typeof schoolClassList> {
  return [...classes, ...archived].map(({ managers, archivedAt, ...one }) => ({
    id: one.id,
    name: one.name,
    year: one.year,
    gradeLevel: one.gradeLevel,
    capacity: one.capacity,
    pupils: one.pupils,
    closed: one.closed,
    managers: managers.map(({ userId, name }) => ({ id: userId, name })),
    archivedAt: isoOrNull(archivedAt),
  }));
}

export function toSchoolClass({ one, managers, members }: ClassPage): SchoolClassView {
  const { archivedAt, id, name, year, gradeLevel, capacity } = one;
  return {
    id,
    name,
    year,
    gradeLevel,
    capacity,
    archivedAt: isoOrNull(archivedAt),
    managers: managers.map((manager) => ({ id: manager.userId, name: manager.name })),
    pupils: members.map((member) => ({
      id: member.userId,
      name: member.name,
      username: member.username,
      disabled: member.disabled,
      hasPassword: member.hasPassword,
    })),
  };
}
