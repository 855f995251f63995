import { isDueForReview, type UnitWord, unitWord } from '../../../domain/mastery/unit-standing.ts';
import type { UnitStanding } from '../../../services/mastery/mastery.service.ts';
import type { CourseStanding } from '../../../services/progress/progress.service.ts';
import { usePage } from '../../page-context.ts';
import { Beads } from '../beads.tsx';
import { MasteryLine } from '../mastery-line.tsx';
import { Fold, Sheet } from '../surfaces.tsx';

type Unit = UnitStanding & { courseName: string };

/** More than this many units of a kind are folded away. */
const SHOWN = 5;

/** The units by how well they are known, with how sure that is and from how many answers. */
export function UnitStandings({ courses }: { courses: readonly CourseStanding[] }) {
  const words = usePage().t.report;
  const units = courses.flatMap((course) => course.units.map((unit) => ({ ...unit, courseName: course.name })));
  const byWord = Map.groupBy(units, unitWord);
  const of = (word: UnitWord) => byWord.get(word) ?? [];
  const weakest = of('weak').toSorted((a, b) => a.mastery - b.mastery);
  const rest = (['due for review', 'on the way', 'too early to say'] as const).filter((word) => of(word).length > 0);
  return (
    <Sheet id="standing" title={words.standing}>
      {courses.length === 0 ? (
        <p class="quiet">{words.noCourses}</p>
      ) : (
        <>
          <div class="units">
            <Units word="weak" units={weakest} none={words.none.weak} />
            <Units word="strong" units={of('strong')} none={words.none.strong} />
            {rest.map((word) => (
              <Units key={word} word={word} units={of(word)} none="" />
            ))}
          </div>
          {of('not started').length > 0 && <p class="quiet">{words.notStarted(of('not started').length)}</p>}
          <p class="quiet prose">{words.standingNote}</p>
        </>
      )}
    </Sheet>
  );
}

function Units({ word, units, none }: { word: UnitWord; units: readonly Unit[]; none: string }) {
  const words = usePage().t.report;
  const hidden = units.slice(SHOWN);
  return (
    <div class="stack tight">
      <h3>{words.words[word]}</h3>
      {units.length === 0 && <p class="quiet">{none}</p>}
      <UnitList units={units.slice(0, SHOWN)} />
      {hidden.length > 0 && (
        <Fold summary={words.moreUnits(hidden.length)}>
          <UnitList units={hidden} />
        </Fold>
      )}
    </div>
  );
}

function UnitList({ units }: { units: readonly Unit[] }) {
  const { t, format } = usePage();
  const words = t.report;
  if (units.length === 0) return null;
  return (
    <ul class="lines">
      {units.map((unit) => (
        <li key={`${unit.courseId}/${unit.unitName}`}>
          <div class="main">
            <div class="row">
              <strong>
                <bdi>{unit.unitName}</bdi>
              </strong>
              <span class="small push">{words.chance(format.percent(unit.mastery))}</span>
            </div>
            <span class="quiet" dir="auto">
              {unit.courseName}
            </span>
            <span class="small">
              <MasteryLine mastery={unit.facts} certainty={unit.certainty} answers={unit.answers} to="others" />
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The courses with their units as beads. */
export function CourseStandings({ courses }: { courses: readonly CourseStanding[] }) {
  const { t, format } = usePage();
  if (courses.length === 0) return null;
  return (
    <Sheet id="courses" title={t.report.courses}>
      <ul class="stack">
        {courses.map(({ courseId, name, progress, units }) => {
          const mastered = units.filter(({ state }) => state === 'completed').length;
          const line = t.report.courseLine(t.words.unitsMastered(mastered, units.length), format.percent(progress));
          return (
            <li key={courseId} class="stack tight">
              <span class="row">
                <strong>
                  <bdi>{name}</bdi>
                </strong>
                <span class="push small">{units.length === 0 ? t.report.noUnits : line}</span>
              </span>
              {units.length > 0 && <Beads beads={units.map(toBead)} label={t.courses.beads(name, line)} />}
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}

function toBead(unit: UnitStanding) {
  return { progress: unit.progress, due: isDueForReview(unit) };
}
