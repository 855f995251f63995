import { GRADE_LEVELS } from '../../../domain/curriculum/curriculum.ts';
import { FILE_FORMATS } from '../../../services/curriculum-import/file-format.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { described, Problem, SelectField, TextField } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { Notice, Sheet } from '../../components/surfaces.tsx';
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
    <Layout title={words.title}>
      <div class="stack loose">
        <header class="stack tight">
          <h1>{words.title}</h1>
          <p class="quiet prose">{words.lead(format.list(subjects.map((one) => t.words.subject(one))))}</p>
        </header>
        {refusal && (
          <Notice tone="alarm" title={words.notTaken} announce>
            <p class="as-written" dir="auto">
              {refusal}
            </p>
          </Notice>
        )}
        <div class="grid even">
          <FileForm subjects={subjects} form={form} />
          <div class="stack loose">
            <Sheet id="rules" title={words.rules}>
              <ul class="stack tight">
                {words.ruleList.map((rule) => (
                  <li key={rule}>{rule}</li>
                ))}
              </ul>
            </Sheet>
            <Sheet id="take-out" title={words.takeOut}>
              <p class="quiet">{words.takeOutLead}</p>
              <p class="row">
                <LinkButton href="/region/curriculum/export">{words.takeOutLink}</LinkButton>
              </p>
            </Sheet>
          </div>
        </div>
      </div>
    </Layout>
  );
}

function FileForm({ subjects, form }: Pick<CurriculumImportProps, 'subjects' | 'form'>) {
  const { t } = usePage();
  const words = t.curriculumImport;
  const file = { name: 'file', hint: words.fileHint, problem: form.problems.file };
  const said = { value: '', label: words.asInFile };
  const problem = form.problems;
  return (
    <Sheet id="file-title" title={words.fileTitle}>
      <form class="stack" method="post" action="/region/curriculum/import" enctype="multipart/form-data">
        <SelectField
          name="format"
          label={words.format}
          value={form.format}
          problem={problem.format}
          options={[
            { value: '', label: words.formatAuto },
            ...FILE_FORMATS.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
        <TextField
          name="course"
          label={words.course}
          hint={words.courseHint}
          value={form.course}
          maxLength={LONGEST_FIELD}
          problem={problem.course}
        />
        <SelectField
          name="subject"
          label={words.subject}
          value={form.subject}
          problem={problem.subject}
          options={[said, ...subjects.map((one) => ({ value: one, label: t.words.subject(one) }))]}
        />
        <SelectField
          name="grade"
          label={words.grade}
          value={form.grade}
          problem={problem.grade}
          options={[said, ...GRADE_LEVELS.map((one) => ({ value: one, label: t.words.grade(one) }))]}
        />
        <TextField
          name="licence"
          label={words.licence}
          hint={words.licenceHint}
          value={form.licence}
          maxLength={LONGEST_FIELD}
          problem={problem.licence}
        />
        <div class="field">
          <label for="file">{words.file}</label>
          <span class="hint" id="file-hint">
            {words.fileHint}
          </span>
          <input class="input" id="file" type="file" name="file" {...described(file)} />
          <Problem id="file-problem" text={form.problems.file} />
        </div>
        <p>
          <Button tone="go">{words.look}</Button>
        </p>
      </form>
    </Sheet>
  );
}
