import { TextField } from '../../components/field.tsx';
import type { ScheduleForm } from '../../forms/schedule.form.ts';
import { usePage } from '../../page-context.ts';

/** From when to when a test can be taken. */
export function WindowFields({ form }: { form: ScheduleForm }) {
  const { classTests: words } = usePage().t;
  return (
    <div class="stack tight">
      <p class="quiet">{words.windowHint}</p>
      <div class="grid">
        <TextField
          name="date"
          type="datetime-local"
          label={words.opens}
          value={form.date}
          problem={form.problems.date}
          required
        />
        <TextField
          name="deadline"
          type="datetime-local"
          label={words.closes}
          value={form.deadline}
          problem={form.problems.deadline}
          required
        />
      </div>
    </div>
  );
}
