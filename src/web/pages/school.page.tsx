import type { SchoolClass, SchoolPage as View } from '../../services/school/school.service.ts';
import { Layout } from '../components/layout.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Stats } from '../components/stat.tsx';
import { Empty, Notice, Sheet } from '../components/surfaces.tsx';
import { Table } from '../components/table.tsx';
import { usePage } from '../page-context.ts';
import { Desk, LastImports, SchoolTests } from './home/school-desk.tsx';

/** A school in numbers, each true and each with what it is made of. */
export function SchoolPage({ view }: { view: View }) {
  const { t } = usePage();
  const words = t.staff;
  return (
    <Layout title={view.name}>
      <div class="stack loose">
        <PageHead title={view.name} lead={words.schoolLead(words.region(view.region))}>
          <a href="/school/analytics">{t.analytics.link}</a>
          <a href="/school/quarter">{t.quarters.schoolTitle}</a>
          <a href="/class/attention">{t.attention.link}</a>
          <a href="/school/reports">{t.keptReports.nav}</a>
        </PageHead>
        {view.alerts.open > 0 && (
          <Notice tone="alarm" title={words.alertsCount(view.alerts.open, view.alerts.escalated)}>
            <a href="/alerts">{words.toAlerts}</a>
          </Notice>
        )}
        {view.alerts.open === 0 && <Notice tone="good">{words.alertsNone}</Notice>}
        <Desk view={view} />
        <Week view={view} />
        <SchoolTests view={view} />
        <Lessons lessons={view.lessons} />
        <Classes classes={view.classes} />
        <div class="grid even">
          <People people={view.people} />
          <Devices devices={view.devices} />
        </div>
        <LastImports imports={view.imports} />
        <div class="grid even">
          <ModelUse view={view} />
          <Sheet id="evaluator" title={t.scoreAgreement.linkTitle}>
            <p>{t.scoreAgreement.linkLead}</p>
            <a href="/school/evaluator">{t.scoreAgreement.link}</a>
          </Sheet>
          <Sheet
            id="policies"
            title={words.policies}
            action={
              <>
                <a href="/school/consents">{t.consents.schoolTitle}</a>{' '}
                <a href="/school/policies">{t.policies.title}</a> <a href="/school/audit">{t.audit.title}</a>
              </>
            }
          >
            <p>{words.transcripts[view.policy.transcripts]}</p>
          </Sheet>
        </div>
      </div>
    </Layout>
  );
}

function Week({ view }: { view: View }) {
  const { t, format } = usePage();
  const words = t.staff;
  const { week, weekBefore, pupils } = view;
  return (
    <Sheet id="week" title={words.schoolNumbers}>
      <Stats
        stats={[
          {
            label: words.studiedThisWeek,
            value: words.ofPupils(week.pupils, pupils),
            note: words.weekBeforeNote(format.number(weekBefore.pupils)),
          },
          {
            label: words.sessions,
            value: format.number(week.sessions),
            note: words.weekBeforeNote(format.number(weekBefore.sessions)),
          },
          {
            label: words.time,
            value: format.duration(week.activeMs),
            note: words.weekBeforeNote(format.duration(weekBefore.activeMs)),
          },
        ]}
      />
    </Sheet>
  );
}

function Lessons({ lessons: { lessons, places, taken } }: { lessons: View['lessons'] }) {
  const { t, format } = usePage();
  const words = t.schoolHours;
  return (
    <Sheet id="lessons" title={words.schoolTitle}>
      {lessons === 0 ? (
        <p class="quiet">{words.schoolNone}</p>
      ) : (
        <Stats
          stats={[
            { label: words.schoolLessons, value: format.number(lessons), note: words.schoolDays },
            { label: words.schoolPlaces, value: format.percent(taken / places), note: words.of(taken, places) },
          ]}
        />
      )}
    </Sheet>
  );
}

