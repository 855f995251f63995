import { COURSE_TYPES, GRADE_LEVELS } from '../../../domain/curriculum/curriculum.ts';
import { Button } from '../../components/button.tsx';
import { Choices } from '../../components/choices.tsx';
import { type DraftForm, EditFrame, problemOf } from '../../components/curriculum/edit-frame.tsx';
import { SelectField, TextArea, TextField } from '../../components/field.tsx';
import type { Written } from '../../forms/curriculum/simple.forms.ts';
import { usePage } from '../../page-context.ts';
import { courseHref } from './addresses.ts';
import { ArchiveField } from './problem-edit.page.tsx';

export interface CourseEditProps {
  /** Null: a new one. */
  courseId: number | null;
  subjects: readonly string[];
  others: readonly { id: number; name: string; subject: string }[];
  written: Written;
  form: DraftForm;
}

/** Writing what a course is. */
export function CourseEditPage({ courseId, subjects, others, written, form }: CourseEditProps) {
  const { t } = usePage();
  const words = t.curriculum;
  const value = (name: string) => written[name]?.[0] ?? '';
  const field = (name: string) => ({ name, problem: problemOf(form.problems, name), value: value(name) });
  const grades = GRADE_LEVELS.map((grade) => ({ value: grade, label: t.words.grade(grade) }));
  return (
    <EditFrame
      title={courseId === null ? words.newCourse : words.editCourse}
      back={
        courseId === null
          ? { href: '/region/curriculum', text: words.back }
          : { href: courseHref(courseId), text: value('name') }
      }
      form={form}
      remove={
        courseId !== null && (
          <Button tone="alarm" name="do" value="delete">
            {words.removeCourse}
          </Button>
        )
      }
    >
      <section class="sheet stack">
        <TextField {...field('name')} label={words.name} maxLength={190} />
        <div class="fields two">
          <SelectField
            {...field('subject')}
            label={words.subject}
            options={subjects.map((subject) => ({ value: subject, label: t.words.subject(subject) }))}
          />
          <SelectField {...field('gradeLevel')} label={words.grade} options={grades} />
          <SelectField
            {...field('type')}
            label={words.type}
            options={COURSE_TYPES.map((type) => ({ value: type, label: t.words.courseTypes[type] }))}
          />
          <SelectField
            {...field('level')}
            label={words.level}
            options={['1', '2', '3', '4', '5'].map((level) => ({ value: level, label: level }))}
          />
        </div>
        <TextArea {...field('description')} label={words.description} />
        {others.length > 0 && (
          <Choices
            name="prerequisites"
            label={words.prerequisites}
            hint={words.coursePrerequisitesHint}
            problem={problemOf(form.problems, 'prerequisites')}
            several
            layout="list"
            chosen={written.prerequisites ?? []}
            choices={others.map(({ id, name, subject }) => ({
              value: String(id),
              label: name,
              note: t.words.subject(subject),
            }))}
          />
        )}
        {form.isLive && (
          <ArchiveField checked={value('archived') === 'yes'} problem={problemOf(form.problems, 'archived')} />
        )}
      </section>
    </EditFrame>
  );
}
