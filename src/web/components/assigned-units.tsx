import type { ComponentChildren } from 'preact';
import { usePage } from '../page-context.ts';

export interface AssignedUnitsProps<Unit> {
  units: readonly Unit[];
  why: (unit: Unit) => string;
  more?: (unit: Unit) => ComponentChildren;
}

/** The units of a session: why each is in it, and how long it is meant to take. */
export function AssignedUnits<Unit extends { name: string; minutes: number }>({
  units,
  why,
  more,
}: AssignedUnitsProps<Unit>) {
  const { format } = usePage();
  return (
    <ul class="lines">
      {units.map((unit) => (
        <li key={unit.name}>
          <div class="main">
            <strong>
              <bdi>{unit.name}</bdi>
            </strong>
            <span class="quiet">{why(unit)}</span>
            {more?.(unit)}
          </div>
          <span class="quiet">{format.duration(unit.minutes * 60_000)}</span>
        </li>
      ))}
    </ul>
  );
}
