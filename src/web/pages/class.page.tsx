import type { AttentionAlert } from '../../services/attention/attention.service.ts';
import { NEED_DAYS, type PupilLine, type ClassPage as View } from '../../services/classroom/classroom.service.ts';
import type { Instant } from '../../shared/instant.ts';
import { AttentionNotice } from '../components/attention/attention-notice.tsx';
import { Layout } from '../components/layout.tsx';
import { Stats } from '../components/stat.tsx';
import { Empty, Notice, Sheet } from '../components/surfaces.tsx';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { usePage } from '../page-context.ts';
import { needWords } from '../presenters/needs.presenter.ts';

type ClassView = View['classes'][number];

/** A class manager's classes: who needs somebody first, then everybody. */
export function ClassPage({
  view,
  unread,
  waiting,
}: {
  view: View;
  unread: number;
  /** Why pupils need attention. */
  waiting: readonly AttentionAlert[];
}) {
  const { staff: words, guidance } = usePage().t;
  const title = view.classes.length > 1 ? words.classesTitle : words.classTitle;
  return (
    <Layout title={title}>
      <div class="stack loose">
        <div class="row">
          <h1>{title}</h1>
          <a class="push" href="/class/guidance">
            {guidance.link}
          </a>
        </div>
        {unread > 0 && (
          <Notice>
            <p>
              {guidance.forClass.notice(unread)} <a href="/class/guidance">{guidance.forClass.noticeMore}</a>
            </p>
          </Notice>
        )}
        <AttentionNotice waiting={waiting} />
        {view.classes.length === 0 && (
          <Empty icon="people" title={words.noClass}>
            <p>{words.noClassMore}</p>
          </Empty>
        )}
        {view.classes.map((one) => (
          <OneClass key={one.id} view={one} now={view.now} />
        ))}
      </div>
    </Layout>
  );
}

function OneClass({ view, now }: { view: ClassView; now: Instant }) {
  const { t, format } = usePage();
  const words = t.staff;
  const { pupils } = view;
  const name = words.className(view.name, t.words.grade(view.gradeLevel), view.year);
  const studied = pupils.filter(({ week }) => week.sessions > 0);
  return (
    <section class="stack" aria-labelledby={`class-${view.id}`}>
      <div class="row">
        <h2 id={`class-${view.id}`}>
          <bdi>{name}</bdi>
        </h2>
        {pupils.length > 0 && <a href={`/class/analytics?class=${view.id}`}>{t.analytics.link}</a>}
        {pupils.length > 0 && <a href={`/class/quarter?class=${view.id}`}>{t.quarters.link}</a>}
        {pupils.length > 0 && <a href="/class/reports">{t.keptReports.nav}</a>}
        {pupils.length > 0 && (
          <a class="push" href={`/class/plans/${view.id}`}>
            {t.groupPlan.link}
          </a>
        )}
      </div>
      {pupils.length === 0 ? (
        <Empty icon="people" title={words.emptyClass}>
          <p>{words.emptyClassMore}</p>
        </Empty>
      ) : (
        <>
          <Stats
            stats={[
              { label: words.studiedThisWeek, value: words.ofPupils(studied.length, pupils.length) },
              {
                label: words.sessions,
                value: format.number(pupils.reduce((sum, { week }) => sum + week.sessions, 0)),
                note: words.sevenDays,
              },
              {
                label: words.time,
                value: format.duration(pupils.reduce((sum, { week }) => sum + week.activeMs, 0)),
                note: words.sevenDays,
              },
            ]}
          />
          <LookFirst id={view.id} pupils={pupils} />
          <Pupils pupils={pupils} caption={words.table(view.name)} now={now} />
        </>
      )}
    </section>
  );
}

/** More than this many people at once are no help to look at first. */
const FIRST = 8;

