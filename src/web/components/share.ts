const WIDTHS = Array.from({ length: 20 }, (_, twentieths) => `w-${twentieths * 5}`);

/**
 * The class that draws a share (0 … 1) as a width: w-0, w-5, … w-100. What was begun never looks like nothing, and what is not
 * done never looks done.
 */
export function widthClass(share: number): string {
  if (!(share > 0)) return 'w-0';
  if (share >= 1) return 'w-100';
  return WIDTHS[Math.min(19, Math.max(1, Math.round(share * 20)))] ?? 'w-0';
}

/** A share (0 … 1) as whole percent, by the same rule: 0 and 100 only where they are exact. */
export function percentOf(share: number): number {
  if (!(share > 0)) return 0;
  if (share >= 1) return 100;
  return Math.min(99, Math.max(1, Math.round(share * 100)));
}
