import type { TutorLanguage } from '../../domain/tutoring/brief.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';
import { type LanguageModel, ModelError, type ModelErrorKind } from '../model/language-model.ts';
import type { Moderator } from '../moderation/moderator.ts';
import { createConversation, emptyReply, mindful, type Run, requireLeave, show } from './conversation.ts';
import { affirms } from './guard/manners.ts';
import { guardReply } from './guard.ts';
import { secondTryNote } from './prompt.ts';
import { peopleOf, toPseudonyms } from './pseudonym.ts';
import type { TeacherEvent, TeacherRequest } from './teacher-reply.ts';
import type { TeacherTool } from './teacher-tool.ts';

export type { TeacherEvent, TeacherReply, TeacherRequest } from './teacher-reply.ts';

export interface TeacherAgent {
  /**
   * Words the move of the brief. Yields guarded text, whole sentences at a time, and exactly one `done` at the end. It does not
   * throw for anything that a model, a tool or the signal does: a failure before any text is worded by the embedded tutor, one
   * after it marks the reply as interrupted.
   */
  reply(request: TeacherRequest, signal?: AbortSignal): AsyncIterable<TeacherEvent>;
}

export interface TeacherAgentDeps {
  model: LanguageModel;
  embedded: LanguageModel;
  checker: AnswerChecker;
  tools: readonly TeacherTool[];
  /** The provider's moderation, for the remote model; none: our own lists alone. */
  moderator?: Moderator | undefined;
}

const SHORTEST_REPLY_WORDS = 4;

/** Nothing else may be said: true for every move, and gives nothing away. */
const LAST_RESORT: Record<TutorLanguage, string> = {
  en: 'Let us take this calmly, one step at a time. Read the question on the page once more, write down what you know, and send me your next thought.',
  he: 'נלך בנחת, שלב אחרי שלב. כדאי לקרוא שוב את השאלה שבעמוד, לכתוב מה ידוע, ולשלוח את המחשבה הבאה.',
};
const VERDICT_STANDS: Record<TutorLanguage, string> = {
  en: 'And to say it plainly: your answer is right.',
  he: 'ובמילים פשוטות: התשובה שלך נכונה.',
};

const wordCount = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

function note(run: Run): string {
  return secondTryNote(run.done.droppedSentences.map((dropped) => dropped.rule));
}

function recordFailure(run: Run, error: unknown): ModelErrorKind | 'unexpected' {
  const kind = error instanceof ModelError ? error.kind : 'unexpected';
  run.done.failures.push({ kind, message: error instanceof Error ? error.message : String(error) });
  return kind;
}

/**
 * The pupil's words go to a remote model only where moderation minds nothing in them, and to that, remote too, with the same leave. Neither
 * gets them while the model is left in peace.
 */
async function screen(run: Run, { model, moderator }: TeacherAgentDeps): Promise<void> {
  const { transcript, brief } = run.request;
  const last = transcript.at(-1);
  if (!moderator || model.provider === 'embedded' || last?.from !== 'pupil') return;
  if (model.rests?.()) throw new ModelError('circuit open', 'The model is not asked: it failed too often just now.');
  await requireLeave(run);
  await mindful(run, moderator, 'input', toPseudonyms(last.text, peopleOf(brief)));
}

export function createTeacherAgent(deps: TeacherAgentDeps): TeacherAgent {
  const converse = createConversation(deps);

  function again(run: Run): void {
    run.guard = guardReply(run.request.brief, deps.checker);
    run.spoiled = false;
  }

  /** The embedded tutor after all; its words go through the guard like any other's. */
  async function* wordEmbedded(run: Run): AsyncGenerator<TeacherEvent> {
    again(run);
    if (run.done.text !== '') yield* show(run, [{ type: 'text', text: '\n\n' }]);
    yield* converse(run, deps.embedded, '');
    if (run.done.text.trim() === '')
      yield* show(run, [{ type: 'text', text: LAST_RESORT[run.request.brief.language] }]);
  }

  async function* tryModel(run: Run): AsyncGenerator<TeacherEvent> {
    await screen(run, deps);
    yield* converse(run, deps.model, '');
    if (run.done.text.trim() !== '') return;
    if (deps.model.provider === 'embedded') return;
    again(run);
    yield* converse(run, deps.model, note(run));
  }

  /** What a whole reply must not lack: some words, and on a right answer the plain word that it is right (T4). */
  async function* complete(run: Run): AsyncGenerator<TeacherEvent> {
    if (wordCount(run.done.text) < SHORTEST_REPLY_WORDS) yield* wordEmbedded(run);
    const { move, language } = run.request.brief;
    if (move.kind === 'confirm' && !affirms(run.done.text)) {
      yield* show(run, [{ type: 'text', text: `${/\s$/.test(run.done.text) ? '' : ' '}${VERDICT_STANDS[language]}` }]);
    }
  }

  async function* safely(run: Run, signal: AbortSignal | undefined): AsyncGenerator<TeacherEvent> {
    try {
      yield* tryModel(run);
      yield* complete(run);
    } catch (error) {
      if (signal?.aborted) {
        run.done.interruptedBy = 'aborted';
        return;
      }
      const kind = recordFailure(run, error);
      // At a limit in the middle of a reply the embedded tutor goes on with it.
      const goesOn = kind === 'moderated' || kind === 'not permitted';
      if (run.done.text.trim() !== '' && !goesOn) run.done.interruptedBy = kind;
      else yield* wordEmbedded(run);
    }
  }

  async function* reply(request: TeacherRequest, signal?: AbortSignal): AsyncGenerator<TeacherEvent> {
    const guard = guardReply(request.brief, deps.checker);
    const run: Run = { request, signal, guard, done: emptyReply(), spoiled: false };
    try {
      yield* safely(run, signal);
    } catch (error) {
      if (signal?.aborted) run.done.interruptedBy = 'aborted';
      else {
        recordFailure(run, error);
        if (run.done.text.trim() === '')
          yield* show(run, [{ type: 'text', text: LAST_RESORT[run.request.brief.language] }]);
      }
    }
    yield { ...run.done, text: run.done.text.trim() };
  }

  return { reply };
}
