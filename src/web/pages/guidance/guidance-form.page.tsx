import { GRADE_LEVELS } from '../../../domain/curriculum/curriculum.ts';
import { LONGEST_BODY, LONGEST_TITLE } from '../../../domain/guidance/guidance.ts';
import type { GuidanceChoices } from '../../../services/guidance/guidance.service.ts';
import { Button } from '../../components/button.tsx';
import { Choices } from '../../components/choices.tsx';
import { Problem, SelectField, TextArea, TextField } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Notice } from '../../components/surfaces.tsx';
import type { GuidanceForm } from '../../forms/guidance.form.ts';
import { usePage } from '../../page-context.ts';

interface GuidanceFormProps {
  choices: GuidanceChoices;
  form: GuidanceForm;
  /** Null: it is new. */
  id: number | null;
}

/** Guidance as it is written; without JavaScript the course is chosen first, and then its units. */
export function GuidanceFormPage({ choices, form, id }: GuidanceFormProps) {
  const { form: words, back } = usePage().t.guidance;
  const title = id === null ? words.newTitle : words.editTitle;
  const isOvertaken = form.faults.includes('overtaken');
  return (
    <Layout title={title} narrow>
      <div class="stack loose">
        <PageHead
          title={title}
          back={{ href: id === null ? '/region/guidance' : `/region/guidance/${id}`, text: back }}
          lead={words.lead}
        />
        {form.faults.length > 0 && (
          <Notice tone="alarm" announce>
            <p>{isOvertaken ? words.overtaken : words.wrong}</p>
          </Notice>
        )}
        {id === null && choices.subjects.length > 1 && <Subject choices={choices} />}
        <Fields choices={choices} form={form} id={id} />
      </div>
    </Layout>
  );
}

function Subject({ choices: { subject, subjects } }: Pick<GuidanceFormProps, 'choices'>) {
  const { t } = usePage();
  const { form: words } = t.guidance;
  return (
    <form class="finder" method="get" action="/region/guidance/new">
      <SelectField
        name="subject"
        label={words.subject}
        value={subject}
        options={subjects.map((value) => ({ value, label: t.words.subject(value) }))}
      />
      <Button>{words.choose}</Button>
    </form>
  );
}

function Fields({ choices, form, id }: GuidanceFormProps) {
  const { t } = usePage();
  const { form: words } = t.guidance;
  const faultOf = (field: string) => (form.faults.includes(field) ? words.faults[field] : undefined);
  const grades = [...new Set([...choices.courses.map(({ gradeLevel }) => gradeLevel), ...form.grades])];
  return (
    <form class="stack" method="post" action={id === null ? '/region/guidance/new' : `/region/guidance/${id}/edit`}>
      <input type="hidden" name="subject" value={choices.subject} />
      <input type="hidden" name="edits" value={form.edits} />
      <TextField
        name="title"
        label={words.title}
        value={form.title}
        maxLength={LONGEST_TITLE}
        problem={faultOf('title')}
      />
      <TextArea
        name="body"
        label={words.body}
        hint={words.bodyHint}
        value={form.body}
        maxLength={LONGEST_BODY}
        rows={12}
        problem={faultOf('body')}
      />
      <Choices
        several
        layout="tight"
        name="regions"
        label={words.regions}
        chosen={form.regions}
        choices={choices.regions.map((value) => ({ value, label: t.staff.region(value) }))}
        problem={faultOf('regions')}
      />
      <Choices
        several
        layout="tight"
        name="grades"
        label={words.grades}
        hint={words.gradesHint}
        chosen={form.grades}
        choices={GRADE_LEVELS.filter((grade) => grades.includes(grade)).map((value) => ({
          value,
          label: t.words.grade(value),
        }))}
      />
      <SelectField
        name="course"
        label={words.course}
        value={form.course}
        options={[
          { value: '', label: words.noCourse },
          ...choices.courses.map((course) => ({ value: String(course.id), label: course.name })),
        ]}
        problem={faultOf('course')}
      />
      <div>
        <Button name="step" value="course" size="small">
          {words.showUnits}
        </Button>
      </div>
      {choices.units.length > 0 && <Units choices={choices} form={form} id={id} />}
      <div>
        <Button tone="go">{words.save}</Button>
      </div>
    </form>
  );
}

/** Which units of the course, in which order, and which tests. */
function Units({ choices: { units, tests }, form }: GuidanceFormProps) {
  const { t, format } = usePage();
  const { form: words } = t.guidance;
  const faultOf = (field: string) => (form.faults.includes(field) ? words.faults[field] : undefined);
  const places = units.map((_, index) => String(index + 1));
  return (
    <>
      <input type="hidden" name="unitsOf" value={form.course} />
      <fieldset class="field" aria-describedby="units-hint">
        <legend>{words.units}</legend>
        <span class="hint" id="units-hint">
          {words.unitsHint}
        </span>
        <ol class="lines">
          {units.map((unit, row) => {
            const place = form.units.indexOf(unit);
            return (
              <li key={unit}>
                <input type="hidden" name={`unit-${row}`} value={unit} />
                <label class="main" for={`place-${row}`}>
                  <bdi>{unit}</bdi>
                </label>
                <select id={`place-${row}`} class="input short" name={`place-${row}`} aria-label={words.place(unit)}>
                  <option value="">–</option>
                  {places.map((value) => (
                    <option key={value} value={value} selected={place >= 0 && value === String(place + 1)}>
                      {format.number(Number(value))}
                    </option>
                  ))}
                </select>
              </li>
            );
          })}
        </ol>
        <Problem id="units-problem" text={faultOf('units')} />
      </fieldset>
      <Choices
        several
        layout="list"
        name="replacesOrder"
        label={words.replacesOrder}
        chosen={form.replacesOrder ? ['yes'] : []}
        choices={[{ value: 'yes', label: words.replacesOrderYes }]}
        problem={faultOf('replacesOrder')}
      />
      {tests.length > 0 && (
        <Choices
          several
          layout="list"
          name="tests"
          label={words.tests}
          chosen={form.tests.map(String)}
          choices={tests.map((test) => ({ value: String(test.id), label: test.name }))}
          problem={faultOf('tests')}
        />
      )}
    </>
  );
}
