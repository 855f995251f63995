import type { GroupUnit } from '../../../domain/planning/group-units.ts';
import type { GroupPlan } from '../../../services/group-plan/group-plan.service.ts';
import { AssignedUnits } from '../../components/assigned-units.tsx';
import { Empty, Fold, Sheet } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';

/** The session: its units, why, who is ready for each, and what it should bring. */
export function GroupSession({ plan: { course, assignment, pupils } }: { plan: GroupPlan }) {
  const { t, format } = usePage();
  const words = t.groupPlan;
  const names = new Map(pupils.map(({ id, name }) => [id, name]));
  const chosen = pupils.filter((pupil) => pupil.chosen).length;
  if (!course) {
    return (
      <Empty icon="book" title={words.noCourse}>
        <p>{words.noCourseMore}</p>
      </Empty>
    );
  }
  const { outlook } = assignment;
  return (
    <Sheet id="session" title={words.session(course.name, format.duration(assignment.totalMinutes * 60_000))}>
      <p>
        {words.forPupils(chosen, pupils.length)} {words.reason(assignment.reason)}
      </p>
      <AssignedUnits
        units={assignment.units}
        why={(unit) => words.unitReason(unit.why)}
        more={(unit) => <Readiness unit={unit} names={names} />}
      />
      {assignment.units.length > 0 && (
        <p class="quiet">
          {outlook ? words.outlook(format.percent(outlook.without), format.percent(outlook.with)) : words.outlookNone}
        </p>
      )}
    </Sheet>
  );
}

function Readiness({ unit: { ready, waiting }, names }: { unit: GroupUnit; names: ReadonlyMap<number, string> }) {
  const { t, format } = usePage();
  const words = t.groupPlan;
  if (waiting.length === 0) return <span class="quiet">{words.allReady(ready.length)}</span>;
  return (
    <>
      <span class="quiet">{words.readyOf(ready.length, ready.length + waiting.length)}</span>
      <Fold summary={words.notReady(waiting.length)}>
        <ul class="points">
          {waiting.map(({ id, missing }) => (
            <li key={id}>
              <a href={`/class/students/${id}`}>
                <bdi>{names.get(id)}</bdi>
              </a>{' '}
              {words.missing(format.list(missing))}
            </li>
          ))}
        </ul>
      </Fold>
    </>
  );
}
