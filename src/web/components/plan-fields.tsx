import { SelectField, TextField } from './field.tsx';

export interface PlanFieldsProps {
  courses: readonly { course: { id: number; name: string } }[];
  minutes: { least: number; most: number; planned: number };
  form: { course: string; minutes: string; problems: { course?: string | undefined; minutes?: string | undefined } };
  words: { course: string; mostUrgent: string; minutes: string };
}

/** Which course a plan is for, and how long: the same for a pupil's plan and for a group's. */
export function PlanFields({ courses, minutes, form, words }: PlanFieldsProps) {
  return (
    <>
      <SelectField
        name="course"
        label={words.course}
        value={form.course}
        problem={form.problems.course}
        options={[
          { value: '', label: words.mostUrgent },
          ...courses.map(({ course }) => ({ value: String(course.id), label: course.name })),
        ]}
      />
      <TextField
        name="minutes"
        type="number"
        label={words.minutes}
        min={minutes.least}
        max={minutes.most}
        value={form.minutes || String(minutes.planned)}
        problem={form.problems.minutes}
      />
    </>
  );
}
