/** Our own small set: 24 × 24, drawn with strokes. An icon says nothing by itself; words stand beside it. */
const PATHS = {
  today:
    'M12 7.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM12 2v2M12 20v2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M2 12h2M20 12h2M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4',
  book: 'M12 6.5C10 5 7 4.5 3.5 4.5v13c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2v-13C17 4.5 14 5 12 6.5Zm0 0v13',
  clock: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18Zm0 4.5V12l3 2',
  people:
    'M9 5a3.25 3.25 0 1 1 0 6.5a3.25 3.25 0 0 1 0-6.5ZM3 19.5c0-3.2 2.6-5 6-5s6 1.8 6 5M15.5 5.2a3.25 3.25 0 0 1 0 6.1M17.5 14.8c2.1.5 3.5 2.1 3.5 4.7',
  person: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4.5 20c0-3.7 3.3-5.5 7.5-5.5s7.5 1.8 7.5 5.5',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15L6 16.5ZM10 20.5c.5.7 1.2 1 2 1s1.5-.3 2-1',
  school: 'M3 20.5h18M5 20.5V9.5l7-5 7 5v11M10 20.5v-5h4v5M9 11h.01M15 11h.01',
  map: 'M9 4.5 3.5 7v12.5L9 17l6 2.5 5.5-2.5V4.5L15 7 9 4.5Zm0 0V17M15 7v12.5',
  grip: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
  play: 'M8 5.5v13l10.5-6.5L8 5.5Z',
  pause: 'M8.5 5.5v13M15.5 5.5v13',
  check: 'm5 12.5 4.5 4.5L19.5 7',
  cross: 'm6 6 12 12M18 6 6 18',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  hint: 'M9 17.5h6M10 20.5h4M12 3.5a6 6 0 0 0-3.5 10.9c.6.5 1 1.2 1 2h5c0-.8.4-1.5 1-2A6 6 0 0 0 12 3.5Z',
  flag: 'M5.5 21V4.5c4-2.5 8 2.5 13 0v9c-5 2.5-9-2.5-13 0',
  send: 'M12 19.5V5M6 10.5 12 4.5l6 6',
  info: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18Zm0 8v5.5M12 7.5h.01',
  alarm: 'M12 4 2.5 20h19L12 4Zm0 6v4.5M12 17.25h.01',
  pencil: 'M4 20l1-4.5L16.5 4a2 2 0 0 1 3.5 3.5L8.5 19 4 20ZM14.5 6l3.5 3.5',
  calendar: 'M4 6h16v14H4V6Zm0 4.5h16M8.5 3.5v4M15.5 3.5v4',
  tablet: 'M6 3h12v18H6V3Zm4.5 15.25h3',
  target: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18Zm0 5a4 4 0 1 1 0 8 4 4 0 0 1 0-8Zm0 4h.01',
  chart: 'M4 20h16M7 16v-4M12 16V6M17 16V9',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z',
  positive: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM8 14c1 1.7 2.3 2.5 4 2.5s3-.8 4-2.5M9 9.5h.01M15 9.5h.01',
  neutral: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM8.5 15h7M9 9.5h.01M15 9.5h.01',
  negative: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM8 16.5c1-1.7 2.3-2.5 4-2.5s3 .8 4 2.5M9 9.5h.01M15 9.5h.01',
  extreme:
    'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM8 15.5l1.3-1.2 1.35 1.2L12 14.3l1.35 1.2 1.35-1.2L16 15.5M7.8 8.3l2.4 1.4M16.2 8.3l-2.4 1.4M9 11h.01M15 11h.01',
} as const;

export type IconName = keyof typeof PATHS;

/** These point somewhere, so they turn round where text runs from right to left. */
const TURNING: ReadonlySet<IconName> = new Set(['arrow', 'play', 'book', 'chart']);

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={TURNING.has(name) ? 'icon turns' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
