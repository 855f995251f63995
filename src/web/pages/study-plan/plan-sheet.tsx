import type { PlanView } from '../../../services/what-if/what-if.service.ts';
import { AssignedUnits } from '../../components/assigned-units.tsx';
import { Sheet } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';

export interface PlanSheetProps {
  /** Of its titles; unique on the page. */
  id: string;
  title: string;
  plan: PlanView;
}

const COURSES_SHOWN = 6;

/** A plan: the session and why, what it should bring, the order of courses. */
export function PlanSheet({ id, title, plan }: PlanSheetProps) {
  const { t, format } = usePage();
  const words = t.plan;
  const { assignment, course } = plan;
  return (
    <Sheet id={id} title={title}>
      {course && (
        <div class="stack tight">
          <h3>
            <bdi>{words.session(course.name, format.duration(assignment.totalMinutes * 60_000))}</bdi>
          </h3>
          <p class="quiet">{t.words.assignment(assignment.reason)}</p>
          <AssignedUnits units={assignment.units} why={(unit) => t.words.unitReason(unit.why)} />
        </div>
      )}
      {course && assignment.units.length > 0 && <Outlooks plan={plan} />}
      <Order plan={plan} />
    </Sheet>
  );
}

function Outlooks({ plan: { outlooks } }: { plan: PlanView }) {
  const { t, format } = usePage();
  const words = t.plan;
  return (
    <div class="stack tight">
      <h3>{words.outlook}</h3>
      {outlooks.length === 0 && <p class="quiet">{words.outlookNone}</p>}
      <ul class="lines">
        {outlooks.map(({ id, test, days, ...outlook }) => (
          <li key={id ?? 'course'}>
            <span class="main">
              <bdi>{test ?? words.wholeCourse}</bdi>
              <span class="quiet">{format.inDays(Math.max(0, days))}</span>
            </span>
            <strong>{words.lift(format.percent(outlook.without), format.percent(outlook.with))}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Order({ plan: { order } }: { plan: PlanView }) {
  const { t } = usePage();
  const words = t.plan;
  return (
    <div class="stack tight">
      <h3>{words.order}</h3>
      <ol class="lines">
        {order.slice(0, COURSES_SHOWN).map(({ course, factors, score }) => (
          <li key={course.id}>
            <span class="main">
              <a href={`/courses/${course.id}`}>
                <bdi>{course.name}</bdi>
              </a>
              <span class="quiet">{t.words.explain({ factors })}</span>
            </span>
            <span class="quiet">{words.points(String(Math.round(score * 100)))}</span>
          </li>
        ))}
      </ol>
      {order.length > COURSES_SHOWN && <p class="quiet">{words.moreCourses(order.length - COURSES_SHOWN)}</p>}
    </div>
  );
}
