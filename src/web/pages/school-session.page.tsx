import type { GivenLine } from '../../services/evaluations/given-scores.service.ts';
import type { SchoolSessionView } from '../../services/school-hours/school-hours.service.ts';
import { MINUTE } from '../../shared/instant.ts';
import { LinkButton } from '../components/button.tsx';
import { Layout } from '../components/layout.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Questions } from '../components/report/questions.tsx';
import { Attendance, whenOf } from '../components/report/school-hours-panel.tsx';
import { ContestLink, Standing } from '../components/report/score-standing.tsx';
import { Conversation } from '../components/report/transcript.tsx';
import { Stats, type StatView } from '../components/stat.tsx';
import { Section, Sheet } from '../components/surfaces.tsx';
import type { ScoreAnswerForm } from '../forms/score-answer.form.ts';
import { type PageContext, usePage } from '../page-context.ts';
import { recountedNote } from '../presenters/evaluation-note.ts';
import { ScoreAnswer, type ScoreAnswerProps } from './pupil-session/score-answer.tsx';

export interface SchoolSessionProps {
  view: SchoolSessionView;
  /** An answer to a score that could not be taken. */
  answer?: ScoreAnswerForm;
  /** How it was may still be said. */
  mayReflect?: boolean;
  /** What class managers gave and took back, for themselves. */
  given?: readonly GivenLine[];
}

/** A lesson in school hours as one pupil had it: for the pupil, the parents and staff, each as far as they may read. */
export function SchoolSessionPage({ view, answer, mayReflect = false, given = [] }: SchoolSessionProps) {
  const page = usePage();
  const { t, format } = page;
  const { back, address } = placeOf(view, page);
  const words = t.schoolHours;
  const title = words.sessionTitle(view.course?.name ?? null);
  return (
    <Layout title={title}>
      <div class="stack loose">
        <PageHead
          title={title}
          back={back}
          lead={words.lead(view.className, words.types[view.type], format.dateTime(whenOf(view)))}
        >
          <p class="quiet" dir="auto">
            {words.with(view.classManager)}
          </p>
        </PageHead>
        {mayReflect && view.feelingAfter === null && (
          <LinkButton href={`${address}/end`} tone="go">
            {t.chat.lesson.sayHowItWas}
          </LinkButton>
        )}
        <Facts view={view} />
        <Evaluations view={view} address={address} {...(answer ? { answer } : {})} />
        <Given lines={given} />
        {view.questions.length > 0 && (
          <Section id="questions" title={t.report.questionsTitle}>
            <Questions questions={view.questions} />
          </Section>
        )}
        <Words view={view} />
      </div>
    </Layout>
  );
}

/** Attendance, time and what the pupil said. Feelings are said, never inferred. */
function Facts({ view }: { view: SchoolSessionView }) {
  const { t, format } = usePage();
  const words = t.schoolHours;
  const { attended, joined, start, plannedMinutes, feelingBefore, feelingAfter, difficulty, understanding } = view;
  const late = joined !== null && start !== null ? Math.floor((joined - start) / MINUTE) : 0;
  const said = (label: string, value: string | null): StatView => ({
    label,
    value,
    note: value === null ? words.notSaid : '',
  });
  const outOf10 = (value: number | null) => (value === null ? null : words.outOf10(value));
  return (
    <Sheet id="facts" title={words.facts}>
      <p>
        <strong>{words.attendance}</strong>: <Attendance session={view} />
        {late > 0 && `, ${words.joinedLate(late)}`}
      </p>
      {attended && (
        <Stats
          stats={[
            { label: words.time, value: format.duration(view.activeMs), note: words.planned(plannedMinutes) },
            said(words.feelingBefore, feelingBefore && t.words.feelings[feelingBefore]),
            said(words.feelingAfter, feelingAfter && t.words.feelings[feelingAfter]),
            ...(view.type === 'social'
              ? []
              : [said(words.difficulty, outOf10(difficulty)), said(words.understanding, outOf10(understanding))]),
          ]}
        />
      )}
      {view.others.length > 0 && <p dir="auto">{words.others(format.list(view.others))}</p>}
      {view.feedback !== null && view.words.open && (
        <p class="prose" dir="auto">
          {`${words.wrote}: ${view.feedback}`}
        </p>
      )}
    </Sheet>
  );
}

