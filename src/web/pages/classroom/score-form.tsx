import { GIVEN_KINDS, type GivenKind } from '../../../domain/evaluation/given-score.ts';
import type { RefusedScore } from '../../../services/evaluations/given-scores.service.ts';
import { type AfterLine, isContested, type JudgedScore } from '../../../services/lessons/after-lesson.service.ts';
import { Button } from '../../components/button.tsx';
import { Problem } from '../../components/field.tsx';
import { ScoreWords } from '../../components/score-words.tsx';
import { Fold, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { Tag } from '../../components/tag.tsx';
import { fieldOf, type ScoresForm, shownOf } from '../../forms/given-scores.form.ts';
import { usePage } from '../../page-context.ts';
import type { AfterLessonProps } from './after-lesson.page.tsx';

type FormProps = Pick<AfterLessonProps, 'after' | 'form'>;

/** Everybody's scores in one form, a line a pupil: saved by its button, and with JavaScript as one goes. */
export function ScoreForm({ after, form }: FormProps) {
  const { afterLesson: words } = usePage().t;
  const { lesson, lines } = after;
  const contested = lines.filter(isContested).length;
  const talk = lesson.type === 'social';
  return (
    <Sheet id="scores" title={words.scores}>
      <p class="quiet prose">{words.scoresLead}</p>
      {contested > 0 && <p>{words.contestedFirst(contested)}</p>}
      <form class="stack" id="score-form" method="post" action={`/classroom/lessons/${lesson.id}/after`}>
        <Table
          stacks
          captionHidden
          caption={words.scores}
          rows={lines}
          rowKey={({ studentId }) => studentId}
          columns={[
            { title: words.pupil, heads: true, cell: (line) => <Pupil line={line} /> },
            { title: words.inLesson, wide: true, cell: (line) => <InLesson line={line} /> },
            {
              title: words.evaluator,
              wide: true,
              cell: (line) => (talk ? <span class="quiet">{words.none}</span> : <Evaluator line={line} />),
            },
            ...GIVEN_KINDS.map((kind) => ({
              title: words[kind],
              cell: (line: AfterLine) => <ScoreField line={line} kind={kind} {...(form ? { form } : {})} />,
            })),
          ]}
        />
        <div class="row">
          <Button tone="go">{words.save}</Button>
          <span class="quiet" id="saves-as-you-go" hidden>
            {words.savesAsYouGo}
          </span>
        </div>
      </form>
    </Sheet>
  );
}

const pageOf = ({ studentId, sessionId }: AfterLine) => `/class/students/${studentId}/lessons/${sessionId}`;

function Pupil({ line }: { line: AfterLine }) {
  const { t } = usePage();
  const words = t.afterLesson;
  return (
    <>
      <a href={pageOf(line)} dir="auto">
        {line.name}
      </a>
      {line.alerts > 0 && (
        <>
          {' '}
          <a href="/alerts">
            <Tag tone="alarm" icon="bell">
              {words.alerts}
            </Tag>
          </a>
        </>
      )}
    </>
  );
}

/** What can be seen of the pupil's part, so that a score need not be guessed. */
function InLesson({ line }: { line: AfterLine }) {
  const { t, format } = usePage();
  const words = t.afterLesson;
  if (!line.attended) {
    return <span class="quiet">{line.reason === null ? words.absent : t.schoolHours.absent[line.reason]}</span>;
  }
  const facts = [
    line.activeMs > 0 ? format.duration(line.activeMs) : t.attendance.withoutJoining,
    ...(line.minutesLate > 0 ? [t.attendance.late(line.minutesLate)] : []),
    ...(line.attempts > 0 ? [words.rightOf(line.solved, line.attempts), words.hintsTaken(line.hints)] : []),
  ];
  const { feelingBefore, feelingAfter } = line;
  const felt = [feelingBefore, feelingAfter].flatMap((one) => (one === null ? [] : [t.words.feelings[one]]));
  return (
    <span class="stack tight">
      <span>{facts.join(' · ')}</span>
      {line.units.map(
        ({ unit, before, after }) =>
          after !== null && (
            <span key={unit} class="quiet">
              <bdi>{unit}</bdi> {words.moved(format.percent(before), format.percent(after))}
            </span>
          ),
      )}
      {felt.length > 0 && (
        <span class="quiet">{felt.length === 2 ? words.feelingMoved(felt[0] ?? '', felt[1] ?? '') : felt[0]}</span>
      )}
    </span>
  );
}

function Evaluator({ line }: { line: AfterLine }) {
  const { t } = usePage();
  const words = t.afterLesson;
  const { proficiency, investment } = line.evaluator;
  if (!line.attended) return <span class="quiet">–</span>;
  if (proficiency === null && investment === null) return <span class="quiet">{words.pending}</span>;
  return (
    <span class="stack tight">
      <Judged title={words.kinds.proficiency} judged={proficiency} />
      <Judged title={words.kinds.investment} judged={investment} />
      <Fold summary={words.restsOn}>
        <Evidence title={words.kinds.proficiency} judged={proficiency} />
        <Evidence title={words.kinds.investment} judged={investment} />
        <a href={`${pageOf(line)}#evaluations`}>
          {words.look}
          <span class="visually-hidden">: {line.name}</span>
        </a>
      </Fold>
    </span>
  );
}

function Judged({ title, judged }: { title: string; judged: JudgedScore | null }) {
  const { t, format } = usePage();
  const words = t.afterLesson;
  if (judged === null) return null;
  return (
    <span class="row">
      <span>
        {title}: <strong>{judged.score === null ? words.noScore : words.score(format.number(judged.score))}</strong>
      </span>
      {judged.contested && <Tag tone="due">{words.contested}</Tag>}
      {judged.disputed && <Tag tone="due">{words.disputed}</Tag>}
    </span>
  );
}

function Evidence({ title, judged }: { title: string; judged: JudgedScore | null }) {
  const { t } = usePage();
  if (judged === null) return null;
  const { attemptIds, messageIds } = judged.evidence;
  return (
    <p>
      <strong>{title}</strong>: <bdi>{judged.description}</bdi>{' '}
      <span class="quiet">({t.afterLesson.evidence(attemptIds.length, messageIds.length)})</span>
    </p>
  );
}

interface FieldProps {
  line: AfterLine;
  kind: GivenKind;
  form?: ScoresForm;
}

/** A number, a word with it if one likes, and what stood there when the page was made. */
function ScoreField({ line, kind, form }: FieldProps) {
  const { t } = usePage();
  const words = t.afterLesson;
  const { studentId, sessionId, name, own, attended } = line;
  const field = fieldOf(kind, studentId);
  const given = own[kind];
  const refused = form?.refused.get(field);
  // Of who was away only what was given before can still be taken back.
  if (!attended && given.score === null && !refused) return <span class="quiet">–</span>;
  const typed = form?.typed.get(field);
  const label = words.kinds[kind];
  return (
    <span class="score-field" data-session={sessionId} data-student={studentId} data-kind={kind}>
      <input type="hidden" name={`was-${field}`} value={shownOf(given)} />
      <input type="hidden" name={`seen-${field}`} value={given.lastChange ?? ''} />
      <input
        class="input mark"
        id={field}
        name={field}
        inputMode="numeric"
        autocomplete="off"
        maxLength={3}
        value={typed?.score ?? (given.score === null ? '' : String(given.score))}
        aria-label={words.fieldOf(label, name)}
        aria-invalid={refused ? 'true' : undefined}
        aria-describedby={`${field}-said`}
      />
      <ScoreWords
        name={`words-${field}`}
        label={words.wordsOf(label, name)}
        invitation={words.words}
        words={given.words}
        typed={typed?.words}
        open={refused !== undefined && typed !== undefined && typed.words !== ''}
      />
      <span id={`${field}-said`} class="said" aria-live="polite">
        <Problem id={`${field}-problem`} text={refused && whyOf(refused)} />
      </span>
    </span>
  );

  function whyOf({ why, score }: RefusedScore): string {
    if (why !== 'changed') return words.refused[why];
    return `${words.refused.changed} ${score === null ? words.nowNone : words.nowIs(words.score(String(score)))}`;
  }
}
