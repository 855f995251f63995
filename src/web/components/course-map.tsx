import { linkHorizontal } from 'd3-shape';
import type { StudyState } from '../../domain/curriculum/curriculum.ts';
import { directionOf } from '../i18n/messages.ts';
import { usePage } from '../page-context.ts';
import { layOut, type MapUnit } from './map-layout.ts';

export interface MappedUnit extends MapUnit {
  /** How far a pupil is; none where the map is of the course itself. */
  state?: StudyState;
}

const RADIUS = 18;
const COLUMN = 68;
const ROW = 60;
const EDGE = 26;
const TOP = 34;
/** Up to this width, in pixels, a map shrinks to the width of a phone. */
const SMALL = 420;

type Point = [number, number];
const link = linkHorizontal<unknown, { source: Point; target: Point }, Point>()
  .source(({ source }) => source)
  .target(({ target }) => target)
  .x(([x]) => x)
  .y(([, y]) => y);

export interface CourseMapProps {
  units: readonly MappedUnit[];
  /** The unit that comes next for a pupil. */
  next: string | null;
  /** What the picture shows, where it is not a pupil's. */
  hint?: string;
}

/** What builds on what, as numbered beads on lines. The list of units below it says the same in words. */
export function CourseMap({ units, next, hint }: CourseMapProps) {
  const { t, locale } = usePage();
  const words = t.courses;
  const { places, links, columns, rows } = layOut(units);
  const width = 2 * EDGE + (columns - 1) * COLUMN;
  const height = TOP + (rows - 1) * ROW + EDGE;
  const rtl = directionOf(locale) === 'rtl';
  const at = (index: number): Point => {
    const { column = 0, row = 0 } = places[index] ?? {};
    const x = EDGE + column * COLUMN;
    return [rtl ? width - x : x, TOP + row * ROW];
  };
  return (
    <figure class="stack tight">
      <div class="map">
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset */}
        <svg
          class={width <= SMALL ? 'small' : undefined}
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="group"
          aria-labelledby="map-title map-text"
        >
          <title id="map-title">{words.mapTitle}</title>
          <desc id="map-text">{words.mapText(units.length, links.length)}</desc>
          {links.map(({ from, to }) => (
            <path key={`${from}-${to}`} d={pathOf(at(from), at(to))} />
          ))}
          {units.map((unit, index) => (
            <MapNode
              key={unit.name}
              position={index + 1}
              at={at(index)}
              label={
                unit.state
                  ? words.mapNode(index + 1, unit.name, t.words.states[unit.state])
                  : t.curriculum.mapNode(index + 1, unit.name)
              }
              look={`${LOOK[unit.state ?? 'not started']}${unit.name === next ? ' next' : ''}`}
            />
          ))}
        </svg>
      </div>
      <figcaption class="quiet">{hint ?? words.mapHint}</figcaption>
    </figure>
  );
}

const LOOK: Record<StudyState, string> = { 'not started': 'new', 'in progress': 'started', completed: 'done' };

interface MapNodeProps {
  position: number;
  at: Point;
  label: string;
  look: string;
}

function MapNode({ position, at: [x, y], label, look }: MapNodeProps) {
  return (
    <a href={`#unit-${position}`} class={look} aria-label={label}>
      <title>{label}</title>
      <circle cx={x} cy={y} r={RADIUS} />
      <text x={x} y={y}>
        {position}
      </text>
    </a>
  );
}

/** Neighbours are joined straight, others round what stands between them. */
function pathOf(source: Point, target: Point): string {
  const [x1, y1] = source;
  const [x2, y2] = target;
  const sameRow = y1 === y2;
  if (sameRow && Math.abs(x2 - x1) > COLUMN) {
    const lift = y1 - 40;
    const third = (x2 - x1) / 4;
    return `M${x1},${y1}C${x1 + third},${lift},${x2 - third},${lift},${x2},${y2}`;
  }
  return link({ source, target }) ?? '';
}