function People({ people }: { people: View['people'] }) {
  const { t, format } = usePage();
  const words = t.staff;
  return (
    <Sheet id="people" title={words.people} action={<a href="/school/people">{words.toPeople}</a>}>
      <Stats
        stats={[
          { label: words.pupils, value: format.number(people.pupils) },
          { label: words.parents, value: format.number(people.parents) },
          { label: words.managers, value: format.number(people.classManagers) },
        ]}
      />
    </Sheet>
  );
}

function Devices({ devices }: { devices: View['devices'] }) {
  const { t, format } = usePage();
  const words = t.staff;
  return (
    <Sheet id="devices" title={t.devices.title} action={<a href="/school/devices">{words.toDevices}</a>}>
      {devices.tablets === 0 ? (
        <p class="quiet">{t.devices.none}.</p>
      ) : (
        <Stats
          stats={[
            { label: t.devices.filters.lent, value: words.ofPupils(devices.lent, devices.tablets) },
            { label: t.devices.filters.free, value: format.number(devices.free) },
            { label: t.devices.filters.broken, value: format.number(devices.broken) },
          ]}
        />
      )}
    </Sheet>
  );
}

function Classes({ classes }: { classes: readonly SchoolClass[] }) {
  const { t, format } = usePage();
  const words = t.staff;
  return (
    <Sheet id="classes" title={words.classes}>
      {classes.length === 0 ? (
        <Empty icon="people" title={words.classesNone}>
          <p>{words.classesNoneMore}</p>
        </Empty>
      ) : (
        <>
          <Table
            stacks
            caption={words.classesCaption}
            captionHidden
            rows={classes}
            rowKey={({ id }) => id}
            columns={[
              {
                title: words.classColumn,
                heads: true,
                cell: ({ name, gradeLevel, year }) => (
                  <span dir="auto">{words.className(name, t.words.grade(gradeLevel), year)}</span>
                ),
              },
              {
                title: words.managers,
                cell: ({ managers }) =>
                  managers.length === 0 ? <span class="quiet">{words.noManager}</span> : format.list(managers),
              },
              { title: words.size, cell: ({ pupils, capacity }) => words.sizeOf(pupils, capacity), numeric: true },
              {
                title: words.active,
                cell: ({ week, pupils }) =>
                  pupils === 0 ? <span class="quiet">{words.emptyClass}</span> : words.ofPupils(week.pupils, pupils),
                numeric: true,
              },
              { title: words.sessions, cell: ({ week }) => format.number(week.sessions), numeric: true },
              { title: words.time, cell: ({ week }) => format.duration(week.activeMs), numeric: true },
            ]}
          />
          <p class="quiet prose">{words.classNote}</p>
        </>
      )}
    </Sheet>
  );
}

function ModelUse({ view: { usage, usageDays, policy } }: { view: View }) {
  const { t, format } = usePage();
  const words = t.staff;
  const { calls, inputTokens, outputTokens, callsWithoutCost } = usage;
  const limit = {
    label: words.aiLimit,
    value: words.aiLimitValue(format.number(policy.dailyTokenLimit)),
    note: words.aiLimitNote,
  };
  return (
    <Sheet id="models" title={words.ai}>
      <p class="quiet">
        {words.aiLead(usageDays)} <a href="/school/ai">{t.schoolAi.link}</a>
      </p>
      {calls === 0 ? (
        <>
          <p>{words.aiNone}</p>
          <Stats stats={[limit]} />
        </>
      ) : (
        <Stats
          stats={[
            { label: words.aiCalls, value: format.number(calls) },
            {
              label: words.aiTokens,
              value: format.number(inputTokens + outputTokens),
              note: words.aiTokensNote(format.number(inputTokens), format.number(outputTokens)),
            },
            callsWithoutCost === calls
              ? { label: words.aiCost, value: null, note: words.aiCostNone }
              : {
                  label: words.aiCost,
                  value: format.dollars(usage.costMicros / 1e6),
                  ...(callsWithoutCost > 0 ? { note: words.aiCostPart(callsWithoutCost) } : {}),
                },
            limit,
          ]}
        />
      )}
    </Sheet>
  );
}
