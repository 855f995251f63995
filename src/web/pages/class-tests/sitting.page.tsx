import type { SittingPage as View } from '../../../services/tests/class-tests.service.ts';
import { ActionButton, Button } from '../../components/button.tsx';
import { TextArea, TextField } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { Section, Sheet } from '../../components/surfaces.tsx';
import { Tag } from '../../components/tag.tsx';
import type { MarkForm } from '../../forms/mark.form.ts';
import type { ScheduleForm } from '../../forms/schedule.form.ts';
import { usePage } from '../../page-context.ts';
import { MarkedAnswerSheet } from './marked-answer.tsx';
import { WindowFields, Wrong } from './window-fields.tsx';

interface SittingPageProps {
  view: View;
  form: ScheduleForm;
  mark?: MarkForm | undefined;
}

/** One pupil's sitting: how it stands, what can be changed, and its answers once it is handed in. */
export function SittingPage({ view, form, mark }: SittingPageProps) {
  const { t } = usePage();
  const words = t.classTests;
  const { sitting, pupil, state } = view;
  return (
    <Layout title={`${pupil.name}, ${sitting.name}`}>
      <div class="stack loose">
        <header class="stack tight">
          <a href={`/class/tests/${view.class.id}/${sitting.testId}`}>{words.sittingBack}</a>
          <p class="quiet" dir="auto">
            {sitting.name} · {sitting.courseName}
          </p>
          <h1 dir="auto">{pupil.name}</h1>
          <p class="row">
            <Tag>{words.states[state]}</Tag>
            {sitting.sitting > 1 && <Tag>{words.sitting(sitting.sitting)}</Tag>}
            <a href={`/class/students/${pupil.id}`}>{t.staff.toPupil(pupil.name)}</a>
          </p>
        </header>
        <Wrong form={form} />
        <div class="grid">
          <Facts view={view} />
          <Changes view={view} form={form} />
        </div>
        {view.questions.length > 0 ? (
          <Section id="answers" title={words.answersTitle}>
            {view.questions.map((one) => (
              <MarkedAnswerSheet
                key={one.position}
                reviewed={one}
                sittingId={sitting.id}
                marks={view.marks.filter(({ position }) => position === one.position)}
                {...(mark?.position === one.position ? { form: mark } : {})}
              />
            ))}
          </Section>
        ) : (
          state === 'under way' && <p class="quiet">{words.answersHidden}</p>
        )}
      </div>
    </Layout>
  );
}

function Facts({ view: { sitting, reflections } }: { view: View }) {
  const { t, format } = usePage();
  const words = t.classTests;
  const lines: [string, string | null][] = [
    [
      words.window,
      sitting.deadline === null ? `${format.dateTime(sitting.date)} –` : format.span(sitting.date, sitting.deadline),
    ],
    [words.begunAt, sitting.begunAt === null ? words.never : format.dateTime(sitting.begunAt)],
    [words.endsAt, sitting.endsAt === null || sitting.phase !== 'begun' ? null : format.time(sitting.endsAt)],
    [words.extraMinutes, sitting.extraMinutes > 0 ? String(sitting.extraMinutes) : null],
    [words.reason, sitting.delayReason],
    [
      words.handedIn,
      sitting.submittedAt === null
        ? null
        : `${format.dateTime(sitting.submittedAt)}${sitting.submittedBy === 'time' ? `, ${words.byTime}` : ''}`,
    ],
    [
      words.grade,
      sitting.finalGrade === null
        ? null
        : `${format.number(sitting.finalGrade)} · ${t.tests[sitting.status === 'passed' ? 'passed' : 'failed']}`,
    ],
  ];
  return (
    <Sheet id="facts" title={words.facts}>
      <dl class="facts">
        {lines.map(
          ([name, value]) =>
            value !== null && (
              <>
                <dt key={name}>{name}</dt>
                <dd dir="auto">{value}</dd>
              </>
            ),
        )}
        {reflections.map(({ moment, feeling, difficulty }) => (
          <>
            <dt key={moment}>{words.reflection[moment]}</dt>
            <dd>
              {t.words.feelings[feeling]}, {words.difficultyOf(difficulty)}
            </dd>
          </>
        ))}
      </dl>
    </Sheet>
  );
}

/** What can be done with a sitting in its state: one form, and never two that ask for the same. */
function Changes({ view: { sitting, state }, form }: { view: View; form: ScheduleForm }) {
  const { classTests: words } = usePage().t;
  const base = `/class/tests/sittings/${sitting.id}`;
  if (state === 'ahead' || state === 'open' || state === 'missed')
    return <Reschedule base={base} form={form} missed={state === 'missed'} />;
  if (state === 'under way') {
    return (
      <Sheet id="change" title={words.changeUnderWayTitle}>
        <p class="quiet">{words.changeUnderWay}</p>
        <form class="stack" method="post" action={`${base}/change`}>
          <ExtraMinutes form={form} />
          <Button tone="go">{words.change}</Button>
        </form>
      </Sheet>
    );
  }
  if (state !== 'marked' && state !== 'released') return null;
  return (
    <Sheet id="resit" title={words.resitTitle}>
      <p class="quiet">{words.resitLead}</p>
      <form class="stack" method="post" action={`${base}/resit`}>
        <WindowFields form={form} />
        <Button>{words.resit}</Button>
      </form>
    </Sheet>
  );
}

function Reschedule({ base, form, missed }: { base: string; form: ScheduleForm; missed: boolean }) {
  const { classTests: words } = usePage().t;
  return (
    <Sheet id="change" title={words.changeTitle}>
      <form class="stack" method="post" action={`${base}/change`}>
        <WindowFields form={form} />
        <ExtraMinutes form={form} />
        <TextArea
          name="reason"
          rows={2}
          maxLength={300}
          label={words.delayReason}
          hint={words.delayReasonHint}
          value={form.reason}
          problem={form.problems.reason}
        />
        <p class="quiet">{words.delayLead}</p>
        <div class="row">
          {!missed && <Button tone="go">{words.change}</Button>}
          <Button name="as" value="delay" {...(missed ? { tone: 'go' as const } : {})}>
            {words.delay}
          </Button>
        </div>
      </form>
      <hr />
      <p class="quiet">{words.cancelLead}</p>
      <ActionButton action={`${base}/cancel`} tone="alarm" size="small">
        {words.cancel}
      </ActionButton>
    </Sheet>
  );
}

function ExtraMinutes({ form }: { form: ScheduleForm }) {
  const { classTests: words } = usePage().t;
  return (
    <TextField
      name="extraMinutes"
      type="number"
      short
      min={0}
      max={240}
      label={words.extraMinutes}
      value={form.extraMinutes}
      problem={form.problems.extraMinutes}
    />
  );
}
