import type { ComponentChildren } from 'preact';
import { labelled, type PlotScale } from './scale.ts';

interface PlotProps {
  /** What a screen reader says of the picture: its title and every value. */
  label: string;
  scale: PlotScale;
  ticks: readonly number[];
  tick: (value: number) => string;
  /** Below the picture, one a place. */
  labels: readonly string[];
  /** What is drawn, in the coordinates of the scale. */
  children: ComponentChildren;
}

/**
 * The picture of a chart with what stands beside and below it. The drawing stretches to the room there is, its words do not; on pages
 * that are read from right to left it is turned over by the style sheet.
 */
export function Plot({ label, scale, ticks, tick, labels, children }: PlotProps) {
  return (
    <div class="plot">
      <ol class="ticks" aria-hidden="true">
        {ticks.map((value) => (
          <li key={value}>
            <bdi>{tick(value)}</bdi>
          </li>
        ))}
      </ol>
      <svg viewBox={`0 0 ${scale.width} ${scale.height}`} preserveAspectRatio="none" role="img" aria-label={label}>
        {ticks.map((value) => (
          <path key={value} class="ground" d={`M0 ${scale.y(value)}H${scale.width}`} />
        ))}
        {children}
      </svg>
      <ol class="places" aria-hidden="true">
        {labels.map((one, place) => {
          const when = labelled(place, labels.length);
          return (
            <li key={`${one} ${place}`} class={when === 'wide' ? 'wide' : undefined}>
              {when === 'never' ? '' : <bdi>{one}</bdi>}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
