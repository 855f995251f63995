/** Rows that figures are added up from, held against a recount. */
export interface Verified {
  what: 'sessions at home' | 'sessions at school' | 'tests' | 'model calls' | 'erased pupils';
  /** How many rows are kept. */
  rows: number;
  /** Those that are missing, stray or not what the recount says, in words, the first ones. */
  wrong: string[];
}

/** So many are named of each. */
export const MOST_NAMED = 20;