function Evaluations({
  view: { type, evaluations, reviews },
  address,
  answer,
}: SchoolSessionProps & { address: string }) {
  const { t, format } = usePage();
  const words = t.schoolHours;
  return (
    <Section id="evaluations" title={words.evaluations}>
      {evaluations.length === 0 && (
        <p class="quiet">{type === 'social' ? words.talkNotScored : words.evaluationsNone}</p>
      )}
      <div class="scores">
        {evaluations.map(({ kind, source, score, reason, description, evidence, confidence, flagged, recounted }) => (
          <Sheet
            key={`${kind} ${source}`}
            id={`${kind}-${source.replace(' ', '-')}`}
            title={`${words.kinds[kind]}: ${source === 'evaluator' || kind === 'social' ? words.kindNotes[kind] : t.report.managerNote}`}
          >
            <p class="score">{score === null ? t.report.noScore : t.report.score(format.number(score))}</p>
            {reason !== null && <p>{t.report.reasons[reason] ?? reason}</p>}
            {description !== '' && <p dir="auto">{description}</p>}
            {recounted !== null && <p>{recountedNote({ recounted }, t.report, format)}</p>}
            {kind !== 'social' && source === 'evaluator' && (
              <SaidOfScore
                evaluation={{ kind, source, score, flagged }}
                reviews={reviews}
                address={address}
                {...(answer ? { form: answer } : {})}
              />
            )}
            {source === 'evaluator' && (
              <p class="quiet">{t.report.restsOn(evidence.attemptIds.length, evidence.messageIds.length)}</p>
            )}
            <p class="quiet">
              {source === 'class manager' ? words.byManager : words.byTeacher}
              {source === 'evaluator' && score !== null && ` ${words.confidence(format.percent(confidence))}`}
            </p>
          </Sheet>
        ))}
      </div>
    </Section>
  );
}

/** Every score that class managers gave, the newest first: none is written over without a trace. */
function Given({ lines }: { lines: readonly GivenLine[] }) {
  const { t, format } = usePage();
  const words = t.afterLesson;
  if (lines.length === 0) return null;
  return (
    <Sheet id="given" title={words.history}>
      <ul class="lines">
        {lines.toReversed().map(({ id, kind, score, words: said, by, at }) => (
          <li key={id}>
            <span class="main">
              {words.given(words.kinds[kind], score)}
              {said !== '' && (
                <span class="quiet" dir="auto">
                  {said}
                </span>
              )}
            </span>
            <span class="quiet">
              {format.dateTime(at)}
              {by !== null && (
                <>
                  {' '}
                  · <bdi>{words.by(by)}</bdi>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** Where whoever looks at it finds this page, under which scores are contested and answered, and where they came from. */
function placeOf({ id, pupil }: SchoolSessionView, { actor, t }: PageContext) {
  if (actor?.role === 'student')
    return { address: `/study/school/${id}`, back: { href: '/history#at-school', text: t.study.historyTitle } };
  const family = actor?.role === 'parent';
  const href = `${family ? '/children' : '/class/students'}/${pupil.id}`;
  const text = family ? t.parent.backToChild(pupil.firstName) : t.staff.backTo(pupil.firstName);
  return { address: `${href}/lessons/${id}`, back: { href, text } };
}

/** What was said of a score, and the way to say something of it for those who may. */
function SaidOfScore(props: ScoreAnswerProps) {
  const { actor } = usePage();
  const { evaluation, reviews, address } = props;
  const contests = actor?.role === 'student' || actor?.role === 'parent';
  return (
    <>
      <Standing reviews={reviews} kind={evaluation.kind} />
      {contests && (
        <ContestLink evaluation={evaluation} reviews={reviews} contestAt={(kind) => `${address}/contest/${kind}`} />
      )}
      {actor?.role === 'class manager' && <ScoreAnswer {...props} />}
    </>
  );
}

function Words({ view }: { view: SchoolSessionView }) {
  const { t, actor } = usePage();
  const words = t.schoolHours;
  const reports = actor?.role === 'student' || actor?.role === 'class manager';
  const place = { at: 'lesson', sessionId: view.id, studentId: view.pupil.id } as const;
  if (!view.words.open) return <p class="quiet prose">{words.closed[view.words.because]}</p>;
  return (
    <Section id="transcript" title={t.report.transcript}>
      {actor?.role !== 'student' && <p class="quiet">{words.noted}</p>}
      <Conversation
        messages={view.words.messages}
        pupil={view.pupil.firstName}
        reportFrom={reports ? place : undefined}
      />
    </Section>
  );
}
