import { MOST_ADDRESSES } from '../../domain/people/person-fields.ts';
import type { PersonRecord } from '../../services/people/people.service.ts';
import type { PersonChange } from '../../shared/people.ts';
import type { Fields } from './fields.ts';

/** What a form would hold for this person. */
export function toFields(person: PersonRecord): Fields {
  const { styles, addresses, phones, ...rest } = person;
  return {
    firstName: rest.firstName,
    lastName: rest.lastName,
    username: rest.username,
    email: rest.email ?? '',
    birthDate: rest.birthDate ?? '',
    locale: rest.locale,
    phones: phones.join('\n'),
    employmentYear: String(rest.employmentYear || ''),
    learningStyle: styles.learningStyle ?? '',
    routineStyle: styles.routineStyle ?? '',
    collaborationStyle: styles.collaborationStyle ?? '',
    ...addressFields(addresses),
  };
}

function addressFields(addresses: readonly { street: string; city: string; postalCode: string | null }[]): Fields {
  const lines = addresses.flatMap(({ street, city, postalCode }, index) => [
    [`street${index}`, street],
    [`city${index}`, city],
    [`postalCode${index}`, postalCode ?? ''],
  ]);
  return Object.fromEntries(lines);
}

const NO_ADDRESS = { street: '', city: '', postalCode: null };

/** The same fields, of what a program sends: only those that it names. */
export function changedFields(change: PersonChange): Fields {
  const { phones, addresses, styles = {}, employmentYear, ...texts } = change;
  // Addresses come all at once, so that one that is left out is gone.
  const all = addresses && Array.from({ length: MOST_ADDRESSES }, (_, index) => addresses[index] ?? NO_ADDRESS);
  const named = Object.entries({ ...texts, ...styles }).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(named.map(([name, value]) => [name, value ?? ''])),
    ...(phones ? { phones: phones.join('\n') } : {}),
    ...(all ? addressFields(all) : {}),
    ...(employmentYear === undefined ? {} : { employmentYear: String(employmentYear) }),
  };
}
