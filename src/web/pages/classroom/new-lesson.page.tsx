import { GROUPINGS } from '../../../domain/lessons/propose-groups.ts';
import { SCHOOL_SESSION_TYPES } from '../../../domain/study-session/study-session.ts';
import type { LessonChoices } from '../../../services/lessons/group-proposal.service.ts';
import type { ClassRecord } from '../../../services/lessons/lessons.service.ts';
import { Button } from '../../components/button.tsx';
import { Choices } from '../../components/choices.tsx';
import { GroupBoard } from '../../components/classroom/group-board.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Notice } from '../../components/surfaces.tsx';
import { type LessonForm, NO_GROUP } from '../../forms/lesson.form.ts';
import { usePage } from '../../page-context.ts';

export interface NewLessonProps {
  classes: readonly ClassRecord[];
  /** Null: the class manager has no class. */
  choices: LessonChoices | null;
  form: LessonForm;
  /** Where nobody can take part: who, and why. */
  refused?: readonly { studentId: number; why: string }[];
  /** A lesson that is planned already, to be planned anew. */
  planned?: { id: number };
}

const GROUPS_ISLAND = 'src/web/islands/groups.entry.ts';

/** A new lesson: first which kind, then everything else; groups are proposed and can be changed. Or one that is planned, anew. */
export function NewLessonPage({ classes, choices, form, refused = [], planned }: NewLessonProps) {
  const { t } = usePage();
  const words = t.classroom;
  const isInGroups = choices !== null && form.type !== 'individual';
  const lead = planned ? words.replanLead : words.newLead;
  return (
    <Layout title={planned ? words.replan : words.new} narrow={!isInGroups} islands={isInGroups ? [GROUPS_ISLAND] : []}>
      <div class="stack loose">
        <PageHead
          title={planned ? words.replan : words.new}
          back={
            planned
              ? { href: `/classroom/lessons/${planned.id}`, text: words.toWall }
              : { href: '/classroom', text: words.back }
          }
          lead={choices ? lead(choices.class.name) : t.staff.noClass}
        />
        {form.problems.whole && (
          <Notice tone="alarm" announce>
            <p>{refused.length > 0 ? words.nobody : form.problems.whole}</p>
            {refused.length > 0 && choices && <Refused refused={refused} choices={choices} />}
          </Notice>
        )}
        {choices && (
          <>
            {!planned && <KindForm classes={classes} choices={choices} form={form} />}
            <LessonFields choices={choices} form={form} {...(planned ? { planned } : {})} />
          </>
        )}
      </div>
    </Layout>
  );
}

type FormProps = Pick<NewLessonProps, 'form'> & { choices: LessonChoices };

function Refused({ refused, choices }: Pick<FormProps, 'choices'> & Required<Pick<NewLessonProps, 'refused'>>) {
  const words = usePage().t.classroom;
  const names = new Map(choices.pupils.map(({ id, name }) => [id, name]));
  return (
    <ul>
      {refused.map(({ studentId, why }) => (
        <li key={studentId}>
          <bdi>{names.get(studentId)}</bdi>: {words.why[why] ?? why}
        </li>
      ))}
    </ul>
  );
}

/** Which class and which kind: what the rest of the form depends on. */
function KindForm({ classes, choices, form }: FormProps & Pick<NewLessonProps, 'classes'>) {
  const words = usePage().t.classroom;
  const { fields } = words;
  return (
    <form class="sheet stack" method="get" action="/classroom/new">
      {classes.length > 1 && (
        <SelectField
          name="class"
          label={fields.class}
          value={String(choices.class.id)}
          options={classes.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      )}
      <Choices
        name="type"
        label={fields.type}
        chosen={[form.type]}
        choices={SCHOOL_SESSION_TYPES.map((value) => ({
          value,
          label: words.types[value],
          note: words.typeNotes[value],
        }))}
      />
      {form.type !== 'individual' && (
        <div class="fields two">
          <SelectField
            name="grouping"
            label={fields.grouping}
            value={form.grouping}
            options={GROUPINGS.map((value) => ({ value, label: fields.groupings[value] }))}
          />
          <SelectField
            name="size"
            label={fields.size}
            value={String(form.size)}
            options={[2, 3, 4, 5, 6, 7, 8].map((size) => ({ value: String(size), label: String(size) }))}
          />
        </div>
      )}
      <div>
        <Button>{form.type === 'individual' ? fields.show : fields.propose}</Button>
      </div>
    </form>
  );
}

function LessonFields({ choices, form, planned }: FormProps & Pick<NewLessonProps, 'planned'>) {
  const { fields } = usePage().t.classroom;
  return (
    <form class="stack" method="post" action={planned ? `/classroom/lessons/${planned.id}/plan` : '/classroom/new'}>
      <input type="hidden" name="class" value={choices.class.id} />
      <input type="hidden" name="type" value={form.type} />
      <input type="hidden" name="size" value={form.size} />
      <input type="hidden" name="grouping" value={form.grouping} />
      <div class="fields two">
        <TextField
          name="minutes"
          type="number"
          min={5}
          max={240}
          label={fields.minutes}
          hint={fields.minutesHint}
          value={form.minutes}
          problem={form.problems.minutes}
        />
        <TextField
          name="startAt"
          type="datetime-local"
          label={fields.startAt}
          hint={fields.startAtHint}
          value={form.startAt}
          problem={form.problems.startAt}
        />
      </div>
      <SelectField
        name="course"
        label={fields.course}
        value={form.course}
        options={[
          { value: '', label: fields.eachTheirs },
          ...choices.courses.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
      />
      <Units choices={choices} form={form} />
      {form.type === 'social' && <TextField name="topic" label={fields.topic} value={form.topic} maxLength={300} />}
      {form.type !== 'individual' && (
        <GroupBoard
          pupils={choices.pupils.map(({ id, name, group }) => ({
            id,
            name,
            group: form.groups === null ? group : (form.groups.get(id) ?? NO_GROUP),
          }))}
          problem={form.problems.groups}
        />
      )}
      <div>
        {planned ? (
          <Button tone="go">{fields.saveAnew}</Button>
        ) : (
          <Button tone="go" icon="play">
            {fields.submit}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Which units of the chosen course all of them study; without JavaScript the course is chosen first, and then its units. */
function Units({ choices: { units }, form }: FormProps) {
  const { fields } = usePage().t.classroom;
  return (
    <div class="stack">
      <div>
        <button type="submit" class="btn small" formmethod="get">
          {units.length === 0 ? fields.chooseUnits : fields.otherUnits}
        </button>
      </div>
      {units.length > 0 && (
        <>
          <input type="hidden" name="unitsOf" value={form.course} />
          <Choices
            several
            layout="list"
            name="unit"
            label={fields.units}
            hint={fields.unitsHint}
            chosen={form.units}
            choices={units.map((name) => ({ value: name, label: name }))}
          />
        </>
      )}
    </div>
  );
}