function LookFirst({ id, pupils }: { id: number; pupils: readonly PupilLine[] }) {
  const { t, format } = usePage();
  const words = t.staff;
  const needing = pupils.filter(({ urgency }) => urgency > 0).toSorted((a, b) => b.urgency - a.urgency);
  return (
    <Sheet id={`first-${id}`} title={words.lookFirst}>
      <p class="quiet small">{t.insight.because(NEED_DAYS)}</p>
      {needing.length === 0 ? (
        <p class="quiet">{words.lookFirstNone}</p>
      ) : (
        <ol class="lines">
          {needing.slice(0, FIRST).map((pupil) => (
            <li key={pupil.id}>
              <div class="main">
                <a href={`/class/students/${pupil.id}`} dir="auto">
                  {pupil.name}
                </a>
                {pupil.openAlerts > 0 && (
                  <a href="/alerts">
                    <Tag tone="alarm" icon="bell">
                      {words.openAlerts(pupil.openAlerts)}
                    </Tag>
                  </a>
                )}
              </div>
              <div class="whys small">
                {pupil.needs
                  .filter(({ why }) => why !== 'alert' && why !== 'stuck')
                  .map((need) => (
                    <span key={need.why} dir="auto">
                      {needWords(need, t, format)}
                    </span>
                  ))}
                {pupil.flags.map(({ flag, sessions, latest }) => (
                  <a key={flag} href={`/class/students/${pupil.id}/sessions/${latest}`}>
                    {words.flagIn(words.flags[flag].why, sessions)}
                  </a>
                ))}
              </div>
            </li>
          ))}
        </ol>
      )}
      {needing.length > FIRST && <p class="quiet">{words.lookFirstMore(needing.length - FIRST)}</p>}
    </Sheet>
  );
}

function Pupils({ pupils, caption, now }: { pupils: readonly PupilLine[]; caption: string; now: Instant }) {
  const { t, format } = usePage();
  const words = t.staff;
  return (
    <div class="sheet">
      <Table
        stacks
        caption={caption}
        rows={pupils}
        rowKey={({ id }) => id}
        columns={[
          {
            title: words.pupil,
            heads: true,
            cell: ({ id, name }) => (
              <a href={`/class/students/${id}`} dir="auto">
                {name}
              </a>
            ),
          },
          {
            title: words.lastStudied,
            cell: ({ lastStudied }) =>
              lastStudied === null ? <span class="quiet">{words.never}</span> : format.relativeDay(lastStudied, now),
          },
          {
            title: words.weekColumn,
            numeric: true,
            cell: ({ week }) =>
              week.sessions === 0 ? (
                <span class="quiet">{t.report.nothing}</span>
              ) : (
                <>
                  {format.duration(week.activeMs)} <span class="quiet">{words.inSessions(week.sessions)}</span>
                </>
              ),
          },
          {
            title: words.weekBefore,
            numeric: true,
            cell: ({ weekBefore }) =>
              weekBefore.activeMs === 0 ? (
                <span class="quiet">{t.report.nothing}</span>
              ) : (
                format.duration(weekBefore.activeMs)
              ),
          },
          {
            title: words.mastered,
            numeric: true,
            cell: ({ units }) =>
              units === null ? (
                <span class="quiet">{words.noCourse}</span>
              ) : (
                words.masteredOf(units.mastered, units.units)
              ),
          },
          { title: words.notes, wide: true, cell: (pupil) => <Notes pupil={pupil} /> },
        ]}
      />
    </div>
  );
}

function Notes({ pupil }: { pupil: PupilLine }) {
  const { staff: words } = usePage().t;
  if (pupil.openAlerts + pupil.toReview + pupil.flags.length === 0) return null;
  return (
    <span class="row">
      {pupil.openAlerts > 0 && <Tag tone="alarm">{words.alertTag(pupil.openAlerts)}</Tag>}
      {pupil.toReview > 0 && <Tag tone="due">{words.reviewTag}</Tag>}
      {pupil.flags.map(({ flag }) => (
        <Tag key={flag}>{words.flags[flag].tag}</Tag>
      ))}
    </span>
  );
}
