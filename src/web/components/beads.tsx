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
  return <span class="beads" role="img" aria-label={label} dangerouslySetInnerHTML={{ __html: markupOf(beads) }} />;
}

/** Made of our own class names alone; a page has hundreds of beads. */
function markupOf(beads: readonly Bead[]): string {
  let html = '';
  for (const { progress, now, due } of beads) {
    html += `<i class="bead ${widthClass(progress)}${now ? ' now' : ''}${due ? ' due' : ''}"></i>`;
  }
  return html;
}
