import type { WhatIf } from '../../../services/what-if/what-if.service.ts';
import { LEAST_MINUTES, MOST_MINUTES } from '../../../shared/courses.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { PlanFields } from '../../components/plan-fields.tsx';
import { Empty, Notice, Sheet } from '../../components/surfaces.tsx';
import type { WhatIfForm } from '../../forms/what-if.form.ts';
import { usePage } from '../../page-context.ts';
import { HowChosen } from './how-chosen.tsx';
import { PlanSheet } from './plan-sheet.tsx';

export interface StudyPlanProps {
  view: WhatIf;
  form: WhatIfForm;
}

/** What comes next and why, and what would change with other dates or another time. */
export function StudyPlanPage({ view, form }: StudyPlanProps) {
  const { t } = usePage();
  const words = t.plan;
  const { planned, imagined } = view;
  const chosen = planned.order.find(({ course }) => course.id === planned.course?.id);
  const wrong = Object.keys(form.problems).length > 0;
  return (
    <Layout title={words.title}>
      <div class="stack loose">
        <PageHead title={words.title} lead={words.lead} />
        {planned.order.length === 0 ? (
          <Empty icon="book" title={words.none}>
            <p>{t.today.noCoursesMore}</p>
          </Empty>
        ) : (
          <>
            {wrong && (
              <Notice tone="alarm" announce>
                <p>{words.problems.form}</p>
              </Notice>
            )}
            <TryOut view={view} form={form} />
            {imagined && <Changes view={view} />}
            <div class="grid">
              {imagined && <PlanSheet id="imagined" title={words.imagined} plan={imagined} />}
              <PlanSheet id="as-it-is" title={words.asItIs} plan={planned} />
            </div>
            <p class="quiet prose">{words.outlookNote}</p>
            {chosen && <HowChosen chosen={chosen} />}
            {planned.course && (
              <LinkButton href={`/study?course=${planned.course.id}`} tone={imagined ? 'soft' : 'go'} icon="play">
                {words.begin}
              </LinkButton>
            )}
          </>
        )}
      </div>
    </Layout>
  );
}

/** A form that only asks: it is sent by GET, so that its answer can be kept and shared. */
function TryOut({ view, form }: StudyPlanProps) {
  const { t, format } = usePage();
  const words = t.plan;
  const { tests, planned, days } = view;
  return (
    <Sheet id="what-if" title={words.tryOut}>
      <form class="stack" method="get" action="/study/plan">
        <div class="fields two">
          <PlanFields
            courses={planned.order}
            minutes={{ least: LEAST_MINUTES, most: MOST_MINUTES, planned: planned.minutes }}
            form={form}
            words={words}
          />
        </div>
        <div class="fields two">
          {tests.length > 0 ? (
            <>
              <SelectField
                name="test"
                label={words.test}
                value={form.test}
                problem={form.problems.test}
                options={[
                  { value: '', label: words.noTest },
                  ...tests.map(({ sittingId, name, at }) => ({
                    value: String(sittingId),
                    label: words.testOn(name, format.date(at)),
                  })),
                ]}
              />
              <TextField
                name="date"
                type="date"
                label={words.date}
                min={days.first}
                max={days.last}
                value={form.date}
                problem={form.problems.date}
              />
            </>
          ) : (
            <p class="quiet">{words.noTests}</p>
          )}
        </div>
        <div class="row">
          <Button tone="soft">{words.submit}</Button>
          {view.imagined && <a href="/study/plan">{words.reset}</a>}
        </div>
      </form>
    </Sheet>
  );
}

function Changes({ view: { changes } }: { view: WhatIf }) {
  const { t } = usePage();
  return (
    <Sheet id="changes" title={t.plan.changes}>
      <ul class="points">
        {changes.map((change) => {
          const sentence = t.words.planChange(change);
          return (
            <li key={sentence} dir="auto">
              {sentence}
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}
