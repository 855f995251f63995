import type { CourseUnit } from '../../../services/courses/courses.service.ts';
import { MasteryLine } from '../../components/mastery-line.tsx';
import { Meter } from '../../components/meter.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';

export interface UnitLineProps {
  unit: CourseUnit;
  /** From 1, in teaching order; the number that it has on the map. */
  position: number;
  isNext: boolean;
}

const LOOK = { 'not started': 'new', 'in progress': 'started', completed: 'done' } as const;

/** A unit: what it is about, how sure the pupil is in it, and what it builds on. */
export function UnitLine({ unit, position, isNext }: UnitLineProps) {
  const { t, format } = usePage();
  const words = t.courses;
  const facts = [words.types[unit.type], words.minutes(unit.minutes)].filter(Boolean);
  return (
    <li class={`unit ${LOOK[unit.state]}`} id={`unit-${position}`}>
      <span class="unit-number" aria-hidden="true">
        {position}
      </span>
      <div class="stack tight">
        <div class="row">
          <h3>
            <bdi>{unit.name}</bdi>
          </h3>
          {unit.state === 'completed' && (
            <Tag tone="good" icon="check">
              {t.words.states.completed}
            </Tag>
          )}
          {unit.dueForReview && <Tag tone="due">{words.dueForReview}</Tag>}
          {isNext && (
            <Tag tone="info" icon="arrow">
              {words.nextUp}
            </Tag>
          )}
          <span class="quiet push">{facts.join(' · ')}</span>
        </div>
        <p class="prose" dir="auto">
          {unit.description}
        </p>
        <p class="quiet">
          <MasteryLine {...unit} to="pupil" /> {unit.questionsDue > 0 && words.questionsDue(unit.questionsDue)}
        </p>
        {unit.progress > 0 && unit.state !== 'completed' && (
          <div class="measure">
            <Meter share={unit.progress} label={words.progressIn(unit.name)} />
            <span class="small">{format.percent(unit.progress)}</span>
          </div>
        )}
        {unit.prerequisites.length > 0 && (
          <p class="quiet">
            {words.buildsOn}: {format.list(unit.prerequisites)}
          </p>
        )}
      </div>
    </li>
  );
}
