const PLACES = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
];
export const MOST_PLACES = PLACES.length;

/** "Which comes third?" */
export const orderQuestion = (place: number): string => `Which comes ${PLACES[place] ?? `in place ${place + 1}`}?`;

const isShort = (label: string): boolean => !label.includes('\n') && label.length <= 160;

/** One row of a matching. */
export const pairQuestion = (label: string): string =>
  isShort(label)
    ? `Which of these goes with **${label.replace(/\*\*/g, '')}**?`
    : `${label}\n\nWhich of these goes with it?`;

/** One heading with all that goes with it. */
export const groupQuestion = (label: string): string =>
  isShort(label)
    ? `Which of these go with **${label.replace(/\*\*/g, '')}**? Choose all of them.`
    : `${label}\n\nWhich of these go with it? Choose all of them.`;
