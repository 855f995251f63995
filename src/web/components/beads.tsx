import { widthClass } from './share.ts';

export interface Bead {
  /** 0 … 1 */
  progress: number;
  /** Part of what comes next. */
  now?: boolean;
  /** Mastered once, and due for review. */
  due?: boolean;
}

/** Mastery as a string of beads, one a unit. `label` says the same in words ("Algebra: 4 of 9 units completed"). */
export function Beads({ beads, label }: { beads: readonly Bead[]; label: string }) {
  return (
    <span
      class="beads"
      role="img"
      aria-label={label}
      // Made of our own class names alone; a page has hundreds of beads.
      dangerouslySetInnerHTML={{ __html: beads.map((bead) => `<i class="${beadClass(bead)}"></i>`).join('') }}
    />
  );
}

function beadClass({ progress, now, due }: Bead): string {
  return `bead ${widthClass(progress)}${now ? ' now' : ''}${due ? ' due' : ''}`;
}
