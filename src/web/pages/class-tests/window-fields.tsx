import { TextField } from '../../components/field.tsx';
import { Notice } from '../../components/surfaces.tsx';
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

/** That what was filled in cannot be taken, and why where no field says it; nothing where all is well. */
export function Wrong({ form: { problems, reason } }: { form: ScheduleForm }) {
  const { t } = usePage();
  const words = t.classTests;
  if (Object.keys(problems).length === 0) return null;
  const { testId, whole } = problems;
  return (
    <Notice tone="warn" announce>
      <p>{whole ?? words.somethingWrong}</p>
      {testId && <p>{testId}</p>}
      {whole && reason.trim() !== '' && (
        <>
          <p>{t.common.errors.wrote}</p>
          <blockquote class="as-written" dir="auto">
            {reason}
          </blockquote>
        </>
      )}
    </Notice>
  );
}
