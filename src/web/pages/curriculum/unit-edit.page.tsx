import { UNIT_TYPES } from '../../../domain/curriculum/curriculum.ts';
import { Choices } from '../../components/choices.tsx';
import { type DraftForm, EditFrame, problemOf } from '../../components/curriculum/edit-frame.tsx';
import { SelectField, TextArea, TextField } from '../../components/field.tsx';
import type { Written } from '../../forms/curriculum/simple.forms.ts';
import { usePage } from '../../page-context.ts';
import { courseHref, unitHref } from './addresses.ts';
import { ArchiveField } from './problem-edit.page.tsx';

export interface UnitEditProps {
  courseId: number;
  courseName: string;
  /** Null: a new one. */
  unitKey: string | null;
  /** The other units, for what it may build on. */
  others: readonly { key: string; name: string }[];
  written: Written;
  form: DraftForm;
}

/** Writing what a unit is and what it builds on. */
export function UnitEditPage({ courseId, courseName, unitKey, others, written, form }: UnitEditProps) {
  const { curriculum: words } = usePage().t;
  const value = (name: string) => written[name]?.[0] ?? '';
  const field = (name: string) => ({ name, problem: problemOf(form.problems, name), value: value(name) });
  return (
    <EditFrame
      title={unitKey === null ? words.newUnit : words.editUnit}
      back={
        unitKey === null
          ? { href: courseHref(courseId), text: courseName }
          : { href: unitHref(courseId, unitKey), text: value('name') || unitKey }
      }
      form={form}
    >
      <section class="sheet stack">
        <TextField {...field('name')} label={words.name} maxLength={190} />
        <div class="fields">
          <SelectField
            {...field('type')}
            label={words.type}
            options={UNIT_TYPES.map((type) => ({ value: type, label: words.unitTypes[type] }))}
          />
          <TextField {...field('weight')} label={words.weight} hint={words.weightHint} />
          <TextField {...field('minutes')} label={words.minutes} hint={words.unitMinutesHint} />
        </div>
        <TextArea {...field('description')} label={words.description} />
        {others.length > 0 && (
          <Choices
            name="prerequisites"
            label={words.prerequisites}
            hint={words.unitPrerequisitesHint}
            problem={problemOf(form.problems, 'prerequisites')}
            several
            layout="list"
            chosen={written.prerequisites ?? []}
            choices={others.map(({ key, name }) => ({ value: key, label: name }))}
          />
        )}
        {form.isLive && (
          <ArchiveField checked={value('archived') === 'yes'} problem={problemOf(form.problems, 'archived')} />
        )}
      </section>
    </EditFrame>
  );
}
