/** What the server's process is told: one lesson after the other is paused or goes on, so many times round. */
export interface LessonOrder {
  rounds: number;
  /** Between two lessons, in ms. */
  pauseMs: number;
}

/** A lesson that changed: to which state, and when, in ms since 1970. */
export interface Change {
  lessonId: number;
  state: string;
  at: number;
}

export type ServerMessage =
  | { kind: 'ready'; port: number; cookies: string[] }
  | { kind: 'done'; changes: Change[]; cpuMs: number; rssMegabytes: number; loopP99Ms: number };

/** What the browsers' process is told. */
export type BrowsersOrder = { kind: 'open'; origin: string; cookies: string[]; withinMs: number } | { kind: 'report' };

/** All pages are connected and show something; or what they were shown since the last report. */
export type BrowsersMessage = { kind: 'up' } | { kind: 'seen'; changes: Change[] };

/** Walls that can be opened, and pupils who can speak, each with a cookie. */
export interface ClassesReady {
  walls: { cookie: string; lessonId: number }[];
  pupils: { cookie: string; sessionId: number }[];
}

export type ClassesServerMessage =
  | ({ kind: 'ready'; port: number } & ClassesReady)
  /** `cpuShare`: of one core. */
  | { kind: 'load'; cpuShare: number; rssMegabytes: number; loopP99Ms: number };

/** What the process of the pages is told. */
export type ClassesOrder = ClassesReady & { origin: string; everyMs: number; forMs: number };

/** All walls show something; or all has been said: `wallMs` from sending to the wall, `answerMs` to the whole answer. */
export type ClassPagesMessage =
  | { kind: 'open' }
  | { kind: 'said'; sent: number; failed: number; wallMs: number[]; answerMs: number[] };
