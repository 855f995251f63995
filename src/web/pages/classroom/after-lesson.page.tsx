import type { AfterLesson } from '../../../services/lessons/after-lesson.service.ts';
import { LinkButton } from '../../components/button.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Stats, type StatView } from '../../components/stat.tsx';
import { Done, Empty, Notice, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { Tag } from '../../components/tag.tsx';
import type { ScoresForm } from '../../forms/given-scores.form.ts';
import { usePage } from '../../page-context.ts';
import { ScoreForm } from './score-form.tsx';

export interface AfterLessonProps {
  after: AfterLesson;
  /** Scores that could not be taken. */
  form?: ScoresForm;
  saved?: boolean;
}

/** A lesson that is over: what it came to, and the scores of its class manager beside the evaluator's. */
export function AfterLessonPage({ after, form, saved = false }: AfterLessonProps) {
  const { t, format } = usePage();
  const words = t.afterLesson;
  const { lesson, lines } = after;
  const base = `/classroom/lessons/${lesson.id}`;
  return (
    <Layout title={words.title} islands={['src/web/islands/scores.entry.ts']} wide>
      <div class="stack loose">
        <PageHead
          title={words.title}
          back={{ href: base, text: words.toLesson }}
          lead={words.lead(lesson.className, format.dateTime(lesson.start ?? lesson.createdAt))}
          actions={<LinkButton href={`${base}/attendance`}>{words.attendance}</LinkButton>}
        />
        <Done text={saved ? words.saved : null} />
        {form && <Refused form={form} />}
        {lines.length === 0 ? (
          <Empty icon="people" title={words.nobody} />
        ) : (
          <>
            <Summary after={after} />
            <ScoreForm after={after} {...(form ? { form } : {})} />
            <div class="grid">
              <Units after={after} />
              <Said after={after} />
            </div>
            <div class="grid">
              <Feelings after={after} />
              <Alerts after={after} />
            </div>
          </>
        )}
      </div>
    </Layout>
  );
}

function Refused({ form }: { form: ScoresForm }) {
  const { afterLesson: words } = usePage().t;
  return (
    <Notice tone="alarm" title={words.refusedTitle} announce>
      <ul>
        {[...form.refused].map(([field, { name, kind, why }]) => (
          <li key={field}>
            <a href={`#${field}`}>
              <bdi>{words.fieldOf(words.kinds[kind], name ?? '')}</bdi>
            </a>
            : {words.refused[why]}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Summary({ after: { summary } }: { after: AfterLesson }) {
  const { t, format } = usePage();
  const words = t.afterLesson;
  const { there, places, late, activeMs, attempts, solved, hints, difficulty, understanding } = summary;
  const said = (label: string, value: typeof difficulty): StatView => ({
    label,
    value: value && words.outOf10(format.number(value.mean)),
    note: value ? words.meanOf(value.of) : words.notSaid,
  });
  return (
    <Sheet id="summary" title={words.summary}>
      <Stats
        stats={[
          {
            label: words.there,
            value: words.thereOf(there, places),
            note: there === 0 ? '' : words.lateNote(late),
          },
          {
            label: words.time,
            value: activeMs && format.duration(activeMs.mean),
            note: activeMs ? words.meanOf(activeMs.of) : words.nobodyThere,
          },
          {
            label: words.answers,
            value: attempts === 0 ? null : words.rightOf(solved, attempts),
            note: attempts === 0 ? words.noAnswers : '',
          },
          { label: words.hints, value: attempts === 0 ? null : format.number(hints), note: words.noAnswers },
          said(words.difficulty, difficulty),
          said(words.understanding, understanding),
        ].map((stat) => (stat.value !== null && stat.note === words.noAnswers ? { ...stat, note: '' } : stat))}
      />
    </Sheet>
  );
}

function Units({ after: { summary } }: { after: AfterLesson }) {
  const { t, format } = usePage();
  const words = t.afterLesson;
  return (
    <Sheet id="units" title={words.units}>
      {summary.units.length === 0 ? (
        <p class="quiet">{words.noUnits}</p>
      ) : (
        <>
          <Table
            captionHidden
            caption={words.units}
            rows={summary.units}
            rowKey={({ course, unit }) => `${course} ${unit}`}
            columns={[
              {
                title: words.unit,
                heads: true,
                cell: ({ course, unit }) => (
                  <>
                    <bdi>{unit}</bdi>
                    <br />
                    <small class="quiet" dir="auto">
                      {course}
                    </small>
                  </>
                ),
              },
              { title: words.pupils, numeric: true, cell: ({ pupils }) => format.number(pupils) },
              {
                title: words.mastery,
                numeric: true,
                cell: ({ before, after }) => words.moved(format.percent(before), format.percent(after)),
              },
            ]}
          />
          <p class="quiet">{words.unitsNote}</p>
        </>
      )}
    </Sheet>
  );
}

const FEELINGS = ['positive', 'neutral', 'negative', 'extreme'] as const;

function Feelings({ after: { summary } }: { after: AfterLesson }) {
  const { t } = usePage();
  const words = t.afterLesson;
  const line = (label: string, tally: Record<(typeof FEELINGS)[number], number>) => {
    const some = FEELINGS.filter((feeling) => tally[feeling] > 0);
    return (
      <li>
        <strong>{label}</strong>
        <span class="row">
          {some.length === 0 && <span class="quiet">{words.notSaid}</span>}
          {some.map((feeling) => (
            <Tag key={feeling} icon={feeling} {...(feeling === 'extreme' ? { tone: 'alarm' as const } : {})}>
              {words.feelingCount(t.words.feelings[feeling], tally[feeling])}
            </Tag>
          ))}
        </span>
      </li>
    );
  };
  return (
    <Sheet id="feelings" title={words.feelings}>
      <ul class="lines">
        {line(words.feelingsBefore, summary.feelings.before)}
        {line(words.feelingsAfter, summary.feelings.after)}
      </ul>
    </Sheet>
  );
}

function Said({ after: { lines } }: { after: AfterLesson }) {
  const { afterLesson: words } = usePage().t;
  const said = lines.filter(({ feedback }) => feedback !== null && feedback.trim() !== '');
  return (
    <Sheet id="said" title={words.said}>
      {said.length === 0 ? (
        <p class="quiet">{words.saidNone}</p>
      ) : (
        <ul class="lines">
          {said.map(({ studentId, name, feedback }) => (
            <li key={studentId}>
              <span class="main">
                <strong dir="auto">{name}</strong>
                <span dir="auto">{feedback}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}

function Alerts({ after: { alerts } }: { after: AfterLesson }) {
  const { afterLesson: words } = usePage().t;
  return (
    <Sheet id="alerts" title={words.alerts}>
      {alerts.length === 0 ? (
        <p class="quiet">{words.alertsNone}</p>
      ) : (
        <>
          <ul class="lines">
            {alerts.map(({ studentId, name, severity, acknowledged }) => (
              <li key={studentId}>
                <span class="main" dir="auto">
                  {name}
                </span>
                <span class="quiet">{words.alertLine(severity)}</span>
                <Tag tone={acknowledged ? 'good' : 'alarm'}>{acknowledged ? words.acknowledged : words.open}</Tag>
              </li>
            ))}
          </ul>
          <a href="/alerts">{words.toAlerts}</a>
        </>
      )}
    </Sheet>
  );
}
