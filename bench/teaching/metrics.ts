export interface Forecast {
  p: number;
  correct: 0 | 1;
}

/** Probability that a right answer was given a higher p than a wrong one; ties count half. NaN where one kind is missing. */
export function auc(forecasts: readonly Forecast[]): number {
  const sorted = [...forecasts].sort((a, b) => a.p - b.p);
  let ranks = 0;
  let right = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[end]?.p === sorted[start]?.p) end++;
    const rightHere = sorted.slice(start, end).filter((forecast) => forecast.correct === 1).length;
    ranks += (rightHere * (start + 1 + end)) / 2;
    right += rightHere;
    start = end;
  }
  return (ranks - (right * (right + 1)) / 2) / (right * (sorted.length - right));
}

/** Mean of −ln of the probability given to what happened. */
export function logLoss(forecasts: readonly Forecast[]): number {
  const sum = forecasts.reduce((s, { p, correct }) => s - Math.log(correct === 1 ? p : 1 - p), 0);
  return sum / forecasts.length;
}

/** Expected calibration error over ten bins of equal width, weighted by their size. */
export function calibrationError(forecasts: readonly Forecast[]): number {
  const gaps = Array.from({ length: 10 }, () => 0);
  for (const { p, correct } of forecasts) {
    const bin = Math.min(9, Math.floor(p * 10));
    gaps[bin] = (gaps[bin] ?? 0) + p - correct;
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / forecasts.length;
}

/** Two raters' yes or no about one thing. */
export interface Rating {
  rated: boolean;
  found: boolean;
}

/** Cohen's kappa of two yes/no ratings. */
export function kappa(judged: readonly Rating[]): number {
  const n = judged.length;
  const share = (is: (each: Rating) => boolean): number => judged.filter(is).length / n;
  const agreed = share((each) => each.rated === each.found);
  const [rated, found] = [share((each) => each.rated), share((each) => each.found)];
  const chance = rated * found + (1 - rated) * (1 - found);
  return (agreed - chance) / (1 - chance);
}
