import type { Attempt } from '../../data/study-session/attempt.repo.ts';
import type { Message } from '../../data/study-session/message.repo.ts';
import type { Item } from '../../domain/curriculum/curriculum.ts';
import type { AttemptRecord } from '../../domain/tutoring/dialogue.ts';
import { type QuestionView, questionView } from '../../domain/tutoring/question-view.ts';
import type { Instant } from '../../shared/instant.ts';

/** What parents may read of a session, by the policy of the school. */
export type Transcript =
  | { policy: 'off' }
  /** Which questions there were and how each went: nobody's words. */
  | { policy: 'summary'; questions: QuestionSummary[] }
  | { policy: 'full'; messages: TranscriptMessage[] };

export interface QuestionSummary {
  unitName: string;
  /** Markdown. */
  question: string;
  /** How it ended. */
  verdict: AttemptRecord['verdict'];
  tries: number;
  hintsUsed: number;
  revealed: boolean;
}

export interface TranscriptMessage {
  id: number;
  from: Message['from'];
  content: string;
  at: Instant;
  state: Message['state'];
  posed: QuestionView | null;
}

/** The attempts of a session by question, in the order in which the questions were first tried. */
export function summaryOf(attempts: readonly Attempt[], items: ReadonlyMap<number, Item>): QuestionSummary[] {
  const found = new Map<number, QuestionSummary>();
  for (const attempt of attempts) {
    const before = found.get(attempt.revisionId);
    found.set(attempt.revisionId, {
      unitName: attempt.unitName,
      question: items.get(attempt.revisionId)?.question ?? '',
      verdict: before?.verdict === 'correct' ? 'correct' : attempt.verdict,
      tries: (before?.tries ?? 0) + 1,
      hintsUsed: Math.max(before?.hintsUsed ?? 0, attempt.hintsUsed),
      revealed: before?.revealed === true || attempt.revealed,
    });
  }
  return [...found.values()];
}

/** The messages that parents may read: never those that are hidden from them. */
export function readableMessages(messages: readonly Message[], items: ReadonlyMap<number, Item>): TranscriptMessage[] {
  return messages.filter((message) => !message.hiddenFromParents).map((message) => shownMessage(message, items));
}

/** A message for somebody who was not there, with the question that came with it. */
export function shownMessage(
  { id, from, content, at, state, posedRevisionId }: Message,
  items: ReadonlyMap<number, Item>,
): TranscriptMessage {
  const item = posedRevisionId === null ? undefined : items.get(posedRevisionId);
  return { id, from, content, at, state, posed: item ? questionView(item) : null };
}
