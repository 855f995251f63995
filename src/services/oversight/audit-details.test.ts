import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AuditLine } from '../../data/people/audit-log.repo.ts';
import { idsOf, withNames } from './audit-details.ts';

const line = (details: Record<string, unknown>): AuditLine => ({
  id: 1,
  at: 0,
  action: 'edit class',
  actor: null,
  pupil: null,
  details,
});

test('the log names classes, people, schools and courses, and says by number who is gone', () => {
  const lines = [
    line({ classId: 3, managerIds: [7, 8], toSchoolId: 2, condition: 'functional' }),
    line({ classId: 3, userId: 7, courseId: 5, year: 2026 }),
  ];
  assert.deepEqual(idsOf(lines), { classes: [3], people: [7, 8], schools: [2], courses: [5] });
  const names = {
    classes: new Map([[3, '9B']]),
    people: new Map([[7, 'Amir Zoabi']]),
    schools: new Map([[2, 'Carmel View School']]),
    courses: new Map([[5, 'Algebra']]),
  };
  assert.deepEqual(
    withNames(lines, names).map(({ details }) => details),
    [
      {
        classId: ['9B'],
        managerIds: ['Amir Zoabi', '#8'],
        toSchoolId: ['Carmel View School'],
        condition: 'functional',
      },
      { classId: ['9B'], userId: ['Amir Zoabi'], courseId: ['Algebra'], year: 2026 },
    ],
  );
});
