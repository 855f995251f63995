import { GRADE_LEVELS } from '../../../domain/curriculum/curriculum.ts';
import { FILE_FORMATS } from '../../../services/curriculum-import/file-format.ts';
import { LinkButton } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { ImportForm } from '../../components/import/import-form.tsx';
import { Fold } from '../../components/surfaces.tsx';
import { type CurriculumImportForm, LONGEST_FIELD } from '../../forms/curriculum-import.form.ts';
import { usePage } from '../../page-context.ts';

export interface CurriculumImportProps {
  subjects: readonly string[];
  form: CurriculumImportForm;
  /** Why the file that was sent was not taken. */
  refusal?: string | undefined;
}

/** Where a file of questions is chosen, and what is wrong with the one that was sent. */
export function CurriculumImportPage({ subjects, form, refusal }: CurriculumImportProps) {
  const { t, format } = usePage();
  const words = t.curriculumImport;
  return (
    <ImportForm
      title={words.title}
      lead={words.lead(format.list(subjects.map((one) => t.words.subject(one))))}
      back={{ href: '/region/curriculum', text: t.curriculum.title }}
      action="/region/curriculum/import"
      file={{ hint: words.fileHint, problem: form.problems.file }}
      refusal={refusal}
      fields={<Fields subjects={subjects} form={form} />}
      rules={words.ruleList}
      takeOut={{
        title: words.takeOut,
        lead: words.takeOutLead,
        links: <LinkButton href="/region/curriculum/export">{words.takeOutLink}</LinkButton>,
      }}
    />
  );
}

/** What the file may not say itself is folded away, until it is missing. */
function Fields({ subjects, form }: Pick<CurriculumImportProps, 'subjects' | 'form'>) {
  const { t } = usePage();
  const words = t.curriculumImport;
  const said = { value: '', label: words.asInFile };
  const { problems } = form;
  const open = [form.course, form.subject, form.grade, form.licence].some((value) => value !== '');
  return (
    <>
      <SelectField
        name="format"
        label={words.format}
        value={form.format}
        problem={problems.format}
        options={[
          { value: '', label: words.formatAuto },
          ...FILE_FORMATS.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <Fold summary={words.notInFile} open={open || Object.keys(problems).length > 0}>
        <div class="stack">
          <TextField
            name="course"
            label={words.course}
            hint={words.courseHint}
            value={form.course}
            maxLength={LONGEST_FIELD}
            problem={problems.course}
          />
          <div class="fields">
            <SelectField
              name="subject"
              label={words.subject}
              value={form.subject}
              problem={problems.subject}
              options={[said, ...subjects.map((one) => ({ value: one, label: t.words.subject(one) }))]}
            />
            <SelectField
              name="grade"
              label={words.grade}
              value={form.grade}
              problem={problems.grade}
              options={[said, ...GRADE_LEVELS.map((one) => ({ value: one, label: t.words.grade(one) }))]}
            />
          </div>
          <TextField
            name="licence"
            label={words.licence}
            hint={words.licenceHint}
            value={form.licence}
            maxLength={LONGEST_FIELD}
            problem={problems.licence}
          />
        </div>
      </Fold>
    </>
  );
}
