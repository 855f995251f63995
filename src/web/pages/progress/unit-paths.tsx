import type { PupilFigures } from '../../../services/analytics/pupil-analytics.service.ts';
import { ticksFor } from '../../components/charts/scale.ts';
import { SmallMultiples } from '../../components/charts/small-multiples.tsx';
import { Sheet } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';
import { spanLabels } from './over-time.tsx';

/** As many as one looks at side by side. */
const SHOWN = 9;

/** How well the units of each course were known over time. */
export function UnitPaths({ figures }: { figures: PupilFigures }) {
  const page = usePage();
  const { t, format } = page;
  const words = t.progress;
  const [paths, more] = latestOf(figures.paths);
  const labels = spanLabels(figures, page).map(({ short }) => short);
  return (
    <Sheet id="units" title={words.units}>
      {figures.paths.length === 0 ? (
        <p class="quiet">{words.unitsNone}</p>
      ) : (
        <p class="quiet prose">{words.unitsWords}</p>
      )}
      <div class="grid">
        {paths.map(({ course, units }) => (
          <div key={course} class="stack tight">
            <h3>
              <bdi>{course}</bdi>
            </h3>
            <SmallMultiples
              title={course}
              description={null}
              heading={words.unit}
              labels={labels}
              kind="bars"
              ticks={ticksFor('share', 1)}
              parts={units.map(({ name, points }) => ({
                key: name,
                name,
                points: points.map((value) => ({
                  value,
                  text: value === null ? words.notPractised : format.percent(value),
                })),
                latest: format.percent(points.findLast((value) => value !== null) ?? 0),
              }))}
            />
          </div>
        ))}
      </div>
      {more > 0 && <p class="quiet">{words.unitsMore(more)}</p>}
    </Sheet>
  );
}

/** Of many units those that were practised last, and how many others there are. */
function latestOf(paths: PupilFigures['paths']): [PupilFigures['paths'], number] {
  const all = paths.flatMap(({ units }) => units);
  const shown = new Set(all.toSorted((a, b) => b.lastAttempt - a.lastAttempt).slice(0, SHOWN));
  const kept = paths.map(({ course, units }) => ({ course, units: units.filter((unit) => shown.has(unit)) }));
  return [kept.filter(({ units }) => units.length > 0), all.length - shown.size];
}
