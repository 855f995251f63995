import { consentText, currentVersion, PURPOSES } from '../../../src/domain/consent/purposes.ts';
import { messagesFor } from '../../../src/web/i18n/messages.ts';
import { PageFigures } from '../page-figures.ts';
import type { Recount } from '../recount.ts';
import { schoolOf } from './school.ts';

const t = messagesFor('en');

/** How full each class is: accounts in use, places, and accounts that are closed where there are any. */
export const CLASSES_OF_SCHOOL: Recount = {
  page: '/school/people/classes',
  who: 'ruth',
  count: (rows) => {
    const page = new PageFigures();
    const gone = new Set(rows.of('users').flatMap((one) => (one.disabled_at === null ? [] : [one.id])));
    const { school } = schoolOf(rows, rows.idOf('ruth'));
    const all = rows
      .of('classes')
      .filter((one) => one.school_id === school.id)
      .toSorted((a, b) => b.year - a.year || (a.name < b.name ? -1 : 1));
    for (const { id, name, year, capacity, archived_at: archived } of all) {
      const members = rows.of('classes_students').filter((one) => one.class_id === id);
      const closed = members.filter((one) => gone.has(one.student_id)).length;
      page.row(archived === null ? t.people.classesTitle : t.people.oldClasses, name, {
        [t.people.year]: [year],
        [t.people.members]: [members.length - closed, capacity, ...(closed > 0 ? [closed] : [])],
      });
    }
    return [{ path: '/school/people/classes', lines: true, figures: page.map }];
  },
};

/** What parents answered last of what is asked now; what was answered of an earlier wording is open again. */
export const CONSENTS: Recount = {
  page: '/school/consents',
  who: 'ruth',
  count: (rows) => {
    const page = new PageFigures();
    const { pupils } = schoolOf(rows, rows.idOf('ruth'));
    for (const purpose of PURPOSES) {
      const version = currentVersion(purpose);
      const answers = [...pupils].map((pupil) => {
        const given = rows.of('consents').filter((one) => one.student_id === pupil && one.purpose === purpose);
        const last = given.toSorted((a, b) => b.id - a.id)[0];
        return last?.version === version ? last.answer : null;
      });
      const count = (answer: 'yes' | 'no' | null) => [answers.filter((one) => one === answer).length];
      page.row(t.consents.countsTitle, consentText(purpose, version, 'en')?.title ?? '', {
        [t.consents.yes]: count('yes'),
        [t.consents.no]: count('no'),
        [t.consents.open]: count(null),
      });
    }
    return [{ path: '/school/consents', lines: true, figures: page.map }];
  },
};
