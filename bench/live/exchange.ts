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
