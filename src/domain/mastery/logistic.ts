const EDGE = 1e-9;

/** 1 / (1 + e^−x), kept inside the open interval (0, 1). */
export function sigmoid(x: number): number {
  return Math.min(1 - EDGE, Math.max(EDGE, 1 / (1 + Math.exp(-x))));
}

/** ln(p / (1 − p)); p is kept inside (0, 1). */
export function logit(p: number): number {
  const inside = Math.min(1 - EDGE, Math.max(EDGE, p));
  return Math.log(inside / (1 - inside));
}
