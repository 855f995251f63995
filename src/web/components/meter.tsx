import { percentOf, widthClass } from './share.ts';

export interface MeterProps {
  /** 0 … 1 */
  share: number;
  /** What is measured: "Progress in Slope". */
  label: string;
  /** The value in words, where it is not simply percent. */
  valueText?: string;
  tone?: 'leaf' | 'iris';
}

/** A share as a bar that screen readers know as a meter. */
export function Meter({ share, label, valueText, tone = 'leaf' }: MeterProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: <meter> cannot be drawn alike in all browsers
    <span
      class={`meter ${widthClass(share)}${tone === 'iris' ? ' iris' : ''}`}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percentOf(share)}
      aria-valuetext={valueText}
    />
  );
}
