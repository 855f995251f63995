import { NAMED } from '../../src/data/sample/people/named-people.ts';

/** The password that everybody has here. */
export const LOGIN = { username: 'noa', password: NAMED.noa.password } as const;

/** What the pupils' process is told. */
export interface LoadOrder {
  origin: string;
  usernames: string[];
  /** Messages that each pupil sends. */
  messages: number;
  /** Between two messages of a pupil, in ms: from half of it to one and a half. 0: everybody sends at the same moment. */
  thinkMs: number;
}

/** What it measured: for each message the ms to the acknowledgement, to the first words and to the end. */
export interface LoadReport {
  acknowledged: number[];
  firstWords: number[];
  whole: number[];
  /** Messages that were refused, or whose reply broke off. */
  failed: number;
  /** What was wrong, the first of each kind. */
  failures: string[];
}

/** What the server tells of itself since it was last asked. */
export interface ServerReport {
  cpuMs: number;
  rssMegabytes: number;
  /** How long the event loop was held up, 99th percentile, in ms. */
  loopP99Ms: number;
}
