const MOST_QUOTED = 200;

/** The text as far as it may go. What had to be left out is told, so that nothing of a source is lost without a word. */
export function shorten(what: string, text: string, most: number, tell: (note: string) => void): string {
  if (text.length <= most) return text;
  const kept = beginningOf(text, most);
  const rest = text.slice(kept.length);
  const quoted = rest.length > MOST_QUOTED ? `${beginningOf(rest, MOST_QUOTED)}…` : rest;
  const length = `${what} has ${text.length} characters; allowed are ${most}`;
  tell(`${length}. It was taken up to “…${kept.slice(-30)}”; what was left out is “${quoted}”`);
  return kept;
}

/** At most so many characters, and never half of one that takes two. */
function beginningOf(text: string, most: number): string {
  return text.slice(0, /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most);
}
