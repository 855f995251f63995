import type { TestChoice, TestPlan } from '../../../services/tests/scheduling.service.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Problem, TextField } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Empty, Notice, Sheet } from '../../components/surfaces.tsx';
import { TestLink } from '../../components/test-link.tsx';
import type { ScheduleForm } from '../../forms/schedule.form.ts';
import { usePage } from '../../page-context.ts';
import { WindowFields, Wrong } from './window-fields.tsx';

/** Which test, for which class. */
export function ChooseTestPage({ choices }: { choices: readonly TestChoice[] }) {
  const { t } = usePage();
  const words = t.classTests;
  return (
    <Layout title={words.newTitle}>
      <div class="stack loose">
        <PageHead title={words.newTitle} back={{ href: '/class/tests', text: words.title }} lead={words.newLead} />
        {choices.map(({ class: room, tests }) => (
          <Sheet key={room.id} id={`class-${room.id}`} title={room.name}>
            {tests.length === 0 && (
              <Empty icon="pencil" title={words.newNone}>
                <p>{words.newNoneMore}</p>
              </Empty>
            )}
            <div class="units">
              {[...Map.groupBy(tests, ({ courseName }) => courseName)].map(([course, ofCourse]) => (
                <section key={course} class="stack tight">
                  <h3>
                    <bdi>{course}</bdi>
                  </h3>
                  <ul class="lines">
                    {ofCourse.map((test) => (
                      <li key={test.id} class="in-place">
                        <a href={`/class/tests/new?class=${room.id}&test=${test.id}`}>
                          <bdi>{test.name}</bdi>
                        </a>
                        <span class="quiet push n">
                          {words.minutes(test.durationMinutes)} · {words.aboutUnits(test.units.length)}
                        </span>
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
            </div>
          </Sheet>
        ))}
      </div>
    </Layout>
  );
}

/** When, and who. What is short is said before it is set. */
export function SetTestPage({ plan, form }: { plan: TestPlan; form: ScheduleForm }) {
  const { t, format } = usePage();
  const words = t.classTests;
  const { test } = plan;
  const weights = test.units.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const free = plan.pupils.some(({ enrolled, sits }) => enrolled && sits === null);
  return (
    <Layout title={words.newTitle} narrow>
      <div class="stack loose">
        <PageHead
          title={test.name}
          back={{ href: '/class/tests/new', text: words.otherTest }}
          lead={words.boardLead(t.words.tests[test.type], test.courseName, test.durationMinutes, plan.class.name)}
        >
          <p>{words.planLead(plan.questions)}</p>
          <TestLink link={test.link} />
        </PageHead>
        <Sheet id="units" title={words.units}>
          <ul class="points">
            {test.units.map(({ unitName, weight }) => (
              <li key={unitName}>{words.unitWeight(unitName, format.percent(weight / weights))}</li>
            ))}
          </ul>
          <p class="quiet">{words.planHow}</p>
          {plan.shortages.length > 0 && (
            <Notice tone="warn" title={words.shortTitle}>
              {plan.shortages.map(({ unitName, wanted, there }) => (
                <p key={unitName}>{words.short(unitName, wanted, there)}</p>
              ))}
            </Notice>
          )}
        </Sheet>
        {!free && <NobodyFree plan={plan} />}
        {(free || Object.keys(form.problems).length > 0) && <SetForm plan={plan} form={form} />}
      </div>
    </Layout>
  );
}

interface SetFormProps {
  plan: TestPlan;
  form: ScheduleForm;
}

function SetForm({ plan, form }: SetFormProps) {
  const { classTests: words } = usePage().t;
  return (
    <form class="stack" method="post" action="/class/tests/new">
      <input type="hidden" name="class" value={plan.class.id} />
      <input type="hidden" name="test" value={plan.test.id} />
      <Wrong form={form} />
      <WindowFields form={form} />
      <TextField
        name="extraMinutes"
        type="number"
        short
        min={0}
        max={240}
        label={words.extra}
        hint={words.extraHint}
        value={form.extraMinutes}
        problem={form.problems.extraMinutes}
      />
      <Pupils plan={plan} form={form} />
      <div class="row">
        <Button tone="go">{words.submitNew}</Button>
        <LinkButton href="/class/tests">{words.title}</LinkButton>
      </div>
    </form>
  );
}

/** Nobody is left for whom the test can be set: where it can be changed instead. */
function NobodyFree({ plan }: { plan: TestPlan }) {
  const { classTests: words } = usePage().t;
  const set = plan.pupils.some(({ sits }) => sits !== null);
  return (
    <Notice>
      <p>{set ? words.everybodySits : words.nobodyEnrolled}</p>
      <p>
        <a href={set ? `/class/tests/${plan.class.id}/${plan.test.id}` : '/class/tests'}>
          {set ? words.toBoard : words.title}
        </a>
      </p>
    </Notice>
  );
}

function Pupils({ plan, form }: SetFormProps) {
  const { t, format } = usePage();
  const words = t.classTests;
  return (
    <fieldset class="field" id="studentIds" aria-describedby="studentIds-hint">
      <legend>{words.who}</legend>
      <span class="hint" id="studentIds-hint">
        {words.whoHint}
      </span>
      <div class="choices">
        {plan.pupils.map(({ id, name, enrolled, sits }) => (
          <label key={id} class="choice">
            <input
              type="checkbox"
              name="studentIds"
              value={id}
              checked={form.studentIds.includes(id)}
              disabled={!enrolled || sits !== null}
            />
            <span>
              <bdi>{name}</bdi>
              {sits !== null && <small>{words.sitsAlready(format.date(sits))}</small>}
              {sits === null && !enrolled && <small>{words.notEnrolled}</small>}
            </span>
          </label>
        ))}
      </div>
      <Problem id="studentIds-problem" text={form.problems.studentIds} />
    </fieldset>
  );
}
