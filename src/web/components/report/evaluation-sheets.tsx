import type { ComponentChildren } from 'preact';
import type { EvaluationRecord } from '../../../services/evaluations/evaluation.service.ts';
import type { SessionSummary } from '../../../services/study-session/session-summary.service.ts';
import { usePage } from '../../page-context.ts';
import { recountedNote } from '../../presenters/evaluation-note.ts';
import { Fold, Notice, Section, Sheet } from '../surfaces.tsx';
import { ContestLink, Standing } from './score-standing.tsx';

export interface EvaluationsProps {
  summary: SessionSummary;
  /** The messages that are shown further down on the page: only to these there are links. */
  readable: ReadonlySet<number>;
  /** What else the reader may know of an evaluation. */
  note?: (evaluation: EvaluationRecord) => ComponentChildren;
  /** Where the reader may say that a score is not right; absent: they may not. */
  contestAt?: (kind: EvaluationRecord['kind']) => string;
}

/** The evaluations of a session, each with what it rests on. */
export function Evaluations({ summary, readable, note, contestAt }: EvaluationsProps) {
  const words = usePage().t.report;
  const { status, evaluations } = summary.evaluation;
  const ended = summary.session.status === 'completed';
  return (
    <Section id="evaluations" title={words.evaluations}>
      {!ended && <p class="quiet">{words.evaluationLive}</p>}
      {ended && status === 'pending' && <Notice>{words.evaluationPending}</Notice>}
      <div class="scores">
        {evaluations.map((evaluation) => (
          <EvaluationSheet
            key={`${evaluation.kind} ${evaluation.source}`}
            evaluation={evaluation}
            summary={summary}
            readable={readable}
          >
            {evaluation.source === 'evaluator' && (
              <>
                <Standing reviews={summary.evaluation.reviews} kind={evaluation.kind} />
                {contestAt && (
                  <ContestLink evaluation={evaluation} reviews={summary.evaluation.reviews} contestAt={contestAt} />
                )}
              </>
            )}
            {note?.(evaluation)}
          </EvaluationSheet>
        ))}
      </div>
    </Section>
  );
}

interface SheetProps {
  evaluation: EvaluationRecord;
  summary: SessionSummary;
  readable: ReadonlySet<number>;
  children: ComponentChildren;
}

function EvaluationSheet({ evaluation, summary, readable, children }: SheetProps) {
  const { t, format } = usePage();
  const words = t.report;
  const { kind, source, score, reason, description, provider, confidence } = evaluation;
  const recounted = recountedNote(evaluation, words, format);
  const what = kind === 'proficiency' ? words.proficiencyNote : words.investmentNote;
  const note = source === 'evaluator' ? what : words.managerNote;
  return (
    <Sheet id={`${kind}-${source.replace(' ', '-')}`} title={`${words[kind]}: ${note}`}>
      <p class="score">{score === null ? words.noScore : words.score(format.number(score))}</p>
      {reason !== null && <p>{words.reasons[reason] ?? reason}</p>}
      {description.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph} dir="auto">
          {paragraph}
        </p>
      ))}
      {recounted !== null && <p>{recounted}</p>}
      {children}
      {source === 'evaluator' && <Evidence evaluation={evaluation} summary={summary} readable={readable} />}
      <p class="quiet">
        {source === 'class manager' ? words.byManager : provider === 'embedded' ? words.byEvidence : words.byModel}
        {source === 'evaluator' && score !== null && ` ${words.confidence(format.percent(confidence))}`}
      </p>
    </Sheet>
  );
}

function Evidence({ evaluation, summary, readable }: Omit<SheetProps, 'children'>) {
  const words = usePage().t.report;
  const links = evidenceLinks(evaluation, summary, readable);
  const { attemptIds, messageIds } = evaluation.evidence;
  if (links.length === 0) return <p class="quiet">{words.restsOn(attemptIds.length, messageIds.length)}</p>;
  return (
    <Fold summary={words.evidence}>
      <ul class="row evidence">
        {links.map(({ messageId, attempt, number }) => (
          <li key={`${attempt} ${messageId}`}>
            <a href={`#m${messageId}`}>{attempt ? words.evidenceAnswer(number) : words.evidenceMessage(number)}</a>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** Answers by their number in the session, then messages; each message once, and only those that the reader can see. */
function evidenceLinks(
  { evidence }: EvaluationRecord,
  { attempts }: Pick<SessionSummary, 'attempts'>,
  readable: ReadonlySet<number>,
): { messageId: number; attempt: boolean; number: number }[] {
  const answers = evidence.attemptIds.flatMap((id) => {
    const index = attempts.findIndex((attempt) => attempt.id === id);
    const messageId = attempts[index]?.messageId ?? null;
    return messageId === null ? [] : [{ messageId, attempt: true, number: index + 1 }];
  });
  const answered = new Set(answers.map(({ messageId }) => messageId));
  const messages = evidence.messageIds
    .filter((id) => !answered.has(id))
    .map((messageId, index) => ({ messageId, attempt: false, number: index + 1 }));
  return [...answers, ...messages].filter(({ messageId }) => readable.has(messageId));
}
