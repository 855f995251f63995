import { MINUTES_A_QUESTION } from '../../../domain/assessment/draw-questions.ts';
import { TEST_TYPES } from '../../../domain/curriculum/curriculum.ts';
import { webAddressOf } from '../../../domain/curriculum/web-address.ts';
import { type DraftForm, EditFrame, problemOf } from '../../components/curriculum/edit-frame.tsx';
import { Problem, SelectField, TextField } from '../../components/field.tsx';
import { TestLink } from '../../components/test-link.tsx';
import type { Written } from '../../forms/curriculum/simple.forms.ts';
import { usePage } from '../../page-context.ts';
import { courseHref } from './addresses.ts';
import { ArchiveField } from './problem-edit.page.tsx';

export interface TestEditProps {
  courseId: number;
  courseName: string;
  /** In teaching order, as the form has them. */
  units: readonly { key: string; name: string; forTests: number }[];
  written: Written;
  form: DraftForm;
}

/** Writing what a test is about; when it is taken is for the class managers. */
export function TestEditPage({ courseId, courseName, units, written, form }: TestEditProps) {
  const { t } = usePage();
  const words = t.curriculum;
  const value = (name: string) => written[name]?.[0] ?? '';
  const field = (name: string) => ({ name, problem: problemOf(form.problems, name), value: value(name) });
  const wrong = problemOf(form.problems, 'units');
  return (
    <EditFrame
      title={form.token === '' ? words.newTest : value('name')}
      back={{ href: courseHref(courseId), text: courseName }}
      form={form}
    >
      <section class="sheet stack">
        <TextField {...field('name')} label={words.name} maxLength={190} />
        <div class="fields">
          <SelectField
            {...field('type')}
            label={words.type}
            options={TEST_TYPES.map((type) => ({ value: type, label: t.words.tests[type] }))}
          />
          <TextField {...field('minutes')} label={words.minutes} />
          <TextField
            {...field('questionCount')}
            label={words.questionCount}
            hint={words.questionCountHint(MINUTES_A_QUESTION)}
          />
        </div>
        <TextField {...field('link')} label={words.link} hint={words.linkHint} />
        <TestLink link={webAddressOf(value('link').trim())} />
        <fieldset class="field" id="units" aria-describedby={wrong ? 'units-problem' : undefined}>
          <legend>{words.units}</legend>
          <span class="hint">{words.testUnitsHint}</span>
          {units.map(({ key, name, forTests }, at) => (
            <div key={key} class="weighted">
              <input type="hidden" name={`unit-${at}`} value={key} />
              <label for={`weight-${at}`}>
                <bdi>{name}</bdi> <span class="quiet">{words.forTests(forTests)}</span>
              </label>
              <input
                id={`weight-${at}`}
                class="input short"
                type="text"
                inputMode="decimal"
                name={`weight-${at}`}
                value={value(`weight-${at}`)}
              />
            </div>
          ))}
          <Problem id="units-problem" text={wrong} />
        </fieldset>
        {form.isLive && (
          <ArchiveField checked={value('archived') === 'yes'} problem={problemOf(form.problems, 'archived')} />
        )}
      </section>
    </EditFrame>
  );
}
