import type { AuditLine } from '../../data/people/audit-log.repo.ts';

/** What numbers in the details of an entry stand for. */
const NUMBERS = {
  classId: 'classes',
  userId: 'people',
  parentId: 'people',
  managerIds: 'people',
  fromSchoolId: 'schools',
  toSchoolId: 'schools',
  courseId: 'courses',
} as const;

type NumberKey = keyof typeof NUMBERS;
export type Named = (typeof NUMBERS)[NumberKey];

/** Numbers of rows, by what they are of. */
export type NamedIds = Record<Named, number[]>;
/** The names that there still are. */
export type NamesById = Record<Named, ReadonlyMap<number, string>>;

const isNumber = (key: string): key is NumberKey => key in NUMBERS;
const idsIn = (value: unknown): number[] => [value].flat().filter((id): id is number => typeof id === 'number');

/** What entries speak of by number, each once. */
export function idsOf(lines: readonly AuditLine[]): NamedIds {
  const found = {
    classes: new Set<number>(),
    people: new Set<number>(),
    schools: new Set<number>(),
    courses: new Set<number>(),
  };
  for (const [key, value] of lines.flatMap(({ details }) => Object.entries(details))) {
    if (isNumber(key)) for (const id of idsIn(value)) found[NUMBERS[key]].add(id);
  }
  return {
    classes: [...found.classes],
    people: [...found.people],
    schools: [...found.schools],
    courses: [...found.courses],
  };
}

/** The entries with names in place of numbers; who or what is gone keeps its number, as `#7`. */
export function withNames(lines: readonly AuditLine[], names: NamesById): AuditLine[] {
  const nameOf = (key: NumberKey, id: number) => names[NUMBERS[key]].get(id) ?? `#${id}`;
  return lines.map((line) => ({
    ...line,
    details: Object.fromEntries(
      Object.entries(line.details).map(([key, value]) => [
        key,
        isNumber(key) ? idsIn(value).map((id) => nameOf(key, id)) : value,
      ]),
    ),
  }));
}
