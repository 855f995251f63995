/** How much of a curriculum: what a draft holds, or what of it was new. */
export interface Amount {
  courses: number;
  units: number;
  problems: number;
  questions: number;
  hints: number;
  figures: number;
}

export interface ReportedCourse {
  name: string;
  subject: string;
  gradeLevel: string;
  units: string[];
  problems: number;
  questions: number;
  /** What the database did not have yet. */
  added: { units: number; problems: number; questions: number };
}

/** What an import did, or would do: what was taken, what was not, and why. */
export interface ImportReport {
  source: string;
  /** Nothing was kept: it was only tried. */
  dryRun: boolean;
  taken: Amount;
  courses: ReportedCourse[];
  /** Problems of the source that were not taken. */
  notTaken: { id: string; reason: string }[];
  /** Parts of problems that were left out, and what somebody should look at. */
  notes: { id: string; note: string }[];
  /** Subjects that had no teacher and got one. */
  newTeachers: string[];
  /** Enrolments that were new: pupils times courses. */
  enrolled: number;
}

/** The report for people, a line an entry. */
export function reportLines(report: ImportReport): string[] {
  const { taken } = report;
  const added = report.courses.reduce((sum, course) => sum + course.added.problems, 0);
  return [
    `${report.dryRun ? 'Tried' : 'Imported'} ${report.source}.`,
    `Taken: ${[
      plural(taken.courses, 'course'),
      plural(taken.units, 'unit'),
      plural(taken.problems, 'problem'),
      plural(taken.questions, 'question'),
      plural(taken.hints, 'hint'),
      plural(taken.figures, 'figure'),
    ].join(
      ', ',
    )}. ${added === taken.problems ? 'All of it is new.' : `New: ${plural(added, 'problem')}; the others are there already.`}`,
    ...report.courses.flatMap((course) => [
      `  ${course.name} (${course.subject}, ${course.gradeLevel}): ${plural(course.questions, 'question')} in ${plural(course.units.length, 'unit')}`,
      ...course.units.map((unit) => `    ${unit}`),
    ]),
    ...(report.newTeachers.length > 0 ? [`New teachers for: ${report.newTeachers.join(', ')}.`] : []),
    ...(report.enrolled > 0 ? [`New enrolments: ${report.enrolled}.`] : []),
    ...section(
      `Not taken: ${plural(report.notTaken.length, 'problem')}`,
      report.notTaken.map(({ id, reason }) => `${id}: ${reason}`),
    ),
    ...section(
      `Notes: ${report.notes.length}`,
      report.notes.map(({ id, note }) => `${id}: ${note}`),
    ),
    ...(report.dryRun ? ['Nothing was saved: this was a trial.'] : []),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
