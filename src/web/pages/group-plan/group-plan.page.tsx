import { GROUP_STRATEGIES } from '../../../domain/planning/group-priority.ts';
import type { GroupPlan } from '../../../services/group-plan/group-plan.service.ts';
import { LEAST_MINUTES, MOST_MINUTES } from '../../../shared/courses.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { PlanFields } from '../../components/plan-fields.tsx';
import { Empty, Fold, Notice, Sheet } from '../../components/surfaces.tsx';
import type { GroupPlanForm } from '../../forms/group-plan.form.ts';
import { usePage } from '../../page-context.ts';
import { GroupSession } from './group-session.tsx';

export interface GroupPlanProps {
  plan: GroupPlan;
  form: GroupPlanForm;
}

/** What a class, or some of it, should study together. */
export function GroupPlanPage({ plan, form }: GroupPlanProps) {
  const { groupPlan: words } = usePage().t;
  const wrong = Object.keys(form.problems).length > 0;
  return (
    <Layout title={words.title}>
      <div class="stack loose">
        <PageHead title={words.title} back={{ href: '/class', text: words.back }} lead={words.lead(plan.class.name)} />
        {wrong && (
          <Notice tone="alarm" announce>
            <p>{words.problems.form}</p>
          </Notice>
        )}
        {plan.pupils.length === 0 ? (
          <Empty icon="people" title={words.nobody} />
        ) : (
          <>
            <WhomForm plan={plan} form={form} />
            <GroupSession plan={plan} />
            <Courses plan={plan} />
          </>
        )}
      </div>
    </Layout>
  );
}

function WhomForm({ plan, form }: GroupPlanProps) {
  const { groupPlan: words } = usePage().t;
  return (
    <Sheet id="whom" title={words.whom}>
      <form class="stack" method="get" action={`/class/plans/${plan.class.id}`}>
        <div class="fields two">
          <PlanFields
            courses={plan.order}
            minutes={{ least: LEAST_MINUTES, most: MOST_MINUTES, planned: plan.minutes }}
            form={form}
            words={words}
          />
        </div>
        <SelectField
          name="strategy"
          label={words.strategy}
          value={plan.strategy}
          problem={form.problems.strategy}
          options={['balanced' as const, ...GROUP_STRATEGIES.filter((name) => name !== 'balanced')].map((value) => ({
            value,
            label: words.strategies[value],
          }))}
        />
        <Fold summary={`${words.pupils} (${chosenOf(plan)})`} open={form.pupils.length > 0}>
          <fieldset class="field" id="pupils" aria-describedby="pupils-hint">
            <legend class="visually-hidden">{words.pupils}</legend>
            <span class="hint" id="pupils-hint">
              {words.pupilsHint}
            </span>
            <div class="choices">
              {plan.pupils.map(({ id, name }) => (
                <label key={id} class="choice">
                  <input type="checkbox" name="pupils" value={id} checked={form.pupils.includes(id)} />
                  <span>
                    <bdi>{name}</bdi>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        </Fold>
        <div>
          <Button tone="go">{words.submit}</Button>
        </div>
      </form>
    </Sheet>
  );
}

function chosenOf({ pupils }: GroupPlan): number {
  return pupils.filter(({ chosen }) => chosen).length;
}

function Courses({ plan }: { plan: GroupPlan }) {
  const { t } = usePage();
  const words = t.groupPlan;
  const chosen = chosenOf(plan);
  return (
    <div class="grid">
      {plan.order.length > 0 && (
        <Sheet id="order" title={words.order}>
          <ol class="lines">
            {plan.order.map(({ course, score, factors }) => (
              <li key={course.id}>
                <span class="main">
                  <bdi>{course.name}</bdi>
                  <span class="quiet">{t.words.explain({ factors })}</span>
                </span>
                <span class="quiet">{words.points(String(Math.round(score * 100)))}</span>
              </li>
            ))}
          </ol>
        </Sheet>
      )}
      {plan.unshared.length > 0 && (
        <Sheet id="unshared" title={words.unshared}>
          <ul class="lines">
            {plan.unshared.map(({ course, enrolled }) => (
              <li key={course.id}>
                <span class="main">
                  <bdi>{course.name}</bdi>
                </span>
                <span class="quiet">{words.enrolled(enrolled, chosen)}</span>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </div>
  );
}
