import { type BenchResult, type Figure, meets } from './teaching/bench.ts';

/** One result as lines of text: its figures, each with its floor and whether it was met. */
export function resultTable({ id, title, figures, floor, pass, note }: BenchResult, milliseconds: number): string {
  const width = Math.max(...figures.map((figure) => figure.name.length), 0);
  const head = `\n${id}  ${title}${note === undefined ? '' : ` (${note})`}: ${pass ? 'pass' : 'MISSED'}, ${(milliseconds / 1000).toFixed(1)} s`;
  const rows = figures.map(
    (figure) => `    ${figure.name.padEnd(width)}  ${round(figure.value).padStart(8)}  ${bound(figure)}`,
  );
  return [head, `    at least: ${floor}`, ...rows].join('\n');
}

function bound(figure: Figure): string {
  const limits = [
    figure.least === undefined ? '' : `≥ ${round(figure.least)}`,
    figure.most === undefined ? '' : `≤ ${round(figure.most)}`,
  ].filter((limit) => limit !== '');
  if (limits.length === 0) return '';
  return `${limits.join(', ')}${meets(figure) ? '' : '  missed'}`;
}

function round(value: number): string {
  return Number.isInteger(value) ? `${value}` : value.toFixed(4);
}
